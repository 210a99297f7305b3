import { CONCEPT_NAMES } from '../../disclosure/prose/vocabulary/concepts.ts';
import { wordList } from '../../disclosure/prose/vocabulary/fillers.ts';
import { SUBJECT_NAMES } from '../../disclosure/prose/vocabulary/subjects.ts';

/** Shorter names are a character away from too many words. */
const MIN_LENGTH = 4;
/** So long a name is no other word with one character changed, whatever the character. */
const LONG = 7;
/** Names of whole lines of income and expenditure (domain rules §6.3). */
const WHOLE_NAMES = wordList(`
  一般公共预算拨款收入 一般公共预算财政拨款收入 政府性基金预算拨款收入 政府性基金预算财政拨款收入
  国有资本经营预算拨款收入 国有资本经营预算财政拨款收入 财政拨款收入 财政拨款支出 一般公共预算支出
  一般公共预算拨款 一般公共预算财政拨款 政府性基金预算拨款 政府性基金预算财政拨款 政府性基金预算支出
  国有资本经营预算拨款 国有资本经营预算财政拨款 本年收入合计 本年支出合计
`);
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
const OPPOSITES = ['初末', '上下本', '收支', '入出', '增减', '内外', '他它'];

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
  for (const length of LENGTHS) {
    if (length > text.length || (whole && length !== text.length)) continue;
    const printed = text.slice(-length);
    if (NAMES.has(printed)) return undefined;
    for (const meant of BY_LENGTH.get(length) ?? []) {
      const at = onlyDifference(printed, meant);
      if (at === undefined) continue;
      const [wrong, right] = [printed.charAt(at), meant.charAt(at)];
      if (isOtherName(wrong, right)) continue;
      const alike =
        soundAlike(wrong, right) || LOOK_ALIKE.has(wrong + right) || LOOK_ALIKE.has(right + wrong);
      if (alike || length >= LONG) return { printed, meant, alike };
    }
  }
  return undefined;
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
