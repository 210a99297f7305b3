import type { RowNode } from '../../syntax/nodes.ts';
import { matchColumns } from './byHeadPlaces.ts';
import type { HeadReading } from './headReadings.ts';
import { leafOf } from './leaves.ts';
import { placesOfCells } from './linePlaces.ts';
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
