import { hasProjectLabel, projectOf } from '../disclosure/projectText.ts';
import type { PlacedTable, Table } from '../disclosure/table.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { rememberList } from '../text/rememberVersion.ts';
import { bySection, type IndicatorEntry } from './indicatorEntry.ts';
import { type IndicatorState, NO_INDICATORS } from './listState.ts';
import { readIndicators, type TableIndicators } from './readIndicators.ts';

/** Lines between two pages of one list: blanks and a page number. */
const PAGE_GAP = 4;
/** So many cells of a row that speak of indicators are headings: the label of a list is one. */
const TORN_HEADINGS = 3;

/** The indicators of a table at its place. */
export interface PlacedIndicators {
  readonly placed: PlacedTable;
  readonly indicators: TableIndicators;
  /** The page on which the form begins that it goes on with; the table itself where it has no page before. */
  readonly form: PlacedTable;
  /** The one project that the form names (项目名称); empty where it names none, or several. */
  readonly project: string;
  /** Of the whole department (部门整体支出绩效目标表), as the nearest title says. */
  readonly isWhole: boolean;
  /** Its list begins on a page before, or goes on on the next. */
  readonly isPart: boolean;
}

/**
 * The lists that stand in a table as a whole. Of a table of several projects that goes over pages these are all but
 * the first and the last; none where its rows do not tell which of them a project's name is for.
 */
export function wholeLists(
  { entries }: TableIndicators,
  isPart: boolean,
): readonly (readonly IndicatorEntry[])[] {
  const lists = bySection(entries);
  const [first] = lists;
  const areSeveral = first?.[0]?.project !== undefined;
  if (!areSeveral) return isPart ? [] : lists;
  if (isPart) return lists.slice(1, -1);
  return first[0]?.project === '' ? [] : lists;
}

/** The tables in which indicators stand; the very same list while an edit leaves all of them alone. */
export const indicatorTables = remember((tables: readonly PlacedTable[]): readonly PlacedIndicators[] =>
  asList(indicatorPages(tables).filter(({ indicators }) => indicators.entries.length > 0)),
);

const asList = rememberList<PlacedIndicators>();

/**
 * The tables that list indicators, or have room for them: a page without a heading goes on with the list of the page
 * before.
 */
export const indicatorPages = remember((tables: readonly PlacedTable[]): readonly PlacedIndicators[] => {
  const found: PlacedIndicators[] = [];
  let before: PlacedTable | undefined;
  let state: IndicatorState = NO_INDICATORS;
  let isWhole = false;
  let form: PlacedTable | undefined;
  // The page before with indicators on it, if the list goes on from it.
  let listed: number | undefined;
  for (const [index, placed] of tables.entries()) {
    const { table } = placed;
    const isNewForm = beginsForm(table);
    if (table.title) isWhole = table.role === 'overall-performance';
    else if (isNewForm) isWhole = false;
    const above = before && !isNewForm && goesOn(before, placed) ? before.table : undefined;
    const start = above ? state : NO_INDICATORS;
    const isLater = start.columns !== undefined;
    const mayBeLater = isLater || hasTornHeading(table) || (above !== undefined && hasTornHeading(above));
    before = placed;
    form = isLater && form ? form : placed;
    state = NO_INDICATORS;
    if (!table.indicators && !isLater) continue;
    const indicators = readIndicators(table, start);
    state = indicators.end;
    if (indicators.entries.length > 0) {
      const last = listed === undefined ? undefined : found[listed];
      if (isLater && listed !== undefined && last) found[listed] = { ...last, isPart: true };
      listed = found.length;
    }
    const next = tables[index + 1];
    const isOpen = table.open && !(next && beginsForm(next.table));
    const isPart =
      mayBeLater || isOpen || table.headless || table.cut === true || table.dialect === 'flattened';
    found.push({ placed, indicators, form, project: projectOf(form.table), isWhole, isPart });
  }
  return found.map((each) => asBefore(each.placed, each));
});

/** The very same object as before where all it says of a table is what it was. */
const asBefore = rememberLast(
  (_placed: PlacedTable, indicators: PlacedIndicators) => indicators,
  (a, b) =>
    a.indicators === b.indicators && a.form === b.form && a.isWhole === b.isWhole && a.isPart === b.isPart,
);

/** Whether a table begins with a form of its own, which says what project it is about. */
function beginsForm(table: Table): boolean {
  // Of most tables nothing needs to be remembered: they have no indicators.
  return table.indicators !== undefined && hasProjectAboveIndicators(table);
}

const hasProjectAboveIndicators = remember(({ rows, indicators }: Table): boolean => {
  const end = rows.findIndex(({ line }) => line === indicators?.line);
  return rows.slice(0, Math.max(0, end)).some(hasProjectLabel);
});

/**
 * Whether headings of a list stand above those that are read, or where none are, torn so that nothing of it is: what is read
 * below it is its next page.
 */
const hasTornHeading = remember(({ rows, indicators }: Table): boolean =>
  rows
    .filter(({ line }) => line < (indicators?.line ?? Number.POSITIVE_INFINITY))
    .some(({ cells }) => cells.filter((cell) => cell?.text.includes('指标')).length >= TORN_HEADINGS),
);

function goesOn(before: PlacedTable, page: PlacedTable): boolean {
  if (page.table.title || before.table.dialect !== page.table.dialect) return false;
  return page.line - (before.line + before.table.lineCount) <= PAGE_GAP;
}
