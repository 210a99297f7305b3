import { isAmountUnit } from './amountUnits.ts';
import { type Decimal, Money } from './money.ts';
import { toHalfWidth } from './width.ts';

/** How an amount was written, so that a fix can write the new value alike. */
export interface AmountStyle {
  /** Text between groups of three digits: `''`, `','`, or `', '` as OCR leaves it. */
  readonly groupSeparator: string;
  /** Text between integer and fraction: `'.'`, or `'. '` as OCR leaves it. */
  readonly decimalPoint: string;
  readonly negative: 'minus' | 'brackets';
  readonly percent: boolean;
  readonly fullWidth: boolean;
}

/** An amount as printed. */
export interface Amount {
  readonly value: Decimal;
  /** Digits printed after the point: the amount stands for value ± ½·10⁻ᵈ. */
  readonly decimals: number;
  /** Where sign, digits and percent sign stand in the text given to {@link parseAmount}. */
  readonly start: number;
  readonly end: number;
  readonly style: AmountStyle;
  /** A unit printed right behind the number (`141.77万元`). */
  readonly unit?: AmountUnit;
}

/** The units in which disclosures print money. */
export type AmountUnit = '元' | '万元' | '亿元';

/** Longer runs of digits are identifiers, never money. */
const MAX_DIGITS = 18;

/** What may stand around an amount: blanks, underscores of a form, Markdown emphasis, underline tags. */
const LEADING_WRAPPER = /^(?:[\s_*]|<\/?(?:u|b|strong)>)+/;
const TRAILING_WRAPPER = /(?:[\s_*]|<\/?(?:u|b|strong)>)$/;
const NUMBER =
  /^(\(|-\s?|\+)?(\d{1,3}(?:(,\s?|\s)\d{1,3})*|\d+)?(?:\s?([.。])(\s?)(\d+))?(\))?\s?(%)?(万元|亿元|元)?$/;

/** What parts the lines of a cell in Markdown. */
const LINE_BREAK = /\s*<br\s?\/?>\s*/;
/** Tables print two decimals: of a torn figure, the one part ends within them, the other has the rest. */
const TWO_DECIMALS = /^-?\d[\d,]*\.\d\d$/;

/**
 * Reads a text (a cell, a blank of a form) that holds one amount and nothing else.
 *
 * Accepts separators, also around a group that lost a digit, OCR spaces after separators and around the point (`2, 371. 41`), a lost leading zero
 * (`. 24`), full-width digits, form underscores (`__5456.16__`), signs, brackets for negatives and a percent
 * sign. Returns undefined for anything that is not clearly one number: blanks, `-`, dates, `24*7`, ranges.
 */
export function parseAmount(text: string): Amount | undefined {
  if (text.length > 60) return undefined;
  const half = toHalfWidth(text);
  const { start, core } = trimWrapper(half);
  if (core === '') return undefined;
  const match = NUMBER.exec(core.includes('<') ? joinTorn(core) : core);
  if (!match) return undefined;
  const [, sign, integer, group, point, pointSpace, fraction, close, percent, unit] = match;
  if (integer === undefined && fraction === undefined) return undefined;
  if ((sign === '(') !== (close !== undefined)) return undefined;
  if (integer !== undefined && !groupsFit(integer, fraction !== undefined)) return undefined;
  const digits = (integer ?? '').replace(/\D/g, '');
  if (digits.length + (fraction?.length ?? 0) > MAX_DIGITS) return undefined;
  const unsigned = new Money(`${digits || '0'}${fraction === undefined ? '' : `.${fraction}`}`);
  const value = sign === '(' || sign?.startsWith('-') ? unsigned.negated() : unsigned;
  const end = start + core.length - (unit?.length ?? 0);
  return {
    value,
    decimals: fraction?.length ?? 0,
    start,
    end,
    style: {
      groupSeparator: group ?? '',
      decimalPoint: `${point ?? '.'}${pointSpace ?? ''}`,
      negative: sign === '(' ? 'brackets' : 'minus',
      percent: percent !== undefined,
      fullWidth: half.slice(start, end) !== text.slice(start, end),
    },
    ...(isAmountUnit(unit) && { unit }),
  };
}

