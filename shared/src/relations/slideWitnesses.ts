import { type AmountCell, type Cell, isAmountCell, type SideRow, type Table } from '../disclosure/table.ts';
import { Money } from '../text/money.ts';
import { candidatesFor, tiesWithin } from './candidates.ts';
import { indexByCell } from './culprits.ts';
import { evaluate, holds, intersect, requiredInterval } from './interval.ts';
import { cellsOf, type Evaluation, type SumRelation, type Term } from './relation.ts';
import { roundingOf } from './scale.ts';
import type { Slide } from './slides.ts';
import { isLong } from './slips.ts';
import type { Undone } from './undoSlide.ts';

/** So many digits in one figure, or this many in several short ones, do not agree by chance. */
const MIN_DIGITS_OF_ONE = 4;
const MIN_DIGITS = 6;
/** So many rows of different long figures: no wrong figure, and no two of them, are those of the next row each by chance. */
const MIN_LONG_ROWS = 2;
/** So many of short ones; fewer where a row besides is printed without the figure that stands in the next. */
const MIN_SHORT_ROWS = 3;

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

/** The figures that stand in sums across which hold with them moved back, and did not before. */
export function shownByRows(undone: Undone, table: Table): ReadonlySet<AmountCell> {
  const sums = mendedBy(undone, table).filter(({ relation }) => relation.rule === 'row-sum');
  return new Set(sums.flatMap(cellsOf).filter((cell) => undone.places.has(cell)));
}

/**
 * What must hold of every slide that sums show, however many of them hold once its figures are moved back: it changes more than
 * one cell, its figures have places that are known, its column and rows that agreed do so then, and it is likelier than one
 * wrong figure.
 *
 * @param rows those of the slide, from the top down
 * @param evaluations all relations of the table as it stands, certain or not
 */
export function mayBeTold(
  undone: Undone,
  rows: readonly SideRow[],
  table: Table,
  evaluations: readonly Evaluation[],
): boolean {
  return (
    changesSeveral(undone) &&
    areInPlace(rows, undone, table) &&
    explainsColumn(undone) &&
    keepsRows(undone, evaluations) &&
    isLikelierThanSlip(
      undone.slide,
      evaluations.filter(({ open }) => !open),
    )
  );
}

/** Whether it changes more than one cell: a slide of figures that are all the same is one wrong figure. */
function changesSeveral({ slide: { moves, lost } }: Undone): boolean {
  const changed = moves.filter(({ cell, source }) => {
    const value = source?.amount.value ?? lost.value;
    return !isAmountCell(cell) || !cell.amount.value.eq(value);
  });
  return changed.length > 1;
}

/** Whether each moved figure has a place that is known, or that a sum bears out: a row out of its columns may be misread. */
function areInPlace(rows: readonly SideRow[], undone: Undone, table: Table): boolean {
  if (rows.every(({ row }) => !row.unplaced)) return true;
  const shown = new Set(
    mendedBy(undone, table)
      .flatMap(cellsOf)
      .map((cell) => undone.places.get(cell)),
  );
  return undone.slide.moves.every(
    ({ cell, source }, index) => !source || !rows[index]?.row.unplaced || shown.has(cell),
  );
}

/** What must hold and fails with the figures moved back, beside what the lost figure has a part in. */
export function leftBy({ evaluations, hole }: Undone): Evaluation[] {
  return evaluations.filter(
    (each) => each.standing === 'broken' && !each.open && !cellsOf(each).includes(hole),
  );
}

/** Whether nothing is left that fails down its column: else more slid than this, or the column was misread. */
function explainsColumn(undone: Undone): boolean {
  const { column } = undone.hole;
  return !leftBy(undone).some((each) => cellsOf(each).every((cell) => cell.column === column));
}

