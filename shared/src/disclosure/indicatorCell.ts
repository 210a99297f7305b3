import { CLOSING_MARKS, INDICATOR_PREFIX } from '../indicators/indicatorWords.ts';
import type { Disclosure } from './disclosure.ts';
import type { EditedRow } from './editedRow.ts';
import { indicatorHeading } from './indicatorColumns.ts';
import { isNameCell } from './indicatorPlace.ts';
import { beginsOtherList, headingsBefore, readSection, type Section, textAt } from './indicatorSection.ts';
import type { IndicatorColumns } from './table.ts';

/** A cell that holds how an indicator is measured. */
export interface MeasuredCell {
  readonly kind: 'value' | 'unit' | 'operator';
  /** The indicator's name as printed; empty where the row has none yet. */
  readonly name: string;
  /** The nearest heading that the row stands under, as printed; absent where none is in sight. */
  readonly heading?: string;
  readonly section: Section;
}

/** A cell of a row of indicators that calls for something else than a name. */
export type IndicatorCell =
  | MeasuredCell
  | {
      readonly kind: 'level1' | 'level2';
      /** The 一级 heading that the row stands under, as printed; absent where none is in sight. */
      readonly level1?: string;
      readonly section: Section;
    };

/**
 * What the cell under the cursor calls for by its column: 一级 or 二级 heading, value, unit or operator. In a row
 * that slid only the value is known: it stands right behind the name. Undefined for any other cell.
 */
export function indicatorCellAt(disclosure: Disclosure, edited: EditedRow): IndicatorCell | undefined {
  const { cells, line, row, column } = edited;
  if (row?.kind === 'separator' || indicatorHeading(cells, line) || beginsOtherList(cells)) return undefined;
  const section = readSection(disclosure, edited);
  if (!section) return undefined;
  const { columns } = section;
  const { column: nameColumn, name } = nameOf(edited, section);
  const [nearest] = [...headingsBefore(cells, nameColumn ?? column, columns), ...section.above];
  const measured = { name, section, ...(nearest && { heading: nearest.text }) };
  const hasSlid = nameColumn === undefined ? section.slide !== 0 : nameColumn !== columns.name;
  if (name !== '' && isFirstBehind(nameColumn, edited, columns)) return { kind: 'value', ...measured };
  if (hasSlid)
    return column === (nameColumn ?? -1) + 1 && name !== '' ? { kind: 'value', ...measured } : undefined;
  if (column === columns.value) return name === '' ? undefined : { kind: 'value', ...measured };
  if (column === columns.unit) return { kind: 'unit', ...measured };
  if (column === columns.operator) return { kind: 'operator', ...measured };
  if (column !== columns.level1 && column !== columns.level2) return undefined;
  const headings = [...headingsBefore(cells, column, columns), ...section.above];
  const level1 = headings.find(({ level }) => level === 1)?.text;
  return {
    kind: column === columns.level1 ? 'level1' : 'level2',
    section,
    ...(level1 !== undefined && { level1 }),
  };
}

/** Where no 指标值 heads a column, the value is what follows the name, whatever blanks a page left between. */
function isFirstBehind(
  nameColumn: number | undefined,
  { cells, column }: EditedRow,
  { value, unit, operator }: IndicatorColumns,
): boolean {
  if (value !== undefined || nameColumn === undefined || column <= nameColumn) return false;
  if (column === unit || column === operator) return false;
  return cells.every((cell, at) => at <= nameColumn || at >= column || !cell || cell.text.trim() === '');
}

/** The name of the row, and the column of its last part; empty where it has none. */
function nameOf(edited: EditedRow, section: Section): { readonly column?: number; readonly name: string } {
  const column = nameColumnOf(edited, section);
  if (column !== undefined) return { column, name: withoutMarks(textAt(edited.cells, column)) };
  return tornName(edited) ?? { name: '' };
}

function withoutMarks(printed: string): string {
  return printed.replace(INDICATOR_PREFIX, '').replace(CLOSING_MARKS, '');
}

/** A name with `指标1：` in front whose end stands in the next cell, as columns are torn: 指标 1: 按时办 | 结率; */
function tornName({
  cells,
  column,
}: EditedRow): { readonly column: number; readonly name: string } | undefined {
  const before = cells.slice(0, column);
  const start = before.findLastIndex((cell) => cell && INDICATOR_PREFIX.test(cell.text));
  const parts = start === -1 ? [] : before.slice(start).filter((cell) => cell && cell.text !== '');
  const last = parts.at(-1);
  if (!last || parts.length > 2) return undefined;
  return { column: last.column, name: withoutMarks(parts.map((cell) => cell?.text ?? '').join('')) };
}

/** Where the row has its name: in its column, or, where it slid, in the nearest cell in front. */
function nameColumnOf(edited: EditedRow, { columns, slide }: Section): number | undefined {
  const { cells, column } = edited;
  const before = cells.findLast((cell) => cell && cell.column < column && cell.text !== '')?.column;
  return [columns.name, before].find((at) => {
    if (at === undefined || at === column || textAt(cells, at) === '') return false;
    const [own] = headingsBefore(cells, at, columns);
    return isNameCell({ ...edited, column: at }, own, columns, slide);
  });
}
