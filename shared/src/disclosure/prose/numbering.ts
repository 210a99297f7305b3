import { parseChineseNumeral, parseNumbering } from '../../text/numbering.ts';
import { toHalfWidth } from '../../text/width.ts';

/** The series a number in front of a line belongs to, outermost first. */
export type NumberingKind =
  | 'part'
  | 'chinese'
  | 'chinese-brackets'
  | 'arabic'
  | 'arabic-brackets'
  | 'circled'
  | 'annex';

/** The number in front of a heading or an item. */
export interface LineNumbering {
  readonly kind: NumberingKind;
  readonly value: number;
  /** The second number of 表6-1. */
  readonly sub?: number;
  /** UTF-16 length of the number with its punctuation and the blanks behind. */
  readonly length: number;
}

/** How deep each series stands in a document. An annex (附件2, 表3) stands as its table does. */
export const NUMBERING_LEVELS: Readonly<Record<NumberingKind, number>> = {
  part: 1,
  annex: 2,
  chinese: 2,
  'chinese-brackets': 3,
  arabic: 4,
  'arabic-brackets': 5,
  circled: 6,
};

/** No number of a heading or item is longer. */
const MAX_PREFIX = 24;

const PART = /^\s*第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[部章篇]分?\s*[、.:]?\s*/;
const ANNEX =
  /^\s*附?[件表]\s*([一二三四五六七八九十]{1,3}|\d{1,2})(?:\s*-\s*(\d{1,2}))?(?=[\s:.、]|$)[\s:.、]*/;
/** `1.2023年…`: a number directly in front of a year. */
const BEFORE_YEAR = /^\s*(\d{1,2})\s*[.、](?=(?:19|20)\d{2}\s*年)/;
/** `1)`: a bracket that was never opened. */
const HALF_BRACKET = /^\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\)\s*/;

/** Reads the number in front of a line, or undefined where there is none. */
export function readLineNumbering(text: string): LineNumbering | undefined {
  const head = toHalfWidth(text.slice(0, MAX_PREFIX));
  const part = PART.exec(head);
  if (part?.[1]) return found('part', part[1], part[0].length);
  const annex = ANNEX.exec(head);
  if (annex?.[1]) {
    const numbered = found('annex', annex[1], annex[0].length);
    return numbered && annex[2] ? { ...numbered, sub: Number(annex[2]) } : numbered;
  }
  const beforeYear = BEFORE_YEAR.exec(head);
  if (beforeYear?.[1]) return found('arabic', beforeYear[1], beforeYear[0].length);
  const half = HALF_BRACKET.exec(head);
  if (half?.[1]) {
    return found(/\d/.test(half[1]) ? 'arabic-brackets' : 'chinese-brackets', half[1], half[0].length);
  }
  return parseNumbering(head);
}

function found(kind: NumberingKind, digits: string, length: number): LineNumbering | undefined {
  const value = /\d/.test(digits) ? Number(digits) : parseChineseNumeral(digits);
  return value === undefined ? undefined : { kind, value, length };
}
