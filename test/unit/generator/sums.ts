import { leavesOf, type ModelBlock, type ModelRow } from '../../generator/model.ts';

/** Arithmetic of the tests' own: whole 分, blank adds nothing. */
export function sumOf(values: readonly (number | null)[]): number {
  let sum = 0;
  for (const value of values) sum += value ?? 0;
  return sum;
}

/** The amount in a leaf column of a row; null where there is none, or words. */
export function amountAt(row: ModelRow | undefined, column: number): number | null {
  const value = row?.values[column];
  return typeof value === 'number' ? value : null;
}

/** Leaf columns that hold amounts. */
export function amountColumns(block: ModelBlock): number[] {
  return leavesOf(block.columns).flatMap(({ column }, index) => (column.kind === 'amount' ? [index] : []));
}

/** The rows that a total adds up: level 1, or level 2 where level 1 has headings without figures alone. */
export function topRows(rows: readonly ModelRow[]): ModelRow[] {
  const addends = rows.filter(({ kind }) => kind === 'data' || kind === 'unit');
  const first = addends.filter(({ level }) => level === 1);
  return first.length > 0 ? first : addends.filter(({ level }) => level === 2);
}

/** 合计 of a column: what the total row says, or the sum of the topmost rows where there is none. */
export function totalOf(block: ModelBlock, column: number): number {
  const total = block.rows.find(({ kind }) => kind === 'total');
  if (total !== undefined) return amountAt(total, column) ?? 0;
  return sumOf(topRows(block.rows).map((row) => amountAt(row, column)));
}

/** The first leaf column whose headings, joined, match. */
export function columnAt(block: ModelBlock, heading: RegExp): number {
  return leavesOf(block.columns).findIndex(({ path }) => heading.test(path.join('›')));
}
