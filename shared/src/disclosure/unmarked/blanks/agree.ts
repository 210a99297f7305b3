import { leaveOpen, type Placement } from './placements.ts';
import { type Effort, type Problem, solve } from './search.ts';

/** A row with the rows that add up to it, and how it may be laid out. */
export interface Summed {
  readonly children: readonly Summed[];
  /** Empty where it fits in no way; undefined where there are too many ways. */
  placements: readonly Placement[] | undefined;
}

/** A sum that holds, perhaps only if one of its figures is `doubted`. */
interface Held {
  readonly node: Summed;
  readonly doubted: boolean;
}

/** How many steps the search may take in all, and for each sum. */
export interface Limits {
  readonly table: number;
  readonly sum: number;
}

/**
 * Leaves of the ways to lay out rows those in which each row is the sum of the rows below it, in every column:
 * first from the leaves up, then from the roots down, so that what is left is exactly what fits the whole tree.
 * A sum that holds in no way is tried again with each of its figures left open in turn, for one may be wrong;
 * one that does not hold then either is left out, and so is one that takes too long.
 */
export function agreeWithSums(roots: readonly Summed[], additive: readonly boolean[], limits: Limits): void {
  let left = limits.table;
  const withLimit = <T>(search: (effort: Effort) => T): T | undefined => {
    const effort = { left: Math.min(left, limits.sum) };
    const before = effort.left;
    const found = search(effort);
    left -= before - effort.left;
    return effort.left > 0 ? found : undefined;
  };
  const held = roots
    .flatMap(childrenFirst)
    .flatMap((node) => withLimit((effort) => hold(node, additive, effort)) ?? []);
  for (const { node, doubted } of held.reverse()) {
    const found = withLimit((effort) =>
      node.placements?.flatMap((each) => waysBelow(node, each, additive, doubted, effort)),
    );
    for (const [index, child] of found ? summedRows(node).entries() : []) {
      child.placements = child.placements?.filter((each) => found?.some((sets) => sets[index]?.has(each)));
    }
  }
}

function childrenFirst(node: Summed): Summed[] {
  return [...node.children.flatMap(childrenFirst), node];
}

/** Finds the ways to lay out a row that are the sum of the rows below it, and leaves it these. */
function hold(node: Summed, additive: readonly boolean[], effort: Effort): Held | undefined {
  for (const doubted of [false, true]) {
    const fitting = node.placements?.filter(
      (each) => waysBelow(node, each, additive, doubted, effort, true).length > 0,
    );
    if (!fitting || effort.left <= 0) return undefined;
    if (fitting.length === 0) continue;
    node.placements = fitting;
    return { node, doubted };
  }
  return undefined;
}

/** The rows that a row sums; in place of one without figures those below it. */
function summedRows(node: Summed): Summed[] {
  return node.children.flatMap((child) =>
    child.placements?.every(({ columns }) => columns.length === 0) ? summedRows(child) : child,
  );
}

/**
 * The ways of the rows below that add up to a row laid out in one way: for each figure that may be doubted a
 * set for each of the rows.
 */
function waysBelow(
  node: Summed,
  total: Placement,
  additive: readonly boolean[],
  doubted: boolean,
  effort: Effort,
  first = false,
): Set<Placement>[][] {
  const below = summedRows(node).flatMap(({ placements }) => (placements ? [placements] : []));
  if (below.length === 0 || below.length < summedRows(node).length) return [];
  const problems = doubted ? withOneOpen(total, below, additive) : [{ total: total.row, below, additive }];
  const ways: Set<Placement>[][] = [];
  for (const problem of problems) {
    const found = solve(problem, effort, first);
    if (found) ways.push(found);
    if (first && found) break;
  }
  return ways;
}

/** The same sum with each of its figures left open in turn. */
function* withOneOpen(
  total: Placement,
  below: Problem['below'],
  additive: readonly boolean[],
): Generator<Problem> {
  for (const figure of total.columns.keys()) yield { total: leaveOpen(total, figure).row, below, additive };
  for (const [index, choice] of below.entries()) {
    const most = Math.max(...choice.map(({ columns }) => columns.length));
    for (let figure = 0; figure < most; figure++) {
      const opened = choice.map((placement) => leaveOpen(placement, figure));
      yield { total: total.row, below: below.with(index, opened), additive };
    }
  }
}
