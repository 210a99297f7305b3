import type { Side, SideRow, Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import type { Term } from './relation.ts';
import { termAt } from './terms.ts';

/**
 * The total that several blocks abreast share, for a block that has none of its own: where they break the same
 * expenditure down, by its function and by its purpose, the cells of their total may be joined into one, so that its
 * words stand in the first of them and its figure, nameless, in another (A1).
 *
 * @param entry a row of the block that is named as a total and has no figure there
 */
export function totalBeside(table: Table, side: Side, entry: SideRow): Term | undefined {
  const index = side.rows.indexOf(entry);
  const behind = table.sides.slice(table.sides.indexOf(side) + 1);
  const filled = behind.flatMap(({ rows, amountColumns }) => {
    const beside = rows[index];
    const terms = beside ? amountColumns.flatMap((column) => termAt(beside, column) ?? []) : [];
    return beside && terms.length > 0 ? [{ beside, terms }] : [];
  });
  const [only, another] = filled;
  const [term, second] = only?.terms ?? [];
  if (!only || another || !term || second || compactLabel(only.beside.label) !== '') return undefined;
  return { cell: term.cell, label: entry.label };
}

/** The total that a block shares with the one behind it, and the row abreast of it. */
export interface SharedTotal {
  readonly index: number;
  readonly term: Term;
}

/**
 * The total of the block behind one without any: where blocks in the middle of a table break the same expenditure down
 * as the last, the cells of their total may be joined into one, and its words be printed before the last figure (A1).
 *
 * @param isTotal whether a label is that of a total
 */
export function totalBehind(
  { sides }: Table,
  side: Side,
  isTotal: (label: string) => boolean,
): SharedTotal | undefined {
  const place = sides.indexOf(side);
  const last = sides.at(-1);
  const [column, second] = last?.amountColumns ?? [];
  if (place === 0 || place !== sides.length - 2 || !last || !column || second) return undefined;
  const index = last.rows.findIndex(({ label }) => isTotal(label));
  const entry = last.rows[index];
  const term = entry && compactLabel(entry.label).includes('支出') && termAt(entry, column);
  const isBlank = (row: SideRow) =>
    compactLabel(row.label) === '' && !side.amountColumns.some((each) => termAt(row, each));
  return term && side.rows.slice(index).every(isBlank) ? { index, term } : undefined;
}

/** What all expenditure is by its purpose, with what some regions set apart of it (预算法实施条例第五条). */
const PURPOSES = [/基本支出/, /项目支出/];

/**
 * The total of the block in front of the last one, which has none: it breaks the same expenditure down by its purpose, and
 * where the cells of their total were joined, words and figure of it are known as those of the first of them (A1).
 *
 * @param isTotal whether a label is that of a total
 */
export function totalInFront(
  { sides }: Table,
  side: Side,
  isTotal: (label: string) => boolean,
): SharedTotal | undefined {
  const before = sides.at(-2);
  const [column, second] = before?.amountColumns ?? [];
  if (sides.length < 3 || side !== sides.at(-1) || !before || !column || second) return undefined;
  const index = before.rows.findIndex(({ label }) => isTotal(label));
  const entry = before.rows[index];
  const term = entry && compactLabel(entry.label).includes('支出') && termAt(entry, column);
  const own = side.rows.filter(({ label }) => compactLabel(label) !== '');
  const isByPurpose = PURPOSES.every((purpose) => own.some(({ label }) => purpose.test(label)));
  const isAbove = own.every((row) => side.rows.indexOf(row) < index);
  return term && isByPurpose && isAbove ? { index, term } : undefined;
}
