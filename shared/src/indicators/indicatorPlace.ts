import type { Disclosure } from '../disclosure/disclosure.ts';
import type { EditedRow } from '../disclosure/editedRow.ts';
import type { IndicatorColumns } from '../disclosure/table.ts';
import type { IndicatorGroup } from './indicatorEntry.ts';
import { hasPrefix, prefixLength } from './indicatorPrefix.ts';
import { headingCategories } from './indicatorWords.ts';
import { headingsBefore, headingText, type ListRow, listRowAt, stateBefore, textAt } from './listRow.ts';

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
  const row = listRowAt(disclosure, edited);
  const { column } = edited;
  if (!row || !isNameCell(row, column)) return undefined;
  const { level1, level2 } = stateBefore(row, column);
  return {
    prefix: prefixLength(textAt(row, column)),
    ...(level1 && { level1: headingText(level1) }),
    ...(level2 && { level2: headingText(level2) }),
  };
}

/** Whether a cell is where the row has, or would have, the name of its indicator. */
export function isNameCell(row: ListRow, column: number): boolean {
  const { columns, slide } = row;
  const [own] = headingsBefore(row, column);
  const text = textAt(row, column);
  const before = textAt(row, column - 1);
  if (hasPrefix(text)) return true;
  if (before !== '' && prefixLength(before) === before.length) return true;
  const isUsual = column === columns.name || column === columns.name + slide;
  if (headingCategories(text).length > 0 && !isUsual) return false;
  const headings = own?.cell.column ?? (columns.level2 ?? columns.name - 1) + slide;
  for (let between = headings + 1; between < column; between++) {
    // What a scan has made of a 二级 heading: the name stands in its column all the same.
    const isUnread = between === columns.level2 && column === columns.name;
    if (textAt(row, between) !== '' && !isUnread) return false;
  }
  return own ? isBehind(own, column, columns) : isUsual;
}

/** Whether a column is as far behind a heading of the row as that of the names is behind its column. */
function isBehind({ cell, level }: IndicatorGroup, column: number, columns: IndicatorColumns): boolean {
  const wanted = columns.name - ((level === 1 ? columns.level1 : columns.level2) ?? columns.name - 1);
  const distance = column - cell.column;
  return level === 1 ? distance === wanted : distance <= Math.max(1, wanted) || column === columns.name;
}
