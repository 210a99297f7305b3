import type { Catalogue } from '../catalogue/catalogue.ts';
import type { IndicatorNames } from '../catalogue/indicators.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import { isForm } from '../disclosure/roles.ts';
import type { PlacedTable } from '../disclosure/table.ts';
import { type Finding, placeFindings } from '../findings.ts';
import type { IndicatorEntry } from '../indicators/indicatorEntry.ts';
import { indicatorTables, type PlacedIndicators, wholeLists } from '../indicators/placedIndicators.ts';
import type { TableIndicators } from '../indicators/readIndicators.ts';
import { groupedBy } from '../text/lists.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { rememberVersion } from '../text/rememberVersion.ts';
import { copiedLists } from './indicators/copied.ts';
import { wrongDirections } from './indicators/directions.ts';
import { foreignIndicators } from './indicators/foreign.ts';
import { strayIndicators } from './indicators/groups.ts';
import { localHeadings } from './indicators/headings.ts';
import { mismatches } from './indicators/mismatches.ts';
import { missingKinds } from './indicators/missing.ts';
import { nameSlips } from './indicators/nameSlips.ts';
import { missingOperators, type SignUse, signUse } from './indicators/operators.ts';
import { otherUnits } from './indicators/ownUnits.ts';
import { foreignPeriods, pastDeadlines } from './indicators/periods.ts';
import { repeatedIndicators } from './indicators/repeated.ts';
import { leftTemplates } from './indicators/templates.ts';
import { trends } from './indicators/trends.ts';
import { vagueValues } from './indicators/vague.ts';
import { wrongValues } from './indicators/values.ts';
import { sharesBesideTemplate } from './indicators/weightShares.ts';

/** What is wrong with the performance indicators (绩效指标) of a disclosure. */
export function checkIndicators(
  { tables, organ = '' }: Pick<Disclosure, 'tables' | 'organ'>,
  { soundAlike }: Catalogue,
  library: IndicatorNames = NO_LIBRARY,
): Finding[] {
  const all = indicatorTables(tables);
  return [
    ...findingsInTables(all, { library, soundAlike, organ }),
    ...findingsInForms(tables),
    ...findingsBetween(all),
  ];
}

/** What the findings in a table of indicators depend on beside it. */
interface Known {
  readonly library: IndicatorNames;
  readonly soundAlike: Catalogue['soundAlike'];
  readonly organ: string;
}

const findingsInTables = rememberLast(
  (all: readonly PlacedIndicators[], { library, soundAlike, organ }: Known): readonly Finding[] => {
    const findingsIn = tableFindings(library)(soundAlike);
    const uses = signUses(all);
    return [
      ...all.flatMap(({ placed, form, indicators, project, isWhole, isPart }) => [
        ...placeFindings(findingsIn(indicators), placed.line),
        ...placeFindings(findingsOfLists(indicators, isPart, isWhole ? '' : project), placed.line),
        ...placeFindings(operatorFindings(indicators, uses.get(form) ?? 'none'), placed.line),
        ...placeFindings(deadlineFindings(indicators, placed.table.year), placed.line),
      ]),
      ...all.flatMap((each) => placeFindings(foreignFindings(each, organ), each.placed.line)),
    ];
  },
  (a, b) => a.library === b.library && a.soundAlike === b.soundAlike && a.organ === b.organ,
);

const findingsBetween = remember((all: readonly PlacedIndicators[]): readonly Finding[] => [
  ...mismatches(all),
  ...copiedLists(all),
]);

/** How the lists of each form write their values, by the page on which it begins. */
const signUses = rememberVersion((all: readonly PlacedIndicators[]): ReadonlyMap<PlacedTable, SignUse> => {
  const pages = groupedBy(all, ({ form }) => form);
  return new Map([...pages].map(([form, own]) => [form, signUse(own.map(({ indicators }) => indicators))]));
});

const formFindings = remember(foreignPeriods);

const findingsInForms = rememberEach(({ line, table }: PlacedTable) =>
  isForm(table) ? placeFindings(formFindings(table), line) : [],
);

/** For texts that are checked without a library. */
const NO_LIBRARY: IndicatorNames = { exactly: () => undefined, nearName: () => undefined };

const tableFindings = remember((library: IndicatorNames) =>
  remember((soundAlike: Catalogue['soundAlike']) =>
    remember((indicators: TableIndicators): readonly Finding[] => [
      ...localHeadings(indicators, soundAlike),
      ...nameSlips(indicators, library, soundAlike),
      ...wrongValues(indicators),
      ...wrongDirections(indicators, library),
      ...otherUnits(indicators, library),
      ...strayIndicators(indicators, library),
      ...repeatedIndicators(indicators),
      ...leftTemplates(indicators),
      ...vagueValues(indicators),
      ...trends(indicators),
    ]),
  ),
);

const foreignFindings = rememberLast((each: PlacedIndicators, organ: string): readonly Finding[] =>
  foreignIndicators(each, organ),
);

const operatorFindings = rememberLast((indicators: TableIndicators, use: SignUse): readonly Finding[] =>
  missingOperators(indicators, use),
);

const deadlineFindings = rememberLast(
  (indicators: TableIndicators, year: number | undefined): readonly Finding[] =>
    pastDeadlines(indicators, year),
);

/** What can be said only of a list that stands in one table as a whole. */
function findingsOfLists(indicators: TableIndicators, isPart: boolean, project: string): readonly Finding[] {
  return isPart ? findingsOfParts(indicators, project) : findingsOfWholes(indicators, project);
}

const findingsOfWholes = rememberLast((indicators: TableIndicators, project: string) =>
  listFindings(wholeLists(indicators, false), project),
);

const findingsOfParts = rememberLast((indicators: TableIndicators, project: string) =>
  listFindings(wholeLists(indicators, true), project),
);

function listFindings(lists: readonly (readonly IndicatorEntry[])[], project: string): readonly Finding[] {
  return lists.flatMap((entries) => [
    ...missingKinds(entries, entries[0]?.project ?? project),
    ...sharesBesideTemplate(entries),
  ]);
}
