import { marksCells } from '../syntax/markedCells.ts';
import type { RowNode, TableNode } from '../syntax/nodes.ts';
import { parseAmount } from '../text/amount.ts';
import { maxOf, minOf } from '../text/lists.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { closedHeadWidth } from './closedHead.ts';
import { isFormWord } from './context.ts';
import { hasWords, namesAll, totalRank } from './labels.ts';
import { headLength, isIndexRow } from './rows.ts';
import { withoutSpreadCells } from './spreadCells.ts';

/**
 * The rows of a page; those that may have lost cells, or have one too many, are marked as unsure.
 *
 * Where each cell has its marks, a row has as many cells as the page has columns. Between tabs the empty cells
 * at its end may be left out, by all rows alike; then a shorter row shows by a blank among its cells that the
 * others are left where they were, and so does one whose last figure stands right in front of the column of remarks:
 * had it lost another cell, remarks would stand there.
 */
export const wholeRows = remember(({ dialect, rows: printed }: TableNode): readonly RowNode[] => {
  if (!marksCells(dialect)) return printed;
  const rows = withoutSpreadCells(printed);
  const { head, body } = partsOf(rows);
  const width = closedWidth(head, rows) ?? widthOf(head, body, dialect !== 'tab');
  const closed = dialect !== 'tab' || rows.some((row) => endsEmpty(row, width));
  const trimmed = !closed && areTrimmed(body, width);
  const longest = maxOf(body, ({ cells }) => cells.length, 0);
  const remarked = head.some(({ cells }) => cells.length === width && isRemark(cells.at(-1)?.text ?? ''));
  const names = wordColumns(body.filter(({ cells }) => cells.length === width));
  const isWhole = (row: RowNode): boolean =>
    row.cells.length === width ||
    (!closed &&
      row.cells.length < width &&
      ((trimmed && !isShortTotal(row, longest)) ||
        row.cells.length === 1 ||
        hasGap(row) ||
        (remarked && row.cells.length === width - 1 && endsWithFigure(row)))) ||
    (!hasFigures(row) && row.cells.every(({ column, text }) => !hasWords(text) || names.has(column)));
  const outside = trimmed
    ? body.filter((row) => row.cells.length < width && fillsBlankOfTotal(row, body))
    : [];
  const unsure = new Set([...outside, ...body.filter((row) => !isWhole(row))]);
  return unsure.size === 0 ? rows : rows.map((row) => (unsure.has(row) ? { ...row, unsure: true } : row));
});

/** How many columns a page has whose header and rows lost their blank cells, where these are more than its header shows. */
function closedWidth(head: readonly RowNode[], rows: readonly RowNode[]): number | undefined {
  const width = closedHeadWidth(head, rows);
  return width !== undefined && head.some(({ cells }) => cells.length >= width) ? undefined : width;
}

/** What heads a last column of words, which most rows leave blank. */
const REMARK = /^(?:备注|说明)(?:说明)?$/;

interface Parts {
  /** Rows that head the columns or number them. */
  readonly head: readonly RowNode[];
  readonly body: readonly RowNode[];
}

function partsOf(rows: readonly RowNode[]): Parts {
  const length = headLength(rows);
  const head: RowNode[] = [];
  const body: RowNode[] = [];
  rows.forEach((row, index) => {
    if (row.separator || row.cells.every(({ text }) => text === '')) return;
    (index < length || isIndexRow(row) ? head : body).push(row);
  });
  return { head, body };
}

/** A head slides by a column for each cell that was put in front of it. */
const MOST_SLID = 3;

/**
 * How many columns a page has: as its head shows, or, where the widest line of the head slid to the right, as
 * the rows do that show their empty cells.
 *
 * @param marked whether every cell has its marks
 */
