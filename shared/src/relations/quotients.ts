import { isAmountCell, type Row, type Table } from '../disclosure/table.ts';
import { type Decimal, Money, tenTo } from '../text/money.ts';
import type { Evaluation } from './relation.ts';

/** Fewer rows may agree by chance. */
const MIN_ROWS = 3;

/** One wrong figure must not turn a column of ratios back into one of money. */
const AGREEING_SHARE = 0.8;

const HUNDRED = new Money(100);

/**
 * What a column of ratios may show of two amounts of its row: 执行率, 倍数, 增长率, 人均; with or without the
 * hundred of a percentage. Given is what is divided; the divisor is `b` in all of them.
 */
const DIVIDENDS: readonly ((a: Decimal, b: Decimal) => Decimal)[] = [
  (a) => a,
  (a) => a.times(HUNDRED),
  (a, b) => a.minus(b),
  (a, b) => a.minus(b).times(HUNDRED),
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
    if (rows.length < MIN_ROWS) return false;
    return others.some((divisor) => {
      const products = rows.flatMap((row) => productOf(row, column, divisor) ?? []);
      return others.some(
        (column) => column !== divisor && DIVIDENDS.some((dividend) => agree(products, column, dividend)),
      );
    });
  });
}

function isFilled(row: Row, column: number): boolean {
  const cell = row.cells[column];
  return row.bound && isAmountCell(cell) && !cell.amount.value.isZero();
}

/** A printed figure times the divisor it might have: a division asked the other way round, which is exact. */
interface Product {
  readonly row: Row;
  readonly shown: Decimal;
  readonly divisor: Decimal;
  readonly value: Decimal;
  /** One unit of the last place printed, times the divisor: quotients are rounded or cut off. */
  readonly reach: Decimal;
}

function productOf(row: Row, column: number, divisorColumn: number): Product | undefined {
  const [shown, divisor] = [row.cells[column], row.cells[divisorColumn]];
  if (!isAmountCell(shown) || !isAmountCell(divisor)) return undefined;
  const { value, decimals } = shown.amount;
  const by = divisor.amount.value;
  const reach = tenTo(-decimals).times(by).abs();
  return { row, shown: value, divisor: by, value: value.times(by), reach };
}

function agree(
  products: readonly Product[],
  column: number,
  dividend: (a: Decimal, b: Decimal) => Decimal,
): boolean {
  const values = new Set<string>();
  let agreeing = 0;
  let differing = 0;
  for (const { row, shown, divisor, value, reach } of products) {
    const cell = row.cells[column];
    if (!isAmountCell(cell)) continue;
    if (!divisor.isZero() && value.minus(dividend(cell.amount.value, divisor)).abs().lte(reach)) {
      agreeing++;
      values.add(shown.toString());
    } else if (++differing > (1 - AGREEING_SHARE) * products.length) return false;
  }
  return agreeing >= MIN_ROWS && values.size > 1 && agreeing >= AGREEING_SHARE * (agreeing + differing);
}
