import { toHalfWidth } from './width.ts';

/** The number in front of a label: `一、`, `（一）`, `1.`, `(1)`, `①`. */
export interface Numbering {
  /** Which series: deeper kinds are sub-items of shallower ones in the same list. */
  readonly kind: 'chinese' | 'chinese-brackets' | 'arabic' | 'arabic-brackets' | 'circled';
  readonly value: number;
  /** UTF-16 length of the number with its punctuation. */
  readonly length: number;
}

/** A digit, Chinese or not: names that differ in one are told apart by it. */
export const NUMERAL = /[一二三四五六七八九十\d]/;

/** 一、 in front of an item of the highest level. */
export const TOP_NUMBER = /^[一二三四五六七八九十]{1,3}、/;

const DIGITS = '零一二三四五六七八九';
const PATTERNS: readonly [Numbering['kind'], RegExp][] = [
  ['chinese', /^\s*([一二三四五六七八九十]{1,3})\s*[、.]\s*/],
  ['chinese-brackets', /^\s*\(\s*([一二三四五六七八九十]{1,3})\s*\)\s*/],
  ['arabic', /^\s*(\d{1,2})\s*[、.](?!\d)\s*/],
  ['arabic-brackets', /^\s*\(\s*(\d{1,2})\s*\)\s*/],
];

/** Reads the numbering at the start of a label, or undefined where there is none. */
export function parseNumbering(label: string): Numbering | undefined {
  const half = toHalfWidth(label);
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(half);
    if (match?.[1] !== undefined) {
      const value = kind.startsWith('chinese') ? parseChineseNumeral(match[1]) : Number(match[1]);
      return value === undefined ? undefined : { kind, value, length: match[0].length };
    }
  }
  const circled = /^\s*([\u2460-\u2473])\s*/.exec(half);
  if (circled?.[1]) {
    return { kind: 'circled', value: circled[1].charCodeAt(0) - 0x2460 + 1, length: circled[0].length };
  }
  return undefined;
}

/** 1 to 99 in Chinese numerals; undefined for anything else. */
export function parseChineseNumeral(text: string): number | undefined {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return undefined;
  const [, tens, ten, ones] = match;
  const high = ten === undefined ? 0 : 10 * (tens === undefined ? 1 : DIGITS.indexOf(tens));
  return high + (ones === undefined ? 0 : DIGITS.indexOf(ones));
}
