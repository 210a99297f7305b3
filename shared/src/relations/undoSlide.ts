import {
  type AmountCell,
  type Cell,
  type Column,
  isAmountCell,
  type Row,
  type Side,
  type SideRow,
  type Table,
} from '../disclosure/table.ts';
import { isNotReported } from '../text/amount.ts';
import { Money } from '../text/money.ts';
import { candidateAt, tiesWithin } from './candidates.ts';
import { indexByCell } from './culprits.ts';
import { cellsOf, type Evaluation } from './relation.ts';
import type { Move, Slide } from './slides.ts';

/** Evaluates the relations of a table that might be. */
export type Relate = (table: Table) => {
  readonly evaluations: readonly Evaluation[];
  /** What need not hold, and does not. */
  readonly doubtful: readonly Evaluation[];
};

/** A slide with the relations of the table in which it is undone. */
export interface Undone {
  readonly slide: Slide;
  readonly evaluations: readonly Evaluation[];
  /** The figures in the cells where they belong. */
  readonly moved: ReadonlySet<AmountCell>;
  /** The cell of the lost figure, which holds nothing. */
  readonly hole: AmountCell;
  /** How many sums of the figures that moved hold now and did not before. */
  readonly mended: number;
}

/**
 * The slide of a stretch of rows, if with their figures moved back nothing fails in their cells but what the lost figure
 * has a part in. What need not hold may fail if it failed before.
 *
 * @param before relations of the table as it stands: those that fail and speak of the cells are explained then
 */
export function slideOf(
  table: Table,
  column: number,
  rows: readonly SideRow[],
  direction: Slide['direction'],
  before: readonly Evaluation[],
  relate: Relate,
): Undone | undefined {
  const moves = movesOf(rows, column, direction);
  const free = moves?.find(({ source }) => !source);
  if (!moves || !free) return undefined;
  const placed = new Map(moves.map((move) => [move.cell, filled(move, moves)]));
  const { evaluations, doubtful } = relate(withCells(table, column, placed));
  const renewed = new Set(placed.values());
  const touches = (evaluation: Evaluation) => cellsOf(evaluation).some((cell) => renewed.has(cell));
  const failing = evaluations.filter((each) => each.standing === 'broken' && touches(each));
  const broken = before.filter(({ standing }) => standing === 'broken');
  const known = new Set(broken.map(({ relation }) => keyOf(relation)));
  const open = doubtful.filter((each) => touches(each) && !known.has(keyOf(each.relation)));
  const hole = placed.get(free.cell);
  if (!hole || !areBorneOut(rows, column, placed, evaluations)) return undefined;
  const still = failing.length > 0 ? failing : doubtful.filter((each) => cellsOf(each).includes(hole));
  if (still.length === 0 || ![...still, ...open].every((each) => cellsOf(each).includes(hole)))
    return undefined;
  const lost = candidateAt(hole, still, tiesWithin(indexByCell([...evaluations, ...still]), false));
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (!lost || !top || !bottom) return undefined;
  const moved = [...placed.values()].flatMap((cell) => cell ?? []);
  const explained = explainedBy(broken, evaluations, new Set(placed.keys()), renewed);
  // Of figures that may as well belong to another column, either may have slid.
  const isOpen = evaluations.some((each) => touches(each) && cellsOf(each).some(({ unplaced }) => unplaced));
  const slide: Slide = {
    ...{ direction, moves, broken: explained, rows: [top.label, bottom.label] },
    lost: { ...lost, sure: lost.sure && !isOpen },
  };
  const holding = new Set(
    before.filter(({ standing }) => standing !== 'broken').map(({ relation }) => keyOf(relation)),
  );
  const mended = evaluations.filter(
    (each) => each.standing !== 'broken' && touches(each) && !holding.has(keyOf(each.relation)),
  ).length;
  return { slide, evaluations, hole, mended, moved: new Set(moved.filter((cell) => cell !== hole)) };
}

/**
 * Whether a sum across bears out each row that was put into the columns for the slide alone: the places of its cells did
 * not tell them.
 */
function areBorneOut(
  rows: readonly SideRow[],
  column: number,
  placed: ReadonlyMap<Cell, AmountCell | undefined>,
  evaluations: readonly Evaluation[],
): boolean {
  return rows.every(({ row }) => {
    const cell = row.cells[column];
    const renewed = row.unplaced && cell && placed.get(cell);
    return !renewed || evaluations.some((evaluation) => goesAcross(evaluation, renewed));
  });
}

