import { type AmountCell, isAmountCell, type Row, type Table } from '../disclosure/table.ts';
import { candidatesFor, tiesWithin } from './candidates.ts';
import { indexByCell } from './culprits.ts';
import { evaluate, sum } from './interval.ts';
import { cellsOf, type Evaluation, type SumRelation, type Term } from './relation.ts';
import { roundingOf } from './scale.ts';

/** Two neighbouring figures that stand in each other's place. */
export interface Swap {
  readonly cells: readonly [AmountCell, AmountCell];
  /** What the second is, as against the first: its column where they stand in one row, else its row. */
  readonly label: string;
  /** What both share: their row where they stand in one, else their column. */
  readonly place: string;
  /** The relations it breaks. */
  readonly broken: readonly Evaluation[];
  /** False where figures of these may stand in other columns: then others of the rows may have been exchanged. */
  readonly sure: boolean;
  /** Other pairs of which one may have been exchanged as well: it explains the same. */
  readonly rivals: readonly Swap[];
}

/** One sum that fails shows a difference, not where it comes from. */
const MIN_BROKEN = 2;

/**
 * The exchanges that explain what fails: with two neighbours exchanged every relation on them holds, several of
 * which fail as they stand, and no single figure explains those. Of two that explain the same neither is known.
 */
export function findSwaps(table: Table, evaluations: readonly Evaluation[]): Swap[] {
  const byCell = indexByCell(evaluations);
  const failing = new Set(evaluations.filter(({ standing }) => standing === 'broken').flatMap(cellsOf));
  if (failing.size === 0) return [];
  const swaps = table.rows.flatMap((row, index) =>
    neighboursIn(row, table.rows[index + 1]).flatMap(([cell, other]) =>
      failing.has(cell) && failing.has(other) ? (swapOf(table, [cell, other], byCell) ?? []) : [],
    ),
  );
  return swaps.flatMap((swap, index): Swap[] => {
    const rivals = swaps.filter(
      (other) => other !== swap && other.broken.some((each) => swap.broken.includes(each)),
    );
    if (rivals.length === 0) return [swap];
    const isFirst = rivals.every((other) => swaps.indexOf(other) > index);
    const alike = rivals.every((other) => explainsTheSame(other, swap));
    return isFirst && alike && rivals.length < MOST_RIVALS ? [{ ...swap, rivals }] : [];
  });
}

function explainsTheSame(a: Swap, b: Swap): boolean {
  return a.broken.length === b.broken.length && a.broken.every((each) => b.broken.includes(each));
}

/** Of more pairs than this nobody could tell which was exchanged. */
const MOST_RIVALS = 2;

type Neighbours = readonly [AmountCell, AmountCell];

/** Figures that follow each other in a row, and those that stand one below the other. */
function neighboursIn(row: Row, below: Row | undefined): Neighbours[] {
  const amounts = row.cells.filter(isAmountCell);
  const beside = amounts.flatMap((cell, index): Neighbours[] => {
    const next = amounts[index + 1];
    return next ? [[cell, next]] : [];
  });
  const under = amounts.flatMap((cell): Neighbours[] => {
    const next = below?.cells[cell.column];
    return isAmountCell(next) ? [[cell, next]] : [];
  });
  return [...beside, ...under];
}

/** The column of a cell where the other one stands in its row, else its row; and what the two share. */
function labelsOf(table: Table, [cell, other]: Neighbours): Pick<Swap, 'label' | 'place'> {
  const column = table.columns[other.column]?.label ?? '';
  const entries = table.sides.flatMap(({ rows }) => rows);
  const row = entries.find((entry) => entry.row.cells.includes(other))?.label ?? '';
  return cell.column === other.column ? { label: row, place: column } : { label: column, place: row };
}

function swapOf(
  table: Table,
  cells: Neighbours,
  byCell: ReadonlyMap<AmountCell, readonly Evaluation[]>,
): Swap | undefined {
  const [cell, other] = cells;
  if (cell.amount.value.eq(other.amount.value)) return undefined;
  // That the two should balance says the same either way round.
  const touched = [...new Set(cells.flatMap((each) => byCell.get(each) ?? []))].filter(
    (each) => each.relation.rule !== 'balance' || !cells.every((one) => cellsOf(each).includes(one)),
  );
  const broken = touched.filter(({ standing }) => standing === 'broken');
  const isBroken = (each: AmountCell) => broken.some((evaluation) => cellsOf(evaluation).includes(each));
  if (broken.length < MIN_BROKEN || !cells.every(isBroken)) return undefined;
  const rounding = roundingOf(table);
  const mends = touched.every(
    ({ relation }) => evaluate(exchanged(relation, cell, other), rounding).standing !== 'broken',
  );
  return mends && candidatesFor(broken, tiesWithin(byCell, false)).length === 0
    ? {
        cells,
        ...labelsOf(table, cells),
        broken,
        sure: !broken.flatMap(cellsOf).some(({ unplaced }) => unplaced),
        rivals: [],
      }
    : undefined;
}

/** Whether a relation that fails holds with figures exchanged that it speaks of, told by its own tolerance. */
export function isMendedBy({ cells: [cell, other] }: Swap, evaluation: Evaluation): boolean {
  const relation = exchanged(evaluation.relation, cell, other);
  const { total, parts } = relation;
  const excess = sum(parts).minus(total.cell.amount.value);
  const isPart = relation.comparison === 'at-least' && excess.isNegative();
  return isPart || excess.abs().lte(evaluation.slack);
}

function exchanged(relation: SumRelation, cell: AmountCell, other: AmountCell): SumRelation {
  const exchange = (term: Term): Term => {
    if (term.cell !== cell && term.cell !== other) return term;
    const { amount, text } = term.cell === cell ? other : cell;
    return { ...term, cell: { ...term.cell, amount, text } };
  };
  return { ...relation, total: exchange(relation.total), parts: relation.parts.map(exchange) };
}
