import type { Figure } from '../../disclosure/prose/prose.ts';
import { YUAN_IN } from '../../text/amountUnits.ts';
import { type Decimal, halfOf, Money, tenTo } from '../../text/money.ts';
import { remember } from '../../text/remember.ts';

/** What one of each unit of money is in 元. */
const YUAN: Readonly<Record<string, Decimal>> = {
  ...YUAN_IN,
  千元: new Money(1_000),
  百万元: new Money(1_000_000),
};

/** What a printed figure may stand for: half a unit of its last place on either side (domain rules §2.6). */
export interface Quantity {
  readonly value: Decimal;
  readonly half: Decimal;
}

/** A figure of money in 元; undefined for any other, and where its unit is not known or it is negative. */
export function moneyOf(figure: Figure | undefined): Quantity | undefined {
  return figure?.kind === 'statement' ? inYuan(figure) : undefined;
}

const inYuan = remember((figure: Figure): Quantity | undefined => {
  if (figure.unit.value === undefined) return undefined;
  const factor = YUAN[figure.unit.value];
  const { value } = figure.amount;
  if (!factor || value.isNegative()) return undefined;
  const half = halfUnit(figure).times(factor);
  // Below a cent there is nothing: 元 with cents is exact.
  const isExact = figure.unit.value === '元' && figure.amount.decimals >= 2;
  return { value: value.times(factor), half: isExact ? new Money(0) : half };
});

/** A percentage as it is printed, without a sign. */
export function percentOf(figure: Figure | undefined): Quantity | undefined {
  if (figure?.unit.value !== '%') return undefined;
  return { value: figure.amount.value.abs(), half: halfUnit(figure) };
}

/** Half a unit of the last place of a figure, in its own unit. */
export function halfUnit({ amount }: Figure): Decimal {
  return halfOf(amount.decimals);
}

/** The sum of two quantities; their roundings add up. */
export function plus(a: Quantity, b: Quantity): Quantity {
  return { value: a.value.plus(b.value), half: a.half.plus(b.half) };
}

/** The difference of two quantities; their roundings add up. */
export function minus(a: Quantity, b: Quantity): Quantity {
  return { value: a.value.minus(b.value), half: a.half.plus(b.half) };
}

/** Whether two quantities may be the same. */
export function mayEqual(a: Quantity, b: Quantity): boolean {
  return a.value.minus(b.value).abs().lte(a.half.plus(b.half));
}

/**
 * What part in a hundred one quantity is of another, as an interval; undefined where the whole may be nothing.
 * Percentages are rounded or cut off, so `half` of the printed one is added twice by who compares.
 */
export function percentInterval(
  part: Quantity,
  whole: Quantity,
): { readonly low: Decimal; readonly high: Decimal; readonly value: Decimal } | undefined {
  const [least, most] = [whole.value.minus(whole.half), whole.value.plus(whole.half)];
  if (least.lte(0)) return undefined;
  return {
    low: Money.max(0, part.value.minus(part.half)).div(most).times(100),
    high: part.value.plus(part.half).div(least).times(100),
    value: part.value.div(whole.value).times(100),
  };
}

/** Whether a printed percentage may be that of a part of a whole. Rounded and cut off figures both pass. */
export function percentFits(printed: Quantity, part: Quantity, whole: Quantity): boolean {
  const interval = percentInterval(part, whole);
  if (!interval) return true;
  const unit = printed.half.times(2);
  return printed.value.plus(unit).gte(interval.low) && printed.value.minus(printed.half).lte(interval.high);
}

/** How many digits a figure has that are not zeros at its ends. Round figures are near to many values. */
export function significantDigits({ amount }: Figure): number {
  return amount.value
    .abs()
    .toFixed()
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
}

/**
 * A percentage that is off by one unit of its last place may have been worked out from figures before they were
 * rounded, or rounded so that all shares come to a hundred: that is a remark.
 *
 * @param right what the printed figures give, with as many decimals
 */
export function severityOfPercent({ amount }: Figure, right: string): 'error' | 'information' {
  const unit = tenTo(-amount.decimals);
  return amount.value.abs().minus(right).abs().lte(unit) ? 'information' : 'error';
}

/** No money at all, exactly. */
export const NO_MONEY: Quantity = { value: new Money(0), half: new Money(0) };
