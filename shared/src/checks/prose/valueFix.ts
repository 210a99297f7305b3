import { type Fix, replaceFix } from '../../findings.ts';
import { formatAmount } from '../../text/amount.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import type { Culprit } from './constraint.ts';

/**
 * Writes the only value that is left for a wrong figure, in its own style. None where several would do, and none
 * preferred where another figure may be the wrong one.
 */
export function valueFix(culprit: Culprit | undefined): Fix[] {
  if (!culprit?.value) return [];
  const { figure, value } = culprit;
  const newText = formatAmount(value, figure.amount.decimals, figure.amount.style);
  return [replaceFix(rangeOf(figure.span), newText, culprit.sure)];
}

/** What a wrong figure should be, as its message says it: the only value that is left, or the middle of those. */
export function aboutValue({ figure, value, allowed }: Culprit): string {
  return (value ?? middleOf(allowed.low, allowed.high)).toFixed(figure.amount.decimals);
}

function middleOf(low: Decimal, high: Decimal): Decimal {
  return high.isFinite() ? Money.max(0, low).plus(high).div(2) : low;
}
