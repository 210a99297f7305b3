import { type AmountCell, type Cell, isAmountCell, type Table } from '../disclosure/table.ts';
import { Money } from '../text/money.ts';
import { holds } from './interval.ts';
import { cellsOf, type Evaluation, type SumRelation, type Term } from './relation.ts';
import { roundingOf } from './scale.ts';
import type { Undone } from './undoSlide.ts';

/**
 * The sums that hold with the figures of a slide moved back, and fail with those printed in their places. The one that tells
 * the lost figure is none of them: it would hold with anything. What no such sum bears out is no slide, however much is silent
 * once the figures are moved: sums that the rows have to show are then only shown no longer.
 */
export function mendedBy({ evaluations, places, hole }: Undone, table: Table): Evaluation[] {
  const rounding = roundingOf(table);
  return evaluations.filter((evaluation) => {
    const { standing, relation } = evaluation;
    const cells = cellsOf(evaluation);
    return (
      standing !== 'broken' &&
      !relation.comparison &&
      !cells.includes(hole) &&
      cells.some((cell) => places.has(cell)) &&
      !holds(asPrinted(relation, places), rounding)
    );
  });
}

/** Whether it changes more than one cell: a slide of figures that are all the same is one wrong figure. */
export function changesSeveral({ slide: { moves, lost } }: Undone): boolean {
  const changed = moves.filter(({ cell, source }) => {
    const value = source?.amount.value ?? lost.value;
    return !isAmountCell(cell) || !cell.amount.value.eq(value);
  });
  return changed.length > 1;
}

/** A sum with the figures that the table prints, a blank counting nothing. */
function asPrinted(
  { total, parts, ...relation }: SumRelation,
  places: ReadonlyMap<AmountCell, Cell>,
): SumRelation {
  const printed = (term: Term): Term => {
    const cell = places.get(term.cell);
    if (!cell) return term;
    const { amount } = term.cell;
    return {
      ...term,
      cell: isAmountCell(cell) ? cell : { ...term.cell, amount: { ...amount, value: new Money(0) } },
    };
  };
  return { ...relation, total: printed(total), parts: parts.map(printed) };
}
