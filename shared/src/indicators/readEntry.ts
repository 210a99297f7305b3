import type { Cell, IndicatorColumns, Row } from '../disclosure/table.ts';
import { filledCells } from './headingsIn.ts';
import { type IndicatorEntry, type IndicatorGroup, measureOf } from './indicatorEntry.ts';
import { hasPrefix, isBarePrefix, isDots } from './indicatorPrefix.ts';
import { bareNumber, type IndicatorValue, isCompared, readIndicatorValue } from './indicatorValue.ts';
import { hasMeasure, headingInFront, isListLabel, isTotalLabel, nameIn } from './indicatorWords.ts';
import type { IndicatorState } from './listState.ts';

/** Shorter words may be a value. */
const SHORTEST_REMARK = 4;

/** The end of a number whose beginning stands above. */
const TORN_OFF = /^[.．]\d/;
/** Of a value that is not read as a whole nothing is said. */
const SEVERAL: IndicatorValue = { kind: 'several' };

/**
 * The indicator of a row, if it has one. What a cell is, its words say first, for such forms lose and move their cells
 * more than any other table; its column says it only where the words do not.
 *
 * @param own the headings that the row prints
 * @param state that of the list in this row
 * @param below the next row, in which the digits of a value may go on
 */
export function readEntry(
  row: Row,
  own: readonly IndicatorGroup[],
  { columns, section, project, level1, level2 }: IndicatorState,
  below?: Row,
): IndicatorEntry | undefined {
  if (!columns) return undefined;
  const filled = filledCells(row.cells);
  const last = own.at(-1)?.cell;
  const behind = filled.filter(
    ({ column, text }) =>
      !last || column > last.column || (column === last.column && headingInFront(text) !== ''),
  );
  const unlabelled = behind.filter(({ text }) => !isListLabel(text));
  // 指标3： tells the name whatever a scan has left in front of it.
  const numbered = unlabelled.findIndex(({ text }) => hasPrefix(text));
  // In the first row of a project its name, its money and its aim stand in front.
  const placed =
    last || columns.project === undefined
      ? -1
      : unlabelled.findIndex(({ column }) => column === columns.name);
  const [cell, ...others] = unlabelled.slice(Math.max(0, numbered === -1 ? placed : numbered));
  if (!cell || !isName(cell, last !== undefined, columns) || isTotalLabel(cell.text)) return undefined;
  const isBare = isBarePrefix(cell.text);
  const [next] = others;
  const [named, rest] = isBare && next && !isDots(next.text) ? [next, others.slice(1)] : [cell, others];
  const inPlace = named.column === columns.name;
  const torn = inPlace && columns.nameRest !== undefined ? (row.cells[columns.nameRest]?.text ?? '') : '';
  const valueCell = inPlace && columns.value !== undefined ? row.cells[columns.value] : rest[0];
  const value = valueCell && (goesOn(valueCell, below) ? SEVERAL : readIndicatorValue(valueCell.text));
  const at = (column: number | undefined) =>
    inPlace && column !== undefined ? row.cells[column] : undefined;
  const isBlank =
    inPlace && columns.value !== undefined && rest.every((other) => isBesideValue(other, columns));
  const lastYear = readIndicatorValue(at(columns.lastYear)?.text ?? '');
  const [operatorCell, unitCell, weightCell] = [at(columns.operator), at(columns.unit), at(columns.weight)];
  const measure = measureOf(value, operatorCell, unitCell);
  return {
    section,
    ...(project !== undefined && { project }),
    cell: named,
    ...nameIn(named.text, torn),
    ...(level1 && { level1 }),
    ...(level2 && { level2 }),
    ...(valueCell && value && { valueCell, value }),
    ...(measure && { measure }),
    ...(isBlank && !value && { withoutValue: true as const }),
    ...(lastYear && { lastYear }),
    ...(operatorCell && { operatorCell }),
    ...(unitCell && { unitCell }),
    ...(weightCell && { weightCell }),
  };
}

/** 22 above .6: a value that a narrow column tore within its number. */
function goesOn({ column }: Cell, below: Row | undefined): boolean {
  return TORN_OFF.test(below?.cells[column]?.text ?? '');
}

/** Whether a cell is not the value, moved: one of a column that is known, or words of a column of remarks. */
function isBesideValue(
  { column, text }: Cell,
  { value = 0, operator, unit, weight }: IndicatorColumns,
): boolean {
  if ([operator, unit, weight].includes(column)) return true;
  return (
    column > value && text.length >= SHORTEST_REMARK && !isCompared(text) && bareNumber(text) === undefined
  );
}

/** In a row without a heading only the column of names, or the words in front, tell a name. */
function isName({ text, column }: Cell, isBehindHeading: boolean, columns: IndicatorColumns): boolean {
  if (hasPrefix(text) || isBarePrefix(text)) return true;
  if (hasMeasure(text) && readIndicatorValue(text)?.kind === 'measured') return false;
  return isBehindHeading || column === columns.name;
}
