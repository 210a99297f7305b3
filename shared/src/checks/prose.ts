import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Figure, Passage, PlacedPassage, Prose } from '../disclosure/prose/prose.ts';
import type { PlacedTable } from '../disclosure/table.ts';
import { type Finding, isLouder, placeFindings } from '../findings.ts';
import type { DocumentRelations } from '../relations/documentRelations.ts';
import type { StrayUnit } from '../relations/strayUnits.ts';
import { volumesOf } from '../relations/volumes.ts';
import { append, sameItems } from '../text/lists.ts';
import { type Decimal, Money } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { rememberSteps } from '../text/rememberSteps.ts';
import { flatMapSteps, type Steps } from '../text/steps.ts';
import { balanceConstraints, differentTotals } from './prose/balances.ts';
import { carriedOverConstraints } from './prose/carriedOver.ts';
import { carriedTotalConstraints } from './prose/carriedTotals.ts';
import { changePartConstraints, listedChangeConstraints, turnedParts } from './prose/changeParts.ts';
import { basesOf, changeConstraints, wrongWords } from './prose/changes.ts';
import { completeListConstraints } from './prose/completeLists.ts';
import { wrongCompletions } from './prose/completions.ts';
import { completionsOfTables } from './prose/completionsOfTables.ts';
import { type Constraint, type Evidence, valued } from './prose/constraint.ts';
import { countConstraints } from './prose/counts.ts';
import { countsBesideTables } from './prose/countsBesideTables.ts';
import { explain } from './prose/explained.ts';
import { faultsIn, type TableFaults } from './prose/heldAgainst.ts';
import { itemConstraints } from './prose/itemsToldAgain.ts';
import { listConstraints } from './prose/lists.ts';
import { looseListConstraints } from './prose/looseLists.ts';
import { missingPercents } from './prose/missingPercents.ts';
import { oddReasons } from './prose/oddReasons.ts';
import { oddUnitsAmong } from './prose/oddUnits.ts';
import { comparableFigures } from './prose/places.ts';
import { printedOtherwise } from './prose/printedOtherwise.ts';
import { projectNames } from './prose/projectNames.ts';
import { purchasedServices } from './prose/purchasedServices.ts';
import { moneyOf, type Quantity } from './prose/quantities.ts';
import { reasonDirections } from './prose/reasonDirections.ts';
import { linesWithoutReason, missingReasonsAmong } from './prose/reasons.ts';
import { changesToldOtherwise, isToldElsewhere } from './prose/retold.ts';
import { impossibleShares, shareConstraints } from './prose/shares.ts';
import { sharesOfAll } from './prose/sharesOfAll.ts';
import { isOfNamedTotal, sharesOfTables } from './prose/sharesOfTables.ts';
import { isSumOfThoseBehind } from './prose/sumsBehind.ts';
import { readTables, type Standing, type TableReader } from './prose/tables.ts';
import { threePublicSections } from './prose/threePublicSections.ts';
import { toldParts } from './prose/toldParts.ts';
import { tooLargeParts } from './prose/tooLargeParts.ts';
import { cutUnits, missingUnits, twoUnits } from './prose/units.ts';
import { isOfYearAlone } from './prose/yearAlone.ts';
import { yearsBesideTables } from './prose/yearsBesideTables.ts';
import { unitFindings } from './text/wrongUnits.ts';

/**
 * What is wrong with what the sentences of a document say, by themselves and beside its tables. In steps, one a passage
 * with figures that tables may print. Of several disclosures in a file those are taken over that an edit in another left alone.
 *
 * @param lines those of the document
 */
export function* checkProse(
  disclosure: Disclosure,
  relations: DocumentRelations,
  lines: readonly string[],
): Steps<Finding[]> {
  const found: Finding[] = [];
  for (const volume of volumesOf(disclosure)) {
    const { prose, tables, year, stage } = volume;
    const held = { tables, year, stage, ...faultsIn(tables, relations) };
    const { findings, strays } = yield* checkVolume(prose, held);
    append(found, unitFindings(strays, lines));
    append(found, findings);
  }
  return found;
}

