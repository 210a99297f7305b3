import { indicatorHeading, namesOnly } from '../disclosure/indicatorColumns.ts';
import type { Cell, IndicatorColumns, Row } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { headingBelow } from './headingBelow.ts';
import { headingsIn } from './headingsIn.ts';
import type { IndicatorGroup } from './indicatorEntry.ts';
import { isTotalLabel } from './indicatorWords.ts';

/** Headings that a list has printed, the nearest first. */
export interface HeadingsAbove {
  readonly nearest: IndicatorGroup;
  readonly others?: HeadingsAbove;
}

/** Where a list of indicators stands in front of a row; what a page hands on to the next one of its table. */
export interface IndicatorState {
  /** Absent where the row is in no list. */
  readonly columns?: IndicatorColumns;
  readonly section: number;
  readonly project?: string;
  /** The headings that a row stands under if it prints none of its own. */
  readonly level1?: IndicatorGroup;
  readonly level2?: IndicatorGroup;
  /** Every heading of the list so far, those that no longer hold among them. */
  readonly above?: HeadingsAbove;
}

/** Where a list stands before the first row, and behind its end: in no list. */
export const NO_INDICATORS: IndicatorState = { section: -1 };

/** Lists that a form goes on with below its indicators. */
const OTHER_LISTS =
  /^(?:支出明细|支出内容简介|金额|资金来源|(?:填表人|填报人|联系电话|单位负责人|备注|注)[:：].*)$/;

/** Whether two states are the same, so that what follows reads the same. */
export function isSameState(a: IndicatorState, b: IndicatorState): boolean {
  return (
    a.columns === b.columns &&
    a.section === b.section &&
    a.project === b.project &&
    a.level1 === b.level1 &&
    a.level2 === b.level2 &&
    a.above === b.above
  );
}

/** Goes on on a page that may have lost or moved columns. */
export function onNextPage({ columns, ...state }: IndicatorState): IndicatorState {
  if (!columns) return state;
  return { ...state, columns: namesOnly(columns), ...(state.project !== undefined && { project: '' }) };
}

/** The state in the list that a heading row (一级指标 | 二级指标 | …) begins. */
export function beginList({ section }: IndicatorState, columns: IndicatorColumns): IndicatorState {
  return { columns, section: section + 1, ...(columns.project !== undefined && { project: '' }) };
}

/** In a table of several projects another name begins another list. */
export function enterProject(
  state: IndicatorState,
  columns: IndicatorColumns,
  { cells }: Row,
): IndicatorState {
  const cell = columns.project === undefined ? undefined : cells[columns.project];
  const project = compactLabel(cell?.whole ?? cell?.text ?? '');
  if (project === '' || project === state.project || isTotalLabel(project)) return state;
  return { columns, section: state.section + 1, project };
}

/**
 * Enters a row with these headings of its own. A 二级 heading holds until the next one, or until a 一级 heading that it
 * does not belong under: one that spans rows may be printed in the midst of them, or further down ({@link headingBelow}).
 *
 * @param index of the row; where it is only begun, the one that it would have
 */
export function enterRow(
  state: IndicatorState,
  own: readonly IndicatorGroup[],
  rows: readonly Row[],
  index: number,
): IndicatorState {
  const { level1: above, level2: before, ...rest } = state;
  const level1 = own.findLast(({ level }) => level === 1);
  const level2 = own.findLast(({ level }) => level === 2) ?? groupBelow(rows, index, state);
  const first = level1 ?? above;
  const second = level2 ?? (level1 && before && !belongsUnder(before, level1) ? undefined : before);
  return {
    ...rest,
    ...(first && { level1: first }),
    ...(second && { level2: second }),
    ...withAbove(state.above, own),
  };
}

function withAbove(
  above: HeadingsAbove | undefined,
  own: readonly IndicatorGroup[],
): Pick<IndicatorState, 'above'> {
  const all = own.reduce<HeadingsAbove | undefined>(
    (others, nearest) => ({ nearest, ...(others && { others }) }),
    above,
  );
  return all ? { above: all } : {};
}

function belongsUnder(level2: IndicatorGroup, level1: IndicatorGroup): boolean {
  return level2.categories.some((category) => level1.categories.includes(category));
}

/** The 二级 heading that a row stands under though it is printed below it. */
function groupBelow(
  rows: readonly Row[],
  index: number,
  { columns, level2 }: IndicatorState,
): IndicatorGroup | undefined {
  if (!columns) return undefined;
  return headingBelow(rows, index, level2 === undefined, {
    texts: ({ cells }) => cells.map((cell) => cell?.text ?? ''),
    heading: ({ cells }) => headingsIn(cells, columns).findLast(({ level }) => level === 2),
    isEnd: ({ cells, line }) => indicatorHeading(cells, line) !== undefined || beginsOtherList(cells),
  });
}

/** Whether a row begins another list, such as the details of expenditure. */
export function beginsOtherList(cells: readonly (Cell | undefined)[]): boolean {
  return cells.some((cell) => cell && OTHER_LISTS.test(compactLabel(cell.text)));
}
