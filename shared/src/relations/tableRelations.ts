import type { AmountCell, Table } from '../disclosure/table.ts';
import { remember } from '../text/remember.ts';
import { alignedStepSums } from './alignedSteps.ts';
import { brokenDownRows } from './brokenDownRows.ts';
import { budgetBalances } from './budgetBalances.ts';
import { tiesWithin } from './candidates.ts';
import { changeSums } from './changeSums.ts';
import { codeBlockSums } from './codeBlockSums.ts';
import { codeSums } from './codeSums.ts';
import { columnSlide } from './columnSlides.ts';
import { withoutCopies } from './copiedColumns.ts';
import { countSums } from './countSums.ts';
import { type Cause, findCauses, indexByCell, isSingleMistakes } from './culprits.ts';
import { formSums } from './formSums.ts';
import { balanceOfForm, sumsOfFormsAbreast } from './formsAbreast.ts';
import { isMisread, withoutMisreadColumns } from './gate.ts';
import { alignedGroupSums } from './groupSums.ts';
import { evaluate } from './interval.ts';
import { loneParts } from './loneParts.ts';
import { numberedSums } from './numberedSums.ts';
import { numberedTotals } from './numberedTotals.ts';
import { ofWhich } from './ofWhich.ts';
import { onlyRows } from './onlyRows.ts';
import { projectSums } from './projectSums.ts';
import { withoutQuotients } from './quotients.ts';
import type { Evaluation } from './relation.ts';
import { slideShownByRows } from './rowSlides.ts';
import { rowSums } from './rowSums.ts';
import { roundingOf } from './scale.ts';
import { findSlide, type Slide, shiftedColumns } from './slides.ts';
import { steppedSums } from './steppedSums.ts';
import { findSwaps, type Swap } from './swaps.ts';
import { taskSums } from './taskSums.ts';
import type { Proposal } from './terms.ts';
import { threePublicSums } from './threePublicSums.ts';
import { slideBesideTwin } from './twinSlides.ts';
import { unitSums } from './unitSums.ts';

/** The relations inside one table as they stand. Everything that speaks of its sums reads this list. */
export interface TableRelations {
  readonly evaluations: readonly Evaluation[];
  readonly broken: readonly Evaluation[];
  /** All that fails, whether it may be reported or not. */
  readonly failing: readonly Evaluation[];
  /** What may hold or not, and does not: it is not reported, but tells between cells that may be wrong. */
  readonly doubtful: ReadonlyMap<AmountCell, readonly Evaluation[]>;
  readonly byCell: ReadonlyMap<AmountCell, readonly Evaluation[]>;
  /** Whether some sum is off within rounding, or too few tell: then an exact one is no proof. */
  readonly rounded: boolean;
  /** Figures of a column that stand a row off and explain, alone, all that failed. */
  readonly slide?: Slide;
  /** Pairs of figures that stand in each other's place. */
  readonly swaps: readonly Swap[];
  /** The table was evidently misread; nothing is said about its figures. */
  readonly misread: boolean;
}

/** Sums that must be exact before a table is taken to show no rounding: of ten rounded ones most are off. */
const MIN_EXACT = 8;

const NO_RELATIONS: TableRelations = {
  evaluations: [],
  broken: [],
  failing: [],
  doubtful: new Map(),
  byCell: new Map(),
  rounded: false,
  swaps: [],
  misread: false,
};

/** The relations of a table, the very same ones as long as it is. */
export const relationsOf = remember(relateTable);

/** Builds and evaluates the relations inside a table. */
export function relateTable(table: Table): TableRelations {
  if (table.cut) return NO_RELATIONS;
  const { evaluations: all, doubtful } = evaluateAll(table);
  // Where single wrong figures explain all that fails nothing slid, and the costly search is spared.
  const proposed = [...all, ...doubtful];
  const failing = brokenOf(proposed);
  const single =
    isSingleMistakes(failing, tiesWithin(indexByCell(proposed), false)) &&
    shiftedColumns(table, failing).size === 0;
  const slide =
    (single ? undefined : findSlide(table, proposed, everyRelation)) ??
    slideBesideTwin(table, failing, all) ??
    (brokenOf(all).length > 0 ? columnSlide(table, proposed, everyRelation) : undefined) ??
    slideShownByRows(table, proposed, everyRelation);
  const swaps = slide ? [] : findSwaps(table, proposed);
  const explained = new Set([slide, ...swaps].flatMap((each) => each?.broken ?? []));
  const evaluations = withoutMisreadColumns(all.filter((evaluation) => !explained.has(evaluation)));
  const broken = brokenOf(evaluations);
  const byCell = indexByCell(evaluations);
  const rounded = !isExact(evaluations);
  const causes = findCauses(broken, tiesWithin(byCell, rounded));
  const misread = isMisread(
    evaluations,
    causes.filter((cause) => !isOfPart(table, cause)),
  );
  return {
    evaluations,
    broken,
    failing,
    doubtful: indexByCell(doubtful),
    byCell,
    rounded,
    misread,
    swaps,
    ...(slide && { slide }),
  };
}