/** What the sentences of one of the disclosures of a file are held against. */
interface Held extends TableFaults {
  readonly tables: readonly PlacedTable[];
  readonly year: Disclosure['year'] | undefined;
  readonly stage: Disclosure['stage'] | undefined;
}

/** What is wrong with the sentences of one of the disclosures, and the tables whose unit they contradict. */
interface Checked {
  readonly findings: readonly Finding[];
  readonly strays: ReadonlyMap<PlacedTable, StrayUnit>;
}

const checkVolume = rememberSteps(
  function* (prose: Prose, { tables, year, stage, ...faults }: Held): Steps<Checked> {
    const disclosure = { prose, tables, ...(year !== undefined && { year }), ...(stage && { stage }) };
    const reader = readTables(disclosure, faults);
    const within = findingsInPassages(prose.passages);
    const findings = [
      ...missingReasonsAmong(prose.passages),
      ...within,
      ...(yield* flatMapSteps(passagesToCompare(prose.passages), (placed) => [
        ...besideTables(placed, prose, reader),
        ...yearsBesideTables(placed, year, reader),
        ...completionsOfTables(
          placed,
          disclosure,
          faults.misread,
          (figure) => reader.standing(figure, placed.line)?.agrees,
        ),
      ])),
      ...threePublicSections(disclosure, (figure, line) => reader.standing(figure, line)?.agrees === false),
      ...oddUnitsAmong(prose.passages, reader.isPrinted),
      // What its own sentence tells of a change, another one need not tell again.
      ...elsewhere(changesToldOtherwise(prose.passages), within),
      ...printedOtherwise(prose.passages, constraintsIn, reader.isPrinted),
      ...countsBesideTables(prose.passages, tables),
      ...projectNames(prose, tables),
      ...purchasedServices(disclosure),
    ];
    return { findings, strays: reader.strayTables() };
  },
  (a, b) =>
    a.year === b.year &&
    a.stage === b.stage &&
    sameItems(a.tables, b.tables) &&
    sameItems(a.misread, b.misread) &&
    sameItems(a.broken, b.broken),
);

/** Those of the findings at whose place none of the others begins. */
function elsewhere(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const placeOf = ({ range: { start } }: Finding) => `${start.line}:${start.character}`;
  const taken = new Set(others.map(placeOf));
  return findings.filter((finding) => !taken.has(placeOf(finding)));
}

const findingsInPassages = rememberEach(({ line, passage }: PlacedPassage) =>
  placeFindings(findingsIn(passage), line),
);

const findingsIn = remember((passage: Passage): readonly Finding[] => [
  ...oddReasons(passage, linesWithoutReason(passage)),
  ...reasonDirections(passage),
  ...cutUnits(passage),
  ...missingUnits(passage),
  ...missingPercents(passage),
  ...twoUnits(passage),
  ...wrongWords(passage),
  ...turnedParts(passage),
  ...toldParts(passage),
  ...differentTotals(passage),
  ...impossibleShares(passage),
  ...wrongCompletions(passage),
]);

/** Passages with figures that tables may print, or that contradict each other. */
const passagesToCompare = rememberEach((placed: PlacedPassage) => {
  const { passage } = placed;
  const isOfTables = comparableFigures(passage).length > 0 || passage.ratios.some(isOfNamedTotal);
  return isOfTables || isBroken(passage) ? [placed] : [];
});

/** What must hold between the figures of a passage. The first of several that fail for one cause is said. */
const constraintsIn = remember((passage: Passage): readonly Constraint[] => [
  ...balanceConstraints(passage),
  ...carriedOverConstraints(passage),
  ...listConstraints(passage),
  ...completeListConstraints(passage),
  ...carriedTotalConstraints(passage),
  ...looseListConstraints(passage),
  ...tooLargeParts(passage),
  ...countConstraints(passage),
  ...itemConstraints(passage),
  ...changePartConstraints(passage),
  ...changeConstraints(passage),
  ...listedChangeConstraints(passage),
  ...shareConstraints(passage),
  ...sharesOfAll(passage),
]);

const isBroken = remember((passage: Passage): boolean => constraintsIn(passage).some(({ broken }) => broken));

