import type { AmountCell } from '../disclosure/table.ts';
import { type Decimal, halfOf, Money } from '../text/money.ts';
import type { Evaluation, Standing, SumRelation, Term } from './relation.ts';

const NOTHING = new Money(0);
const ONE = new Money(1);

/** How figures of a table round. */
export interface Rounding {
  /** Most decimals printed in the table's amounts. */
  readonly decimals: number;
  /** In 元 a figure with two decimals is exact: there is nothing below a cent. */
  readonly exactDecimals?: number;
}

/** A closed interval of values. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/**
 * Half a unit of the last printed place: a printed figure stands for value ± this much. A zero printed
 * without decimals among figures that have them is a true zero, not a rounded one (domain rules §2.6).
 */
export function halfUnit(cell: AmountCell, rounding: Rounding): Decimal {
  const { value, decimals } = cell.amount;
  if (value.isZero() && decimals < rounding.decimals) return new Money(0);
  if (rounding.exactDecimals !== undefined && decimals >= rounding.exactDecimals) return new Money(0);
  return halfOf(decimals);
}

/** How the figures of a table round, or those of each of the tables a relation joins. */
export type RoundingOf = Rounding | ((term: Term) => Rounding);

/** Evaluates a sum by intervals: consistent when the interval of the total meets that of the parts. */
export function evaluate(relation: SumRelation, rounding: RoundingOf): Evaluation {
  const expected = sum(relation.parts);
  const excess = expected.minus(relation.total.cell.amount.value);
  const terms = [relation.total, ...relation.parts];
  // 4.55 − 5.37 of printed figures and of those that they were rounded from differ by up to a whole unit.
  const each = relation.counted ? 0 : relation.ofDifferences ? 2 : 1;
  const slack = tolerance(terms, rounding).times(each);
  const difference = relation.comparison === 'at-least' && excess.isNegative() ? NOTHING : excess.abs();
  const standing = standingOf(difference, slack, fineTolerance(terms, rounding).times(each));
  return { relation, expected, slack, standing };
}

function standingOf(difference: Decimal, slack: Decimal, fine: Decimal): Standing {
  if (difference.isZero()) return 'exact';
  if (difference.gt(slack)) return 'broken';
  return difference.lte(fine) ? 'rounding' : 'coarse';
}

/** Of ten thousand sums of rounded figures fewer than one is off by more than four standard deviations. */
const UNLIKELY_DEVIATIONS = 4;

/**
 * Whether a sum is off by more than rounding makes likely, though each figure alone may have been rounded so far: the more
 * figures there are, the better they even out. A rounded figure is off evenly within its interval, by a variance of a twelfth
 * of the square of its width; a zero was not rounded.
 */
export function isUnlikely({ relation, expected }: Evaluation, rounding: RoundingOf): boolean {
  if (relation.comparison || relation.ofDifferences) return false;
  const excess = expected.minus(relation.total.cell.amount.value);
  const variance = [relation.total, ...relation.parts]
    .filter(({ cell }) => !cell.amount.value.isZero())
    .map((term) => inUnit(halfUnitOf(term, rounding), term).pow(2).div(3))
    .reduce((all, each) => all.plus(each), NOTHING);
  return excess.pow(2).gt(variance.times(UNLIKELY_DEVIATIONS ** 2));
}

/** Whether a sum agrees within the intervals of its printed figures. */
export function holds(relation: SumRelation, rounding: RoundingOf): boolean {
  return evaluate(relation, rounding).standing !== 'broken';
}

/** The interval a term must lie in for the relation to hold, given all its other terms; in the cell's own unit. */
export function requiredInterval(evaluation: Evaluation, cell: AmountCell): Interval {
  const { relation, slack } = evaluation;
  const centre = requiredValue(evaluation, cell);
  const reach = slack.div(factorOf(relation, cell));
  const open = relation.comparison === 'at-least';
  const isTotal = relation.total.cell === cell;
  return {
    low: open && !isTotal ? new Money(-Infinity) : centre.minus(reach),
    high: open && isTotal ? new Money(Infinity) : centre.plus(reach),
  };
}

/** A relation as it would stand with another value in one of its cells, which is no longer the same cell then. */
export function evaluateAnew(evaluation: Evaluation, cell: AmountCell, value: Decimal): Evaluation {
  const { relation, slack } = evaluation;
  const change = (term: Term): Term =>
    term.cell === cell ? { ...term, cell: { ...cell, amount: { ...cell.amount, value } } } : term;
  const changed = { ...relation, total: change(relation.total), parts: relation.parts.map(change) };
  const expected = sum(changed.parts);
  const excess = expected.minus(changed.total.cell.amount.value);
  const holds = excess.abs().lte(slack) || (relation.comparison === 'at-least' && excess.isNegative());
  return { relation: changed, expected, slack, standing: holds ? 'rounding' : 'broken' };
}

/** The value of a term that makes the relation exact, in the cell's own unit. */
export function requiredValue({ relation, expected }: Evaluation, cell: AmountCell): Decimal {
  const { total } = relation;
  if (total.cell === cell) return expected;
  const excess = expected.minus(total.cell.amount.value);
  return cell.amount.value.minus(excess.div(factorOf(relation, cell)));
}

function factorOf({ total, parts }: SumRelation, cell: AmountCell): Decimal {
  if (total.cell === cell) return ONE;
  return parts.find((part) => part.cell === cell)?.factor ?? ONE;
}

/** What two intervals have in common, or undefined. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const low = Money.max(a.low, b.low);
  const high = Money.min(a.high, b.high);
  return low.lte(high) ? { low, high } : undefined;
}

/** The sum of the printed values, in the unit of the relation's total. */
export function sum(terms: readonly Term[]): Decimal {
  return terms.reduce((total, term) => total.plus(inUnit(term.cell.amount.value, term)), NOTHING);
}

function inUnit(value: Decimal, { factor }: Term): Decimal {
  return factor ? value.times(factor) : value;
}

/** (n+1) half units, each of its own figure's last place. */
function tolerance(terms: readonly Term[], rounding: RoundingOf): Decimal {
  return terms.reduce((slack, term) => slack.plus(inUnit(halfUnitOf(term, rounding), term)), NOTHING);
}

/** The same as if every figure had been printed with all its table's decimals. */
function fineTolerance(terms: readonly Term[], rounding: RoundingOf): Decimal {
  return terms.reduce((slack, term) => {
    const finest = halfOf(roundingOf(term, rounding).decimals);
    return slack.plus(inUnit(Money.min(finest, halfUnitOf(term, rounding)), term));
  }, NOTHING);
}

function halfUnitOf(term: Term, rounding: RoundingOf): Decimal {
  return halfUnit(term.cell, roundingOf(term, rounding));
}

function roundingOf(term: Term, rounding: RoundingOf): Rounding {
  return typeof rounding === 'function' ? rounding(term) : rounding;
}
