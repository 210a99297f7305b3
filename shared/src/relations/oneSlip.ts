import type { Decimal } from '../text/money.ts';
import { sum } from './interval.ts';
import type { SumRelation, Term } from './relation.ts';
import { isLong, slipOf } from './slips.ts';

/** Two parts may add up to anything. */
const LEAST_PARTS = 3;

/**
 * Whether one slip of the hand in a long figure, one that is not a slip away from every other, explains why a sum
 * fails. A list that nothing marks as whole is shown to be whole by that. Of two figures that should be equal either
 * may be the one that slipped.
 */
export function isOneSlipAway({ total, parts }: SumRelation): boolean {
  const excess = sum(parts).minus(total.cell.amount.value);
  const isTotalWrong = isLongSlip(total, total.cell.amount.value.plus(excess));
  if (parts.length === 1) return isTotalWrong;
  const wrong = parts.filter((part) => isLongSlip(part, part.cell.amount.value.minus(excess)));
  return parts.length >= LEAST_PARTS && wrong.length + (isTotalWrong ? 1 : 0) === 1;
}

/** Whether one slip of the hand in a long total explains why it is not the sum of parts that are known to be right. */
export function isTotalOneSlipAway({ total, parts }: SumRelation): boolean {
  return isLongSlip(total, sum(parts));
}

/** Whether a slip of the hand in one of the figures explains why a sum fails that holds by definition. */
export function isExplainedBySlip({ total, parts }: SumRelation): boolean {
  const excess = sum(parts).minus(total.cell.amount.value);
  const meant = ({ cell: { amount } }: Term) => amount.value.minus(excess);
  return (
    isLongSlip(total, total.cell.amount.value.plus(excess)) ||
    parts.some((part) => isLongSlip(part, meant(part)))
  );
}

function isLongSlip({ cell: { amount } }: Term, meant: Decimal): boolean {
  return slipOf(amount, meant) !== undefined && isLong(meant, amount.decimals);
}