/** Figures that the tables or each other contradict; what the tables say of a figure is the surest. */
function besideTables(placed: PlacedPassage, prose: Prose, reader: TableReader): Finding[] {
  const { line, passage } = placed;
  const standings = new Map<Figure, Standing>();
  const agrees = (figure: Figure) => reader.standing(figure, line)?.agrees;
  for (const figure of comparableFigures(passage)) {
    if (isOfYearAlone(figure, passage, agrees)) continue;
    const standing = reader.standing(figure, line);
    if (standing) standings.set(figure, standing);
  }
  const found = [
    ...[...standings.values()].flatMap(({ finding }) => finding ?? []),
    ...sharesOfTables(placed, reader),
  ];
  if (isBroken(passage)) {
    const evidence: Evidence = {
      isStated: (figure) => standings.get(figure)?.agrees,
      isPrinted: (figure, value) => {
        if (isToldElsewhere(prose.passages, figure, value)) return true;
        const own = valued(figure);
        if (own === undefined) return false;
        const amount = { value: value.times(own.unit), half: own.quantity.half };
        return (
          isPrintedNotByChance(figure, value, amount, reader) ||
          (value.eq(figure.amount.value) && isSumOfThoseBehind(passage, figure)) ||
          isToldTwice(passage, figure, amount) ||
          isToldBeside(prose.passages, passage, figure, amount)
        );
      },
      bases: () => basesOf(prose),
    };
    append(found, placeFindings(explain(constraintsIn(passage), evidence), line));
  }
  return oncePerPlace(found);
}

/** Fewer digits are those of some cell by chance, within rounding. */
const MIN_PRINTED = 3;

/**
 * Whether a table prints an amount. 减少5万元 that may be 9: some cell has 9.19, and another 9.00. Of two digits one must
 * print the very amount, and what a single one may be meant for no table bears out.
 */
function isPrintedNotByChance(
  { amount: { value: own, decimals } }: Figure,
  value: Decimal,
  amount: Quantity,
  reader: TableReader,
): boolean {
  const digits = value.e + 1 + decimals;
  if (digits >= MIN_PRINTED) return reader.isPrinted(amount);
  const isOwn = value.eq(own.abs());
  return (isOwn || digits > 1) && reader.isPrinted({ ...amount, half: new Money(0) });
}

/** An amount of fewer digits, without zeros at its end, proves nothing where it is told again. */
const MIN_TOLD = 3;

/** 行政运行45.41万元…。2023年预算安排45.41万元: another figure of the paragraph states the amount too. */
function isToldTwice({ figures }: Passage, figure: Figure, { value }: Quantity): boolean {
  // Round amounts are told of many things.
  if (value.precision() < MIN_TOLD) return false;
  return figures.some(
    (other) =>
      other !== figure &&
      other.paragraph === figure.paragraph &&
      other.role === figure.role &&
      moneyOf(other)?.value.eq(value) === true,
  );
}

/** In other paragraphs amounts of fewer digits are the same by chance. */
const MIN_TOLD_ELSEWHERE = 5;

/** Whether another passage tells the amount or the change, digit for digit. */
function isToldBeside(
  passages: readonly PlacedPassage[],
  own: Passage,
  { role }: Figure,
  { value }: Quantity,
): boolean {
  if (value.precision() < MIN_TOLD_ELSEWHERE) return false;
  const told = `${role} ${value.toFixed()}`;
  return passages.some(({ passage }) => passage !== own && amountsTold(passage).has(told));
}

/** The amounts that a passage tells, in 元, each behind the part it plays. */
const amountsTold = remember(
  ({ figures }: Passage): ReadonlySet<string> =>
    new Set(
      figures.flatMap((figure) => {
        const money = moneyOf(figure);
        return money ? `${figure.role} ${money.value.toFixed()}` : [];
      }),
    ),
);

/** Of several findings at one figure the loudest, of equal ones the first. */
function oncePerPlace(findings: readonly Finding[]): Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const { start } = finding.range;
    const place = `${start.line}:${start.character}`;
    const known = byPlace.get(place);
    if (!known || isLouder(finding, known)) byPlace.set(place, finding);
  }
  return [...byPlace.values()];
}
