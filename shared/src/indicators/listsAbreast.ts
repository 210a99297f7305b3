import { indicatorHeading } from '../disclosure/indicatorColumns.ts';
import type { Row } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';

/** Where the second of two lists begins that stand abreast, and the column of 一级指标 that both share. */
interface Split {
  readonly column: number;
  readonly level1?: number;
}

const NAME = /^(?:三级指标|指标内容|指标名称)$/;
const LEVEL = /^[一二]级指标$/;

/** The rows of a table as one of its lists sees them. */
export interface RowsOfList {
  /** With the cells of this list alone. */
  readonly rows: readonly Row[];
  /** Whether a column belongs to the list, in a row that is put at an index. */
  readonly holds: (column: number, index: number) => boolean;
}

/**
 * The lists of a table, from left to right. The national form prints the list of the whole period and that
 * of the year abreast (一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值): 一级 is for both, the
 * other columns are of one of them. A table without such a heading has one list of all its cells.
 */
export function listsAbreast(rows: readonly Row[]): readonly [RowsOfList, RowsOfList?] {
  const splits = splitsOf(rows);
  if (splits.every((split) => split === undefined)) return [{ rows, holds: () => true }];
  return [sideOf(rows, splits, isLeftOf), sideOf(rows, splits, isRightOf)];
}

/** For each row how the heading above it parts the columns; undefined where it heads one list. */
function splitsOf(rows: readonly Row[]): readonly (Split | undefined)[] {
  let split: Split | undefined;
  return rows.map(({ cells, line }) => {
    const columns = indicatorHeading(cells, line);
    if (columns) split = splitOf(cells, columns.name, columns.level1);
    return split;
  });
}

function sideOf(
  rows: readonly Row[],
  splits: readonly (Split | undefined)[],
  isOn: (column: number, split: Split | undefined) => boolean,
): RowsOfList {
  return {
    rows: rows.map((row, index) => ({
      ...row,
      cells: row.cells.map((cell) => (cell && isOn(cell.column, splits[index]) ? cell : undefined)),
    })),
    holds: (column, index) => isOn(column, splits[index - 1]),
  };
}

/** A second column of names, and the headings of 一级 or 二级 right in front of it. */
function splitOf(cells: Row['cells'], name: number, level1: number | undefined): Split | undefined {
  const labels = cells.map((cell) => compactLabel(cell?.text ?? ''));
  const second = labels.findIndex((label, column) => column > name && NAME.test(label));
  if (second === -1) return undefined;
  const column = labels.findIndex((label, at) => at > name && at <= second && LEVEL.test(label));
  if (column === -1) return undefined;
  const isShared = level1 !== undefined && !labels.slice(column).includes('一级指标');
  return { column, ...(isShared && { level1 }) };
}

function isLeftOf(column: number, split: Split | undefined): boolean {
  return !split || column < split.column;
}

function isRightOf(column: number, split: Split | undefined): boolean {
  return split !== undefined && (column >= split.column || column === split.level1);
}
