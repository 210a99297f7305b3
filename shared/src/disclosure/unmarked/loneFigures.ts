import type { RowNode } from '../../syntax/nodes.ts';
import type { Grid } from '../grid.ts';
import { matchColumns } from './byHeadPlaces.ts';
import type { HeadReading } from './headReadings.ts';
import { leafOf } from './leaves.ts';
import { placesOfCells } from './linePlaces.ts';
import type { PlacedGrid } from './place.ts';
import { isFigure, tokensOf } from './tokens.ts';

/** Of fewer figures places tell too little. */
const MIN_FIGURES = 3;

/**
 * The one row of a table that prints no name in front of its figures, each in its column: as many as there are headings,
 * or where their places leave one way. Undefined for any other table.
 */
export function placedLoneFigures(reading: HeadReading, body: readonly RowNode[]): RowNode | undefined {
  const [row, ...others] = body;
  const tokens = row ? tokensOf(row) : [];
  const leaves = reading.leaves.map(leafOf);
  const areFigures = tokens.length >= MIN_FIGURES && tokens.every(isFigure);
  if (!row || others.length > 0 || !areFigures || leaves.some(({ kind }) => kind !== 'figure'))
    return undefined;
  const columns =
    tokens.length === leaves.length
      ? [...leaves.keys()]
      : matchColumns(
          (count) => [...placesOfCells(row, count).values()].map((edges) => ({ kind: 'figure', ...edges })),
          leaves,
          reading.places ?? [],
        );
  if (!columns) return undefined;
  const cells = tokens.map(({ cell }, index) => ({ ...cell, column: columns[index] ?? 0 }));
  return { line: row.line, separator: false, cells };
}

/**
 * A table of one line of headings, all of figures, over one row of as many: each stands below its heading. Undefined for
 * any other table.
 */
export function loneRowInOrder(grid: Grid): PlacedGrid | undefined {
  const rows = grid.rows.filter(({ cells }) => cells.length > 0);
  const [head, row] = rows;
  const [headings = [], tokens = []] = rows.map(tokensOf);
  const isAlone = rows.length === 2 && headings.length === tokens.length && tokens.length >= MIN_FIGURES;
  if (!head || !row || !isAlone || !tokens.every(isFigure)) return undefined;
  if (!headings.every(({ kind, cell }) => kind === 'words' && leafOf(cell).kind === 'figure'))
    return undefined;
  const [above, below] = [headings, tokens].map((each) =>
    each.map(({ cell }, column) => ({ ...cell, column })),
  );
  if (!above || !below) return undefined;
  return {
    grid: {
      ...grid,
      rows: [
        { ...head, cells: above },
        { ...row, cells: below },
      ],
    },
    partial: false,
  };
}
