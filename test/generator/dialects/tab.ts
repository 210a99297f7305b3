import type { Piece } from '../document/line.ts';
import { type Grid, headTexts } from '../layouts/grid.ts';
import { cellPiece, type Dialect, headLine, headPiece, rowLine, unwrapped } from './dialect.ts';

/**
 * Cells between tabs, as copied from a spreadsheet. Every second variant drops the empty cells at a row's end; a
 * row that is left without any between its cells then looks as if any of them might have been dropped.
 */
export const tab: Dialect = {
  name: 'tab',
  emptyCell: '\t',
  emptyRow: (width) => '\t'.repeat(width - 1),
  wrap: unwrapped,
  write(grid: Grid, variant: number) {
    const close = variant % 2 === 0 ? (pieces: readonly Piece[]) => pieces : withoutTail;
    return [
      ...headTexts(grid).map((texts) => headLine(close(delimited(texts.map(headPiece))))),
      ...grid.rows.map(({ cells }, row) => {
        const whole = delimited(cells.map(cellPiece));
        const pieces = close(whole);
        return rowLine(grid, row, pieces, pieces.length < whole.length && !hasBlanks(pieces));
      }),
    ];
  },
};

function delimited(cells: readonly Piece[]): Piece[] {
  return cells.flatMap((cell, column) => (column === 0 ? [cell] : [{ text: '\t', column }, cell]));
}

function withoutTail(pieces: readonly Piece[]): Piece[] {
  const last = pieces.findLastIndex(({ role, text }) => role !== undefined && text !== '');
  return pieces.slice(0, last + 1);
}

function hasBlanks(pieces: readonly Piece[]): boolean {
  return pieces.some(({ role, column }) => role === 'blank' && column !== 0);
}
