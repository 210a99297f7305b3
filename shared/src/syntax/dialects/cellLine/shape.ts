import { LOOKAHEAD } from '../dialect.ts';
import {
  hasFullRow,
  hasHeading,
  headEnd,
  isHeaded,
  isIndexRow,
  isNumber,
  isStacked,
  type PlacedCell,
  rowsOf,
} from './heading.ts';
import { isFigure, isWords, type Kind } from './kinds.ts';

/** Cells one a line, as far as they go: kind and text of each, from the first cell on. */
export interface Cells {
  readonly count: number;
  kind(index: number): Kind | undefined;
  text(index: number): string;
}

/** How the cells of a table fall into rows. */
export interface Shape {
  readonly width: number;
  /** Empty cells of the first row in front of the first cell, of which no line is left. */
  readonly offset: number;
  /** Whether each column holds words or figures; undefined where it held nothing so far. */
  readonly types: readonly (ColumnType | undefined)[];
}

/** What the cells of a column are: words, or figures of any kind. */
export type ColumnType = 'words' | 'figure';

/** Wider tables are none. */
export const MAX_COLUMNS = 24;
const MIN_COLUMNS = 2;
/** So many rows that are alike are no accident; of wide rows fewer. */
const MIN_ROWS = 4;
const MIN_ROW_CELLS = 16;
/** Rows of headings, and of labels without figures, above the first figures. */
const MAX_HEADER = 8;
/** Codes stand in one column in front of the names, or 类, 款 and 项 in three. */
const ROOM_BEFORE_TOTAL = [1, 3];
/** Of the cells that are filled, so many have a filled one below them. */
const MIN_FILLED = 0.4;

/**
 * The one way in which cells fall into rows, or undefined where there is none or more than one: headings in
 * every column that is filled, then rows with words and figures in the same places. A total above all rows may have
 * come without the empty cells in front of its word.
 */
export function findShape(cells: Cells): Shape | undefined {
  return (
    shapeIn(cells) ?? firstOf(ROOM_BEFORE_TOTAL, (blanks) => shapeIn(withRoomBeforeTotal(cells, blanks)))
  );
}