/** Whether a cause lies in columns of 其中 alone: what is wrong in the column of the whole is often wrong there as well. */
function isOfPart({ columns }: Table, { broken }: Cause): boolean {
  return broken.every(({ relation }) => columns[relation.total.cell.column]?.kind === 'of-which');
}

/**
 * Whether no sum of a table is off within rounding, and enough of them could be: a figure that is the only part of
 * another is never off, and the same total twice shows nothing more.
 */
function isExact(evaluations: readonly Evaluation[]): boolean {
  if (evaluations.some(({ standing }) => standing === 'rounding' || standing === 'coarse')) return false;
  const telling = evaluations.filter(
    ({ standing, relation }) =>
      standing === 'exact' && relation.parts.filter(({ cell }) => !cell.amount.value.isZero()).length > 1,
  );
  return new Set(telling.map(({ expected }) => expected.toString())).size >= MIN_EXACT;
}

function brokenOf(evaluations: readonly Evaluation[]): readonly Evaluation[] {
  return evaluations.filter(({ standing }) => standing === 'broken');
}

/** All relations of a table that might be, certain or not. */
export function everyRelation(table: Table): readonly Evaluation[] {
  const { evaluations, doubtful } = evaluateAll(table);
  return [...evaluations, ...doubtful];
}

interface Evaluations {
  readonly evaluations: readonly Evaluation[];
  readonly doubtful: readonly Evaluation[];
}

function evaluateAll(table: Table): Evaluations {
  const rounding = roundingOf(table);
  const proposals = distinct([
    ...threePublicSums(table),
    ...codeSums(table, rounding),
    ...codeBlockSums(table, rounding),
    ...rowSums(table, rounding),
    ...loneParts(table, rounding),
    ...brokenDownRows(table),
    ...onlyRows(table),
    ...changeSums(table, rounding),
    ...numberedSums(table, rounding),
    ...ofWhich(table),
    ...unitSums(table, rounding),
    ...steppedSums(table, rounding),
    ...alignedStepSums(table, rounding),
    ...alignedGroupSums(table, rounding),
    ...formSums(table),
    ...sumsOfFormsAbreast(table),
    ...balanceOfForm(table),
    ...taskSums(table),
    ...projectSums(table),
    ...numberedTotals(table),
    ...budgetBalances(table),
    ...countSums(table),
  ]);
  const evaluations: Evaluation[] = [];
  const doubtful: Evaluation[] = [];
  for (const { relation, certain } of proposals) {
    const evaluation = evaluate(relation, rounding);
    if (certain || evaluation.standing !== 'broken') evaluations.push(evaluation);
    else doubtful.push({ ...evaluation, open: true });
  }
  return { evaluations: withoutCopies(table, withoutQuotients(table, evaluations)), doubtful };
}

/** What several builders propose counts once, as the first of them has it that is certain, else as the first. */
function distinct(proposals: readonly Proposal[]): readonly Proposal[] {
  const kept: Proposal[] = [];
  const byTotal = new Map<AmountCell, number[]>();
  for (const proposal of proposals) {
    const { total, parts, comparison } = proposal.relation;
    const known = byTotal.get(total.cell) ?? [];
    byTotal.set(total.cell, known);
    const cells = new Set(parts.map(({ cell }) => cell));
    const same = known.find((index) => {
      const relation = kept[index]?.relation;
      return (
        relation?.comparison === comparison &&
        relation?.parts.length === cells.size &&
        relation.parts.every(({ cell }) => cells.has(cell))
      );
    });
    if (same === undefined) known.push(kept.push(proposal) - 1);
    else if (proposal.certain && !kept[same]?.certain) kept[same] = proposal;
  }
  return kept;
}
