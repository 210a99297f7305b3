import { totalRank } from '../disclosure/labels.ts';
import {
  type AmountCell,
  type Cell,
  type Column,
  hasAmount,
  isAmountCell,
  type Row,
  type Side,
  type SideRow,
} from '../disclosure/table.ts';
import { isNotReported } from '../text/amount.ts';
import { isChangeColumn } from './changeColumns.ts';
import type { RelationRule, SumRelation, Term } from './relation.ts';

/** A relation as proposed: what is not certain counts only where it holds, and is never reported. */
export interface Proposal {
  readonly relation: SumRelation;
  readonly certain: boolean;
}

/** Whether a cell can stand in a sum: an amount with a unit of its own (1.2亿元) is not in that of its column. */
export function isTerm(cell: Cell | undefined): cell is AmountCell {
  return isAmountCell(cell) && cell.amount.unit === undefined;
}

/** The figure of a row in a column, or undefined for a blank. */
export function termAt(entry: SideRow, column: Column): Term | undefined {
  const cell = entry.row.bound ? entry.row.cells[column.index] : undefined;
  return isTerm(cell) ? { cell, label: entry.label } : undefined;
}

/** The figures of a row in their order; one stands in each of the columns that it may belong to, and counts once. */
export function figuresOf({ amountColumns }: Side, { row }: SideRow): readonly AmountCell[] {
  const cells = row.bound ? amountColumns.map(({ index }) => row.cells[index]) : [];
  const figures = cells.filter(hasAmount).filter(({ amount }) => amount.unit === undefined);
  const isSame = (a: AmountCell, b: AmountCell) =>
    a.span.line === b.span.line && a.span.start === b.span.start;
  return figures.filter((cell, index) => figures.findIndex((each) => isSame(each, cell)) === index);
}

/**
 * Whether a cell holds something that is no amount and no blank: a figure OCR damaged, say. A sum that lacks
 * it may not be reported.
 */
export function isUnreadable(entry: SideRow, column: Column): boolean {
  const cell = entry.row.cells[column.index];
  return cell !== undefined && cell.text !== '' && !isTerm(cell) && !isNotReported(cell.text);
}

/** Σ over rows in one column. Undefined where the total is blank or every part is. */
export function columnSum(
  rule: RelationRule,
  total: Term | undefined,
  rows: readonly SideRow[],
  column: Column,
): SumRelation | undefined {
  const parts = rows.flatMap((entry) => termAt(entry, column) ?? []);
  if (!total || parts.length === 0) return undefined;
  return {
    rule,
    total,
    parts,
    row: total.label,
    column: column.label,
    ...(isChangeColumn(column) && { ofDifferences: true }),
  };
}

/** Rows a sum may speak of. */
export function bodyRows(side: Side, kind: Row['kind']): SideRow[] {
  return side.rows.filter((entry) => entry.row.kind === kind);
}

/** The one total row of a block that is more than a 小计; of several it is open which sums the whole. */
export function theTotal(side: Side): SideRow | undefined {
  const [total, second] = bodyRows(side, 'total').filter(({ label }) => totalRank(label) > 1);
  return second ? undefined : total;
}

/** Whether a term is more or less than nothing. */
export function isSome({ cell }: Term): boolean {
  return !cell.amount.value.isZero();
}
