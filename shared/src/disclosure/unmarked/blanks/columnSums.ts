import { type Figure, type Interval, meet, minus, NOTHING, plus } from './figure.ts';

/** A column with those whose figures add up to its own, in every row. */
export interface ColumnSum {
  readonly total: number;
  readonly parts: readonly number[];
  /** Set where parts may be negative, so that those of a blank need not be blank. */
  readonly signed?: true;
}

/** A column, from `start`, with all that it is broken down into, up to `end`, exclusive. */
interface Branch {
  readonly end: number;
  readonly sums: readonly ColumnSum[];
}

/** More ways to break down a row than this, and it shows nothing. */
const MAX_WAYS = 60;

/**
 * The ways in which the columns of a table may hang together: the first is the total of all, and those behind
 * it may be totals of what follows them, so that every one of the given rows adds up. A row without blanks
 * shows it best. None where the rows do not add up so; undefined where they leave too much open.
 */
export function waysToAddUp(rows: readonly (readonly Figure[])[], width: number): ColumnSum[][] | undefined {
  const branches: (readonly Branch[])[] = [];
  for (let start = width - 1; start >= 0; start--) {
    const found = branchesAt(rows, start, width, branches);
    if (!found) return undefined;
    branches[start] = found;
  }
  return (branches[0] ?? []).flatMap(({ end, sums }) => (end === width && width > 1 ? [[...sums]] : []));
}

function branchesAt(
  rows: readonly (readonly Figure[])[],
  start: number,
  width: number,
  branches: readonly (readonly Branch[])[],
): Branch[] | undefined {
  const found: Branch[] = [{ end: start + 1, sums: [] }];
  const go = (at: number, parts: readonly number[], below: readonly ColumnSum[]): boolean => {
    if (parts.length > 0 && rows.every((row) => addsUp(row, { total: start, parts }))) {
      found.push({ end: at, sums: [{ total: start, parts }, ...below] });
    }
    if (found.length > MAX_WAYS) return false;
    return (branches[at] ?? []).every((branch) => {
      const more = [...parts, at];
      if (rows.some((row) => exceeds(row, start, more))) return true;
      return go(branch.end, more, [...below, ...branch.sums]);
    });
  };
  return width > start + 1 && !go(start + 1, [], []) ? undefined : found;
}

/** Whether the parts of a row add up to its total, as far as they are rounded. What cannot be read may be anything. */
export function addsUp(row: readonly Figure[], { total, parts }: ColumnSum): boolean {
  const whole = row[total];
  const sum = sumOf(row, parts);
  return whole === undefined || sum === undefined || meet(whole, sum);
}

/** Whether there is one value that a figure which may be any can have in all of the sums; of several nothing is known. */
export function leavesOneValue(row: readonly Figure[], sums: readonly ColumnSum[]): boolean {
  const open = row.indexOf(undefined);
  if (open === -1 || row.includes(undefined, open + 1)) return true;
  const values = sums.flatMap((sum) => valueIn(row, sum, open) ?? []);
  return values.every((one, index) => values.slice(0, index).every((other) => meet(one, other)));
}

/** What the one figure that is open must be by a sum; undefined where it takes no part in it. */
function valueIn(row: readonly Figure[], { total, parts }: ColumnSum, open: number): Interval | undefined {
  if (total === open) return sumOf(row, parts);
  const whole = row[total];
  const others = sumOf(
    row,
    parts.filter((part) => part !== open),
  );
  return parts.includes(open) && whole && others ? minus(whole, others) : undefined;
}

function exceeds(row: readonly Figure[], total: number, parts: readonly number[]): boolean {
  const whole = row[total];
  const sum = sumOf(row, parts);
  return whole !== undefined && sum !== undefined && whole.low >= 0n && sum.low > whole.high;
}

function sumOf(row: readonly Figure[], columns: readonly number[]): Interval | undefined {
  let sum: Interval = NOTHING;
  for (const column of columns) {
    const figure = row[column];
    if (!figure) return undefined;
    sum = plus(sum, figure);
  }
  return sum;
}