/** Whether each total of a row that agrees as printed does so with the figures moved back. */
function keepsRows({ evaluations, hole }: Undone, printed: readonly Evaluation[]): boolean {
  const agreeing = (among: readonly Evaluation[]) =>
    new Set(
      among
        .filter(({ standing }) => standing !== 'broken')
        .filter(isAcross)
        .map(placeOfTotal),
    );
  const [before, after] = [agreeing(printed), agreeing(evaluations)];
  return evaluations
    .filter((each) => isAcross(each) && each.standing === 'broken' && !cellsOf(each).includes(hole))
    .every((each) => !before.has(placeOfTotal(each)) || after.has(placeOfTotal(each)));
}

function isAcross({ relation }: Evaluation): boolean {
  return relation.rule === 'row-sum';
}

function placeOfTotal({ relation }: Evaluation): string {
  const { line, start } = relation.total.cell.span;
  return `${line} ${start}`;
}

/**
 * Whether a slide explains some of what must hold and fails, if anything does, and no one figure that is a slip away from what
 * is printed explains as much. What explains nothing is a row that was not read as it stands.
 */
function isLikelierThanSlip({ broken }: Slide, mustHold: readonly Evaluation[]): boolean {
  const isShown = mustHold.every(({ standing }) => standing !== 'broken') || broken.some(({ open }) => !open);
  const explained = broken.filter(({ open, relation }) => !open || relation.rule === 'row-sum');
  const ties = tiesWithin(indexByCell(mustHold), false);
  return isShown && !candidatesFor(explained, ties).some(({ slip }) => slip);
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

/**
 * How many digits of how many figures agree, with the figures moved back, in sums that hold then and would not with those
 * printed in their places, beyond the sum that tells the lost figure. Of sums that the lost figure has a part in these are the
 * ones that ask for the same as the first, and for another with the figures as printed. None where they may agree by chance.
 */
export function evidenceFor(undone: Undone, table: Table): number {
  const { evaluations, places, hole, slide } = undone;
  const rounding = roundingOf(table);
  const mended = mendedBy(undone, table).flatMap((evaluation) => {
    const moved = cellsOf(evaluation).filter((cell) => places.has(cell));
    return moved.toSorted((a, b) => tellingDigits(b) - tellingDigits(a)).slice(0, 1);
  });
  const [first, ...others] = evaluations
    .filter((each) => !each.open && !each.relation.comparison && cellsOf(each).includes(hole))
    .map(({ relation }) => requiredInterval(evaluate(asPrinted(relation, places), rounding), hole));
  const agree = first !== undefined && others.some((other) => !intersect(first, other));
  const lost = { ...hole, amount: { ...hole.amount, value: slide.lost.value } };
  return weightOf(agree ? [...mended, lost] : mended);
}

/**
 * How many digits of figures agree that rows show one by one; none where they may agree by chance.
 *
 * @param lacksPlace whether one of the rows is printed without the figure that belongs into it
 */
export function weightOfRows(figures: readonly AmountCell[], lacksPlace: boolean): number {
  const valuesOf = (cells: readonly AmountCell[]) =>
    new Set(cells.map(({ amount }) => amount.value.toString())).size;
  const long = figures.filter(({ amount }) => isLong(amount.value, amount.decimals));
  const fewest = lacksPlace ? MIN_SHORT_ROWS - 1 : MIN_SHORT_ROWS;
  return valuesOf(long) >= MIN_LONG_ROWS || valuesOf(figures) >= fewest ? weightOf(figures) : 0;
}

/** The digits of different figures together; none where they may agree by chance. */
function weightOf(figures: readonly AmountCell[]): number {
  const digits = [
    ...new Map(figures.map((cell) => [cell.amount.value.toString(), tellingDigits(cell)])).values(),
  ];
  const all = digits.reduce((sum, each) => sum + each, 0);
  return all >= MIN_DIGITS || digits.some((each) => each >= MIN_DIGITS_OF_ONE) ? all : 0;
}

/** Of a short figure only the digits in front of its last noughts tell it from others. */
function tellingDigits({ amount: { value, decimals } }: AmountCell): number {
  return isLong(value, decimals) ? value.e + 1 + decimals : value.sd();
}
