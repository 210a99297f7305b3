import type { Basis, Period, ReasonKey } from './prose.ts';
import {
  type Concept,
  conceptAtEnd,
  conceptWithin,
  type Scope,
  type Subject,
} from './vocabulary/concepts.ts';
import { NEUTRAL_WORDS, TAIL_WORDS, TOTAL_TAIL_WORDS, wordList } from './vocabulary/fillers.ts';
import { isFunctionalClass, subjectAtEnd } from './vocabulary/subjects.ts';

/** The words that name a figure, as far as they alone tell what it is. */
export interface Label {
  /** Without what says when, whose and how much: 三公经费 of 2023年本部门三公经费预算共. Empty where nothing is left. */
  readonly words: string;
  readonly concept?: Concept;
  /** Why there is no concept, or how it was found. */
  readonly reason: ReasonKey;
  /** The words around the concept are not all known. */
  readonly unsure: boolean;
  readonly subject?: Subject;
  readonly scope?: Scope;
  /** More than one budget is named. */
  readonly severalScopes: boolean;
  readonly period?: Period;
  readonly basis?: Basis;
}

/** A label is short; what stands further in front belongs to something else. */
const MAX_LABEL = 90;

/** Behind the words of a heading. */
const HEAD_TAILS = wordList(
  '情况说明 情况 说明 总体 安排 明细 具体 变化 增减 规模 结构 的 公开 编制 总表 表 及原因 总额 分析',
);

/** A public body ends so: 行政审批局, 政务服务中心, 人民政府, 实验小学. */
const ORGAN_END = new RegExp(
  `(?:[局委办厅署院校队府镇乡馆县市省州盟旗]|[^园灾景山地库牧林]区|${wordList(`
    中心 [^派]出所 办事处 财政所 司法所 林场 农场 管理[所处站] 研究[所院] 服务[所站处] 委员会 管委会 协会 联合会 常委会 基金会 红十字会 总?工会 办公室 学校? 幼儿园
    街道 社区 新区 开发区 总站 公司 指挥部 组织部 宣传部 统战部 武装部 工作部 政协 人大 妇联 残联 文联 科协 侨联 工商联 供销社 电视台 气象台 监狱 海关
  `).join('|')})$`,
);

/** 区本级, 全市: the whole of what is budgeted there. */
const REGION = /^全?[省市区县州镇乡旗盟]$/;

/** 全市行政单位(含参照公务员法管理的事业单位): those whose money a region tells of together. */
const BODIES =
  /^(?:\d{4}年度?)?全[省市区县州旗盟](?:行政|行政事业|机关事业)单位(?:\([^()]*\))?(?:\d{4}年度?)?$/;

const CONCEPTS_OF_TOTALS: readonly (readonly [string, Concept])[] = [
  ['收入支出', 'balance'],
  ['收入和支出', 'balance'],
  ['收入、支出', 'balance'],
  ['收入与支出', 'balance'],
  ['收入及支出', 'balance'],
  ['收入总计和支出', 'balance'],
  ['收入总计、支出', 'balance'],
  ['收入预算和支出', 'balance'],
  ['收、支', 'balance'],
  ['收支', 'balance'],
  ['收入', 'income'],
  ['支出', 'expenditure'],
  ['拨款', 'appropriation'],
  ['财政拨款资金', 'appropriation'],
];

