import type { Line } from '../document/line.ts';
import { type Grid, headTexts } from '../layouts/grid.ts';
import { cellPiece, type Dialect, headLine, headPiece, rowLine, unwrapped } from './dialect.ts';

/** Every cell on a line of its own. Empty cells are empty lines, and in every second variant no lines at all. */
export const cellPerLine: Dialect = {
  name: 'cell-per-line',
  wrap: unwrapped,
  write(grid: Grid, variant: number) {
    const dropped = variant % 2 === 1;
    const heads = headTexts(grid).flatMap((texts) =>
      texts.map((text, column) => headLine([headPiece(text, column)])),
    );
    const rows = grid.rows.flatMap(({ cells }, row) => {
      const lossy = dropped && cells.some(({ text }) => text === '');
      return cells.map((cell, column) => rowLine(grid, row, [cellPiece(cell, column)], lossy));
    });
    return [...heads, ...rows].filter((line) => !dropped || hasText(line));
  },
};

const hasText = (line: Line) => line.pieces.some(({ text }) => text !== '');
