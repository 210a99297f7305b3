import { type AmountCell, type Column, isAmountCell, type SideRow, type Table } from '../disclosure/table.ts';
import type { Decimal } from '../text/money.ts';
import { type Candidate, tiesWithin } from './candidates.ts';
import { findCauses, indexByCell } from './culprits.ts';
import type { Evaluation } from './relation.ts';
import { cellsOf } from './relation.ts';
import type { Move, Slide } from './slides.ts';
import { isTerm } from './terms.ts';

/** Two columns of which one may have slid and the other repeats it. */
interface Pair {
  /** The index of the one that may have slid. */
  readonly column: number;
  readonly twin: number;
  /** A figure of the twin that may be wrong on its own: it tells nothing in its row. */
  readonly doubted?: Candidate;
}

/** Different figures that have to stand a row off, beside as many that agree in the other rows, or so many alone. */
const MIN_MOVED = 2;
const MIN_AGREEING = 2;
const MIN_MOVED_ALONE = 4;
/** The figures that stand a row off and the blank that they left behind. */
const MIN_ROWS = 3;

/** More columns than this are no table of figures, and all their pairs would take long. */
const MAX_COLUMNS = 120;

/**
 * A slide that another column of the same block shows: the two agree once the figures are moved back by a row, but for one
 * figure at most that is wrong on its own.
 *
 * @param broken the relations that fail in the table: those that speak of a moved figure are explained
 * @param mustHold the relations of the table that must hold
 */
export function slideBesideTwin(
  table: Table,
  broken: readonly Evaluation[],
  mustHold: readonly Evaluation[],
): Slide | undefined {
  for (const side of table.sides) {
    const columns = side.amountColumns.filter(({ kind }) => kind === 'amount');
    if (columns.length > MAX_COLUMNS) return undefined;
    const rows = side.rows.filter((entry) => !entry.row.unplaced);
    // What slid lost one figure, so that its twin has one more.
    const counted = columns.map((column) => ({ column, count: countIn(rows, column) }));
    for (const { column, count } of counted) {
      for (const { column: twin } of counted.filter((other) => other.count === count + 1)) {
        const pair = { column: column.index, twin: twin.index };
        const doubted = doubtedIn(pair, mustHold).map((candidate) => ({ ...pair, doubted: candidate }));
        const [slide] = [...doubted, pair].flatMap((each) => slideAgainst(rows, each, broken) ?? []);
        if (slide) return { ...slide, twin: twin.label };
      }
    }
  }
  return undefined;
}

function countIn(rows: readonly SideRow[], { index }: Column): number {
  return rows.filter((entry) => !isNothing(termIn(entry, index))).length;
}

/** The figures of a twin that explain, each alone, something that fails beside the column. */
function doubtedIn({ column, twin }: Pair, mustHold: readonly Evaluation[]): Candidate[] {
  const apart = mustHold.filter(
    (each) => each.standing === 'broken' && cellsOf(each).every((cell) => cell.column !== column),
  );
  if (apart.length === 0) return [];
  const causes = findCauses(apart, tiesWithin(indexByCell(mustHold), false));
  const candidates = causes.flatMap((cause) => cause.culprit ?? cause.candidates);
  return candidates.filter(({ cell }) => cell.column === twin);
}

/**
 * The figures of a column that stand a row too high or too low as its twin has them. They left a blank behind, which
 * tells which of the two columns slid; everywhere else the two agree.
 *
 * @param rows the rows that both have, in their order
 */
function slideAgainst(
  rows: readonly SideRow[],
  pair: Pair,
  broken: readonly Evaluation[],
): Slide | undefined {
  const { column } = pair;
  const first = beginningOf(rows, pair);
  const from = rows[first];
  if (!from) return undefined;
  const direction = termIn(from, column) ? 'up' : 'down';
  const end = endOf(rows, first, pair, direction);
  const run = rows.slice(first, end);
  if (end === undefined || run.length < MIN_ROWS) return undefined;
  const rest = [...rows.slice(0, first), ...rows.slice(end)];
  if (!rest.every((entry) => isAlikeIn(entry, pair) || isDoubted(entry, pair))) return undefined;
  const valuesOf = (entries: readonly SideRow[]) =>
    new Set(
      entries
        .flatMap((entry) => termIn(entry, column)?.amount.value.toString() ?? [])
        .filter((value) => value !== '0'),
    ).size;
  const moved = valuesOf(run) - (run.some((entry) => isDoubted(entry, pair)) ? 1 : 0);
  const shown = moved >= MIN_MOVED_ALONE || (moved >= MIN_MOVED && valuesOf(rest) >= MIN_AGREEING);
  return shown ? slideOf(run, pair, direction, broken) : undefined;
}

