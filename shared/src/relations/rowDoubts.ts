import type { SideRow } from '../disclosure/table.ts';
import { holds, type Rounding } from './interval.ts';
import type { SumRelation } from './relation.ts';
import { isTerm } from './terms.ts';

/** The columns that a sum shows to be its addends: those filled beside another. */
export function addendColumns({ parts }: SumRelation): number[] {
  const filled = parts.filter(({ cell }) => !cell.amount.value.isZero());
  return filled.length > 1 ? filled.map(({ cell }) => cell.column) : [];
}

/**
 * Whether a sum that fails would hold with one more amount of its row: then its column is a part which the
 * header or the other rows did not show as such.
 */
export function lacksPart(entry: SideRow, relation: SumRelation, rounding: Rounding): boolean {
  const counted = new Set([relation.total, ...relation.parts].map(({ cell }) => cell));
  return entry.row.cells.some((cell) => {
    if (!isTerm(cell) || counted.has(cell) || cell.amount.value.isZero()) return false;
    return holds({ ...relation, parts: [...relation.parts, { cell, label: entry.label }] }, rounding);
  });
}

/**
 * Whether a sum that fails would hold without one of its parts, in a column that no row shows to be an addend:
 * then it sums up others of them, or is contained in one.
 */
export function countsTwice(
  relation: SumRelation,
  addends: ReadonlySet<number>,
  rounding: Rounding,
): boolean {
  const { parts } = relation;
  return parts.some((part) => {
    if (addends.has(part.cell.column) || part.cell.amount.value.isZero() || parts.length < 2) return false;
    return holds({ ...relation, parts: parts.filter((other) => other !== part) }, rounding);
  });
}
