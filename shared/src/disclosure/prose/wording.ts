import type { Basis, Direction, ListIntroduction } from './prose.ts';

/** A stretch of the text that was searched. */
interface Found {
  readonly start: number;
  readonly end: number;
}

/** What a change is measured from: 比2022年预算数, 较上年, 同比. */
export interface BaseWords extends Found {
  /** A year, or how many years before the one spoken of; undefined where only a kind of figure is named. */
  readonly year?: number;
  readonly yearsBefore?: number;
  readonly basis?: Basis;
}

/** What says which way something changed: 增加, 下降. */
export interface DirectionWords extends Found {
  readonly direction: Direction;
  /** What 增收 or 少支 says where the amount compared with stands in front of it. */
  readonly ifCompared?: Direction;
  /** 增加到, 降至: a value follows, not a difference. */
  readonly toValue: boolean;
}

/** What says that nothing changed: 持平, 无变化. */
export interface FlatWords extends Found {
  /** 基本持平: a small difference is no contradiction. */
  readonly roughly?: true;
}

/** What announces parts: 其中, 包括, 具体如下. */
export interface IntroductionWords extends Found {
  readonly introduction: ListIntroduction;
  /** 具体如下: what follows is about the whole sentence, not about the figure in front. */
  readonly detail: boolean;
}

const COMPARE = /(?:对比|比较|相较|同比|环比|比|较|与|同|跟|对照|和(?=上年|去年|年初))(?:于)?/g;
const BASE =
  /(?:(\d{4}(?=年)|20\d{2}(?=增|减|下降|上升|持平))(?:年度?)?|(上一?年度?|去年度?|前一?年度?|上年)|(年初|当年|本年度?|全年|调整|年度))?(?:同期)?(?:同口径)?(?:年初|年末|年终)?(?:部门|单位)?(?:财政拨款)?(调整预算|预算|决算|执行|完成|实际)?(?:数|支出|收入|安排|总额|执行|情况|完成|总数|金额){0,2}年?(?:相比|比较|对比|相对比)?/y;

const YEAR_NAMED = /^(?:\d{4}|上年|去年|上一年)/;

const GREATER_LESS =
  /(大于|高于|多于|小于|低于|少于|等于(?!预算[收支]))(?=\d{4}年|(?:年初|年度|当年|调整后?|全年)?预算|上年|去年|年初)/;

const UP = [
  '增加',
  '增长',
  '上升',
  '提高',
  '增幅',
  '上涨',
  '增多',
  '高于',
  '大于',
  '调增',
  '升高',
  '净增',
  '增',
  '新增',
  '多',
];
const DOWN = [
  '减少',
  '下降',
  '降低',
  '压减',
  '减幅',
  '降幅',
  '缩减',
  '削减',
  '压缩',
  '低于',
  '小于',
  '调减',
  '减低',
  '核减',
  '下调',
  '少',
  '减',
];
const EITHER = [
  '增长(下降)',
  '上升(下降)',
  '增长(降低)',
  '增长(减少)',
  '增减',
  '增加(减少)',
  '增加/减少',
  '增(减)',
  '减少(增加)',
  '差额',
  '差值',
  '变动',
  '相差',
  '变化',
];
/** They say what a budget became, and by themselves nothing of a change: 由100万元调整为120万元. */
const REVISED = ['调整', '追加', '变更'];
const TO_REVISED = /^(?:到|至|为|成)$/;
/** They say of a sum how it changed where it is compared with something, and else of money that came or was kept. */
const UP_IF_COMPARED = [
  '略增',
  '微增',
  '略有增加',
  '增收',
  '增支',
  '超支',
  '多支出',
  '多支',
  '上浮',
  '净增加',
  '超出',
];
const DOWN_IF_COMPARED = [
  '略减',
  '微减',
  '略有减少',
  '减收',
  '减支',
  '节约',
  '节支',
  '节省',
  '少支出',
  '少支',
  '下浮',
  '压降',
];
const IF_COMPARED = new Set([...UP_IF_COMPARED, ...DOWN_IF_COMPARED]);
const DIRECTIONS: readonly (readonly [string, Direction])[] = [
  ...[...UP, ...UP_IF_COMPARED].map((word) => [word, 'up'] as const),
  ...[...DOWN, ...DOWN_IF_COMPARED].map((word) => [word, 'down'] as const),
  ...[...EITHER, ...REVISED].map((word) => [word, 'either'] as const),
];
const TO_VALUE = /^(?:到|至|为(?!$))(?:了)?(?:\d{4}年度?)?的?$/;
/** What may stand between a word of direction and its figure. */
const AFTER_DIRECTION =
  /^\)?(?:了|额为|额|率为|率|幅度为|幅度达|幅度|幅为|幅达|幅|数为|数|比例为|比例达|比例大|比例|金额|支出|收入|预算|各|均|约|达到|达|大|为|是|资金|经费|变化|情况|:|,){0,4}$/;
