import type { NamedCode } from '../codeRuleParams.ts';
import type { Operand, PrintedAmount, TablePercentParams } from '../tableRuleParams.ts';
import { Money } from '../text/money.ts';

/** Longer sums are cut in the middle; a reader checks the ends and opens the related places for the rest. */
const MAX_TERMS = 8;

/** An amount with thousands separators, as printed in official tables. */
export function amountText({ value, decimals }: PrintedAmount): string {
  const [integer = '0', fraction] = value.toFixed(Math.max(decimals, value.decimalPlaces())).split('.');
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** How far `actual` is from `expected`, without sign. */
export function differenceText(expected: PrintedAmount, actual: PrintedAmount): string {
  const value = new Money(expected.value).minus(actual.value).abs();
  return amountText({ value, decimals: Math.max(expected.decimals, actual.decimals) });
}

/** `330.56 + 2,040.84`; long sums keep their ends around `…`. */
export function formulaText(operands: readonly Operand[]): string {
  const texts = operands.map((operand) => amountText(operand.amount));
  const shown =
    texts.length <= MAX_TERMS ? texts : [...texts.slice(0, MAX_TERMS - 2), '…', texts.at(-1) ?? ''];
  return shown.join(' + ');
}

/** How a percentage is worked out: `90.00 ÷ 1,410.00`, or `(1,500.00 − 1,410.00) ÷ 1,410.00`. */
export function quotientText({ kind, part, whole }: TablePercentParams): string {
  const [a, b] = [amountText(part), amountText(whole)];
  return kind === 'change' ? `(${a} − ${b}) ÷ ${b}` : `${a} ÷ ${b}`;
}

/** `2010301 行政运行`; the code alone where no name is known. */
export function namedCodeText({ code, name }: NamedCode): string {
  return `${code} ${name}`.trim();
}

/** A label as it is quoted: without tags and emphasis. */
export function plainLabel(text: string): string {
  return text.replace(/<[^>]*>|\*+/g, '').trim();
}

/** What is left of 单位：万元 that OCR read as other words and glued to the heading below: `中世:刀儿十、上年结转`. */
const GLUED_UNIT = /^.{1,3}[:：].{1,3}?(?=[一二三四五六七八九十]{1,3}、)/u;
const MARKS_IN_FRONT = /^[\s:：,，;；.。·、]+/u;

/** The heading of a column as it is quoted: without what OCR put in front of it. Each group is cut alone. */
export function headingLabel(text: string): string {
  const groups = plainLabel(text).split(' › ');
  return groups.map((each) => each.replace(GLUED_UNIT, '').replace(MARKS_IN_FRONT, '')).join(' › ');
}
