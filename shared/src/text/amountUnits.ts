import type { AmountUnit } from './amount.ts';
import { type Decimal, Money } from './money.ts';

/** The units of money, and what one of each is in 元. */
export const YUAN_IN: Readonly<Record<AmountUnit, Decimal>> = {
  元: new Money(1),
  万元: new Money(10_000),
  亿元: new Money(100_000_000),
};

/** All units of money, the smallest first. */
export const AMOUNT_UNITS: readonly AmountUnit[] = ['元', '万元', '亿元'];

/** Whether a unit is one of money. */
export function isAmountUnit(unit: string | undefined): unit is AmountUnit {
  return unit !== undefined && Object.hasOwn(YUAN_IN, unit);
}

/** A unit of money that a text prints, undefined for any other. */
export function amountUnit(unit: string | undefined): AmountUnit | undefined {
  return isAmountUnit(unit) ? unit : undefined;
}

/** A value of one unit in another. Exact. */
export function convert(value: Decimal, from: AmountUnit, to: AmountUnit): Decimal {
  return value.times(YUAN_IN[from]).div(YUAN_IN[to]);
}
