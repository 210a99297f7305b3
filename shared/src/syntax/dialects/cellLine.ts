import { mayBeNextCode } from '../../text/codeShape.ts';
import { range } from '../../text/lists.ts';
import { toHalfWidth } from '../../text/width.ts';
import { isKnownHeading } from '../headingWords.ts';
import { movedRow } from '../movedRow.ts';
import type { CellNode, RowNode } from '../nodes.ts';
import { holdTogether } from './cellLine/abreast.ts';
import { type Disturbed, disturbedTable } from './cellLine/disturbed.ts';
import { isIndexRow } from './cellLine/heading.ts';
import { isFigure, isWords, type Kind, kindAt, kindOfCell } from './cellLine/kinds.ts';
import { loneRowEnd } from './cellLine/loneRow.ts';
import { cellsFrom, type PlacedCells, placesOn, rowOf } from './cellLine/placedCells.ts';
import { purchasesEnd } from './cellLine/purchases.ts';
import { betweenPages, sequenceEnd } from './cellLine/sequence.ts';
import { type Cells, findShape, type Shape, withRow } from './cellLine/shape.ts';
import { stridesAt } from './cellLine/strides.ts';
import { markTorn } from './cellLine/torn.ts';
import { cellOf, type DialectReader, LOOKAHEAD } from './dialect.ts';
import { threePublicRowEnd } from './threePublicRow.ts';

/** So many rows show how rows go on behind something that is none. */
const MIN_ROWS = 3;
/** And within the lines of so many rows. */
const MAX_LOST_ROWS = 4;

/** So many lines of a table tell how its rows fall, where fewer do not. */
const READ_AHEAD = 4 * LOOKAHEAD;

/** What heads a column of codes. */
const CODES = /^[\u4e00-\u9fff]{0,8}(?:编码|代码)$/;

/**
 * One cell a line, as a table on a web page is copied; an empty cell is an empty line. Nothing marks the rows,
 * so a table is only believed where its lines fall into rows with words and figures in the same places below
 * headings, and in one way only; or else where rows begin with numbers that have words beside them, and then
 * how the lines fall into rows is for others to find. Where a cell was lost or came in further down, the rows from the one in front
 * of the first that does not fit are unsure.
 */
export const cellLineDialect: DialectReader = { dialect: 'cell-line', extent, read };

function extent(lines: readonly string[], first: number): number {
  // Without the heading of their codes, these would be taken for the last figures of the rows in front of them.
  if (CODES.test(lines[first - 1]?.trim() ?? '')) return 0;
  const table = tableAt(lines, first);
  if (table) return table.end - first;
  const disturbed = disturbedAt(lines, first);
  if (disturbed) return disturbed.end - first;
  const ends = [sequenceEnd, loneRowEnd, purchasesEnd, threePublicEnd].map((end) => end(lines, first));
  return Math.max(...ends) - first;
}

/** One cell a line. */
function threePublicEnd(lines: readonly string[], first: number): number {
  return threePublicRowEnd(lines, first, (line) => [toHalfWidth(line).trim()].filter((text) => text !== ''));
}

function read(lines: readonly string[]): RowNode[] {
  const table = tableAt(lines, 0);
  const rows = table && readShaped(lines, table);
  if (rows && !rows.some(({ unsure }) => unsure)) return rows;
  const end = table?.end ?? lines.length;
  // What shows how the rows fall may stand further down than what shows that they do.
  for (const most of rows ? [LOOKAHEAD, READ_AHEAD] : [LOOKAHEAD]) {
    const disturbed = disturbedAt(lines, 0, most);
    if (disturbed?.end === end) return readDisturbed(lines, disturbed);
  }
  if (rows?.some(({ unsure }) => !unsure) && !rows.some(leavesHeadingOut)) return rows;
  // Where nothing shows the rows each cell is one by itself.
  return readWithoutPages(lines) ?? readSequence(lines);
}

/** Whether a row that does not fit begins with a heading that tables are known to have, and a name behind it: more cells are headings. */
function leavesHeadingOut({ unsure, cells: [first, next] }: RowNode): boolean {
  return unsure === true && isKnownHeading(first?.text ?? '') && isWords(kindOfCell(next?.text ?? ''));
}

/** The rows of a table that falls into rows where the ends of pages are no cells; undefined where there is none, or one ends within a row. */
function readWithoutPages(lines: readonly string[]): RowNode[] | undefined {
  const places = linesOfCells(lines);
  if (places.length === lines.length) return undefined;
  const texts = places.map((line) => lines[line] ?? '');
  const table = tableAt(texts, 0);
  if (table?.end !== texts.length) return undefined;
  const rows = readShaped(texts, table).map((row) => movedRow(row, (line) => places[line] ?? line));
  const starts = new Set(rows.map(({ line }) => line));
  const areWhole = places.every((line, at) => line === (places[at - 1] ?? -1) + 1 || starts.has(line));
  return areWhole ? rows : undefined;
}

