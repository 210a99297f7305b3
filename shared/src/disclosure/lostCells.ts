import { type Decimal, halfOf, Money } from '../text/money.ts';
import { namesAll } from './labels.ts';
import { type AmountCell, type Column, isAmountCell, type Row } from './table.ts';

/**
 * Rows of a table that leaves out the empty cells at the ends of its rows, without those that may have lost others as
 * well. A row that ends early and has no blank among its figures shows nothing of its columns itself. That it lost
 * some shows by the rows it is part of: the one above it in the tree of codes has nothing in a column where the row has
 * a figure, or the total of all has something in one where its parts lack just that figure.
 */
export function withoutLostCells(rows: readonly Row[], columns: readonly Column[]): Row[] {
  const amounts = columns.filter(({ kind }) => kind === 'amount').map(({ index }) => index);
  const open = rows.filter((row) => row.bound && row.kind === 'data' && isOpen(row, amounts));
  if (open.length === 0) return [...rows];
  const lacking = lackedBehind(rows, amounts);
  const lost = new Set(
    open.filter((row) => hasEmptyParent(row, rows, amounts) || lacking.some((each) => fills(row, each))),
  );
  return rows.map((row) => (lost.has(row) ? { ...row, bound: false } : row));
}

/** Whether a row ends before the last column of figures, and no blank stands among those that it has. */
function isOpen({ cells }: Row, amounts: readonly number[]): boolean {
  const first = amounts.find((column) => isAmountCell(cells[column]));
  const last = amounts.at(-1) ?? 0;
  return (
    first !== undefined &&
    cells.length <= last &&
    cells.slice(first).every((cell) => cell && cell.text !== '')
  );
}

/** Whether the row of the code above has no figure in a column of the row's, and one in a column that the row leaves blank. */
function hasEmptyParent(row: Row, rows: readonly Row[], amounts: readonly number[]): boolean {
  const parent = rows.slice(0, rows.indexOf(row)).findLast((above) => isWithin(row, above));
  if (!parent?.bound) return false;
  const own = figuresOf(row, amounts);
  const above = new Set(figuresOf(parent, amounts).map(({ column }) => column));
  return (
    own.some(({ column }) => !above.has(column)) &&
    [...above].some((column) => !own.some((each) => each.column === column))
  );
}

function isWithin({ code }: Row, { code: outer }: Row): boolean {
  if (!code || !outer) return false;
  return code.digits.length > outer.digits.length && code.digits.startsWith(outer.digits);
}

/** What the parts of a total lack in one column. */
interface Lack {
  readonly column: number;
  readonly least: Decimal;
  readonly most: Decimal;
}

/** The columns in which the only total of all has more than its parts, which make it up in the first one. */
function lackedBehind(rows: readonly Row[], amounts: readonly number[]): Lack[] {
  const [total, second] = rows.filter(
    ({ kind, bound, cells }) => kind === 'total' && bound && namesAll(cells),
  );
  const parts = rows.filter((row) => row.kind === 'data' && !rows.some((other) => isWithin(other, row)));
  const coded = parts.filter(({ code }) => code);
  const leaves = coded.length > 0 ? coded : parts;
  if (!total || second || leaves.some(({ bound }) => !bound)) return [];
  const lacks = figuresOf(total, amounts).map(({ column, amount }): Lack => {
    const cells = leaves.flatMap((leaf) => figuresOf(leaf, [column]));
    const sum = cells.reduce((all, each) => all.plus(each.amount.value), new Money(0));
    const slack =
      cells.length === 0 ? halfOf(amount.decimals) : halfOf(amount.decimals).times(cells.length + 1);
    const lack = amount.value.minus(sum);
    return { column, least: lack.minus(slack), most: lack.plus(slack) };
  });
  const [first, ...others] = lacks;
  return first && !isLack(first) ? others.filter(isLack) : [];
}

function isLack({ least }: Lack): boolean {
  return least.gt(0);
}

/** Whether the last figure of a row is what a column behind it lacks. */
function fills({ cells }: Row, { column, least, most }: Lack): boolean {
  const last = cells.findLast((cell): cell is AmountCell => isAmountCell(cell));
  return (
    last !== undefined && last.column < column && last.amount.value.gte(least) && last.amount.value.lte(most)
  );
}

/** The figures of a row that are not zero. */
function figuresOf({ cells }: Row, columns: readonly number[]): AmountCell[] {
  return columns.flatMap((column) => {
    const cell = cells[column];
    return isAmountCell(cell) && !cell.amount.value.isZero() ? [cell] : [];
  });
}
