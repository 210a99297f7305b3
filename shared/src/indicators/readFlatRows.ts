import { indicatorHeading } from '../disclosure/indicatorColumns.ts';
import type { Cell, Row } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { type IndicatorEntry, type IndicatorGroup, measureOf } from './indicatorEntry.ts';
import { bareNumber, type IndicatorValue, isCompared, readIndicatorValue } from './indicatorValue.ts';
import { headingCategories, isFirstLevel, isListLabel, withoutListLabel } from './indicatorWords.ts';
import { type FlatLine, nameOverLines } from './namesOverLines.ts';
import type { TableIndicators } from './readIndicators.ts';

/** 12345热线 may begin a name, 16个 and 300万元 none. */
const LONGEST_COUNT = 2;
/** 个月, 元/人·年, %: nothing that is said of a value. */
const UNIT = /^[\p{Script=Han}/·%]{1,6}$/u;

type Measured = Pick<ReadLine, 'name' | 'value' | 'valueCell' | 'unitCell'>;

/** A line of the list as it is read by itself. */
interface ReadLine extends FlatLine {
  /** Whether it is the heading row of a list (一级指标 | 二级指标 | …). */
  readonly isHead: boolean;
  readonly headings: readonly IndicatorGroup[];
  readonly value?: IndicatorValue;
  readonly valueCell?: Cell;
  readonly unitCell?: Cell;
}

/**
 * Reads the indicators of a table of which only the order of the cells is left: headings first, then the name, then
 * the value. Headings that span rows may be printed beside any of them, so an indicator stands for certain only under
 * those of its own line; and a line with one cell is a piece of a name or of a heading.
 *
 * @param section that of the list before
 */
export function readFlatRows(rows: readonly Row[], section: number): TableIndicators {
  const entries: IndicatorEntry[] = [];
  const groups: IndicatorGroup[] = [];
  let own = section;
  const lines = rows.map(lineOf);
  for (const [index, { isHead, headings, name, value, valueCell, unitCell }] of lines.entries()) {
    if (isHead) own++;
    groups.push(...headings);
    if (!name || !value || !valueCell) continue;
    const measure = measureOf(value, undefined, unitCell);
    const level1 = headings.find(({ level }) => level === 1);
    const level2 = headings.findLast(({ level }) => level === 2);
    entries.push({
      section: own,
      cell: name,
      ...nameOverLines(lines, index, name),
      ...(level1 && { level1 }),
      ...(level2 && { level2 }),
      valueCell,
      value,
      ...(measure && { measure }),
      ...(unitCell && { unitCell }),
    });
  }
  return { entries, groups, lists: [], end: { section: own } };
}

/** The headings that a line begins with. */
function headingsOf(filled: readonly Cell[]): readonly IndicatorGroup[] {
  return filled.slice(0, lastHeading(filled) + 1).flatMap((cell) => {
    const categories = headingCategories(cell.text);
    return categories.length > 0 ? [{ cell, categories, level: levelOf(cell) }] : [];
  });
}

/** The index of the last of the headings and labels that a line begins with; -1 where it begins with none. */
function lastHeading(filled: readonly Cell[]): number {
  const first = filled.findIndex(({ text }) => headingCategories(text).length === 0 && !isListLabel(text));
  return first === -1 ? filled.length - 1 : first - 1;
}

/** What a line holds: the heading of a list, or headings of it with a name and a value behind them. */
function lineOf(row: Row): ReadLine {
  const filled = row.cells.filter((cell): cell is Cell => cell !== undefined && cell.text !== '');
  if (indicatorHeading(row.cells, row.line)) return { row, isHead: true, headings: [], behind: [] };
  const behind = filled.slice(lastHeading(filled) + 1);
  return { row, isHead: false, headings: headingsOf(filled), behind, ...measuredName(behind) };
}

/** The first cell is the name, unless it is a value itself: the name stands on other lines. */
function measuredName([cell, ...others]: readonly Cell[]): Measured {
  const valueCell = others.find(({ text }) => isCompared(text)) ?? others[0];
  const value = readIndicatorValue(valueCell?.text ?? '');
  if (!cell || !valueCell || !value || isValue(cell.text, others)) return {};
  if (bareNumber(valueCell.text) && !isCount(value, others.slice(1))) return {};
  const unitCell = unitBehind(value, others[others.indexOf(valueCell) + 1]);
  return { name: cell, value, valueCell, ...(unitCell && { unitCell }) };
}

/** The unit that a blank parts from its number: `≤1 个月`. */
function unitBehind(value: IndicatorValue, behind: Cell | undefined): Cell | undefined {
  const isBare = value.kind === 'measured' && value.unit === '';
  return isBare && behind && UNIT.test(compactLabel(behind.text)) ? behind : undefined;
}

/** Whether a text can be no name: `≥90%`, `16个`, or what the next column repeats as that which was reached. */
function isValue(text: string, [next]: readonly Cell[]): boolean {
  if (isCompared(text) || text === next?.text) return true;
  const value = readIndicatorValue(text);
  return value?.kind === 'measured' && value.numberPart.start === 0 && value.unit.length <= LONGEST_COUNT;
}

/**
 * Whether a number without a sign is a value for certain. A bare one may be the 分值, and money the 预算数, beside a value
 * that is further to the left, or words; and what has words behind it may be a part of a name.
 */
function isCount(value: IndicatorValue, behind: readonly Cell[]): boolean {
  if (value.kind !== 'measured' || value.unit === '' || /元$/.test(value.unit)) return false;
  return behind.every(({ text }) => /^[\d.]+$/.test(text));
}

function levelOf({ text, column }: Cell): 1 | 2 {
  return isFirstLevel(compactLabel(withoutListLabel(text)), column === 0) ? 1 : 2;
}
