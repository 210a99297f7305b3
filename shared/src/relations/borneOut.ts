import { holds, type Rounding } from './interval.ts';
import type { SumRelation } from './relation.ts';

/**
 * Whether other columns show that a sum over rows is meant: it holds in them, and each of its rows is filled in
 * one of them. A row filled in none of them may be a part of another that nothing marks as such.
 *
 * @param others the sums of the same rows in other columns
 * @param least filled rows that one of them must have
 */
export function isBorneOut(
  relation: SumRelation,
  others: readonly SumRelation[],
  rounding: Rounding,
  least: number,
): boolean {
  const holding = others.filter((other) => other !== relation && holds(other, rounding));
  const shown = new Set(holding.flatMap(filledRows));
  return (
    holding.some((other) => filledRows(other).length >= least) &&
    filledRows(relation).every((row) => shown.has(row))
  );
}

function filledRows({ parts }: SumRelation): number[] {
  return parts.flatMap(({ cell }) => (cell.amount.value.isZero() ? [] : cell.span.line));
}
