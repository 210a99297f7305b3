import {
  type AmountCell,
  type Cell,
  isAmountCell,
  type Side,
  type SideRow,
  type Table,
} from '../disclosure/table.ts';
import { maxOf, minOf } from '../text/lists.ts';
import { cellsOf, type Evaluation } from './relation.ts';
import type { Slide } from './slides.ts';
import { evidenceFor, leftBy, mayBeTold } from './slideWitnesses.ts';
import { isLong } from './slips.ts';
import { type Relate, rowsThatPrint, slideOf } from './undoSlide.ts';

/** The rows of a slide, with the blank that it left behind: two figures that moved are the fewest that tell. */
const MIN_ROWS = 3;
const MAX_ROWS = 10;
/** Every blank is tried, so that longer tables would take long; those without sums across are short. */
const MAX_TABLE_ROWS = 120;

/**
 * A slide that left a blank behind, and with whose figures moved back one sum more holds than is needed to know the figure
 * that was lost: in a table of income and expenditure, say, where only sums down the column speak of it.
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
  const settled = settledIn(evaluations);
  const found = table.sides.flatMap((side) =>
    side.amountColumns.flatMap(({ index }) => {
      const own = broken.filter((evaluation) => cellsOf(evaluation).some(({ column }) => column === index));
      return own.length === 0 ? [] : slidesIn({ table, side, column: index, settled, evaluations, relate });
    }),
  );
  const most = maxOf(found, ({ evidence }) => evidence);
  const borneOut = found.filter(({ evidence }) => evidence === most);
  const fewest = minOf(borneOut, ({ left }) => left);
  const likeliest = borneOut.filter(({ left }) => left === fewest).map(({ slide }) => slide);
  return ofUnknownExtent(likeliest) ?? onlyShortest(likeliest);
}

/**
 * Of slides that left the same blank and differ in how far they reach, the one that takes in all figures that may have moved:
 * as among the parts of one sum any may be the lost one. Nothing is moved unasked then.
 */
function ofUnknownExtent(slides: readonly Slide[]): Slide | undefined {
  const places = new Set(slides.map(blankOf));
  const most = maxOf(slides, ({ moves }) => moves.length);
  const [widest, second] = slides.filter(({ moves }) => moves.length === most);
  const isOne = places.size === 1 && new Set(slides.map(({ direction }) => direction)).size === 1;
  return widest && !second && isOne && slides.length > 1
    ? { ...widest, lost: { ...widest.lost, sure: false }, atMost: true }
    : undefined;
}

function blankOf({ moves, direction }: Slide): Cell | undefined {
  return moves.at(direction === 'up' ? -1 : 0)?.cell;
}

/** The shortest slide; moved unasked only where there is no other. */
function onlyShortest(slides: readonly Slide[]): Slide | undefined {
  const fewest = minOf(slides, ({ moves }) => moves.length);
  const [slide, second] = slides.filter(({ moves }) => moves.length === fewest);
  return slide && !second
    ? { ...slide, lost: { ...slide.lost, sure: slide.lost.sure && slides.length === 1 } }
    : undefined;
}

/** The figures that stand in a sum that holds with several long figures, or across: to move them would break it. */
function settledIn(evaluations: readonly Evaluation[]): ReadonlySet<AmountCell> {
  const telling = evaluations.filter(({ standing, relation: { total, parts, comparison } }) => {
    if (standing === 'broken' || comparison) return false;
    const printed = parts.filter(({ cell }) => !cell.amount.value.isZero());
    const isAcross = printed.some(({ cell }) => cell.column !== total.cell.column);
    return (printed.length > 1 || isAcross) && isLong(total.cell.amount.value, total.cell.amount.decimals);
  });
  return new Set(telling.flatMap(cellsOf));
}

interface Place {
  readonly table: Table;
  readonly side: Side;
  readonly column: number;
  readonly settled: ReadonlySet<AmountCell>;
  readonly evaluations: readonly Evaluation[];
  readonly relate: Relate;
}

interface Found {
  readonly slide: Slide;
  readonly evidence: number;
  /** How many sums that must hold fail still, beside what the lost figure has a part in. */
  readonly left: number;
}

function slidesIn(place: Place): Found[] {
  const { table, column, evaluations, relate } = place;
  const broken = evaluations.filter(({ standing }) => standing === 'broken');
  const rows = rowsThatPrint(place.side);
  const runs = rows.flatMap(({ row }, at) => {
    if (row.cells[column]?.text !== '') return [];
    const above = runLength(rows.slice(0, at).toReversed(), place);
    const below = runLength(rows.slice(at + 1), place);
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
    const undone = slideOf(table, column, run, direction, broken, relate, { placing: true, open: true });
    if (!undone || !mayBeTold(undone, run, table, evaluations)) return [];
    const evidence = evidenceFor(undone, table);
    return evidence > 0 ? [{ slide: undone.slide, evidence, left: leftBy(undone).length }] : [];
  });
}

/** How many figures that may have moved stand one after the other, up to a zero: that a nought moved is not seen. */
function runLength(rows: readonly SideRow[], { column, settled }: Place): number {
  const end = rows.findIndex(({ row }) => {
    const cell = row.cells[column];
    return !isAmountCell(cell) || cell.unplaced || cell.amount.value.isZero() || settled.has(cell);
  });
  return end === -1 ? rows.length : end;
}

/** The numbers of figures that may have moved, of a run of so many. */
function lengths(run: number): number[] {
  const most = Math.min(run, MAX_ROWS - 1);
  return Array.from({ length: Math.max(0, most - MIN_ROWS + 2) }, (_, index) => MIN_ROWS - 1 + index);
}
