import type { Disclosure } from '../disclosure/disclosure.ts';
import type { EditedRow } from '../disclosure/editedRow.ts';
import { isNameCell } from './indicatorPlace.ts';
import { hasPrefix } from './indicatorPrefix.ts';
import { withoutMarks } from './indicatorWords.ts';
import { headingText, type ListRow, listRowAt, stateBefore, textAt } from './listRow.ts';

/** A cell that holds how an indicator is measured. */
export interface MeasuredCell {
  readonly kind: 'value' | 'unit' | 'operator';
  /** The indicator's name as printed; empty where the row has none yet. */
  readonly name: string;
  /** The nearest heading that the row stands under, as printed; absent where none is in sight. */
  readonly heading?: string;
  readonly row: ListRow;
}

/** A cell of a row of indicators that calls for something else than a name. */
export type IndicatorCell =
  | MeasuredCell
  | {
      readonly kind: 'level1' | 'level2';
      /** The 一级 heading that the row stands under, as printed; absent where none is in sight. */
      readonly level1?: string;
      readonly row: ListRow;
    };

/**
 * What the cell under the cursor calls for by its column: 一级 or 二级 heading, value, unit or operator. In a row
 * that slid only the value is known: it stands right behind the name. Undefined for any other cell.
 */
export function indicatorCellAt(disclosure: Disclosure, edited: EditedRow): IndicatorCell | undefined {
  const row = listRowAt(disclosure, edited);
  if (!row) return undefined;
  const { columns, slide } = row;
  const { column } = edited;
  const { column: nameColumn, name } = nameOf(row);
  const { level1, level2 } = stateBefore(row, nameColumn ?? column);
  const nearest = level2 ?? level1;
  const measured = { name, row, ...(nearest && { heading: headingText(nearest) }) };
  const hasSlid = nameColumn === undefined ? slide !== 0 : nameColumn !== columns.name;
  if (name !== '' && isFirstBehind(nameColumn, row)) return { kind: 'value', ...measured };
  if (hasSlid)
    return column === (nameColumn ?? -1) + 1 && name !== '' ? { kind: 'value', ...measured } : undefined;
  if (column === columns.value) return name === '' ? undefined : { kind: 'value', ...measured };
  if (column === columns.unit) return { kind: 'unit', ...measured };
  if (column === columns.operator) return { kind: 'operator', ...measured };
  if (column !== columns.level1 && column !== columns.level2) return undefined;
  const { level1: over } = stateBefore(row, column);
  return {
    kind: column === columns.level1 ? 'level1' : 'level2',
    row,
    ...(over && { level1: headingText(over) }),
  };
}

/** Where no 指标值 heads a column, the value is what follows the name, whatever blanks a page left between. */
function isFirstBehind(nameColumn: number | undefined, { cells, column, columns }: ListRow): boolean {
  const { value, unit, operator } = columns;
  if (value !== undefined || nameColumn === undefined || column <= nameColumn) return false;
  if (column === unit || column === operator) return false;
  return cells.every((cell, at) => at <= nameColumn || at >= column || !cell || cell.text.trim() === '');
}

/** The name of the row, and the column of its last part; empty where it has none. */
function nameOf(row: ListRow): { readonly column?: number; readonly name: string } {
  const column = nameColumnOf(row);
  if (column !== undefined) return { column, name: withoutMarks(textAt(row, column)) };
  return tornName(row) ?? { name: '' };
}

/** A name with `指标1：` in front whose end stands in the next cell, as columns are torn: 指标 1: 按时办 | 结率; */
function tornName({
  cells,
  column,
}: ListRow): { readonly column: number; readonly name: string } | undefined {
  const before = cells.slice(0, column);
  const start = before.findLastIndex((cell) => cell && hasPrefix(cell.text));
  const parts = start === -1 ? [] : before.slice(start).filter((cell) => cell && cell.text !== '');
  const last = parts.at(-1);
  if (!last || parts.length > 2) return undefined;
  return { column: last.column, name: withoutMarks(parts.map((cell) => cell?.text ?? '').join('')) };
}

/** Where the row has its name: in its column, or, where it slid, in the nearest cell in front. */
function nameColumnOf(row: ListRow): number | undefined {
  const { cells, column, columns } = row;
  const before = cells.findLast((cell) => cell && cell.column < column && cell.text !== '')?.column;
  return [columns.name, before].find(
    (at) => at !== undefined && at !== column && textAt(row, at) !== '' && isNameCell(row, at),
  );
}
