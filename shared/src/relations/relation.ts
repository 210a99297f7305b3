import type { AmountCell } from '../disclosure/table.ts';
import type { Decimal } from '../text/money.ts';

/** The rules whose failures are relations between figures. */
export type RelationRule = 'code-sum' | 'total-row' | 'row-sum' | 'numbered-sum' | 'balance';

/** A figure of a relation with the label a reader knows it by. */
export interface Term {
  readonly cell: AmountCell;
  readonly label: string;
}

/**
 * A statement between figures of one table: `total` is the sum of `parts`. An equality is a sum of one part.
 * Blank cells are no terms: a blank adds nothing to a sum that has other parts, and says nothing as a total.
 */
export interface SumRelation {
  readonly rule: RelationRule;
  readonly total: Term;
  readonly parts: readonly Term[];
  /** The row or column the sum runs in, for messages. */
  readonly row: string;
  readonly column: string;
}

/**
 * How a relation stands. `rounding`: inside the interval of the decimals the table prints. `coarse`: inside
 * the interval only because some figure was printed with fewer decimals. `broken`: outside.
 */
export type Standing = 'exact' | 'rounding' | 'coarse' | 'broken';

export interface Evaluation {
  readonly relation: SumRelation;
  /** Sum of the parts. */
  readonly expected: Decimal;
  /** How far the total may be from it: half a unit of the last place of every figure. */
  readonly slack: Decimal;
  readonly standing: Standing;
}