function firstOf<T, U>(items: readonly T[], find: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The cells with so many empty ones in front of the total below the headings; those alone where none stands there. */
function withRoomBeforeTotal(cells: Cells, blanks: number): Cells {
  const total = headEnd(cells, Math.min(cells.count, LOOKAHEAD)) - 1;
  // The heading of a column has the number or the mark of one behind it, and no amount.
  const isHeading = countNumbered(cells, total + 1) > 0;
  if (cells.kind(total) !== 'total' || isHeading) return { ...cells, count: 0 };
  const back = (index: number): number => (index < total ? index : index - blanks);
  const isRoom = (index: number): boolean => index >= total && index < total + blanks;
  return {
    count: cells.count + blanks,
    kind: (index) => (isRoom(index) ? 'blank' : cells.kind(back(index))),
    text: (index) => (isRoom(index) ? '' : cells.text(back(index))),
  };
}

function shapeIn(cells: Cells): Shape | undefined {
  const count = Math.min(cells.count, LOOKAHEAD);
  const head = headEnd(cells, count);
  const start = bodyStart(cells, head, count);
  if (start === undefined) return undefined;
  // Above the first figures stands a row of headings at least.
  for (const width of widthsFrom(cells, head).filter((width) => width <= head)) {
    const end = agreementEnd(cells, width, start, count);
    const isEnough =
      isLong(end - start, width, end === count) ||
      (end === count && isShown(cells, { width, head, start, end }));
    if (!isEnough) continue;
    const shapes = offsets(width).flatMap((offset) => shapeOf(cells, width, offset, end) ?? []);
    const [shape, ...others] = shapes;
    if (shape) return others.length === 0 ? shape : undefined;
  }
  return undefined;
}

/** The first figure that does not number a column. */
function bodyStart(cells: Cells, head: number, count: number): number | undefined {
  let index = head;
  while (index < count && !isFigure(cells.kind(index))) index++;
  let numbers = 0;
  while (isNumber(cells.text(index + numbers), numbers + 1)) numbers++;
  const start = numbers > 1 ? index + numbers : index;
  return start < count ? start : undefined;
}

/**
 * How many columns there may be, by the numbers of the columns behind the headings: no fewer than these, and as many where they
 * mark all columns.
 */
export function widthsFrom(cells: Cells, head: number): number[] {
  const count = countNumbered(cells, head);
  const isFilled = (index: number): boolean => index >= 0 && cells.kind(index) !== 'blank';
  // Nothing is left out where a row begins right behind the last number, and the marks right behind the headings.
  const isExact = cells.kind(head) === 'index' && isFilled(head - 1) && isFilled(head + count);
  if (isExact && count >= MIN_COLUMNS) return count > MAX_COLUMNS ? [] : [count];
  const least = Math.max(MIN_COLUMNS, count);
  return Array.from({ length: Math.max(0, MAX_COLUMNS + 1 - least) }, (_, at) => least + at);
}

/** How many cells from `from` on number the columns: `** ** 1 2`. */
function countNumbered(cells: Cells, from: number): number {
  let marks = 0;
  while (cells.kind(from + marks) === 'index') marks++;
  let numbers = 0;
  while (isNumber(cells.text(from + marks + numbers), numbers + 1)) numbers++;
  return marks + numbers > 1 ? marks + numbers : 0;
}

/** Up to where each cell from `start` on has one of its kind a row below. */
function agreementEnd(cells: Cells, width: number, start: number, count: number): number {
  let filled = 0;
  let alike = 0;
  for (let index = start; index + width < count; index++) {
    const [above, below] = [cells.kind(index), cells.kind(index + width)];
    if (disagree(above, below) || below === 'stray')
      return filled * MIN_FILLED > alike ? start : index + width;
    if (above !== 'blank') filled++;
    if (above !== 'blank' && below !== 'blank') alike++;
  }
  return filled * MIN_FILLED > alike ? start : count;
}

/** 合计 may stand where other rows have a code, and marks of an index anywhere. */
function disagree(above: Kind | undefined, below: Kind | undefined): boolean {
  return (isFigure(above) && below === 'words') || (above === 'words' && isFigure(below));
}

function isLong(cells: number, width: number, isAll: boolean): boolean {
  return cells >= MIN_ROWS * width || (isAll && cells >= MIN_ROW_CELLS && cells >= width);
}

/**
 * Whether few rows below numbers of all columns show by a blank cell that none was left out: headings fill whole rows above
 * the numbers, and there is a row at least.
 */
function isShown(
  cells: Cells,
  { width, head, start, end }: { width: number; head: number; start: number; end: number },
): boolean {
  const isBlank = Array.from({ length: end - start }, (_, at) => cells.kind(start + at) === 'blank');
  return (
    countNumbered(cells, head) === width &&
    head % width === 0 &&
    end - start >= width &&
    isBlank.includes(true)
  );
}

function offsets(width: number): number[] {
  return Array.from({ length: width }, (_, offset) => offset);
}

function shapeOf(cells: Cells, width: number, offset: number, end: number): Shape | undefined {
  const rows = rowsOf(cells, width, offset, end);
  const body = rows.findIndex((row) => row.some(({ kind }) => isFigure(kind) || kind === 'index'));
  const header = rows.slice(0, body);
  if (body < 1 || body > MAX_HEADER) return undefined;
  const types = typesOf(rows.slice(body), width);
  // Marks of all columns begin with the first of them.
  const marks = headEnd(cells, end);
  const areMarked = countNumbered(cells, marks) === width;
  if (areMarked && (marks + offset) % width !== 0) return undefined;
  const isPlaced = offset === 0 || areMarked || hasFullRow(header, width);
  if (!types || !isStacked(header, width, types) || !isPlaced) return undefined;
  return isHeaded(types, header) && beginsWithNames(types, rows.slice(body))
    ? { width, offset, types }
    : undefined;
}

/** What each column holds, or undefined where one holds both words and figures. */
function typesOf(rows: readonly (readonly PlacedCell[])[], width: number): Shape['types'] | undefined {
  let types: Shape['types'] = Array.from({ length: width }, () => undefined);
  // A total in front of all rows does not show what its column holds: 合计 may stand where these have codes.
  const isTotal = (row: readonly PlacedCell[]) => row.some(({ kind }) => kind === 'total');
  for (const row of [...rows.filter((row) => !isTotal(row)), ...rows.filter(isTotal)]) {
    if (isIndexRow(row)) {
      if (hasHeading(row)) return undefined;
      continue;
    }
    const kinds = row.map(({ kind }) => kind);
    const next = withRow(types, kinds);
    // A row of figures without a name is the second half of one; the last may be cut off.
    const isNameless = row.length === width && kinds.some(isFigure) && !kinds.some(isWords);
    if (!next || isNameless) return undefined;
    types = next;
  }
  return types;
}

/** The types with what one more row shows; undefined where the row does not fit. */
export function withRow(
  types: Shape['types'],
  kinds: readonly (Kind | undefined)[],
): Shape['types'] | undefined {
  const next = [...types];
  const label = kinds.slice(0, Math.max(types.indexOf('figure', types.indexOf('words')), 0));
  if (label.includes('total') && label.includes('words')) return undefined;
  for (const [column, kind] of kinds.entries()) {
    if (kind === 'blank' || kind === undefined) continue;
    const type = isFigure(kind) ? 'figure' : 'words';
    if (kind === 'stray' || kind === 'index') return undefined;
    // 合计 in the column of codes.
    if (kind === 'total' && types.indexOf('words') >= column) continue;
    if (next[column] !== undefined && next[column] !== type) return undefined;
    next[column] = type;
  }
  return next;
}

/** Words stand in front of the first amounts. */
function beginsWithNames(types: Shape['types'], body: readonly (readonly PlacedCell[])[]): boolean {
  const words = types.indexOf('words');
  const amounts = body.flatMap((row) => row.flatMap(({ kind, column }) => (kind === 'amount' ? column : [])));
  const figures = types.lastIndexOf('figure');
  return words !== -1 && words < Math.min(types.length, ...amounts) && figures > words;
}
