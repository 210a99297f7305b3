import { maxOf, minOf } from '../../../text/lists.ts';
import { WIDE_GAP } from './atoms.ts';
import type { PlacedRow } from './columns.ts';
import { commonest } from './commonest.ts';
import type { Profile } from './profile.ts';
import type { PlacedAtom } from './ruler.ts';

/** How the cells of a column stand below each other: their ends, their starts or their middles. */
export type Flush = 'right' | 'left' | 'middle';

/** Where the cells of a column stand. */
export interface Stand {
  readonly left: number;
  readonly right: number;
  /** Undefined where all cells are as wide, so that nothing shows it, or where they stand in disorder. */
  readonly flush: Flush | undefined;
}

/** A row whose atoms were put into columns. */
interface SlottedRow {
  readonly atoms: PlacedRow;
  readonly slots: readonly number[];
}

/** So many of the cells of a column must be flush. */
const FLUSH_SHARE = 0.8;
/** Cells that are flush may be one character apart: their places were rounded. */
const WINDOW = 2;

/** Where cells are held; doubled, so that the middle is whole. */
const EDGES: Readonly<Record<Flush, (placed: PlacedAtom) => number>> = {
  right: ({ right }) => 2 * right,
  left: ({ left }) => 2 * left,
  middle: ({ left, right }) => left + right,
};

/**
 * Where the columns stand, by the cells with room in front of them: one that a single blank parts from the cell
 * before may have been pushed aside, and tells only where no other does.
 */
export function standsOf(rows: readonly SlottedRow[], columns: readonly Profile[]): Stand[] {
  const all = columns.map((): PlacedAtom[] => []);
  for (const { atoms, slots } of rows)
    for (const [index, placed] of atoms.entries()) all[slots[index] ?? -1]?.push(placed);
  return all.map((own, index) => {
    const apart = own.filter(({ atom }) => atom.gap >= WIDE_GAP && atom.kind !== 'mark');
    const isText = columns[index]?.isText === true;
    const kept = apart.length > 0 && !isText ? apart : own;
    const { left = 0, right = 0 } = columns[index] ?? {};
    const flush = flushOf(kept);
    // Totals may stand in the middle of several columns, in front of the names of other rows.
    if (isText) return { left: commonest(own.map((placed) => placed.left)) ?? left, right, flush };
    const edge = flush && commonest(kept.map(EDGES[flush]));
    const inPlace = kept.filter(
      (placed) => !flush || edge === undefined || Math.abs(EDGES[flush](placed) - edge) <= WINDOW,
    );
    if (inPlace.length === 0) return { left, right, flush };
    return {
      left: minOf(inPlace, (placed) => placed.left),
      right: maxOf(inPlace, (placed) => placed.right),
      flush,
    };
  });
}

/** The edge at which most cells are flush; undefined where nothing tells them apart. */
function flushOf(cells: readonly PlacedAtom[]): Flush | undefined {
  const widths = new Set(cells.map(({ left, right }) => right - left));
  if (widths.size < 2) return undefined;
  const shares = (['right', 'left', 'middle'] as const).map((flush) => ({
    flush,
    count: fullestWindow(cells.map(EDGES[flush])),
  }));
  const best = shares.reduce((most, each) => (each.count > most.count ? each : most));
  return best.count >= FLUSH_SHARE * cells.length ? best.flush : undefined;
}

function fullestWindow(places: readonly number[]): number {
  const sorted = [...places].sort((a, b) => a - b);
  let most = 0;
  let start = 0;
  sorted.forEach((place, end) => {
    while ((sorted[start] ?? place) < place - WINDOW) start++;
    most = Math.max(most, end - start + 1);
  });
  return most;
}
