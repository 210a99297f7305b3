import type { AmountCell, SideRow, Table } from '../disclosure/table.ts';
import { marksCells } from '../syntax/markedCells.ts';
import { maxOf } from '../text/lists.ts';
import { cellsOf, type Evaluation } from './relation.ts';
import { fitsAcross } from './rowFits.ts';
import { roundingOf } from './scale.ts';
import type { Slide } from './slides.ts';
import { mayBeTold, shownByRows, weightOfRows } from './slideWitnesses.ts';
import { isTerm } from './terms.ts';
import { type Relate, rowsThatPrint, slideOf } from './undoSlide.ts';

/** The figures that moved, and the blank that they left behind. */
const MIN_ROWS = 3;
const MAX_ROWS = 12;
/** Where more figures of a column stand in no sum that holds, the table has none, and to look at all of them takes long. */
const MAX_UNSETTLED = 40;

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
        ? ([-1, 1] as const).flatMap((step) => {
            const place = { table, rows, columns: side.amountColumns, column: index, step, settled };
            return runsIn(place).flatMap((run) => proven(place, run, evaluations, relate) ?? []);
          })
        : [],
    );
  });
  const most = maxOf(found, ({ witnesses }) => witnesses);
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

/** Rows of a slide from the top down. */
interface Run {
  readonly rows: readonly SideRow[];
  readonly direction: Slide['direction'];
  /** The row above or below them whose figure moved into them, where it is printed without the blank that it left. */
  readonly beyond?: SideRow;
}

/** The runs of figures that end in a blank, of which several rows ask for the figure of the next. */
function runsIn(place: Place): Run[] {
  const { rows, column, step } = place;
  if (rows.filter((entry) => figureIn(entry, place)).length > MAX_UNSETTLED) return [];
  const known = new Map<SideRow, boolean>();
  const asks = (entry: SideRow, source: AmountCell): boolean => {
    const answer = known.get(entry) ?? asksFor(entry, source, place, false);
    known.set(entry, answer);
    return answer;
  };
  return rows.flatMap((entry, blank) => {
    const isBlank = entry.row.cells[column]?.text === '';
    if (entry.label === '' || !(isBlank || mayLackPlace(entry, rows[blank + step], place))) return [];
    let [last, isShown] = [blank, false];
    for (let count = 1; count < MAX_ROWS; count++) {
      const [at, from] = [rows[blank + (count - 1) * step], rows[blank + count * step]];
      const source = figureIn(from, place);
      if (!at || !source) break;
      const lacksOne = count === 1 && !isBlank;
      if (!(lacksOne ? asksFor(at, source, place, true) : asks(at, source))) continue;
      last = blank + count * step;
      isShown = true;
    }
    const run = step === -1 ? rows.slice(last, blank + 1) : rows.slice(blank, last + 1);
    if (!isShown || run.length < MIN_ROWS) return [];
    const direction = step === -1 ? 'up' : 'down';
    return isBlank
      ? [{ rows: run, direction }]
      : [{ rows: run.filter((each) => each !== entry), direction, beyond: entry }];
  });
}

/**
 * Whether a row may be printed without a figure of its own in a column, where nothing marks the blanks. One that has a figure
 * in it and asks for that of the next row instead is in the middle of a slide.
 */
function mayLackPlace(entry: SideRow, next: SideRow | undefined, place: Place): boolean {
  const { table, columns, column, settled } = place;
  const source = figureIn(next, place);
  const own = columns.map(({ index }) => entry.row.cells[index]);
  return (
    !marksCells(table.dialect) &&
    source !== undefined &&
    !own.some((cell) => isTerm(cell) && settled.has(cell)) &&
    !(isTerm(entry.row.cells[column]) && asksFor(entry, source, place, false))
  );
}

/** The figure of a row that may have moved: one that no sum across bears out. */
function figureIn(entry: SideRow | undefined, { column, settled }: Place): AmountCell | undefined {
  const cell = entry?.row.cells[column];
  return isTerm(cell) && !cell.unplaced && !cell.amount.value.isZero() && !settled.has(cell)
    ? cell
    : undefined;
}

/**
 * Whether the figures of a row hang together with the figure of the next row, and not with its own; or, where it is printed
 * without a blank, with one figure more.
 */
function asksFor(
  entry: SideRow,
  source: AmountCell,
  { table, columns, column }: Place,
  lacksOne: boolean,
): boolean {
  const { decimals } = roundingOf(table);
  const own = entry.row.cells[column];
  const value = source.amount.value;
  if (lacksOne) {
    // Where a blank is not printed, the others may stand in no place that is known.
    const cells = new Set(columns.map(({ index }) => entry.row.cells[index]));
    const figures = [...cells].flatMap((cell) => cell?.amount?.value ?? []);
    return figures.some((_, at) => fitsAcross(figures.toSpliced(at, 0, value), at, decimals));
  }
  const printed = columns.map(({ index }) => {
    const cell = entry.row.cells[index];
    return isTerm(cell) && index !== column ? cell.amount.value : undefined;
  });
  const at = columns.findIndex(({ index }) => index === column);
  const fits = (cell: AmountCell) => fitsAcross(printed.with(at, cell.amount.value), at, decimals);
  return isTerm(own) ? !own.amount.value.eq(value) && fits(source) && !fits(own) : fits(source);
}

interface Proven {
  readonly slide: Slide;
  /** The digits of the figures that rows show. */
  readonly witnesses: number;
}

/** The slide of a run, if enough rows bear it out and nothing speaks against it. */
function proven(
  place: Place,
  run: Run,
  evaluations: readonly Evaluation[],
  relate: Relate,
): Proven | undefined {
  const { table, column, step } = place;
  const { rows, direction, beyond } = run;
  const broken = evaluations.filter(({ standing }) => standing === 'broken');
  // Sums down the column lack the figure that has no place.
  const across = (made: Table) => relate(made).filter(({ relation }) => relation.rule === 'row-sum');
  const undone = slideOf(table, column, rows, direction, broken, beyond ? across : relate, { placing: true });
  if (!undone) return undefined;
  const end = step === -1 ? rows.at(-1) : rows[0];
  const outside = beyond && end && figureIn(end, place);
  const isOutside = outside && asksFor(beyond, outside, place, true);
  const telling = [...shownByRows(undone, table), ...(isOutside ? [outside] : [])];
  const witnesses = weightOfRows(telling, beyond !== undefined);
  const slide = beyond ? withoutPlace(undone.slide, beyond, broken) : undone.slide;
  const isTold = witnesses > 0 && mayBeTold({ ...undone, slide }, rows, table, evaluations);
  return isTold ? { slide, witnesses } : undefined;
}

/**
 * The slide of which one figure belongs into a row that has no place for it: it explains what fails in that row as well, and
 * the sums of other columns that lack one of its figures.
 */
function withoutPlace(slide: Slide, beyond: SideRow, broken: readonly Evaluation[]): Slide {
  const own = new Set(beyond.row.cells);
  const figures = [...own].flatMap((cell) => cell?.amount?.value ?? []).filter((value) => !value.isZero());
  const lacks = ({ relation: { total, parts }, expected }: Evaluation) =>
    parts.every(({ cell }) => cell.column === total.cell.column) &&
    figures.some((value) => value.eq(total.cell.amount.value.minus(expected)));
  const more = broken.filter(
    (each) => !slide.broken.includes(each) && (cellsOf(each).some((cell) => own.has(cell)) || lacks(each)),
  );
  return { ...slide, broken: [...slide.broken, ...more], beyond };
}
