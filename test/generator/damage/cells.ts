import type { RenderedDocument } from '../document/document.ts';
import type { Line, Piece } from '../document/line.ts';
import { chosenLines, columnsOf, type Damage, damaged, isDelimited, replaceLines } from './damage.ts';

/** Rows lose their empty cells with the delimiters, one row by itself or the whole table. */
export const lostCells: Damage = {
  name: 'lost-cells',
  apply(document, extent) {
    const rows = chosenLines(document, extent, (line) => withoutBlanks(document, line) !== line.pieces);
    const tables = new Set([...rows].map((index) => document.lines[index]?.table));
    const whole = extent.form % 3 === 0;
    return replaceLines(document, (line, index) => {
      if (whole ? !tables.has(line.table) : !rows.has(index)) return line;
      const pieces = withoutBlanks(document, line);
      return pieces === line.pieces ? line : { ...damaged(line, 'lost-cells', pieces), lossy: true };
    });
  },
};

/** The pieces of a row without its empty cells; the same pieces where it has none, or is no row on one line. */
function withoutBlanks(document: RenderedDocument, line: Line): readonly Piece[] {
  const dialect = document.dialects[line.table ?? -1];
  if (line.part !== 'row' || dialect?.emptyCell === undefined || columnsOf(line).size < 2) return line.pieces;
  const blank = blankColumns(line);
  return blank.size === 0
    ? line.pieces
    : line.pieces.filter(({ column }) => column === undefined || !blank.has(column));
}

/** Columns whose cell is empty in the line. The first cell never counts: a delimiter would be left before it. */
export function blankColumns(line: Line): Set<number> {
  const blank = line.pieces.filter(({ role }) => role === 'blank');
  return new Set(blank.flatMap(({ column }) => (column === undefined || column === 0 ? [] : [column])));
}

/** Rows stand one column off their head: the total alone, one row, or the whole body. */
export const shiftedRows: Damage = {
  name: 'shifted-rows',
  apply(document, extent) {
    const rows = chosenLines(document, extent, (line) => canShift(document, line));
    const tables = new Set([...rows].map((index) => document.lines[index]?.table));
    const whole = extent.form % 2 === 0;
    return replaceLines(document, (line, index) => {
      const meant = whole ? tables.has(line.table) && canShift(document, line) : rows.has(index);
      return meant ? damaged(line, 'shifted-rows', shifted(document, line)) : line;
    });
  },
};

function canShift(document: RenderedDocument, line: Line): boolean {
  return (
    line.part === 'row' && isDelimited(document, line) && line.pieces.some(({ role }) => role === 'figure')
  );
}

/** An empty cell before the row's figures; an empty cell at its end is pushed out. */
function shifted(document: RenderedDocument, line: Line): Piece[] {
  const text = document.dialects[line.table ?? -1]?.emptyCell ?? '';
  const first = line.pieces.find(({ role }) => role === 'figure')?.column ?? 0;
  const at = line.pieces.findIndex(({ column }) => column === first);
  const last = Math.max(...columnsOf(line));
  const kept = blankColumns(line).has(last)
    ? line.pieces.filter(({ column }) => column !== last)
    : line.pieces;
  return [...kept.slice(0, at), { text, role: 'blank' }, ...kept.slice(at)];
}

/** The cells of a line of the head slide one column to the right, or one heading does. */
export const slidHead: Damage = {
  name: 'slid-head',
  apply(document, extent) {
    const heads = chosenLines(
      document,
      extent,
      (line) => line.part === 'head' && isDelimited(document, line),
    );
    const slide = extent.form % 2 === 0 ? slidWhole : nudged;
    return replaceLines(document, (line, index) => {
      const pieces = heads.has(index) ? slide(document, line) : line.pieces;
      return pieces === line.pieces ? line : damaged(line, 'slid-head', pieces);
    });
  },
};

function slidWhole(document: RenderedDocument, line: Line): readonly Piece[] {
  const text = document.dialects[line.table ?? -1]?.emptyCell ?? '';
  const last = Math.max(...columnsOf(line));
  const kept = blankColumns(line).has(last)
    ? line.pieces.filter(({ column }) => column !== last)
    : line.pieces;
  return [{ text, role: 'blank' }, ...kept];
}

/** A heading that spans columns stands over the second of them rather than the first. */
function nudged(_: RenderedDocument, line: Line): readonly Piece[] {
  const blank = blankColumns(line);
  const spanning = line.pieces.find(
    ({ role, column }) => role === 'head' && column !== undefined && blank.has(column + 1),
  );
  if (spanning?.column === undefined) return line.pieces;
  const { text, column: from } = spanning;
  return line.pieces.map((piece): Piece => {
    if (piece === spanning) return { ...piece, text: '', role: 'blank' };
    return piece.column === from + 1 && piece.role === 'blank' ? { ...piece, text, role: 'head' } : piece;
  });
}
