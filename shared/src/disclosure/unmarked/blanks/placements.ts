import { addsUp, type ColumnSum, leavesOneValue } from './columnSums.ts';
import { type Figure, NOTHING } from './figure.ts';

/** A way to put the figures of a row into columns. */
export interface Placement {
  /** The column of each figure. */
  readonly columns: readonly number[];
  /** By column; blanks are nothing. */
  readonly row: readonly Figure[];
  /** Set where one of its figures was left open: the placement with all of them. */
  readonly of?: Placement;
}

/** Where a figure may stand at all, told by what it looks like. */
export type Fits = (figure: number, column: number) => boolean;

/** How the columns of a table are. */
export interface Columns {
  readonly width: number;
  /** How they may hang together; none where that is not known. */
  readonly ways: readonly (readonly ColumnSum[])[];
}

/** Rows that can be laid out in more ways tell nothing. */
const MAX_PLACEMENTS = 64;
/** The limit keeps wide rows with few figures from costing time. */
const MAX_TRIED = 4000;

/**
 * All ways to put figures into columns in their order, so that the row adds up in one of the ways in which the
 * columns may hang together. If it adds up in none, one of its figures may be wrong, and each of them is left
 * open in turn. Undefined where there are too many ways to tell any of them.
 */
export function placementsOf(
  figures: readonly Figure[],
  columns: Columns,
  fits: Fits,
): Placement[] | undefined {
  const orders = ordersOf(figures.length, columns, fits);
  if (!orders) return undefined;
  const fitting = strictly(figures, orders, columns);
  const doubted = fitting.length > 0 ? fitting : withOneDoubted(figures, orders, columns);
  return doubted.length > MAX_PLACEMENTS ? undefined : doubted;
}

/** The same with no figure wrong. Undefined where there are too many ways to try. */
export function strictPlacements(
  figures: readonly Figure[],
  columns: Columns,
  fits: Fits,
): Placement[] | undefined {
  const orders = ordersOf(figures.length, columns, fits);
  return orders && strictly(figures, orders, columns);
}

function strictly(
  figures: readonly Figure[],
  orders: readonly (readonly number[])[],
  columns: Columns,
): Placement[] {
  return orders
    .map((order) => placed(figures, order, columns.width))
    .filter(({ row }) => isConsistent(row, columns));
}

function withOneDoubted(
  figures: readonly Figure[],
  orders: readonly (readonly number[])[],
  columns: Columns,
): Placement[] {
  return figures.flatMap((_, doubted) => strictly(without(figures, doubted), orders, columns));
}

/** The figures with one of them open: it may be any amount. */
export function without(figures: readonly Figure[], doubted: number): Figure[] {
  return figures.map((figure, index) => (index === doubted ? undefined : figure));
}

/** A placement in which one figure may be any amount. */
export function leaveOpen(placement: Placement, figure: number): Placement {
  const open = placement.columns[figure];
  const row = placement.row.map((own, column) => (column === open ? undefined : own));
  return { columns: placement.columns, row, of: placement.of ?? placement };
}

/** The placement of figures in these columns. */
export function placed(figures: readonly Figure[], columns: readonly number[], width: number): Placement {
  const row: Figure[] = Array.from({ length: width }, () => NOTHING);
  columns.forEach((column, index) => {
    row[column] = figures[index];
  });
  return { columns, row };
}

/**
 * Whether a row adds up in one of the ways. A total is blank where all its parts are, and nowhere else, but that either may
 * be printed as zero.
 */
export function isConsistent(row: readonly Figure[], { ways }: Pick<Columns, 'ways'>): boolean {
  const isBlank = (column: number): boolean => row[column] === NOTHING;
  const isZero = (column: number): boolean => {
    const figure = row[column];
    return figure !== undefined && figure.low + figure.high === 0n;
  };
  const isFilledAlike = ({ total, parts }: ColumnSum): boolean =>
    (!isBlank(total) || parts.every(isZero)) && (!parts.every(isBlank) || isZero(total));
  return (
    ways.length === 0 ||
    ways.some(
      (sums) =>
        sums.every((sum) => (sum.signed || isFilledAlike(sum)) && addsUp(row, sum)) &&
        leavesOneValue(row, sums),
    )
  );
}

/** All choices of columns for so many figures, in ascending order. */
function ordersOf(count: number, { width, ways }: Columns, fits: Fits): number[][] | undefined {
  const orders: number[][] = [];
  const isLed = isLedByTotal({ width, ways });
  let tried = 0;
  const go = (order: readonly number[]): boolean => {
    const index = order.length;
    if (index === count) return orders.push([...order]) > 0;
    for (let column = (order.at(-1) ?? -1) + 1; column <= width - (count - index); column++) {
      if (++tried > MAX_TRIED) return false;
      // The first column is the total of all.
      if (index === 0 && column > 0 && isLed) break;
      if (fits(index, column) && !go([...order, column])) return false;
    }
    return true;
  };
  return go([]) ? orders : undefined;
}

/** Whether the first column is the total of all others in all ways in which the columns may hang together. */
export function isLedByTotal({ width, ways }: Columns): boolean {
  return ways.length > 0 && ways.every((sums) => isTotalOfWidth(sums, width));
}

/** Whether the first column is the total of all others, by what adds up to what. */
function isTotalOfWidth(sums: readonly ColumnSum[], width: number): boolean {
  const covered = new Set([0]);
  for (const column of covered) {
    const own = sums.find(({ total, signed }) => total === column && !signed);
    for (const part of own?.parts ?? []) covered.add(part);
  }
  return covered.size === width;
}
