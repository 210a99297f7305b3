import { categoriesOf, type IndicatorCategory, nearHeading } from '../catalogue/indicatorHeadings.ts';
import { indicatorHeading, namesOnly } from '../disclosure/indicatorColumns.ts';
import type { Cell, IndicatorColumns, Row, Table } from '../disclosure/table.ts';
import { rememberLast } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { headingBelow } from './headingBelow.ts';
import { bareNumber, type IndicatorValue, isCompared, readIndicatorValue } from './indicatorValue.ts';
import {
  DOTS,
  hasMeasure,
  headingCategories,
  INDICATOR_PREFIX,
  isFirstLevel,
  isListLabel,
  nameIn,
} from './indicatorWords.ts';
import { listsAbreast } from './listsAbreast.ts';
import { readFlatRows } from './readFlatRows.ts';

/** A heading of indicators (一级指标 or 二级指标) as it is printed. */
export interface IndicatorGroup {
  readonly cell: Cell;
  /** What it stands for, the exact category first. */
  readonly categories: readonly IndicatorCategory[];
  /** The heading that is meant, where one character of it is wrong. */
  readonly meant?: string;
}

/** A performance indicator (三级指标) of a table. Lines of cells count from the table's first line. */
export interface IndicatorEntry {
  /** Which of the table's lists of indicators it is in: 长期 and 年度 may stand one below the other. */
  readonly section: number;
  /** In a table of several projects the name of its own; empty where that is not certain. */
  readonly project?: string;
  readonly cell: Cell;
  /** Without `指标1：` in front and a full stop behind; empty where a form was not filled in. */
  readonly name: string;
  /** Where the name begins in the cell. */
  readonly nameStart: number;
  /** The headings it stands under, nearest above or in its own row; absent where that is not certain. */
  readonly level1?: IndicatorGroup;
  readonly level2?: IndicatorGroup;
  readonly valueCell?: Cell;
  readonly value?: IndicatorValue;
  /** Set where the cell of the value was left blank, and nothing shows that the row has lost a cell. */
  readonly withoutValue?: true;
  /** What was reached the year before, where a column prints it. */
  readonly lastYear?: IndicatorValue;
  /** Cells of columns of their own: 指标性质, 计量单位, 权重. */
  readonly operatorCell?: Cell;
  readonly unitCell?: Cell;
  readonly weightCell?: Cell;
}

/** What a page hands on to the next one of the same table. */
export interface IndicatorState {
  readonly columns?: IndicatorColumns;
  readonly section: number;
  readonly project?: string;
  readonly level1?: IndicatorGroup;
  readonly level2?: IndicatorGroup;
}

/** The indicators of a table in order, and where its list of them stands at its end. */
export interface TableIndicators {
  readonly entries: readonly IndicatorEntry[];
  /** Every 一级 and 二级 heading in order. */
  readonly groups: readonly IndicatorGroup[];
  readonly end: IndicatorState;
}

export const NO_INDICATORS: IndicatorState = { section: -1 };

const BARE_PREFIX = /^指标\s*[:：]?\s*\d*\s*[:：]?\s*$/;
/** Lists that a form goes on with below its indicators. */
const OTHER_LISTS =
  /^(?:支出明细|支出内容简介|金额|资金来源|(?:填表人|填报人|联系电话|单位负责人|备注|注)[:：].*)$/;
/** Shorter words may be a value. */
const SHORTEST_REMARK = 4;
const TOTAL = /^[合总]计$/;
/**
 * Reads the indicators of a table, row by row. What a cell is, its words say first, for such forms lose and
 * move their cells more than any other table; its column says it only where the words do not.
 *
 * @param before where the list stood at the end of the page before
 */
export const readIndicators = rememberLast(
  (table: Table, before: IndicatorState): TableIndicators => {
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
      end: { ...left.end, section: section + right.end.section },
    };
  },
  (a, b) =>
    a.columns === b.columns &&
    a.section === b.section &&
    a.project === b.project &&
    a.level1 === b.level1 &&
    a.level2 === b.level2,
);

