import type { Line, Part, Piece } from '../document/line.ts';
import type { Grid, HeadCell } from '../layouts/grid.ts';
import { pick } from '../lists.ts';
import { cellPiece, type Dialect, headLine, rowLine } from './dialect.ts';

const VARIANTS = [
  { spread: false, empty: '', cell: 'td' },
  { spread: true, empty: '', cell: 'th' },
  { spread: false, empty: '&nbsp;', cell: 'th' },
] as const;

type Variant = (typeof VARIANTS)[number];

/** HTML tables with real spans; a row on one line, or spread over a line a cell. */
export const html: Dialect = {
  name: 'html',
  emptyCell: '<td></td>',
  wrap: (part: Part, pieces) => {
    if (pieces.length === 0) return pieces;
    const tag = part === 'title' ? 'h3' : 'p';
    return [{ text: `<${tag}>` }, ...pieces.map(escaped), { text: `</${tag}>` }];
  },
  write(grid: Grid, variant: number) {
    const form = pick(VARIANTS, variant);
    const heads = Array.from({ length: grid.headRows }, (_, row) => {
      const cells = grid.heads
        .filter((head) => head.row === row)
        .sort((one, other) => one.column - other.column);
      return laidOut(
        cells.map((cell) => headCell(cell, form)),
        form,
        headLine,
      );
    });
    const rows = grid.rows.map(({ cells }, row) =>
      laidOut(
        cells.map((cell, column) => bodyCell(cellPiece(cell, column), column, form)),
        form,
        (pieces) => rowLine(grid, row, pieces),
      ),
    );
    return [tagLine('<table>'), ...heads.flat(), ...rows.flat(), tagLine('</table>')];
  },
};

function laidOut(
  cells: readonly (readonly Piece[])[],
  { spread }: Variant,
  line: (pieces: readonly Piece[]) => Line,
): Line[] {
  if (!spread) return [line([{ text: '<tr>' }, ...cells.flat(), { text: '</tr>' }])];
  return [tagLine('<tr>'), ...cells.map((pieces) => line([{ text: '  ' }, ...pieces])), tagLine('</tr>')];
}

function headCell({ text, column, rowSpan, columnSpan }: HeadCell, { cell }: Variant): Piece[] {
  const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : '';
  const columns = columnSpan > 1 ? ` colspan="${columnSpan}"` : '';
  const content = escaped({ text, column, role: text === '' ? 'blank' : 'head' });
  return [{ text: `<${cell}${rows}${columns}>`, column }, content, { text: `</${cell}>`, column }];
}

function bodyCell(piece: Piece, column: number, { empty }: Variant): Piece[] {
  const content = piece.text === '' ? { ...piece, text: empty } : escaped(piece);
  return [{ text: '<td>', column }, content, { text: '</td>', column }];
}

function escaped(piece: Piece): Piece {
  return {
    ...piece,
    text: piece.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  };
}

function tagLine(text: string): Line {
  return { part: 'markup', pieces: [{ text }], damage: [] };
}
