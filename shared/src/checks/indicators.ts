import type { Disclosure } from '../disclosure/disclosure.ts';
import { hasProjectLabel, projectOf } from '../disclosure/projectText.ts';
import { isForm } from '../disclosure/roles.ts';
import type { PlacedTable, Table } from '../disclosure/table.ts';
import { type Finding, placeFindings } from '../findings.ts';
import {
  type IndicatorState,
  NO_INDICATORS,
  readIndicators,
  type TableIndicators,
} from '../indicators/readIndicators.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { copiedLists } from './indicators/copied.ts';
import { costsBeyondMoney } from './indicators/costs.ts';
import { foreignIndicators } from './indicators/foreign.ts';
import { strayIndicators } from './indicators/groups.ts';
import { localHeadings } from './indicators/headings.ts';
import { mismatches } from './indicators/mismatches.ts';
import { missingKinds } from './indicators/missing.ts';
import { foreignPeriods, pastDeadlines } from './indicators/periods.ts';
import type { PlacedIndicators } from './indicators/placedIndicators.ts';
import { repeatedIndicators } from './indicators/repeated.ts';
import { leftTemplates } from './indicators/templates.ts';
import { trends } from './indicators/trends.ts';
import { vagueValues } from './indicators/vague.ts';
import { wrongValues } from './indicators/values.ts';
import { wrongWeights } from './indicators/weights.ts';

/** Lines between two pages of one list: blanks and a page number. */
const PAGE_GAP = 4;

/** What is wrong with the performance indicators (绩效指标) of a disclosure. */
export function checkIndicators({ tables, organ = '' }: Pick<Disclosure, 'tables' | 'organ'>): Finding[] {
  const all = indicatorTables(tables);
  return [
    ...all.flatMap(({ placed, indicators, project, isWhole, isPart }) => [
      ...placeFindings(findingsIn(indicators), placed.line),
      ...(isPart ? [] : placeFindings(findingsOfAll(indicators, isWhole ? '' : project), placed.line)),
      ...placeFindings(deadlineFindings(indicators, placed.table.year), placed.line),
    ]),
    ...all.flatMap(costsBeyondMoney),
    ...all.flatMap((each) => placeFindings(foreignIndicators(each, organ), each.placed.line)),
    ...findingsInForms(tables),
    ...mismatches(all),
    ...copiedLists(all),
  ];
}

const formFindings = remember(foreignPeriods);

const findingsInForms = rememberEach(({ line, table }: PlacedTable) =>
  isForm(table) ? placeFindings(formFindings(table), line) : [],
);

const findingsIn = remember((indicators: TableIndicators): readonly Finding[] => [
  ...localHeadings(indicators),
  ...wrongValues(indicators),
  ...strayIndicators(indicators),
  ...repeatedIndicators(indicators),
  ...leftTemplates(indicators),
  ...vagueValues(indicators),
  ...trends(indicators),
]);

const deadlineFindings = rememberLast(
  (indicators: TableIndicators, year: number | undefined): readonly Finding[] =>
    pastDeadlines(indicators, year),
);

/** What can be said only of a list that stands in one table as a whole. */
const findingsOfAll = rememberLast((indicators: TableIndicators, project: string): readonly Finding[] => [
  ...missingKinds(indicators, project),
  ...wrongWeights(indicators),
]);

/** The tables that list indicators; a page without a heading goes on with the list of the page before. */
function indicatorTables(tables: readonly PlacedTable[]): PlacedIndicators[] {
  const found: PlacedIndicators[] = [];
  let before: PlacedTable | undefined;
  let state: IndicatorState = NO_INDICATORS;
  let isWhole = false;
  let form: PlacedTable | undefined;
  for (const [index, placed] of tables.entries()) {
    const { table } = placed;
    const isNewForm = beginsForm(table);
    if (table.title) isWhole = table.role === 'overall-performance';
    else if (isNewForm) isWhole = false;
    const start = before && !isNewForm && goesOn(before, placed) ? state : NO_INDICATORS;
    const isLater = start.columns !== undefined;
    before = placed;
    form = isLater && form ? form : placed;
    state = NO_INDICATORS;
    if (!table.indicators && !isLater) continue;
    const indicators = readIndicators(table, start);
    state = indicators.end;
    if (indicators.entries.length === 0) continue;
    const last = found.at(-1);
    if (isLater && last) found[found.length - 1] = { ...last, isPart: true };
    const next = tables[index + 1];
    const isOpen = table.open && !(next && beginsForm(next.table));
    const isPart = isLater || isOpen || table.headless || table.cut === true;
    found.push({ placed, indicators, form, project: projectOf(form.table), isWhole, isPart });
  }
  return found;
}

/** Whether a table begins with a form of its own, which says what project it is about. */
function beginsForm({ rows, indicators }: Table): boolean {
  const end = rows.findIndex(({ line }) => line === indicators?.line);
  return rows.slice(0, Math.max(0, end)).some(hasProjectLabel);
}

function goesOn(before: PlacedTable, page: PlacedTable): boolean {
  if (page.table.title || before.table.dialect !== page.table.dialect) return false;
  return page.line - (before.line + before.table.lineCount) <= PAGE_GAP;
}
