import { categoriesOf } from '../catalogue/indicatorHeadings.ts';
import { headingBelow, ordinalOf } from '../indicators/headingBelow.ts';
import { INDICATOR_PREFIX } from '../indicators/indicatorWords.ts';
import type { Disclosure } from './disclosure.ts';
import type { EditedRow } from './editedRow.ts';
import { indicatorHeading } from './indicatorColumns.ts';
import {
  beginsOtherList,
  type Heading,
  headingsBefore,
  isHeading,
  readSection,
  type Section,
  textAt,
} from './indicatorSection.ts';
import type { IndicatorColumns, Row } from './table.ts';

/** A cell that calls for the name of a performance indicator (三级指标). */
export interface IndicatorPlace {
  /** The 一级 and 二级 headings the row stands under, as printed; absent where none is in sight. */
  readonly level1?: string;
  readonly level2?: string;
  /** UTF-16 length of a prefix such as `指标1：` in the cell, which is no part of the name. */
  readonly prefix: number;
}

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
    own?.level === 2
      ? own
      : (spanningHeading(edited, section) ??
        above.find((heading) => heading.level === 2 && isUnder(heading, own)));
  return {
    prefix: INDICATOR_PREFIX.exec(textAt(edited.cells, edited.column))?.[0].length ?? 0,
    ...(level1 && { level1: level1.text }),
    ...(level2 && { level2: level2.text }),
  };
}

/** The 二级 heading of the row's group where it is printed further down, in the midst of the rows it spans. */
function spanningHeading({ placed, rowIndex }: EditedRow, { columns, above }: Section): Heading | undefined {
  const { rows } = placed.table;
  const heading = ({ cells }: Row) =>
    headingsBefore(cells, columns.name, columns).find(({ level }) => level === 2);
  const isEnd = ({ cells, line }: Row) =>
    indicatorHeading(cells, line) !== undefined || beginsOtherList(cells);
  const texts = ({ cells }: Row) => cells.map((cell) => cell?.text ?? '');
  let first = rowIndex;
  for (let at = rowIndex; at >= 0; at--) {
    const row = rows[at];
    if (!row || isEnd(row) || heading(row)) break;
    first = at;
    if (ordinalOf(texts(row)) === 1) break;
  }
  const isFirst = !above.some(({ level }) => level === 2);
  return headingBelow(rows, first, isFirst, { texts, heading, isEnd });
}

/** Whether a cell is where the row has, or would have, the name of its indicator. */
export function isNameCell(
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
    // What a scan has made of a 二级 heading: the name stands in its column all the same.
    const isUnread = between === columns.level2 && column === columns.name;
    if (textAt(cells, between) !== '' && !isUnread) return false;
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
