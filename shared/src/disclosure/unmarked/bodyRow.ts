import type { RowNode } from '../../syntax/nodes.ts';
import { filledUp } from './blanks/looseBody.ts';
import { isIndex } from './head.ts';
import type { Fit, PlacedRow } from './placeRow.ts';

/** The row with its cells in their columns. */
export function bodyRow(row: RowNode, placed: PlacedRow | undefined): RowNode {
  if (!placed || isIndex(row)) return row;
  const unsure: readonly Fit[] = ['partial', 'excess'];
  const cells = filledUp(placed.cells);
  return {
    line: row.line,
    separator: false,
    cells,
    ...(unsure.includes(placed.fit) && { unsure: true }),
    ...(row.torn && { torn: true }),
  };
}
