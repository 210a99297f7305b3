import type { RowNode } from '../../../syntax/nodes.ts';
import type { Grid } from '../../grid.ts';
import { isTotalLabel } from '../../labels.ts';
import { placeUnderTotal } from '../blanks/placeBlanks.ts';
import type { PlacedGrid } from '../place.ts';
import { tokensOf } from '../tokens.ts';
import { type Cut, cutsWithSlips, cutWhole } from './cutUnderHead.ts';

/** Longer sequences would cost too much time. */
const MAX_TOKENS = 5000;

/**
 * Parts a table of which only the sequence of its cells is left, neither rows nor blanks: each row has a code
 * with its name and some figures, and one row is the total of all. Headings are known as far as they stand in
 * front: those of code and name, behind them that of the total of all columns, and the others where they are as
 * many as the columns. Undefined where the rows could be parted in more than one way, or do not add up.
 */
export function rowsUnderTotal(grid: Grid): PlacedGrid | undefined {
  const tokens = grid.rows.flatMap(tokensOf);
  if (tokens.length > MAX_TOKENS) return undefined;
  const whole = cutWhole(tokens);
  const cuts = whole ? [whole] : cutsWithSlips(tokens);
  const [placed, ...others] = cuts.flatMap((cut) => placedAs(grid, cut) ?? []);
  return others.length === 0 ? placed : undefined;
}

function placedAs(grid: Grid, { rows, block, listed, slipped, numbered }: Cut): PlacedGrid | undefined {
  const placed = placeUnderTotal(rows, block, { listed, slipped });
  if (!placed) return undefined;
  const head = { line: placed.headings[0]?.span.line ?? 0, separator: false, cells: placed.headings };
  const nodes = rows.map(({ node }, index): RowNode => {
    const own = placed.rows[index];
    const isKnown = own?.fit === 'whole' || own?.fit === 'label';
    // The last of the headings may be the first half of its name.
    const isTorn = index === 0 && !numbered && !isTotal(node);
    return {
      ...node,
      cells: own?.cells ?? [],
      ...(!isKnown && { unsure: true }),
      ...(isTorn && { torn: true }),
    };
  });
  return { grid: { ...grid, rows: [head, ...nodes] }, partial: true, sums: placed.sums };
}

function isTotal({ cells }: RowNode): boolean {
  return cells.some(({ text }) => isTotalLabel(text));
}
