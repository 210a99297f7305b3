import { isAmountCell, type Row, type Table } from '../disclosure/table.ts';
import { maxOf, minOf } from '../text/lists.ts';
import { sum } from './interval.ts';
import type { SumRelation } from './relation.ts';

/** Where the rows of a sum begin and end in their table. */
function endsOf({ rows }: Table, { total, parts }: SumRelation): readonly [number, number] {
  const own = [total, ...parts].map(({ cell }) => rows.findIndex(({ cells }) => cells.includes(cell)));
  return [
    Math.max(
      0,
      minOf(own, (each) => each),
    ),
    maxOf(own, (each) => each),
  ];
}

/** The rows from the first of a sum to its last, whether they are of it or not. */
export function rowsAmong(table: Table, relation: SumRelation): readonly Row[] {
  const [first, last] = endsOf(table, relation);
  return table.rows.slice(first, last + 1);
}

/**
 * Whether a row that is bound to no column, among those of a sum down a column or right behind the last of them, has just
 * the figure that the sum lacks: it may be one of its parts.
 */
export function lacksUnbound(table: Table, relation: SumRelation): boolean {
  const [first, last] = endsOf(table, relation);
  if (first === last) return false;
  const lack = relation.total.cell.amount.value.minus(sum(relation.parts));
  const makesUp = ({ bound, cells }: Row) =>
    !bound && cells.some((cell) => isAmountCell(cell) && cell.amount.value.eq(lack));
  const next = table.rows.slice(last + 1).find(({ cells }) => cells.some(isAmountCell));
  return rowsAmong(table, relation).some(makesUp) || (next !== undefined && makesUp(next));
}
