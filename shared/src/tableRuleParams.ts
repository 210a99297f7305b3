import type { Decimal } from 'decimal.js';
import type { PercentKind } from './relations/percentColumns.ts';
import type { Slip } from './relations/slips.ts';

/** A printed amount as it takes part in a message: the value and how many decimals it was printed with. */
export interface PrintedAmount {
  readonly value: Decimal;
  readonly decimals: number;
}

/** One addend of a formula as the reader should see it: the row's or column's label and its amount. */
export interface Operand {
  readonly label: string;
  readonly amount: PrintedAmount;
}

/** Parameters of every sum that does not hold. Amounts are in the table's own unit. */
export interface SumParams {
  /** Row label of the total, e.g. `20103 政府办公厅（室）及相关机构事务`. */
  readonly row: string;
  /** Column label of the total, e.g. `基本支出 › 小计`; empty where the header could not be read. */
  readonly column: string;
  readonly expected: PrintedAmount;
  readonly actual: PrintedAmount;
  readonly operands: readonly Operand[];
  /** Which cell the finding stands on: the total, or one addend that alone explains every broken sum. */
  readonly culprit: 'total' | 'addend';
  /** The slip of the hand that turns the expected figure into the printed one. */
  readonly slip?: Slip;
  /** The figure that it was exchanged with: its column where both stand in one row, else its row. */
  readonly swappedWith?: string;
  /** Where others may have been exchanged instead: the rows or columns in which they stand. */
  readonly swappedOr?: readonly string[];
  /** Where the sum was learned from the table: how many rows of different figures it holds in. */
  readonly witnesses?: number;
  /** Set where a row is missing rather than a figure wrong: its code and name as far as known, `302xx`, or nothing. */
  readonly lostRow?: string;
  /** Set where no figure is wrong but one was left out: what stands nowhere, and its row and column. */
  readonly blank?: { readonly row: string; readonly column: string; readonly value: PrintedAmount };
  /** Set where rounding may explain a difference, but hardly does: of many figures some are rounded up, some down. */
  readonly unlikely?: true;
  /**
   * Set where it may be right after all: services below the threshold of 政府采购 are bought and are none of it; an item may
   * be in another class of 政府预算支出经济分类 than the rule has it.
   */
  readonly mayBe?: 'below-threshold' | 'classified-otherwise';
  /** The column beside its group that the total counts as well, though it is counted for itself. */
  readonly countsBeside?: string;
}

/** A percentage in a column of percentages, and the two figures that it is worked out from. */
export interface TablePercentParams {
  readonly row: string;
  readonly column: string;
  readonly kind: PercentKind;
  readonly actual: PrintedAmount;
  readonly expected: PrintedAmount;
  readonly part: PrintedAmount;
  readonly whole: PrintedAmount;
  /** In how many rows of different figures the column is worked out so. */
  readonly witnesses: number;
}

/** An amount that is not a quantity at a price each. */
export interface UnitPriceParams {
  readonly row: string;
  readonly column: string;
  readonly actual: PrintedAmount;
  readonly expected: PrintedAmount;
  readonly quantity: PrintedAmount;
  readonly price: PrintedAmount;
}

/** Figures of a column that slid by a row. */
export interface SlideParams {
  /** Whether they stand a row too high or too low. */
  readonly slid: 'up' | 'down';
  /** How many figures have to move, the lost one among them. */
  readonly count: number;
  /** Set where it may also be fewer. */
  readonly atMost?: true;
  /** Labels of the first and the last row. */
  readonly first: string;
  readonly last: string;
  /** The row of the lost figure, and what the sums or the twin leave for it. */
  readonly lostRow: string;
  readonly lost: PrintedAmount;
  /** The column, or the table by its title, that prints the same figures in their rows; absent where sums show it. */
  readonly twin?: string;
}

/** Of the rules about arithmetic in tables and between them. */
export interface TableRuleParams {
  'code-sum': SumParams;
  'total-row': SumParams;
  'row-sum': SumParams;
  'numbered-sum': SumParams;
  balance: SumParams;
  'between-tables': SumParams;
  'exceeds-whole': SumParams;
  'slid-column': SlideParams;
  'rounding-difference': SumParams;
  'table-percent': TablePercentParams;
  'unit-price': UnitPriceParams;
  /** An amount below zero in a table whose rows and columns say nothing of why. */
  'negative-amount': { readonly row: string; readonly column: string; readonly actual: PrintedAmount };
}