/** Whether a cell says "nothing to report": blank, a dash, 无, 不需填列. A blank is not zero (domain rules §2.6). */
export function isNotReported(text: string): boolean {
  return /^[\s\-—–－_·.]*$|^无$|^(?:本?单位)?不(?:需要?|用|必)?填[列报写]?$|^不适用$/.test(
    toHalfWidth(text).trim(),
  );
}

/** Digits and separators only: where {@link parseAmount} reads no amount, OCR damaged a figure: `4, 461, 66`. */
export function isDamagedFigure(text: string): boolean {
  return /^-?[\s.,。]*\d[\d\s.,。]*$/.test(toHalfWidth(text).trim());
}

/**
 * Writes a value in the style of an amount that stands in the text already.
 *
 * @param decimals digits after the point
 */
export function formatAmount(value: Decimal, decimals: number, style: AmountStyle): string {
  const [integer = '0', fraction] = value.abs().toFixed(decimals).split('.');
  const grouped = style.groupSeparator === '' ? integer : groupDigits(integer, style.groupSeparator);
  const number = fraction === undefined ? grouped : `${grouped}${style.decimalPoint}${fraction}`;
  const signed =
    !value.isNegative() || value.isZero()
      ? number
      : style.negative === 'brackets'
        ? `(${number})`
        : `-${number}`;
  const text = style.percent ? `${signed}%` : signed;
  return style.fullWidth ? toFullWidth(text) : text;
}

/**
 * Separators must part the digits in threes; a printed point makes a slip among them readable, and so does the length of a
 * figure from which a digit was dropped (`1,25,300`).
 */
function groupsFit(integer: string, hasPoint: boolean): boolean {
  const groups = integer.split(/[,\s]+/);
  const odd = groups.slice(1).filter((group) => group.length !== 3);
  return odd.length === 0 || hasPoint || (odd.length === 1 && lacksOneDigit(integer, odd));
}

/** Shorter ones may be two numbers, or have a comma for a point; with blanks, two cells. */
const SHORTEST_WITH_ODD_GROUP = 5;

function lacksOneDigit(integer: string, [odd]: readonly string[]): boolean {
  const isLong = integer.replaceAll(',', '').length >= SHORTEST_WITH_ODD_GROUP;
  return odd?.length === 2 && isLong && !/\s/.test(integer);
}

function groupDigits(integer: string, separator: string): string {
  const groups: string[] = [];
  for (let end = integer.length; end > 0; end -= 3) groups.unshift(integer.slice(Math.max(0, end - 3), end));
  return groups.join(separator);
}

function toFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

/**
 * A figure that a narrow cell broke in two (`18,536.8<br>8`, `18,<br>536.88`), as some tools write it in Markdown; the text as it is
 * where the upper line may be a figure of its own.
 */
function joinTorn(core: string): string {
  const [upper = '', lower = '', ...more] = core.split(LINE_BREAK);
  const endsWithin = /^\d/.test(lower) && (/\.\d?$/.test(upper) || parseAmount(upper) === undefined);
  return more.length === 0 && endsWithin && TWO_DECIMALS.test(upper + lower) ? upper + lower : core;
}

/** Whether figures stand below each other in a cell of Markdown that {@link parseAmount} cannot make one of. */
export function hasSeveralFigures(text: string): boolean {
  const lines = text.split(LINE_BREAK);
  return lines.length > 1 && lines.every(isDamagedFigure) && parseAmount(text) === undefined;
}

function trimWrapper(text: string): { readonly start: number; readonly core: string } {
  const start = LEADING_WRAPPER.exec(text)?.[0].length ?? 0;
  let core = text.slice(start);
  for (let match = TRAILING_WRAPPER.exec(core); match; match = TRAILING_WRAPPER.exec(core)) {
    core = core.slice(0, match.index);
  }
  return { start, core };
}
