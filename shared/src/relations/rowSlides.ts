import { type AmountCell, type Cell, isAmountCell, type SideRow, type Table } from '../disclosure/table.ts';
import { holds } from './interval.ts';
import { cellsOf, type Evaluation, type SumRelation, type Term } from './relation.ts';
import { fitsAcross } from './rowFits.ts';
import { roundingOf } from './scale.ts';
import type { Slide } from './slides.ts';
import { isLong } from './slips.ts';
import { isTerm } from './terms.ts';
import { type Relate, rowsThatPrint, slideOf, type Undone } from './undoSlide.ts';

/** The figures that moved, and the blank that they left behind. */
const MIN_ROWS = 3;
const MAX_ROWS = 12;
/** So many rows of different long figures: no wrong figure, and no two of them, are those of the next row each by chance. */
const MIN_WITNESSES = 2;

/**
 * A slide that rows show one by one, each of whose sums holds with the very figure of the row above or below and not with its
 * own. Where a table is small the slide hides these sums, for they are learned from the rows; where rows are printed without
 * their blanks, the row in which the blank was left has no place for its figure.
 *
 * @param evaluations all relations of the table as it stands: rows whose sums hold have their own figures
 */
export function slideShownByRows(
  table: Table,
  evaluations: readonly Evaluation[],
  relate: Relate,
): Slide | undefined {
  const settled = new Set(
    evaluations
      .filter(({ standing, relation }) => standing !== 'broken' && relation.rule === 'row-sum')
      .flatMap(cellsOf),
  );
  const found = table.sides.flatMap((side) => {
    const rows = rowsThatPrint(side);
    return side.amountColumns.flatMap(({ index, kind }) =>
      kind === 'amount' || kind === 'of-which'
        ? ([-1, 1] as const).flatMap((step) =>
            runsIn({ table, rows, columns: side.amountColumns, column: index, step, settled }).flatMap(
              (run) => proven(table, index, run, evaluations, relate) ?? [],
            ),
          )
        : [],
    );
  });
  const most = Math.max(...found.map(({ witnesses }) => witnesses));
  const [best, second] = found.filter(({ witnesses }) => witnesses === most);
  return second ? undefined : best?.slide;
}

interface Place {
  readonly table: Table;
  readonly rows: readonly SideRow[];
  readonly columns: Table['sides'][number]['amountColumns'];
  readonly column: number;
  /** Where the figures came from, seen from the rows they belong into: a row above, or one below. */
  readonly step: -1 | 1;
  /** The figures that stand in sums across which hold. */
  readonly settled: ReadonlySet<AmountCell>;
}

/** Rows of a slide from the top down, the blank among them, and whether that has a place for its figure. */
interface Run {
  readonly rows: readonly SideRow[];
  readonly direction: Slide['direction'];
  readonly blank: SideRow;
}

/** The runs of figures that end in a blank, of which several rows ask for the figure of the next. */
function runsIn(place: Place): Run[] {
  const { rows, column, step } = place;
  return rows.flatMap((entry, blank) => {
    if (entry.label === '' || !isLeftBlank(entry, column)) return [];
    const shown = new Set<string>();
    let last = blank;
    for (let count = 1; count < MAX_ROWS; count++) {
      const [at, from] = [rows[blank + (count - 1) * step], rows[blank + count * step]];
      const source = figureIn(from, place);
      if (!at || !source) break;
      if (!asksFor(at, source, place)) continue;
      shown.add(source.amount.value.toString());
      last = blank + count * step;
    }
    const run = step === -1 ? rows.slice(last, blank + 1) : rows.slice(blank, last + 1);
    if (run.length < MIN_ROWS || shown.size === 0) return [];
    return [{ rows: run, direction: step === -1 ? ('up' as const) : ('down' as const), blank: entry }];
  });
}

function isLeftBlank({ row }: SideRow, column: number): boolean {
  const cell = row.cells[column];
  return cell === undefined || cell.text === '' || !row.bound;
}

/** The figure of a row that may have moved: one that no sum across bears out. */
function figureIn(entry: SideRow | undefined, { column, settled }: Place): AmountCell | undefined {
  const cell = entry?.row.cells[column];
  return isTerm(cell) && !cell.unplaced && !cell.amount.value.isZero() && !settled.has(cell) ? cell : undefined;
}

/** Whether the figures of a row hang together with the figure of the next row, and not with its own. */
function asksFor(entry: SideRow, source: AmountCell, { table, columns, column }: Place): boolean {
  const own = entry.row.cells[column];
  if (isAmountCell(own) && own.amount.value.eq(source.amount.value)) return false;
  const others = columns.map(({ index }) => {
    const cell = entry.row.cells[index];
    return index !== column && isTerm(cell) ? cell.amount.value : undefined;
  });
  const at = columns.findIndex(({ index }) => index === column);
  const { decimals } = roundingOf(table);
  const fits = (cell: AmountCell) => fitsAcross(others.with(at, cell.amount.value), at, decimals);
  return fits(source) && !(isTerm(own) && fits(own));
}

interface Proven {
  readonly slide: Slide;
  readonly witnesses: number;
}

/** The slide of a run, if enough rows bear it out and nothing speaks against it. */
function proven(
  table: Table,
  column: number,
  { rows, direction, blank }: Run,
  evaluations: readonly Evaluation[],
  relate: Relate,
): Proven | undefined {
  const broken = evaluations.filter(({ standing }) => standing === 'broken');
  const undone = slideOf(table, column, rows, direction, broken, relate);
  if (!undone || blank.row.cells[column] === undefined) return undefined;
  const witnesses = witnessesOf(undone, table);
  return witnesses >= MIN_WITNESSES ? { slide: undone.slide, witnesses } : undefined;
}

/** How many different long figures stand in sums across that hold once they are moved back, and did not before. */
function witnessesOf({ evaluations, moved, hole, slide }: Undone, table: Table): number {
  const before = new Map<AmountCell, Cell>(
    slide.moves.flatMap(({ cell }) => [...moved].flatMap((each) => (isSamePlace(each, cell) ? [[each, cell] as const] : []))),
  );
  const witnesses = evaluations
    .filter(({ standing, relation }) => standing !== 'broken' && relation.rule === 'row-sum' && !relation.comparison)
    .filter((evaluation) => !cellsOf(evaluation).includes(hole))
    .filter(({ relation }) => !holds(asItStands(relation, before), roundingOf(table)))
    .flatMap(cellsOf)
    .filter((cell) => moved.has(cell) && isLong(cell.amount.value, cell.amount.decimals));
  return new Set(witnesses.map(({ amount }) => amount.value.toString())).size;
}

function isSamePlace(a: Cell, b: Cell): boolean {
  return a.span.line === b.span.line && a.span.start === b.span.start && a.column === b.column;
}

/** A sum with the figures that the table prints, a blank counting nothing. */
function asItStands({ total, parts, ...relation }: SumRelation, before: ReadonlyMap<AmountCell, Cell>): SumRelation {
  const printed = (term: Term): Term => {
    const cell = before.get(term.cell);
    if (!cell) return term;
    const { amount } = term.cell;
    return { ...term, cell: isAmountCell(cell) ? cell : { ...term.cell, amount: { ...amount, value: amount.value.times(0) } } };
  };
  return { ...relation, total: printed(total), parts: parts.map(printed) };
}
