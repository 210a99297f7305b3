import type { Disclosure } from '../disclosure/disclosure.ts';
import type { EditedRow } from '../disclosure/editedRow.ts';
import { indicatorHeading } from '../disclosure/indicatorColumns.ts';
import type { Cell, IndicatorColumns, Row } from '../disclosure/table.ts';
import { headingsIn } from './headingsIn.ts';
import type { IndicatorGroup } from './indicatorEntry.ts';
import { beginsOtherList, enterRow, type HeadingsAbove, type IndicatorState } from './listState.ts';
import { indicatorPages } from './placedIndicators.ts';

/** A row of a list of indicators with a cursor in it, and where the list stands there. */
export interface ListRow {
  readonly columns: IndicatorColumns;
  /** The cells of the row that are of this list. */
  readonly cells: readonly (Cell | undefined)[];
  /** The column of the cursor. */
  readonly column: number;
  /** The state of the list in front of the row. */
  readonly before: IndicatorState;
  /** How far the nearest 二级 heading above stands from its column. */
  readonly slide: number;
  /** The rows of the list's table, and the index of this one; -1 where it is only begun. */
  readonly rows: readonly Row[];
  readonly index: number;
}

/** The row of a list of indicators that a cursor is in; undefined in any other row, headings of a list among them. */
export function listRowAt({ tables }: Disclosure, edited: EditedRow): ListRow | undefined {
  const { cells, line, row, rowIndex, column } = edited;
  if (row?.kind === 'separator' || indicatorHeading(cells, line) || beginsOtherList(cells)) return undefined;
  const page = indicatorPages(tables).find(({ placed }) => placed === edited.placed);
  const list = page?.indicators.lists.find(({ holds }) => holds(column, rowIndex));
  const before = list?.states[rowIndex];
  if (!list || !before?.columns) return undefined;
  return {
    columns: before.columns,
    cells: cells.map((cell) => (cell && list.holds(cell.column, rowIndex) ? cell : undefined)),
    column,
    before,
    slide: slideOf(before.columns, before.above),
    rows: list.rows,
    index: row ? rowIndex : -1,
  };
}

/** The headings of its own that a row prints in front of a column, the nearest first. */
export function headingsBefore({ cells, columns }: ListRow, column: number): readonly IndicatorGroup[] {
  return headingsIn(cells.slice(0, column), columns).toReversed();
}

/** The state of the list at a column of the row: the headings in front of it hold. */
export function stateBefore(row: ListRow, column: number): IndicatorState {
  return enterRow(row.before, headingsBefore(row, column).toReversed(), row.rows, row.index);
}

/** Every heading that the list prints above the row, the nearest first. */
export function* headingsAbove({ before }: ListRow): Generator<IndicatorGroup> {
  for (let at = before.above; at; at = at.others) yield at.nearest;
}

/** A heading in words: as it is meant where a character of it is wrong. */
export function headingText({ cell, meant }: IndicatorGroup): string {
  return meant ?? cell.whole ?? cell.text;
}

/** What stands in a column of a row; empty where nothing does. */
export function textAt({ cells }: Pick<ListRow, 'cells'>, column: number): string {
  return cells[column]?.text ?? '';
}

function slideOf({ level2 }: IndicatorColumns, above: HeadingsAbove | undefined): number {
  let nearest = above;
  while (nearest && nearest.nearest.level !== 2) nearest = nearest.others;
  return nearest && level2 !== undefined ? nearest.nearest.cell.column - level2 : 0;
}