/** 决算数小于年初预算数5万元: of which budget. */
const OF_BUDGET = /^(?:年初|年度|当年|调整后?|全年)(?=预算)/;

const FLAT = [
  '持平',
  '无变化',
  '没有变化',
  '未发生变化',
  '无增减',
  '没有增减',
  '无变动',
  '未变动',
  '不变',
  '无增长',
  '零增长',
  '未变化',
  '均无增减',
  '无差异',
  '一致',
  '相同',
  '相等',
];
/** 基本持平 */
const SOFTENED = /(?:基本|大致|大体|保持|总体|均|仍){0,2}$/;
const ROUGHLY = /基本|大致|大体|总体/;
/** These say that a sum stayed only where they follow what it is compared with. */
const FLAT_AFTER_BASE = new Set(['一致', '相同', '相等']);

const REASON =
  /(?:主要)?(?:变动|变化|增减|差异|增加|减少|增长|下降)?的?(?:主要)?原因(?:主要)?(?:是|为|在于|系|有|如下)?|主要(?:是|系|由于|因为|为|因)|由于|是因为|系因|因为/g;
/** 因 alone: not 因公出国. */
const SHORT_REASON = /^因(?!公|素|此|而)/;

const DETAILS = /^(?:具体|情况|如下|划分)/;
const INTRODUCTIONS: readonly (readonly [string, ListIntroduction])[] = [
  ['其中', 'of-which'],
  ['包括', 'includes'],
  ['包含', 'includes'],
  ['具体为', 'includes'],
  ['具体是', 'includes'],
  ['具体情况如下', 'includes'],
  ['情况如下', 'includes'],
  ['具体如下', 'includes'],
  ['如下', 'includes'],
  ['分项情况', 'includes'],
  ['分为', 'includes'],
  ['划分', 'includes'],
];

/** The last words in a text that name what is compared with. Words such as 占比 or 比例 do not. */
export function findBase(text: string): BaseWords | undefined {
  let last: BaseWords | undefined;
  for (const match of text.matchAll(COMPARE)) {
    if (last && match.index < last.end) continue;
    const word = match[0];
    const behind = match.index + word.length;
    if (word === '同比') {
      // 同比去年3万元 names the year once more.
      const named = YEAR_NAMED.test(text.slice(behind, behind + 4)) && baseAt(text, match.index, behind);
      last = named || { start: match.index, end: behind, yearsBefore: 1 };
      continue;
    }
    last = baseAt(text, match.index, behind) ?? last;
  }
  return last;
}

/** Reads what is compared with from `at` on; `start` is where the words with it begin. */
function baseAt(text: string, start: number, at: number): BaseWords | undefined {
  BASE.lastIndex = at;
  const base = BASE.exec(text);
  if (!base || (base[1] ?? base[2] ?? base[3] ?? base[4]) === undefined) return undefined;
  const year = base[1] !== undefined ? { year: Number(base[1]) } : { yearsBefore: yearsBack(base[2]) };
  return { start, end: at + base[0].length, ...year, ...basisOf(base[0]) };
}

function yearsBack(words: string | undefined): number {
  if (words === undefined) return 0;
  return words.startsWith('前年') ? 2 : 1;
}

function basisOf(words: string): { readonly basis?: Basis } {
  if (/决算|执行|完成|实际/.test(words)) return { basis: 'final' };
  if (/年初预算/.test(words)) return { basis: 'initial' };
  return words.includes('预算') ? { basis: 'budget' } : {};
}

