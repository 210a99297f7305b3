import type { AmountCell, SideRow, Table } from '../disclosure/table.ts';
import type { Decimal } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { intersect, requiredInterval } from './interval.ts';
import { printedFor, prints, printsSameRows } from './printedElsewhere.ts';
import { cellsOf, type Evaluation } from './relation.ts';
import type { Slide } from './slides.ts';
import { isLong } from './slips.ts';
import { isTerm } from './terms.ts';
import { type Relate, slideOf, type Undone } from './undoSlide.ts';

/** The rows of a slide, with the blank that it left behind. */
const MIN_ROWS = 3;
const MAX_ROWS = 12;
/** So many figures that other tables have a row off show a slide even where none prints the figure that was lost. */
const MIN_SHOWN_ALONE = 2;

/** What other tables print for the same thing as a row: several values where they are of different scope. */
type Printed = (entry: SideRow) => readonly AmountCell[];
/** Whether any of it is the very figure of a cell. */
type IsPrinted = (cell: AmountCell, entry: SideRow) => boolean;

/**
 * The slide of a column in which sums fail, where other tables of the same unit and year print the lost figure and one
 * at least that moved, each in the row it came from, and everything holds with them moved back. In the other rows the
 * tables may differ: another scope leaves no figure a row off.
 *
 * @param failing the relations of the table that fail
 * @param relate evaluates the relations of the table as it might be
 */
export function slideShownAround(
  table: Table,
  others: readonly Table[],
  failing: readonly Evaluation[],
  relate: Relate,
): Slide | undefined {
  const columns = new Set(failing.flatMap(cellsOf).map(({ column }) => column));
  const blanks = blanksIn(table).filter(({ column }) => columns.has(column));
  if (blanks.length === 0) return undefined;
  const alike = others.filter((other) => printsSameRows(table, other));
  const isPrinted: IsPrinted = (cell, entry) => alike.some((other) => prints(other, entry, cell));
  const printed = remember((entry: SideRow) => alike.flatMap((other) => printedFor(entry, other)));
  const slides = blanks.flatMap((blank) => slidesInto({ table, printed, isPrinted, failing, relate }, blank));
  const confirmed = slides.filter(({ lost }) => lost.confirmed);
  const [slide, second] = confirmed.length > 0 ? confirmed : slides;
  return second ? undefined : slide;
}

/** A blank of a column out of which figures may have slid, to the side of the step. */
interface Blank {
  readonly rows: readonly SideRow[];
  readonly column: number;
  /** Its row among those of the block. */
  readonly at: number;
  readonly step: 1 | -1;
}

/** The blanks of a table beside which so many figures stand that they may have slid, of which one would tell. */
const blanksIn = remember((table: Table): readonly Blank[] =>
  table.sides.flatMap(({ rows, amountColumns }) =>
    amountColumns.flatMap(({ index: column, kind }) =>
      kind === 'amount'
        ? rows.flatMap(({ row, label }, at) =>
            label === '' || row.unplaced || row.cells[column]?.text !== ''
              ? []
              : STEPS.map((step): Blank => ({ rows, column, at, step })).filter(mayHaveSlid),
          )
        : [],
    ),
  ),
);

const STEPS = [-1, 1] as const;

function mayHaveSlid({ rows, column, at, step }: Blank): boolean {
  let tells = false;
  for (let count = 1; count < MAX_ROWS; count++) {
    const cell = figureAt(rows[at + count * step], column);
    if (!cell) return false;
    tells ||= isTelling(cell);
    if (tells && count + 1 >= MIN_ROWS) return true;
  }
  return false;
}

/** A table, and what tells of its slides. */
interface Place {
  readonly table: Table;
  readonly printed: Printed;
  readonly isPrinted: IsPrinted;
  readonly failing: readonly Evaluation[];
  readonly relate: Relate;
}

/** The slides that left a blank: the figures came from its row. */
function slidesInto(place: Place, { rows, column, at: blank, step }: Blank): Slide[] {
  const { printed, isPrinted } = place;
  const slides: Slide[] = [];
  let shown = 0;
  for (let count = 1; count < MAX_ROWS; count++) {
    const [entry, before] = [rows[blank + count * step], rows[blank + (count - 1) * step]];
    const cell = entry && figureThatMayHaveMoved(entry, column, isPrinted);
    if (!before || !cell) break;
    if (isTelling(cell) && isPrinted(cell, before)) shown++;
    if (count + 1 < MIN_ROWS || shown === 0) continue;
    const run = Array.from({ length: count + 1 }, (_, index) => rows[blank + index * step] ?? entry);
    const ordered = step === -1 ? run.toReversed() : run;
    const direction = step === -1 ? 'up' : 'down';
    const undone = undoneAt(place.table, `${column} ${blank} ${count} ${direction}`, () =>
      slideOf(place.table, column, ordered, direction, place.failing, place.relate),
    );
    const lost = undone && valueLost(undone, printed(entry));
    const next = rows[blank + (count + 1) * step];
    const isEnd = shown >= MIN_SHOWN_ALONE && (!next || !figureThatMayHaveMoved(next, column, isPrinted));
    if (undone && lost) slides.push({ ...undone.slide, lost: { ...undone.slide.lost, ...lost } });
    else if (undone && isEnd) slides.push({ ...undone.slide, lost: { ...undone.slide.lost, sure: false } });
  }
  return slides;
}

/** To undo a slide relates the whole table anew: what comes of it is remembered, whatever other tables print by then. */
function undoneAt(table: Table, place: string, undo: () => Undone | undefined): Undone | undefined {
  const known = undoneIn(table);
  if (!known.has(place)) known.set(place, undo());
  return known.get(place);
}

const undoneIn = remember((_table: Table) => new Map<string, Undone | undefined>());

/** The figure of a row, unless other tables print it for this very row. */
function figureThatMayHaveMoved(
  entry: SideRow,
  column: number,
  isPrinted: IsPrinted,
): AmountCell | undefined {
  const cell = figureAt(entry, column);
  return cell && !isPrinted(cell, entry) ? cell : undefined;
}

/** The figure of a row that may be moved; zeros are everywhere. */
function figureAt(entry: SideRow | undefined, column: number): AmountCell | undefined {
  const cell = !entry || entry.row.unplaced ? undefined : entry.row.cells[column];
  return isTerm(cell) && !cell.amount.value.isZero() ? cell : undefined;
}

/** The one value that other tables print for the row that lost its figure and with which all its sums hold. */
function valueLost(
  { evaluations, hole }: Undone,
  printed: readonly AmountCell[],
): { readonly value: Decimal; readonly sure: boolean; readonly confirmed: true } | undefined {
  const needed = evaluations
    .filter((evaluation) => cellsOf(evaluation).includes(hole))
    .map((evaluation) => requiredInterval(evaluation, hole));
  const fitting = printed.filter(
    (cell) =>
      isTelling(cell) &&
      needed.every((interval) => intersect(interval, { low: cell.amount.value, high: cell.amount.value })),
  );
  const [first] = fitting;
  if (!first) return undefined;
  const { value, decimals } = first.amount;
  const sure = decimals <= hole.amount.decimals && fitting.every(({ amount }) => amount.value.eq(value));
  return { value, sure, confirmed: true };
}

/** Short figures stand in many rows by chance. */
function isTelling({ amount }: AmountCell): boolean {
  return isLong(amount.value, amount.decimals);
}
