import type { CellNode, RowNode } from '../nodes.ts';
import { holdTogether } from './cellLine/abreast.ts';
import { isFigure, type Kind, kindAt } from './cellLine/kinds.ts';
import { loneRowEnd } from './cellLine/loneRow.ts';
import { purchasesEnd } from './cellLine/purchases.ts';
import { betweenPages, sequenceEnd } from './cellLine/sequence.ts';
import { type Cells, findShape, isIndexRow, type Shape, withRow } from './cellLine/shape.ts';
import { markTorn } from './cellLine/torn.ts';
import { cellOf, type DialectReader, LOOKAHEAD } from './dialect.ts';

/** Lines from one cell to the next: 2 where a blank line stands between any two cells. */
type Stride = 1 | 2;

/** So many empty cells in a row end a table. */
const MAX_BLANKS = 40;
/** So many cells with a blank line behind each are no accident. */
const SPREAD_CELLS = 12;

/**
 * One cell a line, as a table on a web page is copied; an empty cell is an empty line. Nothing marks the rows,
 * so a table is only believed where its lines fall into rows with words and figures in the same places below
 * headings, and in one way only; or else where rows begin with numbers that have words beside them, and then
 * how the lines fall into rows is for others to find. Where a cell was lost or came in further down, the rows from the one in front
 * of the first that does not fit are unsure.
 */
export const cellLineDialect: DialectReader = { dialect: 'cell-line', extent, read };

function extent(lines: readonly string[], first: number): number {
  const table = tableAt(lines, first);
  return (
    (table?.end ??
      Math.max(sequenceEnd(lines, first), loneRowEnd(lines, first), purchasesEnd(lines, first))) - first
  );
}

function read(lines: readonly string[]): RowNode[] {
  const table = tableAt(lines, 0);
  // Where nothing shows the rows each cell is one by itself.
  if (!table) return readSequence(lines);
  const { cells, shape, stride } = table;
  const rows: RowNode[] = [];
  let types: Shape['types'] | undefined = shape.types;
  for (let index = -shape.offset; index * stride < table.end; ) {
    const total: readonly number[] | undefined = types && totalColumns(cells, index, types);
    const columns = total ?? [...shape.types.keys()];
    const row = rowOf(lines, { index, columns, stride });
    const own = columns.map((_, at) => ({
      kind: index + at < 0 ? 'blank' : cells.kind(index + at),
      text: cells.text(index + at),
    }));
    if (types && !total && isBody(own))
      types = withRow(
        types,
        own.map(({ kind }) => kind),
      );
    // A cell that was lost shows in its own row or in the next one.
    if (!types && rows.length > 0 && !rows.at(-1)?.unsure) rows.push({ ...takeLast(rows), unsure: true });
    rows.push(types ? row : { ...row, unsure: true });
    index += columns.length;
  }
  return holdTogether(rows, shape) ? markTorn(rows, shape) : rows.map((row) => ({ ...row, unsure: true }));
}

/** Each cell as a row by itself; those of the lines between pages hold nothing. */
function readSequence(lines: readonly string[]): RowNode[] {
  let page = 0;
  return lines.map((text, line) => {
    page = Math.max(page, line + betweenPages(lines, line));
    return { line, separator: false, cells: line < page ? [] : [cellOf(text, 0, text.length, line, 0)] };
  });
}

function takeLast(rows: RowNode[]): RowNode {
  return rows.pop() ?? { line: 0, separator: false, cells: [] };
}

/**
 * The columns of a total that came without the empty cells in front of its word: that of the names and those
 * of figures, each filled. Undefined for any other row.
 */
function totalColumns(cells: Cells, index: number, types: Shape['types']): number[] | undefined {
  const label = types.indexOf('words');
  const figures = [...types.keys()].filter((column) => column > label && types[column] === 'figure');
  if (label === 0 || cells.kind(index) !== 'total') return undefined;
  if (!figures.every((_, at) => isFigure(cells.kind(index + 1 + at)))) return undefined;
  // 合计 in the first cell, and the cells of the names behind it are empty.
  const next = cells.kind(index + 1 + figures.length);
  return next === 'blank' && index + 1 + figures.length < cells.count ? undefined : [label, ...figures];
}

function isBody(row: readonly { readonly kind: Kind | undefined; readonly text: string }[]): boolean {
  return row.some(({ kind }) => isFigure(kind) || kind === 'stray') && !isIndexRow(row);
}

interface Found {
  readonly cells: Cells;
  readonly shape: Shape;
  readonly stride: Stride;
  readonly end: number;
}

function tableAt(lines: readonly string[], first: number): Found | undefined {
  if (kindAt(lines, first) !== 'words') return undefined;
  const stride = strideAt(lines, first);
  const window = cellsFrom(lines, first, stride, LOOKAHEAD / stride);
  const shape = findShape(window);
  if (!shape) return undefined;
  const cells = cellsFrom(lines, first, stride, Number.POSITIVE_INFINITY);
  return { cells, shape, stride, end: first + (cells.count - 1) * stride + 1 };
}

function strideAt(lines: readonly string[], first: number): Stride {
  for (let cell = 0; cell < SPREAD_CELLS; cell++) {
    if (lines[first + 2 * cell]?.trim() === '' || lines[first + 2 * cell + 1]?.trim() !== '') return 1;
  }
  return 2;
}

/** The cells from a line on, up to the last figure before something that is no cell. */
function cellsFrom(lines: readonly string[], first: number, stride: Stride, most: number): Cells {
  const kinds: Kind[] = [];
  let count = 0;
  for (let index = 0; index < most; index++) {
    const line = first + index * stride;
    const kind = kindAt(lines, line);
    if (kind === undefined || index - count > MAX_BLANKS + LOOKAHEAD) break;
    if (stride === 2 && index > 0 && lines[line - 1]?.trim() !== '') break;
    kinds.push(kind);
    if (isFigure(kind)) count = index + 1;
  }
  return {
    count,
    kind: (index) => (index < count ? kinds[index] : 'blank'),
    text: (index) => lines[first + index * stride] ?? '',
  };
}

interface Place {
  /** Index of the row's first cell. */
  readonly index: number;
  /** For each of its cells the column. */
  readonly columns: readonly number[];
  readonly stride: Stride;
}

/** A row has a cell for every column up to its last; those it lacks are empty. */
function rowOf(lines: readonly string[], { index, columns, stride }: Place): RowNode {
  const width = (columns.at(-1) ?? 0) + 1;
  const cells = Array.from({ length: width }, (_, column): CellNode => {
    const own = (index + columns.indexOf(column)) * stride;
    const text = columns.includes(column) && own >= 0 ? lines[own] : undefined;
    const nearest = Math.min(Math.max(own, index * stride, 0), lines.length - 1);
    return text === undefined ? cellOf('', 0, 0, nearest, column) : cellOf(text, 0, text.length, own, column);
  });
  return { line: Math.max(index, 0) * stride, separator: false, cells };
}
