import { CONCEPT_NAMES } from '../../disclosure/prose/vocabulary/concepts.ts';
import { wordList } from '../../disclosure/prose/vocabulary/fillers.ts';
import { SUBJECT_NAMES } from '../../disclosure/prose/vocabulary/subjects.ts';

/** Shorter names are a character away from too many words. */
const MIN_LENGTH = 4;
/** So long a name is no other word with one character changed, whatever the character. */
const LONG = 7;
/** The same of a name that is all there is in a cell. */
const LONG_CELL = 5;
/** A name that lost a character within it is told from this length on. */
const LONG_CUT = 6;
/** Names of whole lines of income and expenditure (domain rules §6.3). */
const WHOLE_NAMES = wordList(`
  一般公共预算拨款收入 一般公共预算财政拨款收入 政府性基金预算拨款收入 政府性基金预算财政拨款收入
  国有资本经营预算拨款收入 国有资本经营预算财政拨款收入 财政拨款收入 财政拨款支出 一般公共预算支出
  一般公共预算拨款 一般公共预算财政拨款 政府性基金预算拨款 政府性基金预算财政拨款 政府性基金预算支出
  国有资本经营预算拨款 国有资本经营预算财政拨款 本年收入合计 本年支出合计 本年收入总计 本年支出总计
  财政专户管理资金收入 财政专户管理资金 事业单位经营收入 上级补助收入 附属单位上缴收入 用事业基金弥补收支差额
  使用非财政拨款结余 年初结转和结余 年末结转和结余 年初财政拨款结转和结余 年末财政拨款结转和结余
  附属单位补助支出 对附属单位补助支出 上缴上级支出 上解上级支出 事业单位经营支出 科目名称 科目编码 功能分类科目名称
  功能分类科目编码 经济分类科目名称 经济分类科目编码
`);
/** Names that are a character away from others of the list, and meant. */
const TWINS: ReadonlySet<string> = new Set(
  wordList('机关运转经费 债务利息支出 非财政拨款结转 专项业务类 人员经费类 公用经费类'),
);
/** What is done, with or without 费 behind it. */
const IS_WORK = /(?:运行|维护|维修|管理|购置|接待|招待|出国|国境|\(境\))$/;
const NAMES: ReadonlySet<string> = new Set(
  [...CONCEPT_NAMES, ...SUBJECT_NAMES, ...WHOLE_NAMES].flatMap((name) => [
    name,
    ...(IS_WORK.test(name) ? [`${name}费`] : []),
    // Where a figure follows the words for money at the end are no part of what is read as its name.
    name.replace(/(?:经费|费用|支出|收入|费)$/, ''),
  ]),
);
/** Two characters that stand beside each other in a name. */
const PAIRS: ReadonlySet<string> = new Set(
  [...NAMES].flatMap((name) => [...name].slice(1).map((character, at) => name.charAt(at) + character)),
);
/** Behind a name: 因公出国经费 is no 因公出国境费. */
const MONEY_END = /(?:经费|费用|支出|费)$/;
const LENGTHS = [...new Set([...NAMES].map(({ length }) => length))]
  .filter((length) => length >= MIN_LENGTH)
  .sort((a, b) => b - a);
const BY_LENGTH: ReadonlyMap<number, readonly string[]> = new Map(
  LENGTHS.map((length) => [length, [...NAMES].filter((name) => name.length === length)]),
);
/** Characters that look alike and do not sound so; each is taken for the one beside it. */
const LOOK_ALIKE = new Set(
  wordList('按接 待侍 日目 己已 未末 本木 拨拔 贷货 人入 士土 干千 住往 运远 支文 经轻'),
);
/** A name that differs in one of these is another name: numbers, and words that join. */
const OTHER_NAME = /[^\p{Script=Han}]|[一二三四五六七八九十和及与或的]/u;
/** Where one stands for another of its group both may be meant. */
const OPPOSITES = ['初末', '上下本', '本级', '合总小', '收支', '入出', '增减', '内外', '他它', '款费'];

/** A name written with one character other than it has. */
export interface NearName {
  /** What ends the text, as it is printed. */
  readonly printed: string;
  readonly meant: string;
  /** Whether the characters sound or look alike, so that it is surely a slip. */
  readonly alike: boolean;
}

/**
 * The fixed name that ends a text but for one character; undefined where a name ends it as it should, or none does.
 *
 * @param text half width, without blanks
 * @param whole whether the name must be all of the text
 * @param soundAlike whether two characters may be typed for each other
 */
export function nearFixedName(
  text: string,
  whole: boolean,
  soundAlike: (a: string, b: string) => boolean,
): NearName | undefined {
  if (TWINS.has(text)) return undefined;
  for (const length of LENGTHS) {
    if (length > text.length || (whole && length !== text.length)) continue;
    const printed = text.slice(-length);
    if (NAMES.has(printed) || NAMES.has(printed.replace(MONEY_END, '')) || TWINS.has(printed))
      return undefined;
    for (const meant of BY_LENGTH.get(length) ?? []) {
      const at = onlyDifference(printed, meant);
      if (at === undefined) continue;
      const [wrong, right] = [printed.charAt(at), meant.charAt(at)];
      if (isOtherName(wrong, right)) continue;
      // The 务 of 服务业管理 is the end of a word, and no 物 of 物业管理.
      if (at === 0 && PAIRS.has(text.charAt(text.length - length - 1) + wrong)) continue;
      const alike =
        soundAlike(wrong, right) || LOOK_ALIKE.has(wrong + right) || LOOK_ALIKE.has(right + wrong);
      if (alike || length >= (whole ? LONG_CELL : LONG)) return { printed, meant, alike };
    }
  }
  return whole ? cutName(text) : undefined;
}

/** The fixed name of which a character within it was lost: 住房障支出. */
function cutName(printed: string): NearName | undefined {
  if (NAMES.has(printed) || printed.length + 1 < LONG_CUT) return undefined;
  const meant = BY_LENGTH.get(printed.length + 1)?.find((name) => lostOne(printed, name));
  return meant === undefined ? undefined : { printed, meant, alike: false };
}

/** Whether a text is a name without one of its characters, which is neither the first nor the last. */
function lostOne(text: string, name: string): boolean {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) === name.charCodeAt(at)) at++;
  const isWithin = at > 0 && at < text.length;
  return isWithin && !OTHER_NAME.test(name.charAt(at)) && text.slice(at) === name.slice(at + 1);
}

function isOtherName(wrong: string, right: string): boolean {
  return (
    OTHER_NAME.test(wrong + right) ||
    OPPOSITES.some((group) => group.includes(wrong) && group.includes(right))
  );
}

/** Where two texts of one length differ, if in one character only. */
function onlyDifference(a: string, b: string): number | undefined {
  let at: number | undefined;
  for (let index = 0; index < a.length; index++) {
    if (a.charCodeAt(index) === b.charCodeAt(index)) continue;
    if (at !== undefined) return undefined;
    at = index;
  }
  return at;
}
