import type { Span } from '../../text/range.ts';
import { toHalfWidth } from '../../text/width.ts';

/** Digits in a sentence that may be a code, with what stands right beside them. */
export interface CodeMention {
  readonly digits: string;
  readonly span: Span;
  /** The whole line. */
  readonly text: string;
  /** Where the text in front ends: at the bracket around the digits, or at what parts them from a name. */
  readonly frontEnd: number;
  /** Where the text behind bare digits begins; undefined for digits in brackets, which follow their name. */
  readonly behindStart?: number;
}

type IsCodeLike = (digits: string, before: string) => boolean;

const IN_BRACKETS = /\(\s*(?:(?:科目)?(?:编码|代码)\s?:?\s?)?(\d[\d,.]*)\s*\)/g;
const DIGITS = /^\d{3,10}$/;
/** Between a bare code and its name. */
const SEPARATOR = '[\\s:"“‘《—-]{0,2}';
/** Bare digits count only in front of words; shorter ones may be anything. */
const BARE = new RegExp(
  `(?<!\\d,)(?<![\\d\\p{Script=Latin}%#*+/~-])[1235]\\d{4}(?:\\d{2})?(?=${SEPARATOR}\\p{Script=Han})`,
  'gu',
);
/** 行政运行（项）2010301: the level shows that a name ends there. Shorter digits, and those in front of 元, are amounts. */
const BEHIND_LEVEL =
  /\([类款项目]\)\s{0,2}([1235]\d{6})(?=\s{0,2}(?:$|支出|安排|预算|[，。；、;:)])|\s{1,2}\d)/g;
const SEPARATOR_BEHIND = new RegExp(`^${SEPARATOR}`);
const BEHIND_WORDS = /[\s:："”’》]{0,2}(?:[（(][类款项目][）)])?[\s:：]{0,2}$/;
/** A level in brackets with a mark and the blanks around them. */
const LONGEST_GAP = 7;
/** Two digits and fewer number the items of a list, years are dates, and more than five are no amount. */
const AMOUNT = /^(?:(?!20\d\d$)\d{3,5}|\d[\d,.]*[,.]\d+)$/;
/** More digits than these cannot be taken for an amount. */
const LONGEST_DOUBTFUL = 5;

/**
 * Where digits of a line stand as codes do: in brackets behind a name, bare in front of one, or bare behind the level
 * of one.
 *
 * @param isCodeLike whether digits may be a code, by those above them or by the text in front; others are amounts
 */
export function codeMentions(text: string, line: number, isCodeLike: IsCodeLike): CodeMention[] {
  const plain = toHalfWidth(text);
  const behind = behindLevel(plain, text, line);
  const isTaken = ({ span }: CodeMention) => behind.some((each) => each.span.start === span.start);
  return [
    ...inBrackets(plain, text, line, isCodeLike),
    ...bare(plain, text, line).filter((each) => !isTaken(each)),
    ...behind,
  ].sort((a, b) => a.span.start - b.span.start);
}

function inBrackets(plain: string, text: string, line: number, isCodeLike: IsCodeLike): CodeMention[] {
  const matches = [...plain.matchAll(IN_BRACKETS)];
  // Where amounts stand in brackets behind the names of a list, one of them may look like a code.
  const hasAmounts = matches.some(
    ({ 1: number = '', index }) =>
      AMOUNT.test(number) && !isCodeLike(number, text.slice(0, endOfWords(text, index))),
  );
  return matches.flatMap(({ 0: whole, 1: digits = '', index }): CodeMention[] => {
    if (!DIGITS.test(digits) || (hasAmounts && digits.length <= LONGEST_DOUBTFUL)) return [];
    const start = index + whole.indexOf(digits);
    return [
      { digits, span: { line, start, end: start + digits.length }, text, frontEnd: endOfWords(text, index) },
    ];
  });
}

function bare(plain: string, text: string, line: number): CodeMention[] {
  return [...plain.matchAll(BARE)].map(({ 0: digits, index }) => {
    const end = index + digits.length;
    const gap = SEPARATOR_BEHIND.exec(plain.slice(end, end + 2))?.[0].length ?? 0;
    const frontEnd = endOfWords(text, index);
    return { digits, span: { line, start: index, end }, text, frontEnd, behindStart: end + gap };
  });
}

function behindLevel(plain: string, text: string, line: number): CodeMention[] {
  return [...plain.matchAll(BEHIND_LEVEL)].map(({ 1: digits = '', index, 0: { length } }) => {
    const start = index + length - digits.length;
    const span = { line, start, end: start + digits.length };
    return { digits, span, text, frontEnd: endOfWords(text, start) };
  });
}

/** The end of the words in front, which may tell their level: 事业运行（项）. */
function endOfWords(text: string, end: number): number {
  const near = text.slice(Math.max(0, end - LONGEST_GAP), end);
  return end - (BEHIND_WORDS.exec(near)?.[0].length ?? 0);
}
