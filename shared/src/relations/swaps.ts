import { type AmountCell, isAmountCell, type Row, type Table } from '../disclosure/table.ts';
import { type Decimal, Money } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { candidatesFor, tiesWithin } from './candidates.ts';
import { indexByCell } from './culprits.ts';
import { halfUnit, type Rounding } from './interval.ts';
import { cellsOf, type Evaluation, type SumRelation } from './relation.ts';
import { roundingOf } from './scale.ts';

/** Two neighbouring figures that stand in each other's place. */
export interface Swap {
  readonly cells: readonly [AmountCell, AmountCell];
  /** What the second is, as against the first: its column where they stand in one row, else its row. */
  readonly label: string;
  /** What both share: their row where they stand in one, else their column. */
  readonly place: string;
  /** The relations it breaks. */
  readonly broken: readonly Evaluation[];
  /** False where figures of these may stand in other columns: then others of the rows may have been exchanged. */
  readonly sure: boolean;
  /** Other pairs of which one may have been exchanged as well: it explains the same. */
  readonly rivals: readonly Swap[];
}

/** One sum that fails shows a difference, not where it comes from. */
const MIN_BROKEN = 2;

/**
 * The exchanges that explain what fails: with two neighbours exchanged every relation on them holds, several of
 * which fail as they stand, and no single figure explains those. Of two that explain the same neither is known.
 */
export function findSwaps(table: Table, evaluations: readonly Evaluation[]): Swap[] {
  const byCell = indexByCell(evaluations);
  const failing = new Set(evaluations.filter(({ standing }) => standing === 'broken').flatMap(cellsOf));
  if (failing.size === 0) return [];
  const swaps = table.rows.flatMap((row, index) =>
    neighboursIn(row, table.rows[index + 1]).flatMap(([cell, other]) =>
      failing.has(cell) && failing.has(other) ? (swapOf(table, [cell, other], byCell) ?? []) : [],
    ),
  );
  return swaps.flatMap((swap, index): Swap[] => {
    const rivals = swaps.filter(
      (other) => other !== swap && other.broken.some((each) => swap.broken.includes(each)),
    );
    if (rivals.length === 0) return [swap];
    const isFirst = rivals.every((other) => swaps.indexOf(other) > index);
    const alike = rivals.every((other) => explainsTheSame(other, swap));
    return isFirst && alike && rivals.length < MOST_RIVALS ? [{ ...swap, rivals }] : [];
  });
}

function explainsTheSame(a: Swap, b: Swap): boolean {
  return a.broken.length === b.broken.length && a.broken.every((each) => b.broken.includes(each));
}

/** Of more pairs than this nobody could tell which was exchanged. */
const MOST_RIVALS = 2;

type Neighbours = readonly [AmountCell, AmountCell];

/** Figures that follow each other in a row, and those that stand one below the other. */
function neighboursIn(row: Row, below: Row | undefined): Neighbours[] {
  const amounts = row.cells.filter(isAmountCell);
  const beside = amounts.flatMap((cell, index): Neighbours[] => {
    const next = amounts[index + 1];
    return next ? [[cell, next]] : [];
  });
  const under = amounts.flatMap((cell): Neighbours[] => {
    const next = below?.cells[cell.column];
    return isAmountCell(next) ? [[cell, next]] : [];
  });
  return [...beside, ...under];
}

/** The column of a cell where the other one stands in its row, else its row; and what the two share. */
function labelsOf(table: Table, [cell, other]: Neighbours): Pick<Swap, 'label' | 'place'> {
  const column = table.columns[other.column]?.label ?? '';
  const entries = table.sides.flatMap(({ rows }) => rows);
  const row = entries.find((entry) => entry.row.cells.includes(other))?.label ?? '';
  return cell.column === other.column ? { label: row, place: column } : { label: column, place: row };
}

function swapOf(
  table: Table,
  cells: Neighbours,
  byCell: ReadonlyMap<AmountCell, readonly Evaluation[]>,
): Swap | undefined {
  const [cell, other] = cells;
  if (cell.amount.value.eq(other.amount.value)) return undefined;
  // That the two should balance says the same either way round.
  const touched = [...new Set(cells.flatMap((each) => byCell.get(each) ?? []))].filter(
    (each) => each.relation.rule !== 'balance' || !cells.every((one) => weightsIn(each.relation).has(one)),
  );
  const broken = touched.filter(({ standing }) => standing === 'broken');
  const isBroken = (each: AmountCell) => broken.some(({ relation }) => weightsIn(relation).has(each));
  if (broken.length < MIN_BROKEN || !cells.every(isBroken)) return undefined;
  const rounding = roundingOf(table);
  const mends = touched.every((each) => holdsExchanged(each, cells, slackExchanged(each, cells, rounding)));
  return mends && candidatesFor(broken, tiesWithin(byCell, false)).length === 0
    ? {
        cells,
        ...labelsOf(table, cells),
        broken,
        sure: !broken.flatMap(cellsOf).some(({ unplaced }) => unplaced),
        rivals: [],
      }
    : undefined;
}

/** Whether a relation that fails holds with figures exchanged that it speaks of, told by its own tolerance. */
export function isMendedBy({ cells }: Swap, evaluation: Evaluation): boolean {
  return holdsExchanged(evaluation, cells, evaluation.slack);
}

/** How often a cell is counted in a relation, and how often its rounding is. */
interface Weight {
  /** In the sum of the parts less the total. */
  readonly excess: Decimal;
  readonly slack: Decimal;
}

const NO_WEIGHT: Weight = { excess: new Money(0), slack: new Money(0) };

/** What each cell of a relation counts for. */
const weightsIn = remember(({ total, parts }: SumRelation): ReadonlyMap<AmountCell, Weight> => {
  const weights = new Map<AmountCell, Weight>();
  const add = (cell: AmountCell, excess: Decimal, slack: Decimal) => {
    const known = weights.get(cell) ?? NO_WEIGHT;
    weights.set(cell, { excess: known.excess.plus(excess), slack: known.slack.plus(slack) });
  };
  const one = new Money(1);
  add(total.cell, one.negated(), total.factor ?? one);
  for (const { cell, factor = one } of parts) add(cell, factor, factor);
  return weights;
});

/** By how much more the first figure of two counts than the second. */
function weightsBetween({ relation }: Evaluation, [cell, other]: Neighbours): Weight {
  const weights = weightsIn(relation);
  const [first, second] = [weights.get(cell) ?? NO_WEIGHT, weights.get(other) ?? NO_WEIGHT];
  return { excess: first.excess.minus(second.excess), slack: first.slack.minus(second.slack) };
}

/** Whether a relation holds within a tolerance with two figures exchanged, of which either may be in it. */
function holdsExchanged(evaluation: Evaluation, cells: Neighbours, slack: Decimal): boolean {
  const { relation, expected } = evaluation;
  const [cell, other] = cells;
  const change = other.amount.value.minus(cell.amount.value).times(weightsBetween(evaluation, cells).excess);
  const excess = expected.minus(relation.total.cell.amount.value).plus(change);
  const isPart = relation.comparison === 'at-least' && excess.isNegative();
  return isPart || excess.abs().lte(slack);
}

/** The tolerance of a relation with two figures exchanged, which may have been rounded by more or less. */
function slackExchanged(evaluation: Evaluation, cells: Neighbours, rounding: Rounding): Decimal {
  const [cell, other] = cells;
  const change = halfUnit(other, rounding).minus(halfUnit(cell, rounding));
  return evaluation.slack.plus(change.times(weightsBetween(evaluation, cells).slack));
}
