import { append } from '../../../text/lists.ts';
import { type Coded, type CodeNode, codeTree } from '../../codeTree.ts';
import { agreeWithSums, type Summed } from './agree.ts';
import { addsUp, type ColumnSum, waysToAddUp } from './columnSums.ts';
import type { Figure } from './figure.ts';
import {
  type Fits,
  isLedByTotal,
  type Placement,
  placed,
  placementsOf,
  strictPlacements,
} from './placements.ts';
import { scatteredPlacements } from './scatteredPlacements.ts';

/** A row of a table of which only the order of its figures is known. */
export interface LooseRow extends Coded {
  readonly figures: readonly Figure[];
  /** Of each figure, whether it is printed as a percentage. */
  readonly percents: readonly boolean[];
  /** The total of all rows. */
  readonly isTotal: boolean;
}

/** What is known of the columns of figures. */
export interface Columns {
  readonly width: number;
  /** The ways in which they may hang together; none where that is not known. */
  readonly ways: readonly (readonly ColumnSum[])[];
  /** Of each column, whether its heading is that of ratios, which add up to nothing. */
  readonly ratios: readonly boolean[];
  /** Set where the figures of a row are in no order: one row by which the columns are known. */
  readonly scattered?: ScatteredRow;
}

/** A row of which it is known how its figures, which stand in no order, add up. */
export interface ScatteredRow {
  readonly row: LooseRow;
  /** The column of each of its figures. */
  readonly columns: readonly number[];
  /** How all columns hang together. */
  readonly sums: readonly ColumnSum[];
}

/** What is known of the columns of a row's figures; undefined where that is nothing. */
export type Possible = PossibleColumns | undefined;

/** Where the figures of a row may stand, as far as all sums allow it. */
export interface PossibleColumns {
  /** Of each figure the columns in which it may stand. */
  readonly columns: readonly ReadonlySet<number>[];
  /** One way to lay out the row: a column for each figure. */
  readonly example: readonly number[];
}

/** Longer tables would cost too much time, and are no disclosure of one department. */
const MAX_ROWS = 300;
/** Steps that a table may cost, and each of its sums. */
const EFFORT = { table: 60_000, sum: 6_000 };

/**
 * Tells the columns of figures in rows that have blanks, of which text without marks shows nothing. Evidence
 * are sums across each row and sums down the rows by their codes. A figure has one column only if it stands
 * there in every way in which all of these hold.
 */
export function fillBlanks(rows: readonly LooseRow[], columns: Columns): Possible[] {
  if (rows.length > MAX_ROWS) return rows.map(() => undefined);
  const summed = new Map(
    rows.map((row): [LooseRow, Growing] => [row, { children: [], placements: placementsIn(row, columns) }]),
  );
  agreeWithSums(
    treeOf(rows, summed),
    columns.ratios.map((ratio) => !ratio),
    EFFORT,
  );
  return rows.map((row) => possibleIn(row, summed.get(row)?.placements) ?? possibleBehindTotal(row, columns));
}

function placementsIn(row: LooseRow, columns: Columns): Summed['placements'] {
  const { figures } = row;
  const { width, scattered } = columns;
  if (scattered?.row === row) return [placed(figures, scattered.columns, width)];
  if (scattered) return scatteredPlacements(figures, { width, sums: scattered.sums });
  return placementsOf(figures, columns, fitsIn(row, columns));
}

/** The ways to lay out a row if none of its figures is wrong; undefined where there are too many to tell. */
export function waysIfRight(row: LooseRow, columns: Columns): readonly Placement[] | undefined {
  return strictPlacements(row.figures, columns, fitsIn(row, columns));
}

/** Percentages stand in columns of ratios alone. */
function fitsIn({ percents }: LooseRow, { ratios }: Columns): Fits {
  return (figure, column) => !percents[figure] || ratios[column] === true;
}

/**
 * The ways in which columns may add up, as the rows without blanks show; one of these may have a wrong figure.
 *
 * @param byTotal whether a row that all others add up to must be among them
 */
export function waysShown(rows: readonly LooseRow[], width: number, byTotal = false): ColumnSum[][] {
  if (rows.length > MAX_ROWS) return [];
  const whole = rows.filter(({ figures }) => figures.length === width);
  const totals = byTotal ? totalsOfAll(rows).filter((row) => whole.includes(row)) : whole;
  const holds = (sums: readonly ColumnSum[]): boolean =>
    totals.some(({ figures }) => sums.every((sum) => addsUp(figures, sum)));
  const figures = whole.map((row) => row.figures);
  const ways = waysToAddUp(figures, width) ?? [];
  const mended =
    ways.length > 0 || whole.length < 3
      ? []
      : figures.flatMap((_, index) => waysToAddUp(figures.toSpliced(index, 1), width) ?? []);
  return whole.length === 0 ? [] : [...ways, ...mended].filter(holds);
}

/** The row of 合计, and every row that has all others below it. */
export function totalsOfAll(rows: readonly LooseRow[]): LooseRow[] {
  const tree = treeByCodes(rows);
  const found = rows.filter(({ isTotal }) => isTotal);
  for (
    let [node, second] = tree?.roots ?? [];
    node && !second && tree?.complete;
    [node, second] = node.children
  ) {
    found.push(node.entry);
  }
  return found;
}

/** The sums that all of the ways to add up have in common. */
export function sharedSums([first = [], ...others]: readonly (readonly ColumnSum[])[]): ColumnSum[] {
  const same = (a: ColumnSum, b: ColumnSum) => a.total === b.total && a.parts.join() === b.parts.join();
  return first.filter((sum) => others.every((way) => way.some((other) => same(sum, other))));
}

interface Growing extends Summed {
  readonly children: Summed[];
}

function treeByCodes(rows: readonly LooseRow[]) {
  return codeTree(
    rows.filter(({ isTotal }) => !isTotal),
    (row) => row,
    false,
  );
}

/** Hangs the rows under those that they add up to. */
function treeOf(rows: readonly LooseRow[], summed: ReadonlyMap<LooseRow, Growing>): Summed[] {
  const tree = treeByCodes(rows);
  const grow = ({ entry, children, complete }: CodeNode<LooseRow>): Growing[] => {
    const below = children.flatMap(grow);
    const own = summed.get(entry);
    if (!own || !complete) return own ? [own, ...below] : below;
    append(own.children, below);
    return [own];
  };
  const roots = tree?.roots.flatMap(grow) ?? [];
  const totals = rows.flatMap((row) => (row.isTotal ? (summed.get(row) ?? []) : []));
  const [total, ...others] = totals;
  if (!total || others.length > 0 || !tree?.complete) return [...roots, ...totals];
  append(total.children, roots);
  return [total];
}

function possibleIn({ figures }: LooseRow, placements: Summed['placements']): Possible {
  const [example] = placements ?? [];
  if (!placements || !example) return undefined;
  return {
    columns: figures.map((_, index) => new Set(placements.flatMap(({ columns }) => columns[index] ?? []))),
    example: example.columns,
  };
}

/** Of a row that could stand in too many ways the first figure has its column where that is the total of all others. */
function possibleBehindTotal({ figures, percents }: LooseRow, columns: Columns): Possible {
  const { width, scattered } = columns;
  if (figures.length < 2 || scattered || percents.includes(true) || !isLedByTotal(columns)) return undefined;
  const behind = new Set(Array.from({ length: width - 1 }, (_, index) => 1 + index));
  return {
    columns: figures.map((_, index) => (index === 0 ? new Set([0]) : behind)),
    example: [...figures.keys()],
  };
}
