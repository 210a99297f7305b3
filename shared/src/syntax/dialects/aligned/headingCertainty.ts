import { WIDE_GAP } from './atoms.ts';
import type { Profile } from './profile.ts';
import type { PlacedAtom } from './ruler.ts';

/** Headings that were put over columns. */
export interface SlottedHeadings {
  /** Words by line, at their places in the measure of the rows. */
  readonly lines: readonly (readonly PlacedAtom[])[];
  /** For each line and heading its column among `all`. */
  readonly slots: readonly (readonly number[])[];
  /** The columns of the body. */
  readonly columns: readonly Profile[];
  /** These, and those that have a heading and nothing below it. */
  readonly all: readonly Profile[];
}

/**
 * Whether it is certain which headings the columns of figures have: none was put there beside one that stands
 * over the column, and what was put over the same column stands below each other. Where nothing is in most
 * columns, headings of groups and of empty columns are easily taken for those of their neighbours.
 */
export function areHeadingsSure(headings: SlottedHeadings): boolean {
  const { slots, columns, all } = headings;
  const name = columns.findIndex((column) => column.isText);
  const figures = columns.slice(name + 1).filter((column) => !column.isText);
  const places = new Set(figures.map((column) => all.indexOf(column)));
  // Blanks within figures push those behind them aside: then only the order of the columns tells their headings.
  const isPushed = figures.some((column) => column.isTorn);
  const isFilled = all.length === columns.length;
  if (isPushed && !isFilled) return false;
  return (
    figures.every((column) => isFilled || isOverColumn(column, headings)) &&
    slots.every((own, line) =>
      own.every((slot, index) => !places.has(slot) || isInPlace(line, index, headings)),
    )
  );
}

/** Whether the lowest heading of a column stands over it. */
function isOverColumn(column: Profile, { lines, slots, all }: SlottedHeadings): boolean {
  const place = all.indexOf(column);
  const own = lines.map((atoms, line) => atoms.find((_, index) => slots[line]?.[index] === place));
  const lowest = own.findLast((heading) => heading !== undefined);
  return lowest === undefined || column.distance(lowest) < 0;
}

/**
 * Whether a heading shares its column with none beside it in its line and, if it heads this column alone, with
 * words below that stand under it: they are the rest of it.
 */
function isInPlace(line: number, index: number, { lines, slots, all }: SlottedHeadings): boolean {
  const [heading, beside] = lines[line]?.slice(index, index + 2) ?? [];
  const [slot = -1, next = all.length] = slots[line]?.slice(index, index + 2) ?? [];
  if (!heading) return true;
  if (next === slot) return (beside?.atom.gap ?? 0) < WIDE_GAP;
  if (next !== slot + 1) return true;
  return lines.every((atoms, lower) =>
    atoms.every((other, at) => lower <= line || slots[lower]?.[at] !== slot || overlap(heading, other)),
  );
}

function overlap(a: PlacedAtom, b: PlacedAtom): boolean {
  return a.left < b.right && b.left < a.right;
}
