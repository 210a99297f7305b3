import { toHalfWidth } from '../../text/width.ts';
import { letterSpaced } from './brokenNumbers.ts';

/** A text as its words are compared, and where each of its characters stands in the text it came from. */
export interface CompactText {
  readonly text: string;
  /** One entry a character, and one more for the end. */
  readonly offsets: readonly number[];
}

/** A tag with what it says of its style: <span lang=EN-US>. */
const MAX_TAG = 240;
const TAG = /^<\/?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?\/?>/;

/** Words in 〔〕 stand as in round brackets: （类）100万元〔学前教育（项）60万元〕. A year in them is of the number of a document. */
const SQUARE = /〔([^〔〕]+)〕/g;
const YEAR = /^\d+$/;

/**
 * Half width, without blanks, form underscores, emphasis, quotation marks and inline tags: `基本 支出` and
 * `__1191.58__万 元` become words and numbers again. A blank between two digits stays, as one space, unless
 * OCR put it behind a separator (`4, 461. 66`) or between all of them: otherwise two numbers would become one.
 */
export function compactText(source: string): CompactText {
  const half = toHalfWidth(source).replace(SQUARE, (all, words: string) =>
    YEAR.test(words) ? all : `(${words})`,
  );
  const offsets: number[] = [];
  const chars: string[] = [];
  const spaced = letterSpaced(half);
  let gap = false;
  for (let i = 0; i < half.length; ) {
    const char = half.charAt(i);
    const skip = isDropped(char) ? 1 : char === '<' ? tagLength(half, i) : 0;
    if (skip > 0) {
      gap = true;
      i += skip;
      continue;
    }
    if (gap && isDigit(char) && partsNumbers(chars, half, i) && !isWithin(spaced, i)) {
      chars.push(' ');
      offsets.push(i);
    }
    gap = false;
    chars.push(char);
    offsets.push(i);
    i++;
  }
  offsets.push(half.length);
  return { text: chars.join(''), offsets };
}

/** Whether the blank in front of the digit at `at` stands between two numbers rather than in one. */
function partsNumbers(before: readonly string[], half: string, at: number): boolean {
  const last = before.at(-1) ?? '';
  if (isDigit(last)) return true;
  const separator = (last === ',' || last === '.') && isDigit(before.at(-2) ?? '');
  if (!separator) return false;
  let digits = 0;
  while (digits < 4 && isDigit(half.charAt(at + digits))) digits++;
  return last === ',' ? digits !== 3 : digits > 2;
}

function isWithin(stretches: ReturnType<typeof letterSpaced>, at: number): boolean {
  return stretches.some(({ start, end }) => at > start && at < end);
}

/** How long the tag at `at` is, 0 where there is none. */
function tagLength(text: string, at: number): number {
  return TAG.exec(text.slice(at, at + MAX_TAG))?.[0].length ?? 0;
}

function isDropped(char: string): boolean {
  return char <= ' ' || '_*"\'“”‘’「」『』`\u200b\ufeff'.includes(char);
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9' && char.length === 1;
}