function widthOf(head: readonly RowNode[], body: readonly RowNode[], marked: boolean): number {
  const widths = body.filter(hasFigures).map(({ cells }) => cells.length);
  const headed = maxOf(head, ({ cells }) => cells.length, 0);
  const fitting = widths.filter((width) => width === headed).length;
  const wider = mostCommon(widths.filter((width) => width > headed));
  if (wider !== undefined && widths.filter((width) => width === wider).length > fitting) return wider;
  if (fitting > 0) return headed;
  // A head that leaves the first column without a heading slid to the right.
  const slid = minOf(
    head.filter((row) => !isForm(row)),
    blanksInFront,
  );
  const straight = head.filter((row) => isIndexRow(row) || (marked && blanksInFront(row) === 0));
  const narrower = [headed - slid, ...straight.map(({ cells }) => cells.length)];
  const byHead = widths.find((width) => width >= headed - MOST_SLID && narrower.includes(width));
  const open = body.filter(
    (row) => hasFigures(row) && hasGap(row) && (marked || row.cells.at(-1)?.text === ''),
  );
  const shown = open.map(({ cells }) => cells.length);
  return byHead ?? mostCommon(marked ? shown.filter((each) => each >= headed - MOST_SLID) : shown) ?? headed;
}

function isForm({ cells }: RowNode): boolean {
  return cells.every(({ text }) => text === '' || isFormWord(text));
}

function blanksInFront({ cells }: RowNode): number {
  return Math.max(
    0,
    cells.findIndex(({ text }) => text !== ''),
  );
}

/** The number that stands in a list most often; of several the greatest. */
function mostCommon(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const found = [...counts].flatMap(([number, count]) => (count === most ? number : []));
  return found.length === 0 ? undefined : Math.max(...found);
}

function endsEmpty({ cells }: RowNode, width: number): boolean {
  return cells.length === width && cells.at(-1)?.text === '' && cells.some(({ text }) => text !== '');
}

function isRemark(heading: string): boolean {
  return REMARK.test(compactLabel(heading));
}

function endsWithFigure({ cells }: RowNode): boolean {
  return parseAmount(cells.at(-1)?.text ?? '') !== undefined;
}

/**
 * A blank behind the first cell, where a code or a serial number may be left out. One in front of the first
 * figure shows nothing: it may have been put there.
 */
function hasGap({ cells }: RowNode): boolean {
  const figure = cells.findIndex(({ text, column }) => column > 0 && parseAmount(text));
  return cells.some(({ text, column }) => text === '' && column > 0 && column !== figure - 1);
}

/** A total has a figure wherever a row of its parts has one. */
function isShortTotal({ cells }: RowNode, longest: number): boolean {
  return cells.length < longest && cells.some(({ text }) => totalRank(text) > 0);
}

/** Whether a row of figures without a blank among them has one where the total of all rows, which has blanks, has none. */
function fillsBlankOfTotal(row: RowNode, body: readonly RowNode[]): boolean {
  const [total, second] = body.filter((each) => namesAll(each.cells) && hasFigures(each));
  if (!total || second || total === row || !hasGap(total) || hasGap(row)) return false;
  return row.cells.some(({ text, column }) => {
    const amount = column > 0 ? parseAmount(text) : undefined;
    const own = total.cells[column]?.text ?? '';
    return amount !== undefined && !amount.value.isZero() && own === '' && column >= firstFigure(total);
  });
}

function firstFigure({ cells }: RowNode): number {
  return cells.findIndex(({ text, column }) => column > 0 && parseAmount(text));
}

/** Fewer short rows may each have lost a cell. */
const MIN_TRIMMED = 4;
const TRIMMED_SHARE = 0.4;

/**
 * Whether rows end at different columns because the empty cells at their ends were left out: so many rows do
 * that the loss of some cells cannot explain it, and blanks among cells show that not all were lost. All may end at the same
 * one, where the total keeps the blank in front of its word.
 */
function areTrimmed(body: readonly RowNode[], width: number): boolean {
  const figures = body.filter(hasFigures);
  const short = figures.filter(({ cells }) => cells.length < width).length;
  const areEven = new Set(figures.map(({ cells }) => cells.length)).size === 1;
  if (areEven && short >= MIN_TRIMMED && figures.some(isTotalBehindBlank)) return true;
  return short >= MIN_TRIMMED && short >= TRIMMED_SHARE * figures.length && figures.some(hasGap);
}

function isTotalBehindBlank({ cells: [first, second] }: RowNode): boolean {
  return first?.text === '' && totalRank(second?.text ?? '') > 1;
}

/** Behind the first cell, where a code or a serial number may stand. */
function hasFigures({ cells }: RowNode): boolean {
  return cells.slice(1).some(({ text }) => parseAmount(text));
}

function wordColumns(rows: readonly RowNode[]): ReadonlySet<number> {
  return new Set(
    rows.flatMap(({ cells }) => cells.flatMap(({ column, text }) => (hasWords(text) ? column : []))),
  );
}
