import type { Line, Piece } from '../document/line.ts';
import type { Grid } from '../layouts/grid.ts';
import { pick } from '../lists.ts';
import { cellPiece, type Dialect, headLine, headPiece, rowLine, unwrapped } from './dialect.ts';

/** Where the bar of a cell stands. */
const VARIANTS = [{ ownLine: false }, { ownLine: true }] as const;

/**
 * Every cell on a line of its own with a bar behind it, or with the bar on the next line, as tables of web pages are
 * taken over. Headings stand in the order of the page: one over several columns or rows stands once.
 */
export const barred: Dialect = {
  name: 'barred',
  wrap: unwrapped,
  write(grid: Grid, variant: number) {
    const { ownLine } = pick(VARIANTS, variant);
    const heads = [...grid.heads].sort((one, other) => one.row - other.row || one.column - other.column);
    const closed = (piece: Piece, line: (pieces: readonly Piece[]) => Line): Line[] => {
      if (piece.text === '' || !ownLine) return [line([piece, { text: piece.text === '' ? '|' : ' |' }])];
      return [line([piece]), line([{ text: '|' }])];
    };
    return [
      ...heads.flatMap(({ text, column }) => closed(headPiece(text, column), headLine)),
      ...grid.rows.flatMap(({ cells }, row) =>
        cells.flatMap((cell, column) =>
          closed(cellPiece(cell, column), (pieces) => rowLine(grid, row, pieces)),
        ),
      ),
    ];
  },
};