/** The lines with cells, without the ends of pages. */
function linesOfCells(lines: readonly string[]): number[] {
  const places: number[] = [];
  for (let line = 0; line < lines.length; line++) {
    line += betweenPages(lines, line);
    places.push(line);
  }
  return places;
}

/** The rows of a table that fall into rows cell by cell. */
function readShaped(lines: readonly string[], { cells, shape }: Found): RowNode[] {
  const rows: RowNode[] = [];
  let types: Shape['types'] = shape.types;
  // What stands in front of the first full row may head any columns where blank cells left no lines.
  const start = shape.offset > 0 && !hasBlanks(cells) ? shape.types.length - shape.offset : -shape.offset;
  for (let index = start; index < cells.places.length; ) {
    const total = totalColumns(cells, index, types);
    const columns = total ?? [...shape.types.keys()];
    const next = total ? types : typesWith(cells, index, types);
    const row = rowOf(lines, cells.places, { index, columns });
    if (next) {
      types = next;
      rows.push(row);
      index += columns.length;
      continue;
    }
    // A cell that was lost shows in its own row or in the next one.
    if (rows.length > 0 && !rows.at(-1)?.unsure) rows.push({ ...takeLast(rows), unsure: true });
    // What came in may be a part of the first row that fits, and its beginning stand in front.
    const known = rowsGoOn(cells, index, types);
    const start = known === undefined ? cells.places.length : known + types.length;
    for (; index < start; index += columns.length) {
      const own = columns.slice(0, start - index);
      rows.push({ ...rowOf(lines, cells.places, { index, columns: own }), unsure: true });
    }
    index = start;
  }
  return holdTogether(rows, shape) ? markTorn(rows, shape) : rows.map((row) => ({ ...row, unsure: true }));
}

function hasBlanks(cells: Cells): boolean {
  return range(0, cells.count).some((index) => cells.kind(index) === 'blank');
}

/** The kinds of columns with what a row shows; undefined where it does not fit. What is no row of the body shows nothing. */
function typesWith(cells: Cells, index: number, types: Shape['types']): Shape['types'] | undefined {
  const own = types.map((_, at) => ({
    kind: index + at < 0 ? 'blank' : cells.kind(index + at),
    text: cells.text(index + at),
  }));
  if (!isBody(own)) return types;
  return withRow(
    types,
    own.map(({ kind }) => kind),
  );
}

/**
 * Where rows go on behind one that does not fit, because a cell was lost or something came in: several follow each other there,
 * each with a name and a figure, and they do in no other way.
 */
function rowsGoOn(cells: Cells, index: number, types: Shape['types']): number | undefined {
  const width = types.length;
  const first = range(index + 1, index + MAX_LOST_ROWS * width).find((at) => areRowsAt(cells, at, types));
  if (first === undefined) return undefined;
  const isOnly = !range(first + 1, first + width).some((at) => areRowsAt(cells, at, types));
  return isOnly ? first : undefined;
}

/** Whether several rows that name what their figures are begin with a cell. */
function areRowsAt(cells: Cells, start: number, types: Shape['types']): boolean {
  const label = types.indexOf('words');
  return range(0, MIN_ROWS).every((row) => {
    const index = start + row * types.length;
    const kinds = types.map((_, at) => cells.kind(index + at));
    const isNamed = isWords(kinds[label]) && kinds.slice(label + 1).some(isFigure);
    return index + types.length <= cells.count && isNamed && withRow(types, kinds) !== undefined;
  });
}

