import { marksCells } from '../syntax/markedCells.ts';
import type { CellNode, Dialect, PlacedBlock, RowNode, TableNode } from '../syntax/nodes.ts';
import { parseAmount } from '../text/amount.ts';
import { rememberLast } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { type CodeCarry, carryAfter, codeColumn, isNamedCode, NO_CARRY, readCode } from './codes.ts';
import { hasWords, isTotalLabel } from './labels.ts';
import { headLength } from './rows.ts';
import { wholeRows } from './wholeRows.ts';

/** The rows of one table, joined from its pages, with lines counted from the table's first line. */
export interface Grid {
  readonly dialect: Dialect;
  readonly lineCount: number;
  readonly rows: readonly RowNode[];
  /** The rows with nothing but the order of their cells, where their places may not tell the columns. */
  readonly inOrder?: readonly RowNode[];
  /** The rows as if they were flattened, where a scanner may have moved their cells. */
  readonly flattened?: readonly RowNode[];
  /** The headings that each page repeats, by page, which `inOrder` leaves out: none of the first. */
  readonly repeated?: readonly (readonly RowNode[])[];
  /** Marks close all cells, blank ones too. */
  readonly closed?: true;
  /** The line of the first row below its headings, where these are known. */
  readonly bodyLine?: number;
  /** A page begins with the table: rows of it may stand on the page before. */
  readonly cutAbove?: true;
}

/** A table block of the syntax tree at its place. */
export type Fragment = PlacedBlock<TableNode>;

/** No table of a disclosure is half as wide: a wider row is something else, and only takes time. */
const MAX_WIDTH = 300;

/** The rows of a page; of one that is too wide nobody knows the columns, and what is beyond the limit is left out. */
function rowsOf(node: TableNode): readonly RowNode[] {
  return wholeRows(node).map((row) =>
    row.cells.length > MAX_WIDTH ? { ...row, cells: row.cells.slice(0, MAX_WIDTH), unsure: true } : row,
  );
}

/**
 * Joins the pages of a table. A page that lost its empty columns is fitted to the first one: columns that
 * hold anything keep their order. Where the counts differ the fit is unknown, and undefined is returned.
 */
export function joinFragments(fragments: readonly [Fragment, ...Fragment[]]): Grid | undefined {
  const [first, ...rest] = withHead(fragments);
  const rows: RowNode[] = [...rowsOf(first.node)];
  let lineCount = first.node.lineCount;
  for (const fragment of rest) {
    const offset = fragment.line - first.line;
    const narrow = widthOf(fragment.node.rows) < widthOf(rows);
    // Where the empty cells at the ends of rows are left out, nothing shows whether others were lost.
    const unsure = narrow
      ? endsVary(first.node.rows) && fragment.node.rows.some(hasGap)
      : losesColumns(first.node.rows, fragment.node.rows);
    const target = narrow && !unsure ? columnMap(rowsOf(fragment.node), rows) : IDENTITY;
    if (!target) return undefined;
    for (const row of rowsOf(fragment.node)) {
      const moved = moveRow(row, offset, target);
      rows.push(unsure && !row.separator ? { ...moved, unsure } : moved);
    }
    lineCount = offset + fragment.node.lineCount;
  }
  const { dialect, closed, cutAbove } = first.node;
  return {
    ...{ dialect, lineCount, rows },
    ...(closed && { closed }),
    ...rowsInOrder(fragments),
    ...flattenedRows(fragments),
    ...(cutAbove && { cutAbove }),
  };
}

/**
 * The pages with headings that stand alone, parted from their rows by signs of a frame, put in front of these: what
 * headings are written like shows beside the rows below them.
 */
function withHead(fragments: readonly [Fragment, ...Fragment[]]): readonly [Fragment, ...Fragment[]] {
  const [first, second, ...rest] = fragments;
  const { node, line } = first;
  const isHead = marksCells(node.dialect) && headLength(node.rows) === node.rows.length;
  if (!second || !isHead || widthOf(node.rows) !== widthOf(second.node.rows)) return fragments;
  const offset = second.line - line;
  const rows = [...node.rows, ...second.node.rows.map((row) => moveRow(row, offset, IDENTITY))];
  return [{ line, node: { ...node, rows, lineCount: offset + second.node.lineCount } }, ...rest];
}

