import { fitRow, type Slot } from './fitting.ts';
import { Profile } from './profile.ts';
import type { PlacedAtom } from './ruler.ts';

/** The atoms of a row from left to right, with their places. */
export type PlacedRow = readonly PlacedAtom[];

const PASSES = 2;

/**
 * Finds the columns of a table from its rows of figures, beginning with the fullest one: what overlaps belongs
 * together, what stands where nothing stood before makes a new column.
 */
export function findColumns(rows: readonly PlacedRow[]): Profile[] {
  const byLength = [...rows].sort((a, b) => b.length - a.length);
  let columns: Profile[] = [];
  for (const row of byLength) columns = extend(columns, row);
  columns = mergeAlternatives(columns, rows);
  for (let pass = 0; pass < PASSES; pass++) columns = refit(columns, rows);
  return columns;
}

/** Puts the atoms of a row into columns, making those that are missing. */
function extend(columns: readonly Profile[], row: PlacedRow): Profile[] {
  const slots: Slot[] = [undefined];
  for (const column of columns) slots.push(column, undefined);
  const fitting = fitRow(row, slots);
  const result: Profile[] = [];
  let next = 0;
  slots.forEach((slot, index) => {
    if (slot) result.push(slot);
    for (; fitting.slots[next] === index; next++) {
      const placed = row[next];
      if (!placed) break;
      const column = slot ?? new Profile();
      column.add(placed);
      if (!slot) result.push(column);
    }
  });
  return result;
}

/** Fits all rows to the columns afresh: the first rows were fitted when little was known. */
function refit(columns: readonly Profile[], rows: readonly PlacedRow[]): Profile[] {
  const fresh = columns.map(() => new Profile());
  for (const row of rows) {
    const { slots } = fitRow(row, columns);
    row.forEach((placed, index) => {
      fresh[slots[index] ?? -1]?.add(placed);
    });
  }
  return fresh.filter((column) => column.count > 0);
}

/**
 * Merges neighbours of one kind that no row fills both of: words may stand anywhere in their column, and
 * figures that overlap were pushed aside by a long name. Figures that stand apart may be two columns.
 */
function mergeAlternatives(columns: readonly Profile[], rows: readonly PlacedRow[]): Profile[] {
  const filled = rows.map((row) => new Set(fitRow(row, columns).slots));
  const merged: Profile[] = [];
  /** The columns that went into the last of `merged`. */
  let parts: number[] = [];
  columns.forEach((column, index) => {
    const before = merged.at(-1);
    const alternative =
      before !== undefined &&
      before.isText === column.isText &&
      (column.isText || before.right > column.left) &&
      !filled.some((slots) => slots.has(index) && parts.some((part) => slots.has(part)));
    if (alternative) {
      before.absorb(column);
      parts.push(index);
    } else {
      merged.push(column);
      parts = [index];
    }
  });
  return merged;
}
