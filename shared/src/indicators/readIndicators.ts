import { indicatorHeading } from '../disclosure/indicatorColumns.ts';
import type { Cell, IndicatorColumns, Row, Table } from '../disclosure/table.ts';
import { rememberLast } from '../text/remember.ts';
import { headingsIn, wrappedHeading } from './headingsIn.ts';
import type { IndicatorEntry, IndicatorGroup } from './indicatorEntry.ts';
import {
  beginList,
  beginsOtherList,
  enterProject,
  enterRow,
  type IndicatorState,
  isSameState,
  NO_INDICATORS,
  onNextPage,
} from './listState.ts';
import { listsAbreast, type RowsOfList } from './listsAbreast.ts';
import { readEntry } from './readEntry.ts';
import { readFlatRows } from './readFlatRows.ts';

/** One of the lists that stand abreast in a table, or the only one. */
export interface IndicatorList extends RowsOfList {
  /** The state of the list in front of each row, and behind the last. */
  readonly states: readonly IndicatorState[];
}

/** The indicators of a table in order, and how its lists were read. */
export interface TableIndicators {
  readonly entries: readonly IndicatorEntry[];
  /** Every 一级 and 二级 heading in order. */
  readonly groups: readonly IndicatorGroup[];
  /** From left to right; none where a table lost its columns. */
  readonly lists: readonly IndicatorList[];
  /** The state of its first list behind the last row. */
  readonly end: IndicatorState;
}

/**
 * Reads the indicators of a table, row by row: the one reading that checks, completion and hovers share.
 *
 * @param before where the list stood at the end of the page before
 */
export const readIndicators = rememberLast((table: Table, before: IndicatorState): TableIndicators => {
  if (table.dialect === 'flattened') return readFlatRows(table.rows, before.section);
  const [own, abreast] = listsAbreast(table.rows);
  const left = readRows(own, before);
  if (!abreast) return left;
  const right = readRows(abreast, NO_INDICATORS);
  const section = left.end.section + 1;
  return {
    entries: [
      ...left.entries,
      ...right.entries.map((entry) => ({ ...entry, section: section + entry.section })),
    ],
    groups: [...left.groups, ...right.groups.filter(({ cell }) => !isGroupOf(left, cell))],
    lists: [...left.lists, ...right.lists],
    end: { ...left.end, section: section + right.end.section },
  };
}, isSameState);

function headingsOfRow(
  rows: readonly Row[],
  index: number,
  columns: IndicatorColumns,
): readonly IndicatorGroup[] {
  const own = headingsIn(rows[index]?.cells ?? [], columns);
  const wrapped = own.length === 0 ? wrappedHeading(rows, index, columns) : undefined;
  return wrapped ? [wrapped] : own;
}

function isGroupOf({ groups }: TableIndicators, cell: Cell): boolean {
  return groups.some((group) => group.cell === cell);
}

function readRows(list: RowsOfList, before: IndicatorState): TableIndicators {
  const { rows } = list;
  let state = onNextPage(before);
  const states = [state];
  const entries: IndicatorEntry[] = [];
  const groups: IndicatorGroup[] = [];
  for (const [index, row] of rows.entries()) {
    const columns = indicatorHeading(row.cells, row.line);
    if (columns) state = beginList(state, columns);
    else if (state.columns && row.kind !== 'separator') {
      if (beginsOtherList(row.cells)) state = { section: state.section };
      else {
        const own = headingsOfRow(rows, index, state.columns);
        groups.push(...own);
        state = enterRow(enterProject(state, state.columns, row), own, rows, index);
        const entry = readEntry(row, own, state, rows[index + 1]);
        if (entry) entries.push(entry);
      }
    }
    states.push(state);
  }
  return { entries, groups, lists: [{ ...list, states }], end: state };
}