/** The first row in which the two differ, but for one in which the twin's own figure is wrong and the slide begins below. */
function beginningOf(rows: readonly SideRow[], pair: Pair): number {
  const first = rows.findIndex((entry) => !isAlikeIn(entry, pair));
  const [entry, next] = [rows[first], rows[first + 1]];
  return entry && isDoubted(entry, pair) && next && !isAlikeIn(next, pair) ? first + 1 : first;
}

function slideOf(
  run: readonly SideRow[],
  { column, twin, doubted }: Pair,
  direction: Slide['direction'],
  broken: readonly Evaluation[],
): Slide | undefined {
  const step = direction === 'up' ? -1 : 1;
  const moves = run.flatMap((entry, index): Move[] => {
    const cell = entry.row.cells[column];
    const source = run[index + step];
    const amount = source && termIn(source, column);
    return cell ? [{ cell, label: entry.label, ...(amount && { source: amount }) }] : [];
  });
  const free = direction === 'up' ? run[0] : run.at(-1);
  const [cell, printed] = [free && termIn(free, column), free && termIn(free, twin)];
  const [top, bottom] = [run[0], run.at(-1)];
  if (moves.length < run.length || !cell || !printed || !top || !bottom) return undefined;
  const { amount } = printed;
  const lost: Candidate = {
    cell,
    value: printed === doubted?.cell ? doubted.value : amount.value,
    sure: amount.decimals <= cell.amount.decimals && !isSuspect(printed, column, broken),
    confirmed: true,
  };
  const cells = new Set(moves.map((move) => move.cell));
  const explained = broken.filter((evaluation) => cellsOf(evaluation).some((each) => cells.has(each)));
  return { direction, moves, broken: explained, lost, rows: [top.label, bottom.label] };
}

/** Whether the twin's own figure fails in sums that the slid column has no part in. */
function isSuspect(cell: AmountCell, column: number, broken: readonly Evaluation[]): boolean {
  return broken.some((evaluation) => {
    const cells = cellsOf(evaluation);
    return cells.includes(cell) && cells.every((each) => each.column !== column);
  });
}

/** Where the run that begins at a row ends, behind its last row; undefined where it is no slide. */
function endOf(
  rows: readonly SideRow[],
  first: number,
  { column, twin, doubted }: Pair,
  direction: Slide['direction'],
): number | undefined {
  const agrees = (cell: AmountCell | undefined, printed: AmountCell | undefined) =>
    isSame(cell, printed) || (cell !== undefined && printed !== undefined && printed === doubted?.cell);
  for (let index = first; index < rows.length; index++) {
    const [entry, next] = [rows[index], rows[index + 1]];
    const [cell, printed] = [entry && termIn(entry, column), entry && termIn(entry, twin)];
    if (!entry || !printed) return undefined;
    if (direction === 'up') {
      if (!cell) return index + 1;
      if (!agrees(cell, next && termIn(next, twin))) return undefined;
    } else {
      // The last figure that slid down took the place of the one that is lost.
      const below = next && termIn(next, column);
      if (index > first && !agrees(below, printed)) return index + 1;
      if (index === first && (cell || !agrees(below, printed))) return undefined;
    }
  }
  return undefined;
}

function termIn({ row }: SideRow, column: number): AmountCell | undefined {
  const cell = row.cells[column];
  return isTerm(cell) ? cell : undefined;
}

/** Whether both columns print the same in a row, or neither prints anything. */
function isAlikeIn(entry: SideRow, pair: Pair): boolean {
  const [cell, twin] = [termIn(entry, pair.column), termIn(entry, pair.twin)];
  return cell && twin ? isSame(cell, twin) : isNothing(cell) && isNothing(twin);
}

function isDoubted(entry: SideRow, { twin, doubted }: Pair): boolean {
  return doubted !== undefined && termIn(entry, twin) === doubted.cell;
}

function isNothing(cell: AmountCell | undefined): boolean {
  return cell === undefined || cell.amount.value.isZero();
}

function isSame(cell: AmountCell | undefined, twin: AmountCell | undefined): boolean {
  const value: Decimal | undefined = twin?.amount.value;
  return isAmountCell(cell) && value !== undefined && cell.amount.value.eq(value);
}
