import { categoriesOf, nearHeading } from '../catalogue/indicatorHeadings.ts';
import type { Cell, IndicatorColumns } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import type { IndicatorGroup } from './indicatorEntry.ts';
import { readIndicatorValue } from './indicatorValue.ts';
import {
  headingCategories,
  headingInFront,
  isFirstLevel,
  isListLabel,
  withoutListLabel,
} from './indicatorWords.ts';

type Cells = readonly (Cell | undefined)[];

/** The 一级 and 二级 headings that a row prints, from left to right, by their words wherever they stand. */
export function headingsIn(cells: Cells, columns: IndicatorColumns): readonly IndicatorGroup[] {
  const filled = filledCells(cells);
  return filled.flatMap((cell) => {
    if (isMeasuredName(cell, filled, columns) || isValue(cell, filled, columns)) return [];
    return groupOf(cell, columns) ?? [];
  });
}

/** A wrapped heading has its last line no further below the first. */
const WRAPPED = 4;

/**
 * The heading that begins with the one cell of a row and goes on with that of another one below, as a narrow column
 * wraps it beside its indicator: 可持续影 above and 响指标 below the row that it is for.
 */
export function wrappedHeading(
  rows: readonly { readonly cells: Cells }[],
  index: number,
  columns: IndicatorColumns,
): IndicatorGroup | undefined {
  const [cell, beside] = filledCells(rows[index]?.cells ?? []);
  if (!cell || beside || headingCategories(cell.text).length > 0) return undefined;
  let whole = cell.text;
  for (const { cells } of rows.slice(index + 1, index + 1 + WRAPPED)) {
    const [below, another] = filledCells(cells);
    if (!below || another) continue;
    if (below.column !== cell.column) return undefined;
    whole += below.text;
    if (headingCategories(whole).length > 0) return groupOf({ ...cell, whole }, columns);
  }
  return undefined;
}

/** The cells in which anything stands. */
export function filledCells(cells: Cells): Cell[] {
  return cells.filter((cell): cell is Cell => cell !== undefined && cell.text !== '');
}

/** A heading by its words; in a column of headings also one that has a character wrong. */
function groupOf(cell: Cell, { level1, level2 }: IndicatorColumns): IndicatorGroup | undefined {
  const text = headingInFront(cell.text).trim() || (cell.whole ?? cell.text);
  const levelOf = (label: string) => (isFirstLevel(label, cell.column === level1) ? 1 : 2);
  const categories = headingCategories(text);
  if (categories.length > 0)
    return { cell, categories, level: levelOf(compactLabel(withoutListLabel(text))) };
  const isInColumn = cell.column === level1 || cell.column === level2;
  const meant = isInColumn && !isListLabel(text) ? nearHeading(text) : undefined;
  return meant === undefined
    ? undefined
    : { cell, categories: categoriesOf(meant), level: levelOf(meant), meant };
}

/** 服务对象满意度 is the name of an indicator too: in the column of names, with a value in its column. */
function isMeasuredName(
  { column }: Cell,
  filled: readonly Cell[],
  { name, value }: IndicatorColumns,
): boolean {
  const valueCell = filled.find((cell) => cell.column === value);
  return (
    column === name && valueCell !== undefined && readIndicatorValue(valueCell.text)?.kind === 'measured'
  );
}

/** 满意度 in the column of values, behind a name: the form was filled in with a word instead of a value. */
function isValue({ column }: Cell, filled: readonly Cell[], { name, value }: IndicatorColumns): boolean {
  return column === value && filled.some((cell) => cell.column === name);
}
