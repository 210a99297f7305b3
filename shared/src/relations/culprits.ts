import type { AmountCell } from '../disclosure/table.ts';
import type { Decimal } from '../text/money.ts';
import { type Interval, intersect, requiredInterval, requiredValue } from './interval.ts';
import type { Evaluation } from './relation.ts';

/** Broken relations that have one cause as far as can be seen: they hang together by the cells they share. */
export interface Group {
  readonly broken: readonly Evaluation[];
  /** The one cell whose change mends every broken relation and breaks none, with the value it would have. */
  readonly culprit?: { readonly cell: AmountCell } & Mending;
}

interface Mending {
  readonly value: Decimal;
  readonly allowed: Interval;
  /** Whether two sums or more need exactly this value: then rounding played no part. */
  readonly agreed: boolean;
}

/**
 * Groups broken relations by shared cells and looks in each group for the one cell that explains it: it
 * stands in all of them, and the value they need agrees with every relation that holds. Two such cells are a
 * tie, and a tie names nobody.
 */
export function findCulprits(evaluations: readonly Evaluation[]): Group[] {
  const byCell = new Map<AmountCell, Evaluation[]>();
  for (const evaluation of evaluations) {
    for (const cell of cellsOf(evaluation)) {
      const relations = byCell.get(cell);
      if (relations) relations.push(evaluation);
      else byCell.set(cell, [evaluation]);
    }
  }
  return connected(evaluations.filter((evaluation) => evaluation.standing === 'broken')).map((broken) => {
    const culprits: NonNullable<Group['culprit']>[] = [];
    for (const cell of sharedCells(broken)) {
      const mending = mendingValue(cell, broken, byCell.get(cell) ?? []);
      if (mending) culprits.push({ cell, ...mending });
      if (culprits.length > 1) return { broken };
    }
    const [culprit] = culprits;
    return culprit ? { broken, culprit } : { broken };
  });
}

/** The value that would make all relations on a cell hold, or undefined where there is none. */
function mendingValue(
  cell: AmountCell,
  broken: readonly Evaluation[],
  all: readonly Evaluation[],
): Mending | undefined {
  let allowed: Interval | undefined;
  for (const evaluation of all) {
    const needed = requiredInterval(evaluation, cell);
    allowed = allowed ? intersect(allowed, needed) : needed;
    if (!allowed) return undefined;
  }
  if (!allowed) return undefined;
  const fewest = [...broken].sort((a, b) => a.relation.parts.length - b.relation.parts.length)[0];
  if (!fewest) return undefined;
  const exact = requiredValue(fewest, cell);
  const value = exact.lt(allowed.low) ? allowed.low : exact.gt(allowed.high) ? allowed.high : exact;
  const wasNegative = cell.amount.value.isNegative();
  if (value.isNegative() && !wasNegative) return undefined;
  const agreed = all.length > 1 && all.every((evaluation) => requiredValue(evaluation, cell).eq(value));
  return { value, allowed, agreed };
}

function sharedCells(broken: readonly Evaluation[]): AmountCell[] {
  const [first, ...rest] = broken.map((evaluation) => new Set(cellsOf(evaluation)));
  return first ? [...first].filter((cell) => rest.every((cells) => cells.has(cell))) : [];
}

/** Puts relations together that share a cell, directly or over others. */
function connected(broken: readonly Evaluation[]): Evaluation[][] {
  const groups = new Map<Evaluation, Evaluation[]>();
  const groupOfCell = new Map<AmountCell, Evaluation[]>();
  for (const evaluation of broken) {
    let group: Evaluation[] = [evaluation];
    for (const cell of cellsOf(evaluation)) {
      const other = groupOfCell.get(cell);
      if (other && other !== group) {
        const [larger, smaller] = other.length > group.length ? [other, group] : [group, other];
        for (const member of smaller) {
          larger.push(member);
          for (const moved of cellsOf(member)) groupOfCell.set(moved, larger);
          groups.set(member, larger);
        }
        group = larger;
      }
      groupOfCell.set(cell, group);
    }
    groups.set(evaluation, group);
  }
  return [...new Set(groups.values())];
}

function cellsOf(evaluation: Evaluation): AmountCell[] {
  return [evaluation.relation.total.cell, ...evaluation.relation.parts.map((part) => part.cell)];
}
