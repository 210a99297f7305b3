import { type Figure, type Interval, meet, NOTHING, plus } from './figure.ts';
import type { Placement } from './placements.ts';

/** How many steps a search may still take. */
export interface Effort {
  left: number;
}

/** A total with the rows below it, each with the ways to lay it out. */
export interface Problem {
  readonly total: readonly Figure[];
  readonly below: readonly (readonly Placement[])[];
  /** By column, whether its figures add up at all. */
  readonly additive: readonly boolean[];
}

/** By column; undefined where it may be anything. */
type Sums = readonly Figure[];

/**
 * The ways of each row below that take part in a choice of one way a row by which every column adds up to its
 * total; undefined where there is no such choice, or the effort did not suffice to tell.
 *
 * @param first whether one such choice is enough
 */
export function solve(problem: Problem, effort: Effort, first: boolean): Set<Placement>[] | undefined {
  const { below } = problem;
  const sets = below.map(() => new Set<Placement>());
  // Rows that leave little open, and then large figures, show soonest that a choice does not fit.
  const order = [...below.keys()].sort(
    (a, b) => openness(below[a]) - openness(below[b]) || compareSize(below, a, b),
  );
  const rests = restsBehind(problem, order);
  const choices = below.map(grouped);
  const isFull = (): boolean => sets.every((set, index) => set.size === below[index]?.length);
  const chosen: (readonly Placement[])[] = [];
  const go = (depth: number, sums: Sums): boolean => {
    if (--effort.left <= 0) return true;
    if (!canReach(problem, sums, rests[depth] ?? [])) return false;
    const index = order[depth];
    if (index === undefined) {
      order.forEach((row, at) => {
        for (const placement of chosen[at] ?? []) sets[row]?.add(placement.of ?? placement);
      });
      return first || isFull();
    }
    for (const alike of choices[index] ?? []) {
      chosen[depth] = alike;
      if (go(depth + 1, added(sums, alike[0]?.row ?? []))) return true;
    }
    return false;
  };
  go(
    0,
    problem.total.map(() => NOTHING),
  );
  return effort.left > 0 && sets.every(({ size }) => size > 0) ? sets : undefined;
}

/** Placements with the same figures in all columns together: to a sum they are one. */
function grouped(choice: readonly Placement[]): Placement[][] {
  const groups: Placement[][] = [];
  for (const placement of choice) {
    const alike = groups.find(([first]) => first?.row.every((figure, at) => figure === placement.row[at]));
    if (alike) alike.push(placement);
    else groups.push([placement]);
  }
  return groups;
}

function openness(choice: readonly Placement[] | undefined): number {
  return choice?.length === 1 ? 0 : 1;
}

function compareSize(below: Problem['below'], a: number, b: number): number {
  const [first, second] = [sizeOf(below[a]), sizeOf(below[b])];
  return first === second ? 0 : first > second ? -1 : 1;
}

function sizeOf(choice: readonly Placement[] | undefined): bigint {
  const highs = choice?.[0]?.row.map((figure) => figure?.high ?? 0n) ?? [];
  return highs.reduce((most, high) => (high > most ? high : most), 0n);
}

/** For each depth, between which bounds the rows from there on may add up, by column. */
function restsBehind({ total, below }: Problem, order: readonly number[]): Sums[] {
  const rests: Sums[] = [total.map(() => NOTHING)];
  for (const index of order.toReversed()) {
    const bounds = total.map((_, column) => hull(below[index] ?? [], column));
    rests.unshift(added(rests[0] ?? [], bounds));
  }
  return rests;
}

/** The interval in which a column lies in all ways to lay out a row. */
function hull(choice: readonly Placement[], column: number): Figure {
  let bounds: Interval | undefined;
  for (const { row } of choice) {
    const figure = row[column];
    if (!figure) return undefined;
    bounds = {
      low: bounds && bounds.low < figure.low ? bounds.low : figure.low,
      high: bounds && bounds.high > figure.high ? bounds.high : figure.high,
    };
  }
  return bounds ?? NOTHING;
}

function added(sums: Sums, row: Sums): Sums {
  return sums.map((sum, column) => {
    const figure = row[column];
    return figure === NOTHING ? sum : sum && figure && plus(sum, figure);
  });
}

function canReach({ total, additive }: Problem, sums: Sums, rest: Sums): boolean {
  return total.every((whole, column) => {
    const [sum, more] = [sums[column], rest[column]];
    return !additive[column] || !whole || !sum || !more || meet(whole, plus(sum, more));
  });
}