/** The word of direction at the end of a text, in front of a figure. */
export function findDirection(text: string): DirectionWords | undefined {
  let best: DirectionWords | undefined;
  for (const [word, direction] of DIRECTIONS) {
    const start = text.lastIndexOf(word);
    if (start === -1 || (best && start + word.length <= best.end)) continue;
    // 用事业基金弥补收支差额 is the name of an income.
    if (word === '差额' && text.slice(0, start).endsWith('收支')) continue;
    const behind = text.slice(start + word.length);
    const after = word.endsWith('于') ? behind.replace(OF_BUDGET, '') : behind;
    const isRevised = REVISED.includes(word);
    const toValue = (isRevised ? TO_REVISED : TO_VALUE).test(after);
    if (isRevised && !toValue) continue;
    // 由4万元减至3万元
    if (word.length === 1 && !toValue && !isShort(text, after)) continue;
    if (!toValue && !AFTER_DIRECTION.test(after)) continue;
    const isOpen = IF_COMPARED.has(word) && findBase(text.slice(0, start)) === undefined;
    best = {
      start,
      end: start + word.length,
      toValue,
      ...(isOpen ? { direction: 'either', ifCompared: direction } : { direction }),
    };
  }
  if (!best) return undefined;
  // 增加(减少) says neither, and its last word is found first.
  const either = EITHER.find(
    (word) => text.slice(0, best.end + 1).endsWith(word) || text.slice(0, best.end).endsWith(word),
  );
  return either ? { ...best, start: text.lastIndexOf(either, best.end), direction: 'either' } : best;
}

/** 较上年增, and 增 in front of the percentage. */
function isShort(text: string, after: string): boolean {
  return (
    /^\)?$/.test(after) &&
    (/^[,、(]*.$/.test(text.slice(0, text.length - after.length)) || findBase(text) !== undefined)
  );
}

/** The words that say that a sum stayed as it was. */
export function findFlat(text: string): FlatWords | undefined {
  const base = findBase(text);
  for (const word of FLAT) {
    const start = text.lastIndexOf(word);
    if (start === -1) continue;
    if (FLAT_AFTER_BASE.has(word) && !(base && base.end <= start)) continue;
    const softening = SOFTENED.exec(text.slice(0, start))?.[0] ?? '';
    return {
      start: start - softening.length,
      end: start + word.length,
      ...(ROUGHLY.test(softening) && { roughly: true as const }),
    };
  }
  return undefined;
}

/** 大于, 小于, 高于, 低于, 等于 with what is compared with behind them: 决算数大于年初预算数. */
export function findGreaterLess(
  text: string,
): (Found & { readonly direction: Direction; readonly base: BaseWords }) | undefined {
  const match = GREATER_LESS.exec(text);
  if (!match?.[1]) return undefined;
  const start = match.index;
  const end = start + match[1].length;
  const base = baseAt(text, end, end);
  const direction = match[1] === '等于' ? 'flat' : /[大高多]/.test(match[1]) ? 'up' : 'down';
  return base && { start, end, direction, base };
}

/** Where the first reason in a text begins: 主要原因是…. */
export function findReason(text: string): Found | undefined {
  REASON.lastIndex = 0;
  const match = REASON.exec(text);
  if (match) return { start: match.index, end: match.index + match[0].length };
  const short = SHORT_REASON.exec(text);
  return short ? { start: 0, end: short[0].length } : undefined;
}

/** 按部门预算经济分类, 从支出功能分类看: by what the money that was spoken of is broken down, in front of a mark. */
const BY_KIND =
  /[按从](?:照)?[^,;。、]{0,14}(?:(?:分类|来源|性质|用途|构成|结构)(?:科目)?(?:来看|看|分)?|(?:品目|类型|类别|级次|方式)(?:来看|看|分|划分)|支出项目类别)$/;

/** 收入预算中，财政拨款100万元: in front of a mark. */
const SIDE = /(?<=(?:收入|支出)(?:总?预算|总?决算)?(?:总额|总计|合计)?)中$/;

/** The last words in a text that announce parts: 其中, 包括, 含 at its beginning. */
export function findIntroduction(text: string): IntroductionWords | undefined {
  let last: IntroductionWords | undefined;
  for (const [word, introduction] of INTRODUCTIONS) {
    const start = text.lastIndexOf(word);
    if (start !== -1 && start + word.length > (last?.end ?? 0))
      last = { start, end: start + word.length, introduction, detail: DETAILS.test(word) };
  }
  if (last) return last;
  const side = SIDE.exec(text);
  if (side) return { start: side.index, end: text.length, introduction: 'includes', detail: false };
  const kind = BY_KIND.exec(text);
  if (kind) return { start: kind.index, end: text.length, introduction: 'includes', detail: true };
  return /^含(?!税|上年)/.test(text)
    ? { start: 0, end: 1, introduction: 'includes', detail: false }
    : undefined;
}
