import type { AmountCell } from '../disclosure/table.ts';
import type { Decimal } from '../text/money.ts';

/** Sums of performance indicators: their findings say what is wrong in words of their own. */
const INDICATOR_RULES = ['indicator-weights', 'indicator-cost'] as const;

/** Sums of amounts: their findings say what is expected and what is printed. */
const AMOUNT_RULES = [
  'code-sum',
  'total-row',
  'row-sum',
  'numbered-sum',
  'balance',
  'project-amount',
  'between-tables',
  'exceeds-whole',
] as const;

/** The rules whose failures are relations between figures. */
export const RELATION_RULES = [...AMOUNT_RULES, ...INDICATOR_RULES];

/** The id of a rule whose failures are relations between figures. */
export type RelationRule = (typeof RELATION_RULES)[number];

/** Those of them that speak of performance indicators (绩效指标): weights in points, costs in 元. */
export type IndicatorSumRule = (typeof INDICATOR_RULES)[number];

/** Whether a relation is one of amounts, and not of weights or costs of performance indicators. */
export function isAmountRule(rule: RelationRule): rule is (typeof AMOUNT_RULES)[number] {
  return AMOUNT_RULES.some((each) => each === rule);
}

/** A figure of a relation with the label a reader knows it by. */
export interface Term {
  readonly cell: AmountCell;
  readonly label: string;
  /** How many of the total's unit one of the cell's unit is; 1 where absent. Between tables in 元 and in 万元. */
  readonly factor?: Decimal;
}

/**
 * A statement between figures: `total` is the sum of `parts`, or at least their sum. An equality is a sum of
 * one part. Blank cells are no terms: a blank adds nothing to a sum that has other parts, and says nothing as
 * a total.
 */
export interface SumRelation {
  readonly rule: RelationRule;
  readonly total: Term;
  readonly parts: readonly Term[];
  /** The row or column the sum runs in, for messages. */
  readonly row: string;
  readonly column: string;
  /** `at-least`: the parts need not be all of the total. */
  readonly comparison?: 'at-least';
  /** Set where each figure is the difference of two that were rounded, and so may be off twice as far. */
  readonly ofDifferences?: true;
  /** Set where things or people are counted: no figure was rounded. */
  readonly counted?: true;
  /** Set where a rule gives the total, and its cell is that of the heading or label it is for: it is never wrong. */
  readonly given?: true;
  /** Where the rows of a table showed the sum rather than its header: how many of different figures it holds in. */
  readonly witnesses?: number;
}

/**
 * How a relation stands. `rounding`: inside the interval of the decimals the table prints. `coarse`: inside
 * the interval only because some figure was printed with fewer decimals. `broken`: outside.
 */
export type Standing = 'exact' | 'rounding' | 'coarse' | 'broken';

/** A relation with what its figures come to. */
export interface Evaluation {
  readonly relation: SumRelation;
  /** Sum of the parts, in the total's unit. */
  readonly expected: Decimal;
  /** How far the total may be from it: half a unit of the last place of every figure. */
  readonly slack: Decimal;
  readonly standing: Standing;
  /** Set where it fails and need not hold. */
  readonly open?: true;
}

/** Every cell a relation speaks of, its total first. */
export function cellsOf({ relation: { total, parts } }: Evaluation): AmountCell[] {
  return [total.cell, ...parts.map(({ cell }) => cell)];
}