const SCOPES: readonly (readonly [Scope, RegExp])[] = [
  ['general', /一般公共(?:财政)?预算|一般公共财政拨款|公共财政预算|公共预算财政拨款/],
  ['fund', /政府性基金/],
  ['state-capital', /国有资本经营/],
];
/** 部门收支总预算 is what the table of all income and expenditure is about, whatever the heading says. */
const ALL = /(?<![本我该各])部门(?:预算)?收支总(?:体)?(?:预算|决算|额|计)?$/;
const FISCAL = /财政拨款|财政补助|财政资金/;
/** 非同级财政拨款收入 and the like are no 财政拨款 of this budget. */
const NOT_FISCAL = /非(?:本级|同级)?财政拨款/;
const CODE = /\((\d{3}(?:\d\d){0,2})\)$/;
const LEVELS = /\((?:\d{2,3})?([类款项])\)/g;
/** 2050299其他普通教育支出: the code of a 科目 of 支出功能分类 in front of its name. */
const CODE_IN_FRONT = /^(2\d{2}(?:\d{2}){0,2})(?=[^\d.,%])/;
/** 农林水支出(213)农业农村(01)行政运行(01): each level with its own digits. */
const CODED_LEVELS = /^([^()]+)\((2\d{2})\)([^()]+)\((\d{2})\)(?:([^()]+)\((\d{2})\))?$/;
/** 党建活动经费项目 */
const ITEM = /项目(?:经费|资金)?$/;

/** Reads the words in front of a figure. `context`: the concept they stand under, where one is known. */
export function readLabel(text: string, context?: Concept): Label {
  const label = stripFront(text.slice(-MAX_LABEL));
  const scopes = readScope(label);
  const period = readPeriod(label);
  const basis = readBasis(label);
  const base = {
    severalScopes: scopes === 'several',
    ...(scopes !== undefined && scopes !== 'several' && { scope: scopes }),
    ...(period && { period }),
    ...(basis && { basis }),
  };
  return { ...base, ...readConcept(label, context) };
}

interface ConceptReading {
  readonly words: string;
  readonly concept?: Concept;
  readonly reason: ReasonKey;
  readonly unsure: boolean;
  readonly subject?: Subject;
}

function readConcept(label: string, context: Concept | undefined): ConceptReading {
  const core = stripTail(label, TAIL_WORDS);
  if (core === '' || stripNeutral(core) === '') {
    // 单位资金收入 is a name, though each of its words says nothing elsewhere.
    const ends = tails(label, TAIL_WORDS).map(stripLead);
    const name = ends.map(conceptAtEnd).find((found) => found && ends.includes(found.word));
    if (name) return { words: name.word, concept: name.concept, reason: 'words', unsure: false };
    return readTotal(label) ?? { words: '', reason: 'no-words', unsure: false };
  }
  const subject = readSubject(label);
  if (subject) return subject;
  const ends = tails(label, TAIL_WORDS);
  for (const end of ends) {
    const found = conceptAtEnd(end);
    if (found) return judged(end, found.word, found.concept);
  }
  for (const end of ends) {
    const within = context && conceptWithin(stripNeutral(end), context);
    if (within) return { words: stripNeutral(end), concept: within, reason: 'words', unsure: false };
    const item = ITEM.test(end) ? stripLead(end.replace(ITEM, '')) : '';
    if (stripNeutral(item) !== '') {
      if (conceptAtEnd(item)) return { words: end, reason: 'narrowed', unsure: true };
      return { words: item, concept: 'project-item', reason: 'words', unsure: true };
    }
    const name = subjectAtEnd(end);
    if (name) return { ...judged(end, name, 'subject'), subject: { name } };
  }
  return readTotal(label) ?? { words: stripLead(core) || core, reason: 'unknown-words', unsure: true };
}

/** A concept at the end of a label: as it is, or narrowed by words in front that are not known. */
function judged(end: string, word: string, concept: Concept): ConceptReading {
  const front = end.slice(0, end.length - word.length);
  const left = stripNeutral(front);
  if (left === '' || isOrgan(left) || BODIES.test(front))
    return { words: word, concept, reason: 'words', unsure: false };
  // Whose 机关运行经费 it is does not narrow it: 机关及参照公务员法管理的事业单位.
  if (concept === 'agency-running') return { words: word, concept, reason: 'words', unsure: true };
  const other = tails(front.replace(/[、和及与]$/, ''), TAIL_WORDS).some((each) => conceptAtEnd(each));
  if (other && /[、和及与]$/.test(front)) return { words: end, reason: 'several-concepts', unsure: true };
  return { words: end, reason: 'narrowed', unsure: true };
}