function isGroupOf({ groups }: TableIndicators, cell: Cell): boolean {
  return groups.some((group) => group.cell === cell);
}

function readRows(rows: readonly Row[], before: IndicatorState): TableIndicators {
  let state = onNextPage(before);
  const entries: IndicatorEntry[] = [];
  const groups: IndicatorGroup[] = [];
  for (const [index, row] of rows.entries()) {
    const columns = indicatorHeading(row.cells, row.line);
    if (columns) {
      state = { columns, section: state.section + 1, ...(columns.project !== undefined && { project: '' }) };
      continue;
    }
    if (!state.columns || row.kind === 'separator') continue;
    const filled = filledCells(row);
    if (beginsOtherList(filled)) {
      state = { section: state.section };
      continue;
    }
    const listed = state.columns;
    state = enterProject(state, listed, row);
    const own = groupsOf(filled, listed);
    groups.push(...own.all);
    const level2 = own.level2 ?? groupBelow(rows, index, state, listed);
    state = enter(state, { ...own, ...(level2 && { level2 }) });
    const entry = entryOf(row, filled, own, state);
    if (entry) entries.push(entry);
  }
  return { entries, groups, end: state };
}

/** In a table of several projects another name begins another list. */
function enterProject(state: IndicatorState, columns: IndicatorColumns, { cells }: Row): IndicatorState {
  const cell = columns.project === undefined ? undefined : cells[columns.project];
  const project = compactLabel(cell?.whole ?? cell?.text ?? '');
  if (project === '' || project === state.project || TOTAL.test(project)) return state;
  return { columns, section: state.section + 1, project };
}

/** The lists of a table, each by itself. */
export function bySection(entries: readonly IndicatorEntry[]): readonly (readonly IndicatorEntry[])[] {
  const sections = new Map<number, IndicatorEntry[]>();
  for (const entry of entries) {
    const section = sections.get(entry.section);
    if (section) section.push(entry);
    else sections.set(entry.section, [entry]);
  }
  return [...sections.values()];
}

function onNextPage({ columns, ...state }: IndicatorState): IndicatorState {
  if (!columns) return state;
  return { ...state, columns: namesOnly(columns), ...(state.project !== undefined && { project: '' }) };
}

function filledCells({ cells }: Row): Cell[] {
  return cells.filter((cell): cell is Cell => cell !== undefined && cell.text !== '');
}

function beginsOtherList(filled: readonly Cell[]): boolean {
  return filled.some(({ text }) => OTHER_LISTS.test(compactLabel(text)));
}

/** The 二级 heading that a row stands under though it is printed below it. */
function groupBelow(
  rows: readonly Row[],
  index: number,
  { level2 }: IndicatorState,
  columns: IndicatorColumns,
): IndicatorGroup | undefined {
  return headingBelow(rows, index, level2 === undefined, {
    texts: ({ cells }) => cells.map((cell) => cell?.text ?? ''),
    heading: (row) => groupsOf(filledCells(row), columns).level2,
    isEnd: (row) => indicatorHeading(row.cells, row.line) !== undefined || beginsOtherList(filledCells(row)),
  });
}

interface OwnGroups {
  readonly all: readonly IndicatorGroup[];
  readonly level1?: IndicatorGroup;
  readonly level2?: IndicatorGroup;
}

function groupsOf(filled: readonly Cell[], columns: IndicatorColumns): OwnGroups {
  const all: IndicatorGroup[] = [];
  let level1: IndicatorGroup | undefined;
  let level2: IndicatorGroup | undefined;
  for (const cell of filled) {
    const group = groupOf(cell, columns);
    if (!group || isMeasuredName(cell, filled, columns) || isValue(cell, filled, columns)) continue;
    all.push(group);
    const label = group.meant ?? compactLabel(cell.text);
    if (isFirstLevel(label, cell.column === columns.level1)) level1 = group;
    else level2 = group;
  }
  return { all, ...(level1 && { level1 }), ...(level2 && { level2 }) };
}

