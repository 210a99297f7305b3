import type { Piece } from '../document/line.ts';
import { type Grid, headTexts } from '../layouts/grid.ts';
import { cellPiece, type Dialect, headLine, headPiece, rowLine, unwrapped } from './dialect.ts';

/** Comma-separated values; cells with commas in them stand in quotes, every second variant quotes all. */
export const comma: Dialect = {
  name: 'comma',
  emptyCell: ',',
  emptyRow: (width) => ','.repeat(width - 1),
  wrap: unwrapped,
  write(grid: Grid, variant: number) {
    const all = variant % 2 === 1;
    return [
      ...headTexts(grid).map((texts) => headLine(separated(texts.map(headPiece), all))),
      ...grid.rows.map(({ cells }, row) => rowLine(grid, row, separated(cells.map(cellPiece), all))),
    ];
  },
};

function separated(cells: readonly Piece[], all: boolean): Piece[] {
  return cells.flatMap((cell, column): Piece[] => {
    const before = column === 0 ? '' : ',';
    if (!all && !/[",]/.test(cell.text)) return [{ text: before, column }, cell];
    const text = cell.text.replaceAll('"', '""');
    return [
      { text: `${before}"`, column },
      { ...cell, text },
      { text: '"', column },
    ];
  });
}