/** Each cell as a row by itself; those of the lines between pages hold nothing. */
function readSequence(lines: readonly string[]): RowNode[] {
  const cells = new Set(linesOfCells(lines));
  return lines.flatMap((text, line) => {
    if (!cells.has(line)) return { line, separator: false, cells: [] };
    return placesOn(lines, line).map(({ start, end }) => ({
      ...{ line, separator: false },
      cells: [cellOf(text, start, end, line, 0)],
    }));
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
  readonly cells: PlacedCells;
  readonly shape: Shape;
  readonly end: number;
}

function tableAt(lines: readonly string[], first: number): Found | undefined {
  // The rows of a list of purchases are of two lengths, which may come to the same in a few of them.
  if (kindAt(lines, first) !== 'words' || purchasesEnd(lines, first) > first) return undefined;
  const ways = stridesAt(lines, first).flatMap((stride) => {
    const window = cellsFrom(lines, first, stride, stride === 2 ? LOOKAHEAD / 2 : LOOKAHEAD);
    const shape = areOneALine(window) ? findShape(window) : undefined;
    return shape ? { stride, shape } : [];
  });
  const [way, other] = ways;
  if (!way || other) return undefined;
  const { stride, shape } = way;
  const cells = cellsFrom(lines, first, stride, Number.POSITIVE_INFINITY);
  return { cells, shape, end: (cells.places.at(-1)?.line ?? first) + 1 };
}

/** Whether no more than half of the lines with cells have several: rows on one line each are no cells. */
function areOneALine({ places }: PlacedCells): boolean {
  const perLine = new Map<number, number>();
  for (const { line } of places) perLine.set(line, (perLine.get(line) ?? 0) + 1);
  return 2 * [...perLine.values()].filter((cells) => cells > 1).length <= perLine.size;
}

/** A table among whose rows something else stands, or of which names go over lines. */
interface FoundDisturbed {
  readonly cells: PlacedCells;
  readonly table: Disturbed;
  readonly end: number;
}

function disturbedAt(lines: readonly string[], first: number, most = LOOKAHEAD): FoundDisturbed | undefined {
  if (kindAt(lines, first) !== 'words' || !isKnownHeading(lines[first] ?? '')) return undefined;
  if (purchasesEnd(lines, first) > first) return undefined;
  const window = cellsFrom(lines, first, 1, most);
  if (!areOneALine(window)) return undefined;
  const cells = cellsFrom(lines, first, 1, Number.POSITIVE_INFINITY);
  const table = disturbedTable(window, cells);
  return table && { cells, table, end: (cells.places[table.path.end - table.room - 1]?.line ?? first) + 1 };
}

/** The rows of a table with disturbances. A name over several lines may as well be two of them. */
function readDisturbed(lines: readonly string[], { cells, table }: FoundDisturbed): RowNode[] {
  const { width, head, room, path } = table;
  const header: RowNode[] = [];
  for (let index = -room; index < head - room; index += width)
    header.push(rowOf(lines, cells.places, { index, columns: [...path.types.keys()] }));
  const body = path.rows.map(({ first, taken, isOnly, isShort }): RowNode => {
    const line = cells.places[first - room]?.line ?? lines.length - 1;
    if (isShort) {
      const columns = shortColumns(cells, first - room, taken.length, path.types);
      return { ...rowOf(lines, cells.places, { index: first - room, columns }), unsure: true };
    }
    const own = Array.from({ length: width }, (_, column): CellNode => {
      const group = taken.find((each) => each.column === column)?.cells.map((cell) => cell - room) ?? [];
      return cellOver(lines, cells, group, line, column);
    });
    const isWrapped = taken.some((each) => each.cells.length > 1);
    return {
      ...{ line, separator: false, cells: own },
      ...(!isOnly && { unsure: true }),
      ...(isWrapped && { torn: true }),
    };
  });
  const rows = [...header, ...withoutNextCode(body)];
  return holdTogether(rows, { width, offset: 0, types: path.types })
    ? rows
    : rows.map((row) => ({ ...row, unsure: true }));
}

/** Where cells of a row that lacks some may stand: its names in front, and its figures in the last columns of these. */
function shortColumns(cells: Cells, index: number, length: number, types: Shape['types']): number[] {
  const own = range(index, index + length);
  const labels = own.findLastIndex((cell) => isWords(cells.kind(cell))) + 1;
  const figures = [...types.keys()].filter((column) => column >= labels && types[column] !== 'words');
  return [...range(0, labels), ...figures.slice(labels - length)];
}

/** The rows, the last of which is unsure where its last figure may be the code of another, which does not fit. */
function withoutNextCode(rows: readonly RowNode[]): readonly RowNode[] {
  const last = rows.at(-1);
  const [code = '', figure = ''] = [last?.cells[0], last?.cells.at(-1)].map((cell) =>
    toHalfWidth(cell?.text ?? '').trim(),
  );
  return last && mayBeNextCode(code, figure) ? [...rows.slice(0, -1), { ...last, unsure: true }] : rows;
}

/** A cell over several lines, or an empty one where there are none. */
function cellOver(
  lines: readonly string[],
  cells: PlacedCells,
  group: readonly number[],
  line: number,
  column: number,
): CellNode {
  const [first, ...others] = group;
  const place = cells.places[first ?? -1];
  if (first === undefined || !place) return cellOf('', 0, 0, line, column);
  const cell = cellOf(lines[place.line] ?? '', place.start, place.end, place.line, column);
  if (others.length === 0) return cell;
  return { ...cell, whole: group.map((index) => cells.text(index).trim()).join('') };
}
