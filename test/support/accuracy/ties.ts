import type { Amount } from './amount.ts';
import {
  balanceOf,
  changedIn,
  holds,
  type ListedSum,
  magnitude,
  type SumDocument,
  termsOf,
  type Values,
} from './listedSum.ts';
import { amountsBefore } from './slips.ts';

/**
 * Whether another single cell, one slip away from what is printed in it, would satisfy every sum that a fault broke
 * and break none that holds. Nothing but the listed sums decides: a reader may know better, but need not.
 *
 * @param after what stands in each cell with the fault
 */
export function isTie(
  document: SumDocument,
  faulty: number,
  broken: readonly ListedSum[],
  after: Values,
): boolean {
  const [first, ...others] = broken;
  if (first === undefined) return false;
  return termsOf(first).some(({ cell }) => {
    if (cell === faulty || !others.every((sum) => termsOf(sum).some((term) => term.cell === cell)))
      return false;
    const kept = (document.sumsOf[cell] ?? []).filter((sum) => broken.includes(sum) || holds(sum, after));
    return mendingAmounts(first, cell, after).some((amount) =>
      kept.every((sum) => holds(sum, changedIn(after, cell, amount))),
    );
  });
}

/** What could have stood in a cell before one slip, so that a sum holds. */
function mendingAmounts(sum: ListedSum, cell: number, values: Values): Amount[] {
  const { difference, twiceTolerance } = balanceOf(sum, values);
  const { total, addends } = sum;
  const weight =
    total.cell === cell ? total.factor : -(addends.find((term) => term.cell === cell)?.factor ?? 0n);
  const printed = values(cell);
  return amountsBefore(printed).filter(
    ({ micro }) => 2n * magnitude(difference + weight * (micro - printed.micro)) <= twiceTolerance,
  );
}
