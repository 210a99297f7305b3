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
import { type Amount, isNotReported } from '../text/amount.ts';
import { Money } from '../text/money.ts';
import { candidateAt, tiesWithin } from './candidates.ts';
import { indexByCell } from './culprits.ts';
import { cellsOf, type Evaluation } from './relation.ts';
import type { Move, Slide } from './slides.ts';

/** Evaluates the relations of a table that might be. */
export type Relate = (table: Table) => readonly Evaluation[];

/** A slide with the relations of the table in which it is undone. */
export interface Undone {
  readonly slide: Slide;
  readonly evaluations: readonly Evaluation[];
  /** The figures in the cells where they belong, each with the cell as the table prints it. */
  readonly places: ReadonlyMap<AmountCell, Cell>;
  /** The cell of the lost figure, which holds nothing. */
  readonly hole: AmountCell;
}

/**
 * The slide of a stretch of rows, if with their figures moved back nothing fails in their cells but what the lost figure
 * has a part in.
 *
 * @param broken what fails as the table stands; what speaks of the cells is explained then
 * @param placing whether rows out of their columns are taken to stand in them: the caller sees to what bears that out
 * @param open whether sums that need not hold may fail in other cells than that of the lost figure
 */
export function slideOf(
  table: Table,
  column: number,
  rows: readonly SideRow[],
  direction: Slide['direction'],
  broken: readonly Evaluation[],
  relate: Relate,
  { placing, open }: { readonly placing: boolean; readonly open?: boolean } = { placing: false },
): Undone | undefined {
  const moves = movesOf(rows, column, direction);
  const free = moves?.find(({ source }) => !source);
  if (!moves || !free) return undefined;
  const nothing = nothingIn(table, column);
  const placed = new Map(moves.map((move) => [move.cell, filled(move, moves, nothing)]));
  const evaluations = relate(withCells(table, column, placed, placing));
  const renewed = new Set(placed.values());
  const failing = evaluations.filter(
    (evaluation) => evaluation.standing === 'broken' && cellsOf(evaluation).some((cell) => renewed.has(cell)),
  );
  const hole = placed.get(free.cell);
  const still = open ? failing.filter((each) => !each.open) : failing;
  if (!hole || still.length === 0) return undefined;
  if (!still.every((evaluation) => cellsOf(evaluation).includes(hole))) return undefined;
  const counting = open ? evaluations.filter((each) => !each.open) : evaluations;
  const rounded = counting.some(({ standing }) => standing === 'rounding' || standing === 'coarse');
  const lost = candidateAt(hole, still, tiesWithin(indexByCell(counting), rounded));
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (!lost || !top || !bottom) return undefined;
  const places = new Map(
    [...placed].flatMap(([cell, other]) => (other && other !== hole ? [[other, cell] as const] : [])),
  );
  const explained = explainedBy(broken, evaluations, new Set(placed.keys()), renewed);
  const slide: Slide = { direction, moves, broken: explained, lost, rows: [top.label, bottom.label] };
  return { slide, evaluations, places, hole };
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
function keyOf({ rule, total: { cell } }: Evaluation['relation']): string {
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

/** The cell with the figure it should have; the free one with nothing, in the style of its neighbours. */
function filled(
  { cell, source }: Move,
  moves: readonly Move[],
  nothing: Amount['value'],
): AmountCell | undefined {
  if (source) return { ...cell, text: source.text, amount: source.amount };
  const model = moves.find((move) => move.source)?.source;
  return model && { ...cell, text: '0', amount: { ...model.amount, value: nothing } };
}

/** Nothing, in a column whose figures may be negative as little below zero as above it. */
function nothingIn({ rows }: Table, column: number): Amount['value'] {
  const mayBeNegative = rows.some(({ cells }) => {
    const cell = cells[column];
    return isAmountCell(cell) && cell.amount.value.isNegative();
  });
  return new Money(mayBeNegative ? -0 : 0);
}

function withCells(
  table: Table,
  column: number,
  placed: ReadonlyMap<Cell, AmountCell | undefined>,
  placing: boolean,
): Table {
  const renewed = new Map<Row, Row>();
  const amounts = table.sides.flatMap(({ amountColumns }) => amountColumns);
  const renew = (row: Row): Row => {
    const cell = row.cells[column];
    const other = cell && placed.get(cell);
    if (!other) return row;
    const made =
      renewed.get(row) ?? boundAnew({ ...row, cells: row.cells.with(column, other) }, amounts, placing);
    renewed.set(row, made);
    return made;
  };
  return {
    ...table,
    rows: table.rows.map(renew),
    sides: table.sides.map((side) => ({
      ...side,
      rows: side.rows.map((entry) => {
        const row = renew(entry.row);
        return row === entry.row ? entry : { ...entry, row };
      }),
    })),
  };
}

/**
 * A row that was not bound because its total was blank is bound once the slide has given it back; where it may be placed, one
 * whose figures a longer one pushed aside as well.
 */
function boundAnew(row: Row, amountColumns: readonly Column[], placing: boolean): Row {
  const isInPlace = amountColumns.every(({ index }) => {
    const cell = row.cells[index];
    return cell === undefined || cell.text === '' || isAmountCell(cell) || isNotReported(cell.text);
  });
  if (!isInPlace || (row.unplaced && !placing)) return row;
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
