import { maxOf } from '../text/lists.ts';
import { namesAll } from './labels.ts';
import { type Column, isAmountCell, type Row } from './table.ts';

/** Columns behind those of figures, which pages of text may leave out. */
const REMARKS = /备\s*注|说明/;

/**
 * Rows of a table without those of a page that lost columns below headings it repeats: its total of all has figures
 * where no row of the other pages has any, and none where these have some; or that total shows by itself that it lost
 * cells, and the other rows have no more than it has; or all its rows are narrower than those of pages before, though the
 * blank cells at the ends of rows are kept.
 */
export function withoutMovedPages(rows: readonly Row[], columns: readonly Column[]): readonly Row[] {
  const amounts = columns.filter(({ kind }) => kind === 'amount').map(({ index }) => index);
  const pages = pagesOf(rows);
  const isClosed = rows.some((row) => isBody(row) && row.cells.at(-1)?.text === '');
  const moved = new Set(
    pages.slice(1).flatMap((page) => {
      if (isClosed && isNarrowPage(page, rows, columns)) return page;
      const total = page.find((row) => row.kind === 'total' && namesAll(row.cells));
      if (total?.unplaced) return isNarrower(total, rows, page) ? page.filter(isAsNarrowAs(total)) : [];
      return total?.bound && isMoved(total, page, rows, amounts) ? page : [];
    }),
  );
  return unbound(rows, moved);
}

/** Whether all rows of a page lack columns of figures that those of the pages in front of it have. */
function isNarrowPage(page: readonly Row[], rows: readonly Row[], columns: readonly Column[]): boolean {
  const [before, own] = [rows.slice(0, page[0] ? rows.indexOf(page[0]) : 0), page].map((part) =>
    maxOf(part.filter(isBody), ({ cells }) => cells.length, 0),
  );
  return columns.slice(own, before).some(isOfFigures);
}

/** Whether a total has fewer cells than rows of the pages in front of its own. */
function isNarrower(total: Row, rows: readonly Row[], page: readonly Row[]): boolean {
  const before = rows.slice(0, page[0] ? rows.indexOf(page[0]) : 0);
  return before.some(
    ({ kind, bound, cells }) => kind === 'data' && bound && cells.length > total.cells.length,
  );
}

function isAsNarrowAs(total: Row): (row: Row) => boolean {
  return ({ cells }) => cells.length <= total.cells.length;
}

/**
 * Rows of a page that could not be put behind those before without any where all have fewer cells than its headings:
 * columns were lost, and nobody knows which.
 */
export function withoutNarrowPage(rows: readonly Row[], columns: readonly Column[]): readonly Row[] {
  const body = rows.filter(isBody);
  const widest = maxOf(body, ({ cells }) => cells.length, 0);
  const isNarrow = body.length < rows.length && columns.slice(widest).some(isOfFigures);
  return isNarrow ? unbound(rows, new Set(body)) : rows;
}

function isBody({ kind }: Row): boolean {
  return kind === 'data' || kind === 'total';
}

function isOfFigures({ path }: Column): boolean {
  return !REMARKS.test(path.join(''));
}

function unbound(rows: readonly Row[], doubtful: ReadonlySet<Row>): readonly Row[] {
  return doubtful.size === 0 ? rows : rows.map((row) => (doubtful.has(row) ? { ...row, bound: false } : row));
}

/** The rows below each time that the headings stand above some. */
function pagesOf(rows: readonly Row[]): Row[][] {
  const pages: Row[][] = [];
  rows.forEach((row, index) => {
    const begins = row.kind !== 'header' && rows[index - 1]?.kind === 'header';
    if (begins || pages.length === 0) pages.push([]);
    pages.at(-1)?.push(row);
  });
  return pages;
}

function isMoved(
  total: Row,
  page: readonly Row[],
  rows: readonly Row[],
  amounts: readonly number[],
): boolean {
  const own = new Set(filled(total, amounts));
  const here = new Set(page);
  const others = rows.filter((row) => row.bound && !here.has(row));
  const theirs = new Set(others.flatMap((row) => filled(row, amounts)));
  const isStray = [...own].some((column) => !theirs.has(column));
  return isStray && [...theirs].some((column) => !own.has(column));
}

/** The columns in which a row has a figure that is not zero. */
function filled({ cells }: Row, amounts: readonly number[]): number[] {
  return amounts.filter((column) => {
    const cell = cells[column];
    return isAmountCell(cell) && !cell.amount.value.isZero();
  });
}