/** Joins pages whose columns cannot be fitted, with nothing but the order of their cells, where that is known. */
export function joinInOrder(fragments: readonly [Fragment, ...Fragment[]]): Grid | undefined {
  const [first] = fragments;
  const { line, node } = fragments.at(-1) ?? first;
  const ordered = rowsInOrder(fragments);
  const { dialect, cutAbove } = first.node;
  const lineCount = line - first.line + node.lineCount;
  return (
    ordered && {
      ...{ dialect, lineCount, rows: ordered.inOrder },
      ...ordered,
      ...flattenedRows(fragments),
      ...(cutAbove && { cutAbove }),
    }
  );
}

/** The rows of all pages as if they were flattened, where each is known so. */
function flattenedRows(fragments: readonly [Fragment, ...Fragment[]]): Pick<Grid, 'flattened'> | undefined {
  if (!fragments.every(({ node }) => node.flattened)) return undefined;
  const [first] = fragments;
  const rows = fragments.flatMap(({ node, line }) =>
    (node.flattened ?? []).map((row) => moveRow(row, line - first.line, IDENTITY)),
  );
  return { flattened: rows };
}

/** The rows of all pages in their order, and apart from them the headings that a page repeats. */
function rowsInOrder(
  fragments: readonly [Fragment, ...Fragment[]],
): Required<Pick<Grid, 'inOrder' | 'repeated'>> | undefined {
  const [first] = fragments;
  const pages = fragments.flatMap(({ node, line }) => (node.inOrder ? { rows: node.inOrder, line } : []));
  if (pages.length < fragments.length) return undefined;
  const heads = new Set(first.node.inOrder?.slice(0, MAX_HEADS).map(wordsOfRow));
  const parted = pages.map(({ rows, line }, page) => {
    const own = page === 0 ? 0 : rows.findIndex((row) => !heads.has(wordsOfRow(row)));
    const end = own === -1 ? rows.length : own;
    const moved = rows.map((row) => onPage(moveRow(row, line - first.line, IDENTITY), page));
    return { head: moved.slice(0, end), body: moved.slice(end) };
  });
  return { inOrder: parted.flatMap(({ body }) => body), repeated: parted.map(({ head }) => head) };
}

/** What stands at one place on one page may be elsewhere on the next. */
function onPage(row: RowNode, page: number): RowNode {
  if (page === 0) return row;
  const cells = row.cells.map((cell) =>
    cell.place === undefined ? cell : { ...cell, place: cell.place + page * MAX_PLACES },
  );
  return { ...row, cells };
}

/** The page on which a row stands, as the places of its cells tell. */
export function pageOf({ cells }: RowNode): number | undefined {
  const place = cells.find((cell) => cell.place !== undefined)?.place;
  return place === undefined ? undefined : Math.floor(place / MAX_PLACES);
}

/** What a row says, as headings that a page repeats are compared with those of the first. */
export function wordsOfRow({ cells }: RowNode): string {
  return cells.map(({ text }) => compactLabel(text)).join('|');
}

/** The 科目编码 of a page, as far as they tell which page goes on with which. */
export interface PageCodes {
  /** Code of the first row that says anything; undefined where that is a header or a total. */
  readonly opening?: string;
  /** First and last code anywhere in the page. */
  readonly first?: string;
  readonly last?: string;
  readonly carry: CodeCarry;
  /** The column the codes stand in. */
  readonly column: number;
}

/** Reads the codes of a page, with what the page before it carries over. */
export function pageCodes(node: TableNode, before?: PageCodes): PageCodes {
  const rows = node.rows.filter((row) => !row.separator && row.cells.some((cell) => cell.text !== ''));
  const column = before?.column ?? codeColumn(rows.map((row) => row.cells));
  let carry = before?.carry ?? NO_CARRY;
  const codes = rows.map((row) => {
    const code = readCode(row.cells, carry, column);
    const isNamed = isNamedCode(code);
    carry = carryAfter(isNamed || row.torn ? code : undefined, carry);
    return isNamed ? code.digits : undefined;
  });
  const [opening] = codes;
  const first = codes.find((code) => code !== undefined);
  const last = codes.findLast((code) => code !== undefined);
  return {
    carry,
    column,
    ...(opening !== undefined && { opening }),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  };
}

/** The same for a page behind another, worked out once as long as the codes before it are the same. */
export const carriedCodes = rememberLast((node: TableNode, before: PageCodes) => pageCodes(node, before));

function moveRow(row: RowNode, offset: number, target: readonly number[]): RowNode {
  const cells: CellNode[] = row.cells.map((cell) => ({
    ...cell,
    span: { ...cell.span, line: cell.span.line + offset },
    column: target[cell.column] ?? cell.column,
  }));
  return { ...row, line: row.line + offset, cells };
}

