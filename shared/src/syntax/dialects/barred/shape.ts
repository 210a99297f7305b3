import { isFigure, isWords } from '../cellLine/kinds.ts';
import {
  beginsWithNames,
  type Cells,
  isHeaded,
  type PlacedCell,
  type Shape,
  typesOf,
} from '../cellLine/shape.ts';

/** How cells fall into rows. */
export interface BarredShape {
  readonly width: number;
  /** Index of the first heading of a column. */
  readonly head: number;
  /** How many headings stand in front of it, one over each of several lists. */
  readonly groups: number;
  readonly types: Shape['types'];
}

const MIN_COLUMNS = 2;
const MAX_COLUMNS = 24;
/** So many rows that are alike are no accident. */
const MIN_ROWS = 3;
/** Of the first rows, so many are alike. */
const ALIKE_SHARE = 2 / 3;
/** What stands over each of two lists. */
const LIST = /^(?:收\s*入|支\s*出)$/;

/**
 * The narrowest way in which cells, blank ones among them, fall into rows: headings over all columns that are filled, with
 * nothing but titles and declarations in front of them, and rows with words and figures in the same places. Undefined
 * where there is none.
 */
export function barredShape(cells: Cells): BarredShape | undefined {
  const figure = firstFigure(cells);
  if (figure === cells.count) return undefined;
  for (let width = MIN_COLUMNS; width <= MAX_COLUMNS; width++) {
    for (let body = figure; body > figure - width && body >= width; body--) {
      const shape = shapeOf(cells, width, body);
      if (shape) return shape;
    }
  }
  return undefined;
}

/** The shape in which a row with the first figure begins at a cell. */
function shapeOf(cells: Cells, width: number, figures: number): BarredShape | undefined {
  let head = figures - width;
  while (head >= width && !isHeading(cells, head, width) && isNameAlone(cells, head, width)) head -= width;
  if (!isHeading(cells, head, width)) return undefined;
  const groups = groupsAbove(cells, head, width);
  const rows = rowsFrom(cells, head + width, width);
  let alike = rows.length;
  let types = typesOf(rows, width);
  while (!types && alike > MIN_ROWS) types = typesOf(rows.slice(0, --alike), width);
  if (groups === undefined || !types || alike < Math.max(MIN_ROWS, ALIKE_SHARE * rows.length))
    return undefined;
  const isNamed = beginsWithNames(types, rows.slice(0, alike));
  return isNamed && isHeaded(types, [rowAt(cells, head, width)]) ? { width, head, groups, types } : undefined;
}

function firstFigure(cells: Cells): number {
  let index = 0;
  while (index < cells.count && !isFigure(cells.kind(index)) && cells.kind(index) !== 'index') index++;
  return index;
}

/** Words in all cells but those of blank columns. */
function isHeading(cells: Cells, from: number, width: number): boolean {
  const kinds = rowAt(cells, from, width).map(({ kind }) => kind);
  return kinds.every((kind) => isWords(kind) || kind === 'blank') && kinds.filter(isWords).length > 1;
}

/** A row without figures above the first one with some. */
function isNameAlone(cells: Cells, from: number, width: number): boolean {
  const kinds = rowAt(cells, from, width).map(({ kind }) => kind);
  return kinds.every((kind) => isWords(kind) || kind === 'blank') && kinds.filter(isWords).length === 1;
}

/**
 * How many headings in front of those of the columns stand over lists: 收入 and 支出 over two of the same headings each.
 * Undefined where others stand there, of which nothing tells how far they reach.
 */
function groupsAbove(cells: Cells, head: number, width: number): number | undefined {
  let above = 0;
  while (above < head && isWords(cells.kind(head - above - 1))) above++;
  if (above === 0) return 0;
  const areLists = rowAt(cells, head - above, above).every(({ text }) => LIST.test(text.trim()));
  return areLists && width % above === 0 ? above : undefined;
}

/** The rows from a cell on, up to the first with something that is no cell of a table. */
function rowsFrom(cells: Cells, from: number, width: number): PlacedCell[][] {
  const rows: PlacedCell[][] = [];
  for (let index = from; index + width <= cells.count; index += width) {
    const row = rowAt(cells, index, width);
    if (row.some(({ kind }) => kind === undefined)) break;
    rows.push(row);
  }
  return rows;
}

function rowAt(cells: Cells, from: number, width: number): PlacedCell[] {
  return Array.from({ length: width }, (_, column) => ({
    kind: cells.kind(from + column),
    text: cells.text(from + column),
    column,
  }));
}
