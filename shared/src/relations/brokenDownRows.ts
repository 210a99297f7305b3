import type { Side, SideRow, Table } from '../disclosure/table.ts';
import { sum } from './interval.ts';
import type { SumRelation } from './relation.ts';
import { figuresOf, type Proposal, termAt } from './terms.ts';

/**
 * Rows of which it is not known in which columns their figures stand, and which bear out their total all the same: behind it
 * stand figures that come to it exactly, with a subtotal of them in front or without. Never reported.
 */
export function brokenDownRows({ dialect, sides: [side, second] }: Table): Proposal[] {
  if (dialect !== 'flattened' || !side || second) return [];
  return side.rows.flatMap((entry) => {
    const relation = sumOfLast(side, entry);
    return relation ? [{ relation, certain: false }] : [];
  });
}

/** The first figure of a row as the sum of the last ones, of which at least one may stand in several columns. */
function sumOfLast(side: Side, entry: SideRow): SumRelation | undefined {
  const [column] = side.amountColumns;
  const total = column && termAt(entry, column);
  const [first, ...others] = figuresOf(side, entry);
  if (!column || !total || first !== total.cell || !others.some(({ unplaced }) => unplaced)) return undefined;
  for (let count = 2; count <= others.length; count++) {
    const parts = others.slice(-count).map((cell) => ({ cell, label: '' }));
    if (sum(parts).eq(total.cell.amount.value))
      return { rule: 'row-sum', total, parts, row: entry.label, column: column.label };
  }
  return undefined;
}
