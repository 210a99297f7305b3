import { categoriesOf } from '../catalogue/indicators.ts';
import { EITHER_LEVEL, headingCategories, INDICATOR_PREFIX } from '../indicators/indicatorWords.ts';
import type { CellNode } from '../syntax/nodes.ts';
import { compactLabel } from '../text/width.ts';
import type { Disclosure } from './disclosure.ts';
import type { EditedRow } from './editedRow.ts';
import { indicatorHeading } from './indicatorColumns.ts';
import type { IndicatorColumns } from './table.ts';

/** A cell that calls for the name of a performance indicator (三级指标). */
export interface IndicatorPlace {
  /** The 一级 and 二级 headings the row stands under, as printed; absent where none is in sight. */
  readonly level1?: string;
  readonly level2?: string;
  /** UTF-16 length of a prefix such as `指标1：` in the cell, which is no part of the name. */
  readonly prefix: number;
}

interface Heading {
  readonly text: string;
  readonly column: number;
  readonly level: 1 | 2;
}

type Cells = readonly (CellNode | undefined)[];

/** Other lists that forms go on with below their indicators. */
const OTHER_LISTS = /^(?:支出明细|支出内容简介|金额|资金来源)$/;
/** Lines of a page break: blanks and a page number. */
const PAGE_GAP = 3;
const SECOND_LEVEL = /^(?:经济成本|预算执行)/;

/**
 * Whether the cell under the cursor calls for an indicator name, and under which headings. The heading row of
 * the section tells the column; where a row slid, its own 二级 heading does. A page that lost its heading row
 * goes on with the section of the page before.
 */
export function indicatorPlaceAt(disclosure: Disclosure, edited: EditedRow): IndicatorPlace | undefined {
  const { cells, line, row } = edited;
  if (row?.kind === 'separator' || indicatorHeading(cells, line) || beginsOtherList(cells)) return undefined;
  const section = readSection(disclosure, edited);
  if (!section) return undefined;
  const { columns, above } = section;
  const headings = headingsBefore(edited.cells, edited.column, columns);
  const [own] = headings;
  if (!isNameCell(edited, own, columns, section.slide)) return undefined;
  const level1 = [...headings, ...above].find((heading) => heading.level === 1);
  const level2 =
    own?.level === 2 ? own : above.find((heading) => heading.level === 2 && isUnder(heading, own));
  return {
    prefix: INDICATOR_PREFIX.exec(textAt(edited.cells, edited.column))?.[0].length ?? 0,
    ...(level1 && { level1: level1.text }),
    ...(level2 && { level2: level2.text }),
  };
}

interface Section {
  readonly columns: IndicatorColumns;
  /** The headings printed above the row, the nearest first. */
  readonly above: readonly Heading[];
  /** How far the nearest 二级 heading above stands from its column. */
  readonly slide: number;
}

function readSection(disclosure: Disclosure, edited: EditedRow): Section | undefined {
  const rows: Cells[] = [];
  for (const { cells, line } of rowsAbove(disclosure, edited)) {
    const columns = indicatorHeading(cells, line);
    if (columns) {
      const above = rows.flatMap((row) => headingsBefore(row, columns.name + 1, columns));
      const nearest = above.find(({ level }) => level === 2);
      const slide = nearest && columns.level2 !== undefined ? nearest.column - columns.level2 : 0;
      return { columns, above, slide };
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
): Generator<{ readonly cells: Cells; readonly line: number }> {
  let first = tableIndex;
  while (first >= 0 && !disclosure.tables[first]?.table.indicators) first = pageBefore(disclosure, first);
  if (first === -1) return;
  for (let page = tableIndex; page >= first; page--) {
    const rows = disclosure.tables[page]?.table.rows ?? [];
    for (let index = (page === tableIndex ? rowIndex : rows.length) - 1; index >= 0; index--) {
      const row = rows[index];
      if (row) yield row;
    }
  }
}

/** The index of the table that goes on in this one after a page break; -1 where this one begins anew. */
function pageBefore({ tables }: Disclosure, index: number): number {
  const [previous, page] = [tables[index - 1], tables[index]];
  if (!previous || !page || page.table.title || previous.table.dialect !== page.table.dialect) return -1;
  return page.line - (previous.line + previous.table.lineCount) <= PAGE_GAP ? index - 1 : -1;
}

function beginsOtherList(cells: Cells): boolean {
  return cells.some((cell) => cell && OTHER_LISTS.test(compactLabel(cell.text)));
}

/** The headings to the left of a column, the nearest first. */
function headingsBefore(cells: Cells, column: number, columns: IndicatorColumns): Heading[] {
  return cells
    .slice(0, column)
    .reverse()
    .flatMap((cell) => (cell && isHeading(cell.text) ? [cell] : []))
    .map((cell) => ({ text: cell.text, column: cell.column, level: levelOf(cell, columns) }));
}

function isHeading(text: string): boolean {
  return headingCategories(text).length > 0;
}

function levelOf(cell: CellNode, columns: IndicatorColumns): 1 | 2 {
  const label = compactLabel(cell.text);
  if (EITHER_LEVEL.test(label)) return cell.column === columns.level1 ? 1 : 2;
  return categoriesOf(cell.text).length === 1 || SECOND_LEVEL.test(label) ? 2 : 1;
}

function isNameCell(
  { cells, column }: EditedRow,
  own: Heading | undefined,
  columns: IndicatorColumns,
  slide: number,
): boolean {
  const text = textAt(cells, column);
  const before = textAt(cells, column - 1);
  if (INDICATOR_PREFIX.test(text)) return true;
  if (before !== '' && INDICATOR_PREFIX.exec(before)?.[0].length === before.length) return true;
  const isUsual = column === columns.name || column === columns.name + slide;
  if (isHeading(text) && !isUsual) return false;
  const headings = own?.column ?? (columns.level2 ?? columns.name - 1) + slide;
  for (let between = headings + 1; between < column; between++) {
    if (textAt(cells, between) !== '') return false;
  }
  if (!own) return isUsual;
  const wanted = columns.name - ((own.level === 1 ? columns.level1 : columns.level2) ?? columns.name - 1);
  const distance = column - own.column;
  return own.level === 1 ? distance === wanted : distance <= Math.max(1, wanted) || column === columns.name;
}

/** Whether a 二级 heading belongs under the 一级 heading that the row itself prints. */
function isUnder(heading: Heading, level1: Heading | undefined): boolean {
  if (!level1) return true;
  const group = categoriesOf(level1.text);
  return categoriesOf(heading.text).some((category) => group.includes(category));
}

function textAt(cells: Cells, column: number): string {
  return cells[column]?.text ?? '';
}
