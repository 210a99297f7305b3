import type { CellNode, RowNode } from '../nodes.ts';
import { type BarredCell, cellsFrom, mayBegin, nodeOf } from './barred/cells.ts';
import { type BarredShape, barredShape } from './barred/shape.ts';
import { kindAt } from './cellLine/kinds.ts';
import { type Cells, withRow } from './cellLine/shape.ts';
import { cellLineDialect } from './cellLine.ts';
import { cellOf, type DialectReader, LOOKAHEAD } from './dialect.ts';

/** So many cells may come behind the last figure. */
const MAX_REST = 40;

/**
 * Cells one a line, each closed by a bar, as programs write the tables of web pages whose cells hold paragraphs: `合计 |`,
 * or the bar in a line of its own. A blank cell is a bar alone; nothing marks the rows. Where the cells do not fall into
 * rows, they are read as cells without bars are.
 */
export const barredDialect: DialectReader = { dialect: 'cell-line', extent, read };

function extent(lines: readonly string[], first: number): number {
  const table = tableAt(lines, first);
  return table ? table.end - first : 0;
}

function read(lines: readonly string[]): RowNode[] {
  const table = tableAt(lines, 0);
  if (!table) return [];
  const { cells, shape } = table;
  return shape ? readRows(lines, cells, shape) : readSequence(lines, cells);
}

/** Titles and declarations each for itself, headings, and rows; those from the first on that does not fit are unsure. */
function readRows(lines: readonly string[], cells: readonly BarredCell[], shape: BarredShape): RowNode[] {
  const { width, head, groups } = shape;
  const found = cellsOf(cells);
  // Of the last row blank cells may be left out.
  const nodeAt = (index: number, column: number): CellNode => {
    const cell = cells[Math.min(index, cells.length - 1)];
    const node = cell ? nodeOf(lines, cell, column) : cellOf('', 0, 0, 0, column);
    const { line, end } = node.span;
    return index < cells.length ? node : cellOf('', end, end, line, column);
  };
  const rowAt = (from: number, columns: readonly number[]): RowNode => {
    const nodes = columns.map((column, at) => nodeAt(from + at, column));
    return { line: firstLine(nodes), separator: false, cells: nodes };
  };
  const all = [...Array(width).keys()];
  const rows: RowNode[] = [];
  for (let index = 0; index < head - groups; index++) {
    if (cells[index]?.text !== '') rows.push(rowAt(index, [0]));
  }
  if (groups > 0)
    rows.push(
      rowAt(
        head - groups,
        all.filter((column) => column % (width / groups) === 0),
      ),
    );
  rows.push(rowAt(head, all));
  let types: BarredShape['types'] | undefined = shape.types;
  for (let index = head + width; index < cells.length; index += width) {
    types =
      types &&
      withRow(
        types,
        all.map((column) => found.kind(index + column)),
      );
    const isFilledUp = cells.slice(index, index + width).some(({ filler }) => filler);
    const row = rowAt(index, all);
    rows.push(types && !isFilledUp ? row : { ...row, unsure: true });
  }
  return rows;
}

function readSequence(lines: readonly string[], cells: readonly BarredCell[]): RowNode[] {
  return cellLineDialect.read(cells.map(({ text }) => text)).map((row) => {
    const nodes = row.cells.flatMap((node) => {
      const cell = cells[node.span.line];
      return cell ? { ...nodeOf(lines, cell, node.column) } : [];
    });
    return { ...row, line: firstLine(nodes), cells: nodes };
  });
}

function firstLine(nodes: readonly CellNode[]): number {
  return Math.min(...nodes.map(({ span }) => span.line));
}

interface Found {
  readonly cells: readonly BarredCell[];
  /** Undefined where the cells are a sequence. */
  readonly shape: BarredShape | undefined;
  readonly end: number;
}

function tableAt(lines: readonly string[], first: number): Found | undefined {
  if (!mayBegin(lines, first)) return undefined;
  const window = cellsFrom(lines, first, LOOKAHEAD).cells;
  const shape = barredShape(cellsOf(window));
  if (!shape && extentOfSequence(window) === 0) return undefined;
  const { cells } = cellsFrom(lines, first, Number.POSITIVE_INFINITY);
  const count = shape ? extentOfRows(cells, shape) : extentOfSequence(cells);
  return { cells: cells.slice(0, count), shape, end: (cells[count - 1]?.closed ?? first) + 1 };
}

function extentOfSequence(cells: readonly BarredCell[]): number {
  return cellLineDialect.extent(
    cells.map(({ text }) => text),
    0,
  );
}

/** How many cells belong to the table: up to the first that is no cell of one, and no further than a while without figures. */
function extentOfRows(cells: readonly BarredCell[], { head, width }: BarredShape): number {
  const { kind } = cellsOf(cells);
  let last = head + width;
  for (let index = last; index < cells.length && index - last < MAX_REST + width; index++) {
    const own = kind(index);
    if (own === undefined) break;
    if (own !== 'blank') last = index + 1;
  }
  const rows = Math.ceil((last - head) / width);
  return Math.min(head + rows * width, cells.length);
}

function cellsOf(cells: readonly BarredCell[]): Cells {
  const texts = cells.map(({ text }) => text);
  return { count: texts.length, kind: (index) => kindAt(texts, index), text: (index) => texts[index] ?? '' };
}
