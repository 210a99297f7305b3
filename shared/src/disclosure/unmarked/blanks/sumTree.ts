import type { ColumnSum } from './columnSums.ts';
import { type Figure, type Interval, meet, NOTHING, plus } from './figure.ts';

/** Figures of one row, in the order in which a table would have them: each total in front of its parts. */
export interface SumTree {
  /** Which figure stands in each column. */
  readonly order: readonly number[];
  /** In columns. */
  readonly sums: readonly ColumnSum[];
}

/** No row with more figures is tried: there are too many ways. */
const MAX_FIGURES = 10;
const MAX_STEPS = 20_000;

/**
 * How the figures of a row add up, whatever their order: the first is the total of all, and of the others each is a
 * part of one that is no smaller. Undefined where there is no such tree or several, or where a figure is zero, which
 * may be a part of any.
 */
export function sumTreeOf(figures: readonly Figure[]): SumTree | undefined {
  const known = figures.flatMap((figure) => (figure && figure.low > 0n ? [figure] : []));
  if (known.length < figures.length || known.length < 2 || known.length > MAX_FIGURES) return undefined;
  const [parents, ...others] = treesOf(known);
  return parents && others.length === 0 ? inColumns(parents) : undefined;
}

/** All trees, as the parent of each figure; more than one where there are more. */
function treesOf(figures: readonly Interval[]): number[][] {
  const sizeOf = (index: number): bigint => figures[index]?.high ?? 0n;
  const [first, ...rest] = [...figures.keys()].sort(
    (a, b) =>
      Number(a > 0) - Number(b > 0) || (sizeOf(a) > sizeOf(b) ? -1 : sizeOf(a) < sizeOf(b) ? 1 : a - b),
  );
  const order = [first ?? 0, ...rest];
  const parents: number[] = [];
  const sums = figures.map(() => NOTHING);
  const found: number[][] = [];
  let steps = 0;
  const go = (depth: number): void => {
    const index = order[depth];
    if (index === undefined) {
      if (figures.every((figure, at) => sums[at] === NOTHING || meet(figure, sums[at] ?? NOTHING)))
        found.push([...parents]);
      return;
    }
    for (const parent of order.slice(0, depth)) {
      const before = sums[parent] ?? NOTHING;
      const sum = plus(before, figures[index] ?? NOTHING);
      if (++steps > MAX_STEPS || found.length > 1) return;
      if (sum.low > (figures[parent]?.high ?? 0n)) continue;
      sums[parent] = sum;
      parents[index] = parent;
      go(depth + 1);
      sums[parent] = before;
    }
  };
  go(1);
  return steps > MAX_STEPS ? [] : found;
}

/** The tree with each figure in front of its parts, and these in the order in which they are printed. */
function inColumns(parents: readonly number[]): SumTree {
  const partsOf = (figure: number) => parents.flatMap((parent, part) => (parent === figure ? part : []));
  const ordered = (figure: number): number[] => [figure, ...partsOf(figure).flatMap(ordered)];
  const order = ordered(0);
  const sums = order.flatMap((figure, total) => {
    const parts = partsOf(figure).map((part) => order.indexOf(part));
    return parts.length > 0 ? [{ total, parts }] : [];
  });
  return { order, sums };
}
