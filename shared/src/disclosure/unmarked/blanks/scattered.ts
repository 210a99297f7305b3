import { type Figure, isEqual, isFilled } from './figure.ts';
import { type LooseRow, type ScatteredRow, totalsOfAll } from './fillBlanks.ts';
import { scatteredAsPrinted } from './scatteredPlacements.ts';
import { type SumTree, sumTreeOf } from './sumTree.ts';

/** More rows would cost too much time. */
const MAX_ROWS = 60;
/** So many figures of a row stand elsewhere where someone swapped two. */
const SWAPPED = 2;
/** So many rows must add up, with parts, and not by chance. */
const MIN_ROWS = 2;

/**
 * A row that shows the columns of a table in whose rows the figures are in no order, as text gives that was taken line
 * by line out of a page that stands askew: in front stands the total of the row, and how the others add up is the same
 * in all rows. Two totals of all rows must have the same figures, and not in the same order. Undefined where none of
 * them adds up in one way, or other rows do not bear it out.
 */
export function scatteredRow(rows: readonly LooseRow[], width: number): ScatteredRow | undefined {
  const isPercentage = rows.some(({ percents }) => percents.includes(true));
  if (rows.length > MAX_ROWS || isPercentage) return undefined;
  const totals = totalsOfAll(rows).filter(({ figures }) => figures.length === width);
  if (!totals.some((one) => totals.some((other) => areReordered(one.figures, other.figures))))
    return undefined;
  for (const row of totals) {
    const tree = sumTreeOf(row.figures);
    if (!tree) continue;
    const columns = row.figures.map((_, figure) => tree.order.indexOf(figure));
    const borneOut = rows.filter(({ figures }) => hasSeveralParts(figures, tree, width));
    return borneOut.length >= MIN_ROWS ? { row, columns, sums: tree.sums } : undefined;
  }
  return undefined;
}

/** Whether two rows have the same figures, but one that may be wrong, in orders that differ by more than a slip. */
function areReordered(one: readonly Figure[], other: readonly Figure[]): boolean {
  const moved = one.filter((figure, index) => !isEqual(figure, other[index]));
  const left = [...other];
  const missing = one.filter((figure) => {
    const at = left.findIndex((each) => isEqual(figure, each));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return moved.length > SWAPPED && missing.length <= 1;
}

/** Whether a row adds up, and one of its totals has several parts: others add up whatever they are. */
function hasSeveralParts(figures: readonly Figure[], { sums }: SumTree, width: number): boolean {
  return scatteredAsPrinted(figures, { width, sums }).some(({ row }) =>
    sums.some(({ parts }) => parts.filter((part) => isFilled(row[part])).length > 1),
  );
}
