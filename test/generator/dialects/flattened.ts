import type { Piece } from '../document/line.ts';
import { type Grid, headTexts } from '../layouts/grid.ts';
import { cellPiece, type Dialect, headLine, headPiece, rowLine, unwrapped } from './dialect.ts';

/** Cells one space apart and no trace of empty ones, as text copied from a PDF. */
export const flattened: Dialect = {
  name: 'flattened',
  wrap: unwrapped,
  write(grid: Grid) {
    return [
      ...headTexts(grid).map((texts) => headLine(spaced(texts.map(headPiece)))),
      ...grid.rows.map(({ cells }, row) =>
        rowLine(
          grid,
          row,
          spaced(cells.map(cellPiece)),
          cells.some(({ text }, column) => text === '' && grid.figureColumns[column]),
        ),
      ),
    ];
  },
};

function spaced(cells: readonly Piece[]): Piece[] {
  return cells
    .filter(({ text }) => text !== '')
    .flatMap((cell, index) => (index === 0 ? [cell] : [{ text: ' ' }, cell]));
}
