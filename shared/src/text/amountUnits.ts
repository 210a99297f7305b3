import type { AmountUnit } from './amount.ts';
import { type Decimal, Money } from './money.ts';

const YUAN: Readonly<Record<AmountUnit, Decimal>> = {
  元: new Money(1),
  万元: new Money(10_000),
  亿元: new Money(100_000_000),
};

/** A value of one unit in another. Exact. */
export function convert(value: Decimal, from: AmountUnit, to: AmountUnit): Decimal {
  return value.times(YUAN[from]).div(YUAN[to]);
}
