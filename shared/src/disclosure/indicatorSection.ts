import { headingCategories, isFirstLevel } from '../indicators/indicatorWords.ts';
import type { CellNode } from '../syntax/nodes.ts';
import { compactLabel } from '../text/width.ts';
import type { Disclosure } from './disclosure.ts';
import type { EditedRow } from './editedRow.ts';
import { indicatorHeading, namesOnly } from './indicatorColumns.ts';
import type { IndicatorColumns } from './table.ts';

/** A 一级 or 二级 heading as it is printed. */
export interface Heading {
  readonly text: string;
  readonly column: number;
  readonly level: 1 | 2;
}

export type Cells = readonly (CellNode | undefined)[];

/** Other lists that forms go on with below their indicators. */
const OTHER_LISTS = /^(?:支出明细|支出内容简介|金额|资金来源)$/;
/** Lines of a page break: blanks and a page number. */
const PAGE_GAP = 3;

/** The list of indicators that a row stands in. */
export interface Section {
  readonly columns: IndicatorColumns;
  /** The headings printed above the row, the nearest first. */
  readonly above: readonly Heading[];
  /** How far the nearest 二级 heading above stands from its column. */
  readonly slide: number;
}

/** Reads the list of indicators above a row; undefined where the row stands in none. */
export function readSection(disclosure: Disclosure, edited: EditedRow): Section | undefined {
  const rows: Cells[] = [];
  for (const { cells, line, isOwnPage } of rowsAbove(disclosure, edited)) {
    const heading = indicatorHeading(cells, line);
    if (heading) {
      const above = rows.flatMap((row) => headingsBefore(row, heading.name + 1, heading));
      const nearest = above.find(({ level }) => level === 2);
      const slide = nearest && heading.level2 !== undefined ? nearest.column - heading.level2 : 0;
      return { columns: isOwnPage ? heading : namesOnly(heading), above, slide };
    }
    if (beginsOtherList(cells)) return undefined;
    rows.push(cells);
  }
  return undefined;
}

/**
 * The rows above, upwards, through the pages of a performance table; none at all in any other table, however
 * long it is.
 */
function* rowsAbove(
  disclosure: Disclosure,
  { tableIndex, rowIndex }: EditedRow,
): Generator<{ readonly cells: Cells; readonly line: number; readonly isOwnPage: boolean }> {
  const own = disclosure.tables[tableIndex]?.table;
  const heading = own?.rows.findIndex(({ line }) => line === own.indicators?.line) ?? -1;
  // A page may go on with one list and begin the next.
  const isHeaded = heading !== -1 && heading < rowIndex;
  const first = firstPage(disclosure, isHeaded ? tableIndex : pageBefore(disclosure, tableIndex));
  if (first === -1) return;
  for (let page = tableIndex; page >= first; page--) {
    const rows = disclosure.tables[page]?.table.rows ?? [];
    for (let index = (page === tableIndex ? rowIndex : rows.length) - 1; index >= 0; index--) {
      const row = rows[index];
      if (row) yield { cells: row.cells, line: row.line, isOwnPage: page === tableIndex };
    }
  }
}

/** Whether a table is a performance table, or a page on which one goes on. */
export function isPerformancePage(disclosure: Disclosure, tableIndex: number): boolean {
  return firstPage(disclosure, tableIndex) !== -1;
}

/** The index of the page with the heading row; -1 where the table is no performance table. */
function firstPage(disclosure: Disclosure, tableIndex: number): number {
  let first = tableIndex;
  while (first >= 0 && !disclosure.tables[first]?.table.indicators) first = pageBefore(disclosure, first);
  return first;
}

/** The index of the table that goes on in this one after a page break; -1 where this one begins anew. */
function pageBefore({ tables }: Disclosure, index: number): number {
  const [previous, page] = [tables[index - 1], tables[index]];
  if (!previous || !page || page.table.title || previous.table.dialect !== page.table.dialect) return -1;
  return page.line - (previous.line + previous.table.lineCount) <= PAGE_GAP ? index - 1 : -1;
}

/** Whether a row begins another list, such as the details of expenditure. */
export function beginsOtherList(cells: Cells): boolean {
  return cells.some((cell) => cell && OTHER_LISTS.test(compactLabel(cell.text)));
}

/** The headings to the left of a column, the nearest first. */
export function headingsBefore(cells: Cells, column: number, columns: IndicatorColumns): Heading[] {
  return cells
    .slice(0, column)
    .reverse()
    .flatMap((cell) => (cell && isHeading(cell.text) ? [cell] : []))
    .map((cell) => ({ text: cell.text, column: cell.column, level: levelOf(cell, columns) }));
}

/** Whether a cell is a 一级 or 二级 heading. */
export function isHeading(text: string): boolean {
  return headingCategories(text).length > 0;
}

function levelOf(cell: CellNode, columns: IndicatorColumns): 1 | 2 {
  const label = compactLabel(cell.text);
  return isFirstLevel(label, cell.column === columns.level1) ? 1 : 2;
}

/** What stands in a column of a row; empty where nothing does. */
export function textAt(cells: Cells, column: number): string {
  return cells[column]?.text ?? '';
}