/** A heading by its words; in a column of headings also one that has a character wrong. */
function groupOf(cell: Cell, { level1, level2 }: IndicatorColumns): IndicatorGroup | undefined {
  const text = cell.whole ?? cell.text;
  const categories = headingCategories(text);
  if (categories.length > 0) return { cell, categories };
  const isInColumn = cell.column === level1 || cell.column === level2;
  const meant = isInColumn && !isListLabel(text) ? nearHeading(text) : undefined;
  return meant === undefined ? undefined : { cell, categories: categoriesOf(meant), meant };
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

/**
 * A 二级 heading holds until the next one, or until a 一级 heading that it does not belong under: one that spans
 * rows may be printed in the midst of them.
 */
function enter(state: IndicatorState, { level1, level2 }: OwnGroups): IndicatorState {
  if (!level1 && !level2) return state;
  const { level1: above, level2: before, ...rest } = state;
  const first = level1 ?? above;
  const second = level2 ?? (level1 && before && !belongsUnder(before, level1) ? undefined : before);
  return { ...rest, ...(first && { level1: first }), ...(second && { level2: second }) };
}

function belongsUnder(level2: IndicatorGroup, level1: IndicatorGroup): boolean {
  return level2.categories.some((category) => level1.categories.includes(category));
}

function entryOf(
  row: Row,
  filled: readonly Cell[],
  own: OwnGroups,
  { columns, section, project, level1, level2 }: IndicatorState,
): IndicatorEntry | undefined {
  if (!columns) return undefined;
  const last = own.all.at(-1)?.cell;
  const behind = filled.filter(({ column }) => !last || column > last.column);
  const unlabelled = behind.filter(({ text }) => !isListLabel(text));
  // 指标3： tells the name whatever a scan has left in front of it.
  const numbered = unlabelled.findIndex(({ text }) => INDICATOR_PREFIX.test(text));
  const [cell, ...others] = unlabelled.slice(Math.max(0, numbered));
  if (!cell || !isName(cell, last !== undefined, columns)) return undefined;
  const isBare = BARE_PREFIX.test(cell.text);
  const [next] = others;
  const [named, rest] = isBare && next && !DOTS.test(next.text) ? [next, others.slice(1)] : [cell, others];
  const inPlace = named.column === columns.name;
  const torn = inPlace && columns.nameRest !== undefined ? (row.cells[columns.nameRest]?.text ?? '') : '';
  const valueCell = inPlace && columns.value !== undefined ? row.cells[columns.value] : rest[0];
  const value = valueCell && readIndicatorValue(valueCell.text);
  const at = (column: number | undefined) =>
    inPlace && column !== undefined ? row.cells[column] : undefined;
  const isBlank =
    inPlace && columns.value !== undefined && rest.every((other) => isBesideValue(other, columns));
  const lastYear = readIndicatorValue(at(columns.lastYear)?.text ?? '');
  const [operatorCell, unitCell, weightCell] = [at(columns.operator), at(columns.unit), at(columns.weight)];
  return {
    section,
    ...(project !== undefined && { project }),
    cell: named,
    ...nameIn(named.text, torn),
    ...(level1 && { level1 }),
    ...(level2 && { level2 }),
    ...(valueCell && value && { valueCell, value }),
    ...(isBlank && !value && { withoutValue: true as const }),
    ...(lastYear && { lastYear }),
    ...(operatorCell && { operatorCell }),
    ...(unitCell && { unitCell }),
    ...(weightCell && { weightCell }),
  };
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
  if (INDICATOR_PREFIX.test(text) || BARE_PREFIX.test(text)) return true;
  if (hasMeasure(text) && readIndicatorValue(text)?.kind === 'measured') return false;
  return isBehindHeading || column === columns.name;
}
