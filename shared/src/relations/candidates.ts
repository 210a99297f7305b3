import type { AmountCell } from '../disclosure/table.ts';
import type { Decimal } from '../text/money.ts';
import { type Interval, intersect, requiredInterval, requiredValue } from './interval.ts';
import { meantValue } from './meantValue.ts';
import { cellsOf, type Evaluation } from './relation.ts';
import { type Slip, slipOf } from './slips.ts';

/** A cell whose change alone would mend every relation of a group, and the value it would have. */
export interface Candidate {
  readonly cell: AmountCell;
  /** The value that mends the group; where several would do, the one that suits its simplest relation. */
  readonly value: Decimal;
  /** Whether nothing but this value can be meant. */
  readonly sure: boolean;
  /** The slip that explains the printed figure, if it is one. */
  readonly slip?: Slip;
  /** A hint speaks for it: another table prints such a value for the same thing, say. */
  readonly confirmed: boolean;
  /** A table of perhaps another scope prints this very value for the same thing. */
  readonly shown?: true;
}

/** What relations there are on a cell. */
export interface Ties {
  /** Relations that must hold once the document is right. */
  of(cell: AmountCell): readonly Evaluation[];
  /** Copies in other tables that agree with the cell as it stands, and speak against changing it. */
  copiesOf(cell: AmountCell): readonly Evaluation[];
  /**
   * Relations that fail and need not hold: copies in other tables, perhaps of another scope, and sums that are
   * not certain. They prove nothing alone, but tell between cells that may be wrong.
   */
  hintsOn(cell: AmountCell): readonly Evaluation[];
  /** Long figures that tables of any scope print for the same thing; none where one of them prints the cell's own. */
  elsewhere(cell: AmountCell): readonly AmountCell[];
  /** Whether sums around the cell are off within rounding, or too few to show that none is: an exact one is no proof then. */
  isRounded(cell: AmountCell): boolean;
}

/** What ties the cells of one table have to each other. */
export function tiesWithin(byCell: ReadonlyMap<AmountCell, readonly Evaluation[]>, rounded: boolean): Ties {
  return {
    of: (cell) => byCell.get(cell) ?? [],
    copiesOf: () => [],
    hintsOn: () => [],
    elsewhere: () => [],
    isRounded: () => rounded,
  };
}

/**
 * The cells that stand in every broken relation of a group and for which there is a value that agrees with
 * all relations on them.
 */
export function candidatesFor(broken: readonly Evaluation[], ties: Ties): Candidate[] {
  return sharedCells(broken).flatMap((cell) => candidateAt(cell, broken, ties) ?? []);
}

/** The candidate that a cell is for these relations, or undefined where no value of it mends them. */
export function candidateAt(
  cell: AmountCell,
  broken: readonly Evaluation[],
  ties: Ties,
): Candidate | undefined {
  if (broken.some(({ relation }) => relation.given && relation.total.cell === cell)) return undefined;
  const all = ties.of(cell);
  const simplest = simplestOf(broken);
  // Most cells fail here already; only for the others are other tables asked.
  const within = allowedInterval(cell, all);
  if (!within || !simplest) return undefined;
  const allowed = allowedInterval(cell, ties.copiesOf(cell), within);
  if (!allowed) return undefined;
  const exact = clamp(requiredValue(simplest, cell), allowed);
  if (exact.isNegative() && !cell.amount.value.isNegative()) return undefined;
  const hints = ties.hintsOn(cell);
  const agreeing = hints.map((hint) => intersect(allowed, requiredInterval(hint, cell)));
  const confirmed = agreeing.some((common) => common !== undefined);
  const shown = confirmed ? undefined : shownValue(cell, allowed, ties);
  const narrowed = agreeing.reduce<Interval>(
    (all, common) => (common && intersect(all, common)) ?? all,
    shown ? { low: shown, high: shown } : allowed,
  );
  const only = meantValue(cell, all, hints, { exact, allowed, narrowed, rounded: ties.isRounded(cell) });
  const value = only ?? clamp(exact, narrowed);
  const slip = slipOf(cell.amount, value);
  const isContradicted = !confirmed && hints.some(isBetween) && !isAgreed(broken, cell, value);
  return {
    ...{ cell, value, sure: only !== undefined && !isContradicted, confirmed },
    ...(slip && { slip }),
    ...(shown?.eq(value) && { shown: true as const }),
  };
}

/** The only value that other tables print for the same thing and that the relations on a cell allow. */
function shownValue(cell: AmountCell, { low, high }: Interval, ties: Ties): Decimal | undefined {
  const values = ties
    .elsewhere(cell)
    .map(({ amount }) => amount.value)
    .filter((value) => value.gte(low) && value.lte(high));
  const [first] = values;
  return first && values.every((value) => value.eq(first)) ? first : undefined;
}

function isOfCosts({ relation }: Evaluation): boolean {
  return relation.rule === 'indicator-cost';
}

function isBetween({ relation }: Evaluation): boolean {
  return relation.rule === 'between-tables';
}

/**
 * Whether two sums of the cell's own table that fail, across and down say, ask for the very same value. Another table
 * that prints neither this value nor the wrong one is then of another scope.
 */
function isAgreed(broken: readonly Evaluation[], cell: AmountCell, value: Decimal): boolean {
  const within = broken.filter((evaluation) => !isBetween(evaluation));
  return within.length > 1 && within.every((evaluation) => requiredValue(evaluation, cell).eq(value));
}

/** What another table prints counts more than a slip, and a slip more than that only one value fits. */
export function likelihoodOf({ confirmed, shown, slip, sure }: Candidate): number {
  return (confirmed ? 4 : 0) + (shown ? 3 : 0) + (slip ? 2 : 0) + (sure ? 1 : 0);
}

/**
 * Of the relations a cell breaks, the one with the fewest addends is the easiest to check by hand, best in one table.
 * That a cost is no more than the money says least of what either should be.
 */
export function simplestOf(broken: readonly Evaluation[]): Evaluation | undefined {
  return [...broken].sort(
    (a, b) =>
      Number(isOfCosts(a)) - Number(isOfCosts(b)) ||
      a.relation.parts.length - b.relation.parts.length ||
      Number(isBetween(a)) - Number(isBetween(b)),
  )[0];
}

/** Where the cell's value must lie for all relations on it to hold; undefined where they contradict. */
function allowedInterval(
  cell: AmountCell,
  all: readonly Evaluation[],
  within?: Interval,
): Interval | undefined {
  let allowed = within;
  for (const evaluation of all) {
    const needed = requiredInterval(evaluation, cell);
    allowed = allowed ? intersect(allowed, needed) : needed;
    if (!allowed) return undefined;
  }
  return allowed;
}

function clamp(value: Decimal, { low, high }: Interval): Decimal {
  if (value.lt(low)) return low;
  return value.gt(high) ? high : value;
}

function sharedCells(broken: readonly Evaluation[]): AmountCell[] {
  const [first, ...rest] = broken.map((evaluation) => new Set(cellsOf(evaluation)));
  return first ? [...first].filter((cell) => rest.every((cells) => cells.has(cell))) : [];
}
