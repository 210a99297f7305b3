import { type AmountCell, isAmountCell, type Row, type Table } from '../disclosure/table.ts';
import { type Decimal, Money } from '../text/money.ts';
import type { Evaluation } from './relation.ts';

/** Fewer rows may agree by chance. */
const MIN_ROWS = 3;

/** One wrong figure must not turn a column of ratios back into one of money. */
const AGREEING_SHARE = 0.8;

const HUNDRED = new Money(100);

/**
 * What a column of ratios may show of two amounts of its row: 执行率, 倍数, 增长率, 人均; with or without the
 * hundred of a percentage.
 */
const QUOTIENTS: readonly ((a: Decimal, b: Decimal) => Decimal)[] = [
  (a, b) => a.div(b),
  (a, b) => a.div(b).times(HUNDRED),
  (a, b) => a.minus(b).div(b),
  (a, b) => a.minus(b).div(b).times(HUNDRED),
];

/**
 * Takes out the relations on columns that turn out to hold quotients of two other columns, whatever their
 * heading is: such figures add up to nothing. Only columns with a broken relation are looked at.
 */
export function withoutQuotients(table: Table, evaluations: readonly Evaluation[]): Evaluation[] {
  const suspects = new Set(
    evaluations.flatMap(({ standing, relation }) =>
      standing === 'broken' ? relation.total.cell.column : [],
    ),
  );
  const quotients = new Set([...suspects].filter((column) => holdsQuotients(table, column)));
  if (quotients.size === 0) return [...evaluations];
  return evaluations.filter(({ relation: { total, parts } }) =>
    [total, ...parts].every(({ cell }) => !quotients.has(cell.column)),
  );
}

function holdsQuotients(table: Table, column: number): boolean {
  return table.sides.some((side) => {
    const others = side.amountColumns.map(({ index }) => index).filter((index) => index !== column);
    const rows = side.rows.map(({ row }) => row).filter((row) => isFilled(row, column));
    return (
      rows.length >= MIN_ROWS &&
      others.some((a) =>
        others.some((b) => a !== b && QUOTIENTS.some((quotient) => agree(rows, column, a, b, quotient))),
      )
    );
  });
}

function isFilled(row: Row, column: number): boolean {
  const cell = row.cells[column];
  return row.bound && isAmountCell(cell) && !cell.amount.value.isZero();
}

function agree(
  rows: readonly Row[],
  column: number,
  a: number,
  b: number,
  quotient: (a: Decimal, b: Decimal) => Decimal,
): boolean {
  const values = new Set<string>();
  let agreeing = 0;
  let differing = 0;
  for (const { cells } of rows) {
    const [shown, first, second] = [cells[column], cells[a], cells[b]];
    if (!isAmountCell(shown) || !isAmountCell(first) || !isAmountCell(second)) continue;
    if (!second.amount.value.isZero() && isNear(shown, quotient(first.amount.value, second.amount.value))) {
      agreeing++;
      values.add(shown.amount.value.toString());
    } else if (++differing > (1 - AGREEING_SHARE) * rows.length) return false;
  }
  return agreeing >= MIN_ROWS && values.size > 1 && agreeing >= AGREEING_SHARE * (agreeing + differing);
}

/** Within one unit of the last place printed: quotients are rounded or cut off. */
function isNear({ amount }: AmountCell, value: Decimal): boolean {
  return amount.value.minus(value).abs().lte(new Money(10).pow(-amount.decimals));
}