function goesAcross(evaluation: Evaluation, cell: AmountCell): boolean {
  const cells = cellsOf(evaluation);
  return cells.includes(cell) && cells.some(({ column }) => column !== cell.column);
}

/**
 * What failed in the cells of a slide, and the sums that lacked the figure that belongs into the blank it left: with the
 * figures moved back the same total is summed with one of them.
 */
function explainedBy(
  broken: readonly Evaluation[],
  undone: readonly Evaluation[],
  slid: ReadonlySet<Cell>,
  renewed: ReadonlySet<AmountCell | undefined>,
): Evaluation[] {
  const completed = new Set(
    undone
      .filter(({ relation }) => relation.parts.some(({ cell }) => renewed.has(cell)))
      .map(({ relation }) => keyOf(relation)),
  );
  return broken.filter(
    (evaluation) =>
      cellsOf(evaluation).some((cell) => slid.has(cell)) || completed.has(keyOf(evaluation.relation)),
  );
}

/** A sum by its kind and the place of its total, whatever figure stands there. */
export function keyOf({ rule, total: { cell } }: Evaluation['relation']): string {
  return `${rule} ${cell.span.line} ${cell.span.start}`;
}

/** What slid up is moved down again, so that the topmost cell is free; the reverse for what slid down. */
function movesOf(
  rows: readonly SideRow[],
  column: number,
  direction: Slide['direction'],
): readonly Move[] | undefined {
  const cells = rows.map(({ row }) => row.cells[column]);
  const step = direction === 'up' ? -1 : 1;
  const moves: Move[] = [];
  for (const [index, cell] of cells.entries()) {
    const source = cells[index + step];
    const isEnd = index + step < 0 || index + step >= cells.length;
    if (!cell || (!isEnd && !isAmountCell(source))) return undefined;
    const label = rows[index]?.label ?? '';
    moves.push({ cell, label, ...(!isEnd && isAmountCell(source) && { source }) });
  }
  return moves;
}

/**
 * The cell with the figure it should have; the free one with nothing, in the style of its neighbours: as little below zero as
 * above it where these may be negative.
 */
function filled({ cell, source }: Move, moves: readonly Move[]): AmountCell | undefined {
  if (source) return { ...cell, text: source.text, amount: source.amount };
  const sources = moves.flatMap((move) => move.source ?? []);
  const nothing = new Money(sources.some(({ amount }) => amount.value.isNegative()) ? -0 : 0);
  const [model] = sources;
  return model && { ...cell, text: '0', amount: { ...model.amount, value: nothing } };
}

function withCells(table: Table, column: number, placed: ReadonlyMap<Cell, AmountCell | undefined>): Table {
  const renewed = new Map<Row, Row>();
  const amounts = table.sides.flatMap(({ amountColumns }) => amountColumns);
  const renew = (row: Row): Row => {
    const cell = row.cells[column];
    const other = cell && placed.get(cell);
    if (!other) return row;
    const made = renewed.get(row) ?? boundAnew({ ...row, cells: row.cells.with(column, other) }, amounts);
    renewed.set(row, made);
    return made;
  };
  return {
    ...table,
    rows: table.rows.map(renew),
    sides: table.sides.map((side) => ({
      ...side,
      rows: side.rows.map((entry) => ({ ...entry, row: renew(entry.row) })),
    })),
  };
}

/**
 * A row that was not bound because its total was blank is bound once the slide has given it back; one whose figures stand
 * aside because longer or shorter ones were pushed among them, as it stands.
 */
function boundAnew(row: Row, amountColumns: readonly Column[]): Row {
  const isInPlace = amountColumns.every(({ index }) => {
    const cell = row.cells[index];
    return cell === undefined || cell.text === '' || isAmountCell(cell) || isNotReported(cell.text);
  });
  if (!isInPlace) return row;
  const { unplaced: _, ...placed } = row;
  return { ...placed, bound: true };
}

/** The rows of a block that say or print something: over the others a figure slides with the next. */
export function rowsThatPrint({ rows, amountColumns }: Side): readonly SideRow[] {
  return rows.filter(
    ({ row, label }) =>
      label !== '' || amountColumns.some(({ index }) => (row.cells[index]?.text ?? '') !== ''),
  );
}