/** 收入 and 支出 as such: nothing but whose and when may stand around them. */
function readTotal(label: string): ConceptReading | undefined {
  for (const end of tails(label, TOTAL_TAIL_WORDS)) {
    const found = CONCEPTS_OF_TOTALS.find(([word]) => end.endsWith(word));
    if (!found) continue;
    const [word, concept] = found;
    const front = end.slice(0, end.length - word.length);
    const left = stripNeutral(front);
    const clear = left === '' || isOrgan(left) || BODIES.test(front);
    if (clear) return { words: word, concept, reason: 'words', unsure: false };
    return { words: end, reason: 'narrowed', unsure: true };
  }
  return undefined;
}

/** 科目 marked by its code or its level: 事业运行(2010350), 政府办公厅(室)及相关机构事务(款)行政运行(项). */
function readSubject(label: string): ConceptReading | undefined {
  for (const end of tails(label, TAIL_WORDS)) {
    const printed = end.replace(/科目$/, '');
    const path = readPath(printed) ?? readCodedLevels(printed) ?? readCodeInFront(printed);
    if (path) return path;
    const code = CODE.exec(printed);
    const named = code ? printed.slice(0, code.index) : printed;
    const marks = [...named.matchAll(LEVELS)];
    const last = marks.at(-1);
    if (!code && !last) continue;
    const names = marks.map((mark, index) => {
      const before = marks[index - 1];
      return stripLead(named.slice(before ? before.index + before[0].length : 0, mark.index));
    });
    const behind = last ? named.slice(last.index + last[0].length) : stripLead(named);
    // Other words behind the mark name another thing, or a line was lost between them.
    if (!code && behind !== '' && behind !== '支出') continue;
    const isCoded = code !== null && behind !== '';
    const marked = names.at(-1) ?? '';
    const whole = behind === '支出' && !marked.endsWith(behind) ? marked + behind : marked;
    const within = isCoded ? names : names.slice(0, -1);
    const level = isCoded ? undefined : (last?.[1] as Subject['level']);
    const name = isCoded ? behind : whole;
    if (name === '') return undefined;
    return subjectReading({
      name,
      ...(code?.[1] && { code: code[1] }),
      ...(level && { level }),
      ...(within.length > 0 && { within }),
    });
  }
  return undefined;
}

/** 卫生健康支出-行政事业单位医疗-行政单位医疗: 类, 款 and 项, which only strokes part. */
function readPath(end: string): ConceptReading | undefined {
  const [first, second, third, ...more] = end.split(/[-—]+/);
  if (first === undefined || !second || !third || more.length > 0) return undefined;
  return isFunctionalClass(first)
    ? subjectReading({ name: third, level: '项', within: [first, second] })
    : undefined;
}

function readCodedLevels(end: string): ConceptReading | undefined {
  // Brackets of names hold no digits: 政府办公厅(室)及相关机构事务.
  const plain = end.replace(/\(([^()\d]*)\)/g, '[$1]');
  const [, outer, first, middle, second, inner, third] = CODED_LEVELS.exec(plain) ?? [];
  const names = [outer, middle, inner].flatMap((each) => each?.replace('[', '(').replace(']', ')') ?? []);
  const name = names.at(-1);
  if (first === undefined || second === undefined || name === undefined) return undefined;
  return subjectReading({ name: stripLead(name), code: `${first}${second}${third ?? ''}` });
}

function readCodeInFront(end: string): ConceptReading | undefined {
  const printed = stripLead(end);
  const [, code] = CODE_IN_FRONT.exec(printed) ?? [];
  const name = code === undefined ? '' : printed.slice(code.length).replace(/\([类款项]\)$/, '');
  return code === undefined || name === '' ? undefined : subjectReading({ name, code });
}

