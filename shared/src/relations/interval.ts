import type { AmountCell } from '../disclosure/table.ts';
import { type Decimal, Money } from '../text/money.ts';
import type { Evaluation, Standing, SumRelation, Term } from './relation.ts';

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
  return new Money(10).pow(-decimals).times(0.5);
}

/** Evaluates a sum by intervals: consistent when the interval of the total meets that of the parts. */
export function evaluate(relation: SumRelation, rounding: Rounding): Evaluation {
  const expected = sum(relation.parts);
  const difference = expected.minus(relation.total.cell.amount.value).abs();
  const terms = [relation.total, ...relation.parts];
  const slack = tolerance(terms, rounding);
  const standing = standingOf(difference, slack, terms, rounding);
  return { relation, expected, slack, standing };
}

function standingOf(
  difference: Decimal,
  slack: Decimal,
  terms: readonly Term[],
  rounding: Rounding,
): Standing {
  if (difference.isZero()) return 'exact';
  if (difference.gt(slack)) return 'broken';
  return difference.lte(fineTolerance(terms, rounding)) ? 'rounding' : 'coarse';
}

/** Whether a sum agrees within the intervals of its printed figures. */
export function holds(relation: SumRelation, rounding: Rounding): boolean {
  return evaluate(relation, rounding).standing !== 'broken';
}

/** The interval a term must lie in for the relation to hold, given all its other terms. */
export function requiredInterval(evaluation: Evaluation, cell: AmountCell): Interval {
  const centre = requiredValue(evaluation, cell);
  return { low: centre.minus(evaluation.slack), high: centre.plus(evaluation.slack) };
}

/** The value of a term that makes the relation exact. */
export function requiredValue({ relation, expected }: Evaluation, cell: AmountCell): Decimal {
  const { total } = relation;
  if (total.cell === cell) return expected;
  return total.cell.amount.value.minus(expected.minus(cell.amount.value));
}

/** What two intervals have in common, or undefined. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const low = Money.max(a.low, b.low);
  const high = Money.min(a.high, b.high);
  return low.lte(high) ? { low, high } : undefined;
}

/** The sum of the printed values. */
export function sum(terms: readonly Term[]): Decimal {
  return terms.reduce((total, term) => total.plus(term.cell.amount.value), new Money(0));
}

/** (n+1) half units, each of its own figure's last place. */
function tolerance(terms: readonly Term[], rounding: Rounding): Decimal {
  return terms.reduce((slack, term) => slack.plus(halfUnit(term.cell, rounding)), new Money(0));
}

/** The same as if every figure had been printed with all the table's decimals. */
function fineTolerance(terms: readonly Term[], rounding: Rounding): Decimal {
  const finest = new Money(10).pow(-rounding.decimals).times(0.5);
  return terms.reduce(
    (slack, term) => slack.plus(Money.min(finest, halfUnit(term.cell, rounding))),
    new Money(0),
  );
}
