import { type Fix, replaceFix } from '../../findings.ts';
import { formatAmount } from '../../text/amount.ts';
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