function subjectReading(subject: Subject): ConceptReading {
  return { words: subject.name, concept: 'subject', reason: 'words', unsure: false, subject };
}

function isOrgan(left: string): boolean {
  return (ORGAN_END.test(left) && !/[费支收]/.test(left)) || REGION.test(left);
}

/** The label, and the label without one more of the words at its end, and so on. */
function tails(label: string, words: readonly string[]): string[] {
  const all = [label];
  for (let rest = label; ; ) {
    const tail = /\d{4}年度?$/.exec(rest)?.[0] ?? words.find((word) => rest.endsWith(word));
    if (tail === undefined || rest === '') return all;
    rest = rest.slice(0, -tail.length);
    all.push(rest);
  }
}

function stripTail(label: string, words: readonly string[]): string {
  return tails(label, words).at(-1) ?? '';
}

/** Takes from the front numbers of items and years. */
function stripFront(label: string): string {
  return label.replace(/^(?:[-,、:\s]|\(?[一二三四五六七八九十\d]{1,3}[)、.]|[\u2460-\u2473])+/, '');
}

/** In front of a name that stands for itself. */
const LEADS = [
  '其中',
  '包括',
  '主要是',
  '主要',
  '用于',
  '安排',
  '本部门',
  '本单位',
  '当年',
  '新增',
  ':',
  ',',
  ...['一', '二', '三', '四', '五', '六'].map((number) => `${number}是`),
];

/** Takes known words off the front until an unknown one stands there. */
function stripLead(label: string): string {
  let rest = label;
  for (;;) {
    const year = /^\d{4}年度?/.exec(rest);
    const lead = year?.[0] ?? LEADS.find((word) => rest.startsWith(word));
    if (lead === undefined) return rest;
    rest = rest.slice(lead.length);
  }
}

/** What is left in front of a concept when all words are gone that do not narrow it. */
function stripNeutral(front: string): string {
  let rest = front;
  for (;;) {
    const year = /^\d{4}年度?|^\d{1,2}月(?:\d{1,2}日)?|^\d/.exec(rest);
    const known = year?.[0] ?? NEUTRAL_WORDS.find((word) => rest.startsWith(word));
    if (known === undefined) break;
    rest = rest.slice(known.length);
  }
  for (;;) {
    const year = /\d{4}年度?$/.exec(rest);
    const known = year?.[0] ?? NEUTRAL_WORDS.find((word) => rest.endsWith(word));
    if (known === undefined || known.length > rest.length) return rest;
    rest = rest.slice(0, -known.length);
  }
}

function readScope(label: string): Scope | 'several' | undefined {
  const named = SCOPES.filter(([, pattern]) => pattern.test(label));
  if (named.length > 1) return 'several';
  if (named[0]) return named[0][0];
  if (FISCAL.test(label) && !NOT_FISCAL.test(label)) return 'fiscal';
  return ALL.test(label) ? 'all' : undefined;
}

function readPeriod(label: string): Period | undefined {
  if (/[含括加]上年(?:结转|结余)/.test(label) && !/不含/.test(label)) return 'with-carry-over';
  return /当年|本年(?!度?末)/.test(label) ? 'current' : undefined;
}

function readBasis(label: string): Basis | undefined {
  if (/决算|执行数|实际(?:支出|完成|发生)/.test(label)) return 'final';
  if (/年初预算/.test(label)) return 'initial';
  return /(?<!公共|基金|经营|财政)预算|预算(?:数|总额|安排|收入|支出)/.test(label) ? 'budget' : undefined;
}

/** What a heading, or the words in front of an item, name: 四、财政拨款收支预算总体情况. */
export function headLabel(text: string): Label {
  let rest = stripFront(text).replace(/^关于/, '');
  for (;;) {
    const tail = HEAD_TAILS.find((word) => rest.endsWith(word));
    if (tail === undefined || tail.length >= rest.length) return readLabel(rest);
    rest = rest.slice(0, -tail.length);
  }
}
