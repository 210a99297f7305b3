import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Passage, PlacedPassage } from '../disclosure/prose/prose.ts';
import { type Finding, placeFinding, placeFindings } from '../findings.ts';
import type { DocumentRelations } from '../relations/documentRelations.ts';
import { remember } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { basesOf, wrongChanges } from './prose/changes.ts';
import { wrongLists } from './prose/lists.ts';
import type { Quantity } from './prose/quantities.ts';
import { missingReasons } from './prose/reasons.ts';
import { printsAmount, unlikeTables } from './prose/tables.ts';
import { cutUnits } from './prose/units.ts';

/** What is wrong with what the sentences of a document say, by themselves and beside its tables. */
export function checkProse(disclosure: Disclosure, relations: DocumentRelations): Finding[] {
  const isPrinted = (amount: Quantity) => disclosure.tables.some(({ table }) => printsAmount(table, amount));
  const { prose } = disclosure;
  return [
    ...findingsInPassages(prose.passages),
    ...passagesWithSums(prose.passages).flatMap(({ line, passage }) =>
      [...wrongChanges(passage, basesOf(prose)), ...wrongLists(passage, isPrinted)].map((finding) =>
        placeFinding(finding, line),
      ),
    ),
    ...unlikeTables(disclosure, relations),
  ];
}

const findingsInPassages = rememberEach(({ line, passage }: PlacedPassage) =>
  placeFindings(findingsIn(passage), line),
);

const passagesWithSums = rememberEach((placed: PlacedPassage) =>
  placed.passage.comparisons.length + placed.passage.lists.length > 0 ? [placed] : [],
);

const findingsIn = remember((passage: Passage): readonly Finding[] => [
  ...missingReasons(passage),
  ...cutUnits(passage),
]);
