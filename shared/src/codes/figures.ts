import type { AmountCell, Column, Table } from '../disclosure/table.ts';
import { isAmountCell } from '../disclosure/table.ts';
import type { AmountUnit } from '../text/amount.ts';
import { type Decimal, Money } from '../text/money.ts';
import type { PlacedCode } from './places.ts';

/** What a table says of a code: the total of its row. */
export interface CodeFigure {
  readonly place: PlacedCode;
  readonly cell: AmountCell;
  readonly column: Column;
  readonly unit?: AmountUnit;
}

const YUAN: { readonly [U in AmountUnit]: number } = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };
/** Columns whose figures are of another year, or differences. */
const OTHER_YEAR = /上年|去年|上一年|前年|执行|决算|增减|增长|变动|比较/;

/** The totals of the rows among the places of a code, in their order. Rows whose columns are unknown have none. */
export function codeFigures(places: readonly PlacedCode[]): CodeFigure[] {
  return places.flatMap((place): CodeFigure[] => {
    const { row, table } = place;
    if (!row?.bound || !table) return [];
    const column = totalColumn(table.table);
    const cell = column && row.cells[column.index];
    if (!column || !isAmountCell(cell)) return [];
    const unit = cell.amount.unit ?? table.table.unit?.unit;
    return [{ place, cell, column, ...(unit && { unit }) }];
  });
}

/**
 * Whether the figures of several tables are one figure, each taken as the interval it was rounded from.
 * Undefined where there is nothing to compare: fewer than two, a table with several rows of the code, units
 * that are not known, tables of different years.
 */
export function agree(figures: readonly CodeFigure[]): boolean | undefined {
  const tables = new Set(figures.map(({ place }) => place.table));
  const years = new Set(figures.map(({ place }) => place.table?.table.year));
  if (figures.length < 2 || tables.size < figures.length || years.size > 1) return undefined;
  const intervals = figures.map(interval);
  let [low, high] = intervals[0] ?? [];
  for (const each of intervals) {
    if (!each || !low || !high) return undefined;
    low = Money.max(low, each[0]);
    high = Money.min(high, each[1]);
  }
  return low && high && low.lte(high);
}

/** The column that says how much a row is in all, of the table's own year. */
function totalColumn({ coded, sides }: Table): Column | undefined {
  const columns = coded ? (sides[0]?.amountColumns ?? []) : [];
  const own = columns.filter(({ kind, label }) => kind === 'amount' && !OTHER_YEAR.test(label));
  return own.find(({ totalRank }) => totalRank > 0) ?? own[0];
}

function interval({ cell: { amount }, unit }: CodeFigure): readonly [Decimal, Decimal] | undefined {
  if (!unit) return undefined;
  const half = new Money(10).pow(-amount.decimals).div(2);
  return [amount.value.minus(half).times(YUAN[unit]), amount.value.plus(half).times(YUAN[unit])];
}
