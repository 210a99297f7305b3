import type { Line, Piece } from '../document/line.ts';
import type { Grid, GridRow, HeadCell } from '../layouts/grid.ts';
import { pick, total } from '../lists.ts';
import { displayWidth } from '../width.ts';
import { cellPiece, type Dialect, headLine, rowLine, unwrapped } from './dialect.ts';

const VARIANTS = [
  { gap: 3, indent: 0 },
  { gap: 2, indent: 0 },
  { gap: 4, indent: 2 },
] as const;

/** Columns held together by spaces alone, as `pdftotext -layout` gives: figures right-aligned, headings centred. */
export const aligned: Dialect = {
  name: 'aligned',
  wrap: unwrapped,
  write(grid: Grid, variant: number) {
    const { gap, indent } = pick(VARIANTS, variant);
    const page = { widths: columnWidths(grid, gap, indent), gap, indent };
    return [
      ...Array.from({ length: grid.headRows }, (_, row) => headOf(grid, row, page)),
      ...grid.rows.map((row, index) => rowLine(grid, index, rowPieces(grid, row, page))),
    ];
  },
};

interface Page {
  readonly widths: readonly number[];
  readonly gap: number;
  readonly indent: number;
}

/** As wide as the widest cell; wider where headings over several columns need it. */
function columnWidths(grid: Grid, gap: number, indent: number): number[] {
  const widths = Array.from({ length: grid.width }, () => 2);
  const widen = (column: number, width: number) => {
    widths[column] = Math.max(widths[column] ?? 0, width);
  };
  for (const { cells, level } of grid.rows) {
    cells.forEach(({ text, role }, column) => {
      widen(column, displayWidth(text) + (role === 'label' ? level * indent : 0));
    });
  }
  for (const { text, column, columnSpan } of grid.heads)
    if (columnSpan === 1) widen(column, displayWidth(text));
  for (const { text, column, columnSpan } of grid.heads) {
    const spanned = total(widths.slice(column, column + columnSpan)) + gap * (columnSpan - 1);
    const missing = displayWidth(text) - spanned;
    if (missing > 0) widths[column + columnSpan - 1] = (widths[column + columnSpan - 1] ?? 0) + missing;
  }
  return widths;
}

function rowPieces(grid: Grid, row: GridRow, { widths, gap, indent }: Page): Piece[] {
  const writer = new SpacedLine();
  let left = 0;
  row.cells.forEach((cell, column) => {
    const width = widths[column] ?? 0;
    const spare = width - displayWidth(cell.text);
    const figures = grid.figureColumns[column] === true;
    const shift = figures ? spare : cell.role === 'label' ? row.level * indent : 0;
    if (cell.text !== '') writer.at(left + shift, cellPiece(cell, column));
    left += width + gap;
  });
  return writer.pieces;
}

function headOf(grid: Grid, row: number, { widths, gap }: Page): Line {
  const writer = new SpacedLine();
  const heads = grid.heads.filter((head) => head.textRow === row && head.text !== '');
  for (const { text, column, columnSpan } of heads.sort(byColumn)) {
    const left = total(widths.slice(0, column)) + gap * column;
    const width = total(widths.slice(column, column + columnSpan)) + gap * (columnSpan - 1);
    const spare = Math.max(0, Math.floor((width - displayWidth(text)) / 2));
    writer.at(left + spare, { text, column, role: 'head' });
  }
  return headLine(writer.pieces);
}

const byColumn = (one: HeadCell, other: HeadCell) => one.column - other.column;

/** A line under construction; pieces are put at display columns from left to right. */
class SpacedLine {
  readonly pieces: Piece[] = [];
  #width = 0;

  at(column: number, piece: Piece): void {
    const padding = Math.max(column - this.#width, this.#width === 0 ? 0 : 1);
    if (padding > 0) this.pieces.push({ text: ' '.repeat(padding) });
    this.pieces.push(piece);
    this.#width += padding + displayWidth(piece.text);
  }
}
