import { type Amount, parseAmount } from '../../text/amount.ts';

/** `1 1 9 , 2 5 7 . 5 2`, `2 0 2 6年`: each character is parted from the next one, so that they are one number. */
const LETTER_SPACED =
  /(?<![\d.,] ?)(?:\d(?: \d)*(?: , \d \d \d)* \. \d(?: \d)?|[12] \d \d \d(?= ?年))(?! ?[\d.])/g;
/** Fewer digits may be the number of an item and a figure. */
const MIN_DIGITS = 3;

/** Where each number stands whose digits are parted by blanks: the end by the beginning. */
export function letterSpaced(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(LETTER_SPACED)].flatMap(({ 0: digits, index }) =>
    digits.replace(/\D/g, '').length < MIN_DIGITS ? [] : [{ start: index, end: index + digits.length }],
  );
}

/** The amount that digits print, though blanks part each from the next one. */
export function amountOf(text: string): Amount | undefined {
  const amount = parseAmount(text);
  if (amount) return amount;
  const [run] = letterSpaced(text);
  const joined =
    run && run.end - run.start === text.length ? parseAmount(text.replaceAll(' ', '')) : undefined;
  return joined && { ...joined, end: text.length };
}

/** No more of what stands in front of a figure tells whether it is part of it. */
const IN_FRONT = 16;
/**
 * `23967 49`, `4, 46`, `283,.30`, `288S16.35`, `1$,291.3`: digits that a blank, a second mark or a misread character parts from those in front.
 */
const TORN = /\d[,.]? $|\d[,.]{2}$|[A-Za-z$§]\w*\.$|\d[A-Za-z$§]\w*,$|\d[$§]$/;

/** Whether the digits at a place of compact text are but the tail of a damaged number, so that what they are is not known. */
export function isTail(text: string, start: number): boolean {
  const at = text.charAt(start) === '.' ? start + 1 : start;
  return TORN.test(text.slice(Math.max(0, at - IN_FRONT), at));
}
