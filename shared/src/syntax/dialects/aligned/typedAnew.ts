import { WIDE_GAP } from './atoms.ts';
import type { PlacedRow } from './columns.ts';
import type { PlacedAtom } from './ruler.ts';

/** A row in which the figure at `from` was typed anew: it and all that stand behind it are off by so much. */
interface Push {
  readonly row: number;
  readonly from: number;
  readonly by: number;
  /** How many figures stand where those of other rows do once it is taken back. */
  readonly gain: number;
}

/** Figures that end at one place. */
interface End {
  readonly at: number;
  /** The rows they stand in. */
  readonly rows: ReadonlySet<number>;
  /** Where the widest of them begins, for each of these rows. */
  readonly left: ReadonlyMap<number, number>;
}

/** So many rows of a table may have been typed in. */
const MAX_PUSHES = 3;
/** In so many rows, one of which is looked at, places mean something. */
const MIN_ROWS = 3;
/** Places are rounded: what is flush may be so far off. */
const SLACK = 1;
/** So many of the figures of other rows must end where those of further rows do. */
const TIDY_SHARE = 0.9;
/** The figure that stood there may have been so much wider than the others of its column, as totals are. */
const WIDER = 4;

/**
 * Puts rows back in which one figure was typed anew, longer or shorter than what stood there, so that it and all
 * that stand behind it are off their columns by as much. Such a row shows nothing of where columns are and would
 * blur those of all others. Only where each of these figures is flush with none of another row, and with some of
 * another row once all are moved by the same way.
 */
export function withoutPushes(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  if (rows.length < MIN_ROWS) return rows;
  let settled = rows;
  for (let count = 0; count < MAX_PUSHES; count++) {
    const push = likeliest(settled);
    if (!push) break;
    settled = settled.map((row, index) => (index === push.row ? pulledBack(row, push) : row));
  }
  return settled;
}

/** The push that explains most figures; undefined where none does, or two do as well. */
function likeliest(rows: readonly PlacedRow[]): Push | undefined {
  const ends = endsOf(rows);
  let best: Push | undefined;
  let isAlone = false;
  for (const [row, atoms] of rows.entries()) {
    const push = pushOf(row, atoms, ends);
    if (!push || push.gain < (best?.gain ?? 0) || !isFlushRight(rows, push)) continue;
    isAlone = push.gain !== best?.gain;
    best = push;
  }
  return isAlone ? best : undefined;
}

/**
 * Whether the figures of all rows end below each other once a push is taken back, and those of the other rows show
 * that this is no accident: such as are not as wide as each other do as well.
 */
function isFlushRight(rows: readonly PlacedRow[], push: Push): boolean {
  const ends = endsOf(rows.map((row, index) => (index === push.row ? pulledBack(row, push) : row)));
  const others = [...ends.values()].flatMap((end) => {
    const lefts = [...end.left].flatMap(([row, left]) => (row === push.row ? [] : left));
    return lefts.map(() => ({ isShared: end.rows.size > 1, differs: new Set(lefts).size > 1 }));
  });
  const shared = others.filter(({ isShared }) => isShared);
  return shared.some(({ differs }) => differs) && shared.length >= TIDY_SHARE * others.length;
}

function endsOf(rows: readonly PlacedRow[]): ReadonlyMap<number, End> {
  const ends = new Map<number, { at: number; rows: Set<number>; left: Map<number, number> }>();
  for (const [row, atoms] of rows.entries()) {
    for (const placed of atoms.slice(1).filter(tells)) {
      const end = ends.get(placed.right) ?? { at: placed.right, rows: new Set(), left: new Map() };
      end.rows.add(row);
      end.left.set(row, Math.min(end.left.get(row) ?? placed.left, placed.left));
      ends.set(placed.right, end);
    }
  }
  return ends;
}

/** Whether a figure has room in front of it, so that its place tells something. */
function tells({ atom }: PlacedAtom): boolean {
  return atom.kind === 'figure' && atom.gap >= WIDE_GAP;
}

function pushOf(row: number, atoms: PlacedRow, ends: ReadonlyMap<number, End>): Push | undefined {
  const isShared = (at: number) => hasOthers(ends.get(at), row);
  const isNear = (at: number) => [-SLACK, 0, SLACK].some((off) => isShared(at + off));
  const last = atoms.findLastIndex((placed) => tells(placed) && isShared(placed.right));
  for (const [from, placed] of atoms.entries()) {
    if (from <= Math.max(last, 0) || !tells(placed)) continue;
    const behind = atoms.slice(from).filter(tells);
    const own = ownEnd(row, placed, ends, behind.length === 1);
    const by = own && placed.right - own.at;
    if (by && behind.every(({ right }) => isNear(right - by))) return { row, from, by, gain: behind.length };
  }
  return undefined;
}

function hasOthers(end: End | undefined, row: number): boolean {
  return end !== undefined && (end.rows.size > 1 || !end.rows.has(row));
}

/** Where the figures of the column end in which a figure was typed: the first behind its start that others have. */
function ownEnd(
  row: number,
  { left, right }: PlacedAtom,
  ends: ReadonlyMap<number, End>,
  isLast: boolean,
): End | undefined {
  const own = [...ends.values()]
    .filter((end) => end.at > left && hasOthers(end, row))
    .reduce<End | undefined>((first, end) => (first && first.at < end.at ? first : end), undefined);
  if (!own) return undefined;
  const start = Math.min(...[...own.left].flatMap(([other, each]) => (other === row ? [] : each)));
  // With nothing behind it that is off as well, it must stand below the others.
  const isBelow = 2 * (Math.min(right, own.at) - Math.max(left, start)) >= Math.min(right, own.at) - left;
  return left >= start - WIDER && (!isLast || isBelow) ? own : undefined;
}

function pulledBack(row: PlacedRow, { from, by }: Push): PlacedRow {
  return row.map((placed, index): PlacedAtom => {
    if (index < from) return placed;
    const right = placed.right - by;
    return { ...placed, left: index === from ? Math.min(placed.left, right - 1) : placed.left - by, right };
  });
}
