import { isAmountCell, type Side, type SideRow, type Table } from '../disclosure/table.ts';
import { candidatesFor, tiesWithin } from './candidates.ts';
import { indexByCell } from './culprits.ts';
import { cellsOf, type Evaluation } from './relation.ts';
import type { Slide } from './slides.ts';
import { changesSeveral } from './slideWitnesses.ts';
import { isLong } from './slips.ts';
import { type Relate, slideOf, type Undone } from './undoSlide.ts';

/** The rows of a slide, with the blank that it left behind: two figures that moved are the fewest that tell. */
const MIN_ROWS = 3;
const MAX_ROWS = 10;
/** Every blank is tried, so that longer tables would take long; those without sums across are short. */
const MAX_TABLE_ROWS = 120;

/**
 * A slide in a column that only sums down the column speak of, as in a table of income and expenditure. It left a blank
 * behind, and with its figures moved back one sum more holds than is needed to know the figure that was lost.
 *
 * @param evaluations all relations of the table as it stands, certain or not
 */
export function columnSlide(
  table: Table,
  evaluations: readonly Evaluation[],
  relate: Relate,
): Slide | undefined {
  if (table.rows.length > MAX_TABLE_ROWS) return undefined;
  const broken = evaluations.filter(({ standing }) => standing === 'broken');
  const ties = tiesWithin(indexByCell(evaluations), false);
  const found = table.sides.flatMap((side) =>
    side.amountColumns.flatMap(({ index }) => {
      const own = broken.filter((evaluation) => cellsOf(evaluation).every(({ column }) => column === index));
      const isSlip = candidatesFor(own, ties).some(({ slip }) => slip);
      return own.length === 0 || isSlip ? [] : slidesIn(table, side, index, broken, relate);
    }),
  );
  const most = Math.max(...found.map(({ evidence }) => evidence));
  const likeliest = found.filter(({ evidence }) => evidence === most).map(({ slide }) => slide);
  const shortest = Math.min(...likeliest.map(({ moves }) => moves.length));
  const [slide, second] = likeliest.filter(({ moves }) => moves.length === shortest);
  // Where the figures that moved might also be fewer or more, the finding stands, but nothing is moved unasked.
  return slide && !second
    ? { ...slide, lost: { ...slide.lost, sure: slide.lost.sure && likeliest.length === 1 } }
    : undefined;
}

interface Found {
  readonly slide: Slide;
  readonly evidence: number;
}

function slidesIn(
  table: Table,
  { rows }: Side,
  column: number,
  broken: readonly Evaluation[],
  relate: Relate,
): Found[] {
  const isBlank = ({ row, label }: SideRow) => label !== '' && row.cells[column]?.text === '';
  const runs = rows.flatMap((entry, at) => {
    if (!isBlank(entry) || entry.row.unplaced) return [];
    const above = runLength(rows.slice(0, at).toReversed(), column);
    const below = runLength(rows.slice(at + 1), column);
    return [
      ...lengths(above).map((length) => ({
        rows: rows.slice(at - length, at + 1),
        direction: 'up' as const,
      })),
      ...lengths(below).map((length) => ({
        rows: rows.slice(at, at + length + 1),
        direction: 'down' as const,
      })),
    ];
  });
  return runs.flatMap(({ rows: run, direction }) => {
    const undone = slideOf(table, column, run, direction, broken, relate);
    const evidence = undone ? evidenceFor(undone) : 0;
    return undone && changesSeveral(undone) && evidence > 0 ? [{ slide: undone.slide, evidence }] : [];
  });
}

/** How many figures stand in a column one after the other, up to a zero: that a nought moved is not seen. */
function runLength(rows: readonly SideRow[], column: number): number {
  const end = rows.findIndex(({ row }) => {
    const cell = row.cells[column];
    return row.unplaced || !isAmountCell(cell) || cell.amount.value.isZero();
  });
  return end === -1 ? rows.length : end;
}

/** The numbers of figures that may have moved, of a run of so many. */
function lengths(run: number): number[] {
  const most = Math.min(run, MAX_ROWS - 1);
  return Array.from({ length: Math.max(0, most - MIN_ROWS + 2) }, (_, index) => MIN_ROWS - 1 + index);
}

/** How many sums of several long figures hold with the figures moved back, beyond the one that tells the lost figure. */
function evidenceFor({ evaluations, places, hole }: Undone): number {
  const telling = evaluations.filter(
    ({ relation: { total, parts } }) =>
      parts.filter(({ cell }) => !cell.amount.value.isZero() || cell === hole).length > 1 &&
      isLong(total.cell.amount.value, total.cell.amount.decimals),
  );
  const around = telling.filter((evaluation) => cellsOf(evaluation).includes(hole));
  const apart = telling.filter(
    (evaluation) =>
      !around.includes(evaluation) &&
      evaluation.standing !== 'broken' &&
      cellsOf(evaluation).some((cell) => places.has(cell)),
  );
  return apart.length + Math.max(0, around.length - 1);
}
