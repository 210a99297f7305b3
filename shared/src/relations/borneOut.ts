import type { Cell, SideRow } from '../disclosure/table.ts';
import { holds, type Rounding } from './interval.ts';
import type { SumRelation } from './relation.ts';

/**
 * Whether other columns show that a sum over rows is meant: it holds in them, and each of its rows is filled in
 * one of them. A row filled in none of them may be a part of another that nothing marks as such.
 *
 * @param rows the rows that are summed
 * @param others the sums of the same rows in other columns
 * @param least filled rows that one of them must have
 */
export function isBorneOut(
  relation: SumRelation,
  rows: readonly SideRow[],
  others: readonly SumRelation[],
  rounding: Rounding,
  least: number,
): boolean {
  const holding = others.filter((other) => other !== relation && holds(other, rounding));
  const filledIn = (each: SumRelation) => filledRows(each, rows);
  const shown = new Set(holding.flatMap(filledIn));
  return (
    holding.some((other) => filledIn(other).length >= least) &&
    filledIn(relation).every((row) => shown.has(row))
  );
}

/** The rows of which a sum has a figure other than zero. A row may stand on several lines. */
function filledRows({ parts }: SumRelation, rows: readonly SideRow[]): SideRow[] {
  const filled = new Set<Cell>(parts.flatMap(({ cell }) => (cell.amount.value.isZero() ? [] : cell)));
  return rows.filter(({ row }) => row.cells.some((cell) => cell !== undefined && filled.has(cell)));
}
