import { type AmountCell, type Cell, isAmountCell, type SideRow, type Table } from '../disclosure/table.ts';
import { minOf } from '../text/lists.ts';
import type { Candidate } from './candidates.ts';
import { requiredValue } from './interval.ts';
import { cellsOf, type Evaluation } from './relation.ts';
import { mayBeTold, mendedBy } from './slideWitnesses.ts';
import { type Relate, slideOf, type Undone } from './undoSlide.ts';

/** Figures of a column that stand a row too high or too low; the one at the end was overwritten. */
export interface Slide {
  readonly direction: 'up' | 'down';
  /** Where the figures have to stand again, from the top down. */
  readonly moves: readonly Move[];
  /** The relations it breaks. */
  readonly broken: readonly Evaluation[];
  /** The figure that was lost, in the cell it has to stand in; its value is what the sums leave for it. */
  readonly lost: Candidate;
  /** Labels of the first and the last row. */
  readonly rows: readonly [first: string, last: string];
  /** What shows it, where the sums do not: a column that repeats this one, by its name. */
  readonly twin?: string;
  /** Set where fewer figures may have moved: the sums do not tell how far it reaches. */
  readonly atMost?: true;
  /** The row that one of the figures belongs into and that is printed without a place for it: its others may be misplaced. */
  readonly beyond?: SideRow;
}

/** A cell and the figure that belongs there: that of another cell, or the lost one. */
export interface Move {
  readonly cell: Cell;
  readonly label: string;
  readonly source?: AmountCell;
}

/** Fewer rows that fail are single mistakes. */
const MIN_ROWS = 2;
/** A sum that holds only with the figures moved back. */
const MIN_MENDED = 1;
/** A column that slid as a whole, or that far, was misread rather than mistyped. */
const MAX_ROWS = 12;

/**
 * The slide that explains what fails in a table: with a few figures of one column moved back by a row, and one
 * of their cells free, everything holds. Only rows whose own sums fail show where a slide begins and ends.
 */
export function findSlide(
  table: Table,
  evaluations: readonly Evaluation[],
  relate: Relate,
): Slide | undefined {
  const broken = evaluations.filter(({ standing }) => standing === 'broken');
  const shifted = shiftedColumns(table, broken);
  const columns = broken.length > MIN_ROWS ? new Set([...columnsIn(broken), ...shifted]) : shifted;
  const slides = [...columns].flatMap((column) => slidesIn(table, column, evaluations, relate));
  // What slides leaves a blank behind; without one it was overwritten, or another column slid the other way.
  const vacating = slides.filter(leavesBlank);
  const likely = vacating.length > 0 ? vacating : slides;
  const shortest = minOf(likely, ({ moves }) => moves.length);
  const [slide, second] = likely.filter(({ moves }) => moves.length === shortest);
  if (!slide || second) return undefined;
  // Where no blank is left, more may have slid than is seen: to move these would write over a figure.
  return { ...slide, lost: { ...slide.lost, sure: slide.lost.sure && leavesBlank(slide) } };
}

function leavesBlank({ moves, direction }: Slide): boolean {
  return moves.at(direction === 'up' ? -1 : 0)?.cell.text === '';
}

/**
 * Columns in which several rows need the very figure that stands a row above, or several the one a row below; or one
 * row does, in a run that left a blank behind. Where nothing sums a column, only this shows a slide.
 */
export function shiftedColumns(table: Table, broken: readonly Evaluation[]): ReadonlySet<number> {
  if (broken.length < MIN_ROWS) return new Set();
  const rowOf = new Map(table.rows.flatMap((row, index) => row.cells.map((cell) => [cell, index] as const)));
  const counts = new Map<string, number>();
  const columns = new Set<number>();
  for (const evaluation of broken) {
    if (evaluation.relation.rule !== 'row-sum') continue;
    for (const cell of cellsOf(evaluation)) {
      const { column } = cell;
      const at = rowOf.get(cell) ?? -1;
      const needed = requiredValue(evaluation, cell);
      for (const step of needed.isZero() || at === -1 ? [] : [-1, 1]) {
        const neighbour = table.rows[at + step]?.cells[column];
        if (!isAmountCell(neighbour) || !neighbour.amount.value.eq(needed)) continue;
        const key = `${step} ${column}`;
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        if (count >= MIN_ROWS || leavesBlankBehind(table, column, at, step)) columns.add(column);
      }
    }
  }
  return columns;
}

/** Whether the run of figures that stand a row off ends, on the side they came from, in a blank. */
function leavesBlankBehind({ rows }: Table, column: number, at: number, step: number): boolean {
  for (let index = at; Math.abs(index - at) < MAX_ROWS; index -= step) {
    const cell = rows[index]?.cells[column];
    if (!isAmountCell(cell)) return cell?.text === '';
  }
  return false;
}

/** Columns in which a sum over rows fails. */
function columnsIn(broken: readonly Evaluation[]): number[] {
  const vertical = broken.filter(({ relation: { total, parts } }) =>
    parts.every(({ cell }) => cell.column === total.cell.column),
  );
  return [...new Set(vertical.map(({ relation }) => relation.total.cell.column))];
}

function slidesIn(table: Table, column: number, evaluations: readonly Evaluation[], relate: Relate): Slide[] {
  const broken = evaluations.filter(({ standing }) => standing === 'broken');
  const side = table.sides.find(({ amountColumns }) => amountColumns.some(({ index }) => index === column));
  if (!side) return [];
  const failing = failingRows(side.rows, column, broken);
  const [first, last] = [failing[0], failing.at(-1)];
  if (first === undefined || last === undefined || failing.length < MIN_ROWS) return [];
  return [first - 1, first].flatMap((from) =>
    [last, last + 1].flatMap((to) => {
      const rows = side.rows.slice(Math.max(0, from), to + 1);
      if (from < 0 || to >= side.rows.length || rows.length > MAX_ROWS) return [];
      return (['up', 'down'] as const).flatMap((direction) => {
        const undone = slideOf(table, column, rows, direction, broken, relate);
        const isTold =
          undone &&
          explainsAll(undone) &&
          mendedBy(undone, table).length >= MIN_MENDED &&
          mayBeTold(undone, rows, table, evaluations);
        return isTold ? undone.slide : [];
      });
    }),
  );
}

/** Whether with the figures moved back nothing fails anywhere but what the lost figure has a part in. */
function explainsAll({ evaluations, hole }: Undone): boolean {
  return evaluations.every(
    (evaluation) => evaluation.standing !== 'broken' || cellsOf(evaluation).includes(hole),
  );
}

/** Rows with a sum of their own that fails and takes in the column, by their place in the block. */
function failingRows(rows: readonly SideRow[], column: number, broken: readonly Evaluation[]): number[] {
  const cells = new Set(
    broken
      .filter(({ relation }) => relation.rule === 'row-sum')
      .flatMap(({ relation: { total, parts } }) => [total, ...parts].map(({ cell }) => cell))
      .filter((cell) => cell.column === column),
  );
  return rows.flatMap(({ row }, index) => {
    const cell = row.cells[column];
    return isAmountCell(cell) && cells.has(cell) ? index : [];
  });
}
