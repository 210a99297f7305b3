import type { FittedRow } from './certainty.ts';
import { fitRow } from './fitting.ts';
import type { Profile } from './profile.ts';
import type { PlacedAtom } from './ruler.ts';

/** A figure that is typed anew may be so much longer, or shorter: by four digits and two separators. */
const LONGER = 6;
const SHORTER = 3;

/**
 * A row in which one figure was typed anew, longer or shorter than what stood there: it and all that stand
 * behind it are off their columns by as much. Returns the row as if it had kept its length, or undefined where
 * nothing shows that: no figure that is off, or one behind it that stands where a column is.
 *
 * @param ends for each column where most of its figures end; undefined for a column of words
 * @param isFlush whether a figure stands where the figures of any column do
 */
export function withoutPush(
  row: FittedRow,
  ends: readonly (number | undefined)[],
  columns: readonly Profile[],
  isFlush: (placed: PlacedAtom) => boolean,
): FittedRow | undefined {
  const { atoms, slots } = row;
  const from = atoms.findIndex((placed, index) => ends[slots[index] ?? -1] !== undefined && !isFlush(placed));
  const typed = atoms[from];
  const end = ends[slots[from] ?? -1];
  if (!typed || end === undefined) return undefined;
  const by = typed.right - end;
  if (by > LONGER || by < -SHORTER || atoms.slice(from).some(isFlush)) return undefined;
  const back = atoms.map((placed, index): PlacedAtom => {
    if (index < from) return placed;
    const right = placed.right - by;
    return { ...placed, left: index === from ? Math.min(placed.left, right - 1) : placed.left - by, right };
  });
  return { atoms: back, ...fitRow(back, columns) };
}
