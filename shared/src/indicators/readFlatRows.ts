import { indicatorHeading } from '../disclosure/indicatorColumns.ts';
import type { Cell, Row } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { type IndicatorEntry, type IndicatorGroup, measureOf } from './indicatorEntry.ts';
import { bareNumber, type IndicatorValue, isCompared, readIndicatorValue } from './indicatorValue.ts';
import { headingCategories, isFirstLevel, isListLabel, nameIn } from './indicatorWords.ts';
import type { TableIndicators } from './readIndicators.ts';

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
  for (const { cells, line } of rows) {
    const filled = cells.filter((cell): cell is Cell => cell !== undefined && cell.text !== '');
    if (indicatorHeading(cells, line)) own++;
    else {
      const headings = headingsOf(filled);
      groups.push(...headings);
      const entry = entryOf(filled.slice(lastHeading(filled) + 1), headings, own);
      if (entry) entries.push(entry);
    }
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

function entryOf(
  [cell, ...others]: readonly Cell[],
  headings: readonly IndicatorGroup[],
  section: number,
): IndicatorEntry | undefined {
  const valueCell = others.find(({ text }) => isCompared(text)) ?? others[0];
  const value = readIndicatorValue(valueCell?.text ?? '');
  if (!cell || !valueCell || !value || isCompared(cell.text)) return undefined;
  if (bareNumber(valueCell.text) && !isCount(value, others.slice(1))) return undefined;
  const measure = measureOf(value);
  const level1 = headings.find(({ level }) => level === 1);
  const level2 = headings.findLast(({ level }) => level === 2);
  return {
    section,
    cell,
    ...nameIn(cell.text),
    ...(level1 && { level1 }),
    ...(level2 && { level2 }),
    valueCell,
    value,
    ...(measure && { measure }),
  };
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
  return isFirstLevel(compactLabel(text), column === 0) ? 1 : 2;
}
