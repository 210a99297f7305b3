import type { AmountCell } from '../disclosure/table.ts';
import { type Decimal, Money } from '../text/money.ts';
import type { Interval } from './interval.ts';

/** More values than this within rounding tell nothing apart. */
const MAX_VALUES = 400;

/**
 * The value a wrong cell should have, where the sums leave one only: the single value of the cell's decimals
 * in the interval they allow, or the single one that is a typing slip away from what is printed. Undefined
 * where several would do: then no fix is preferred.
 */
export function onlyValue(cell: AmountCell, { low, high }: Interval): Decimal | undefined {
  const { value: printed, decimals } = cell.amount;
  const unit = new Money(10).pow(-decimals);
  const first = low.div(unit).ceil();
  const count = high.div(unit).floor().minus(first).plus(1);
  if (count.lt(1) || count.gt(MAX_VALUES)) return undefined;
  const values = Array.from({ length: count.toNumber() }, (_, i) => first.plus(i).times(unit));
  if (values.length === 1) return values[0];
  const slips = values.filter((value) => isOneSlip(digitsOf(printed, decimals), digitsOf(value, decimals)));
  return slips.length === 1 ? slips[0] : undefined;
}

function digitsOf(value: Decimal, decimals: number): string {
  return value.abs().toFixed(decimals).replace('.', '');
}

/** One digit changed, or two neighbours transposed. */
function isOneSlip(printed: string, meant: string): boolean {
  if (printed.length !== meant.length) return false;
  const differing = [...printed].flatMap((digit, at) => (digit === meant[at] ? [] : at));
  const [first, second, third] = differing;
  if (first === undefined || third !== undefined) return false;
  if (second === undefined) return true;
  return second === first + 1 && printed[first] === meant[second] && printed[second] === meant[first];
}