/** No table has more columns. */
const MAX_PLACES = 1000;
/** So many lines of headings a page may repeat. */
const MAX_HEADS = 12;

/** Every column in its place. */
const IDENTITY: readonly number[] = [];

/**
 * Where each column of a page that is narrower than the table belongs: by the order of filled columns, if a total
 * of the table shows that these are the same on all pages.
 */
function columnMap(page: readonly RowNode[], table: readonly RowNode[]): readonly number[] | undefined {
  const here = page.filter(({ unsure }) => !unsure);
  const there = table.filter(({ unsure, cells }) => !unsure && cells.some(isFigure));
  const filledHere = filledColumns(here);
  const filledThere = filledColumns(there);
  if (filledHere.length !== filledThere.length) return undefined;
  if (!fillsAll(there, filledThere) && !fillsAll(here, filledHere)) return undefined;
  const map = Array.from({ length: widthOf(page) }, () => -1);
  filledHere.forEach((column, order) => {
    map[column] = filledThere[order] ?? column;
  });
  if (!agree(here, there, map)) return undefined;
  // Empty columns take the free places in order, so that no two columns fall together.
  const free = Array.from({ length: widthOf(table) }, (_, column) => column).filter(
    (column) => !map.includes(column),
  );
  return map.map((column) => (column === -1 ? (free.shift() ?? widthOf(table)) : column));
}

/** Whether words of a page come to stand among words, and its figures among figures. */
function agree(page: readonly RowNode[], table: readonly RowNode[], map: readonly number[]): boolean {
  const cells = table.flatMap((row) => row.cells);
  const figures = new Set(cells.flatMap((cell) => (isFigure(cell) ? cell.column : [])));
  const words = new Set(cells.flatMap(({ column, text }) => (hasWords(text) ? column : [])));
  return page.every((row) =>
    row.cells.every((cell) => {
      const column = map[cell.column] ?? -1;
      if (isFigure(cell)) return figures.has(column) || !words.has(column);
      return !hasWords(cell.text) || words.has(column) || !figures.has(column);
    }),
  );
}

/**
 * Whether all rows of a page that repeats the headings have fewer cells than those of the first one, which all have as many
 * and keep the empty ones at their ends: below headings that are whole, columns of the page were lost.
 */
function losesColumns(first: readonly RowNode[], page: readonly RowNode[]): boolean {
  const [rows, others] = [first, page].map((all) => all.slice(headLength(all)).filter(hasFigures));
  const [width, ...varied] = new Set(rows?.map(({ cells }) => cells.length));
  const keepsBlanks = rows?.some(({ cells }) => cells.at(-1)?.text === '') === true;
  if (!others || others.length === 0 || width === undefined || varied.length > 0 || !keepsBlanks)
    return false;
  return others.every(({ cells }) => cells.length < width);
}

/** Behind the first cell, where a code may stand. */
function hasFigures({ separator, cells }: RowNode): boolean {
  return !separator && cells.slice(1).some(({ text }) => parseAmount(text));
}

/** Whether a total has figures in every column that is filled behind its name: no row has any in others then. */
function fillsAll(rows: readonly RowNode[], filled: readonly number[]): boolean {
  return rows.some(({ cells }) => {
    const name = cells.find(({ text }) => text !== '');
    if (!name || !isTotalLabel(name.text)) return false;
    const figures = cells.filter(({ text }) => parseAmount(text)).map(({ column }) => column);
    const [first] = figures;
    return first !== undefined && filled.every((column) => column < first || figures.includes(column));
  });
}

/** Whether rows end at different columns: the empty cells at their ends were left out, and no others. */
function endsVary(rows: readonly RowNode[]): boolean {
  return new Set(rows.filter(({ separator }) => !separator).map(({ cells }) => cells.length)).size > 1;
}

function hasGap({ cells }: RowNode): boolean {
  return cells.some(({ text, column }) => text === '' && column < cells.length - 1);
}

/** Rows of the body are told from the header by a figure in them. */
function isFigure(cell: CellNode): boolean {
  return (parseAmount(cell.text)?.decimals ?? 0) > 0 || /^-?\d{1,3}(?:[,，]\d{3})+$/.test(cell.text);
}

function widthOf(rows: readonly RowNode[]): number {
  return rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
}

function filledColumns(rows: readonly RowNode[]): number[] {
  const filled = new Set<number>();
  for (const row of rows) {
    if (row.separator) continue;
    for (const cell of row.cells) if (cell.text !== '') filled.add(cell.column);
  }
  return [...filled].sort((a, b) => a - b);
}
