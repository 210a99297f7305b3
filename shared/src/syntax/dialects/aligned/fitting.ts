import { WIDE_GAP } from './atoms.ts';
import type { Profile } from './profile.ts';
import type { PlacedAtom } from './ruler.ts';

/** A column, or the room in front of, between or behind columns, where new ones may be made. */
export type Slot = Profile | undefined;

/** Where the atoms of a row belong. */
export interface Fitting {
  /** For each atom the index of its slot, never falling. */
  readonly slots: readonly number[];
  /** For each atom, by how much the row would fit worse if it stood in any other slot. */
  readonly margins: readonly number[];
}

/** Cost of two atoms in one column, and of each column left out between two that a single blank parts. */
const CROWDED = 2;
/** A new column is better than a far one and worse than one that is near; between columns it needs room. */
const NEW_COLUMN = 0.1;
const NO_ROOM = -1;
/** An atom that a single blank parts from the one before may have been pushed aside: its place says little. */
const PUSHED = 0.2;
const PUSHED_OUT = -5;
/** What an atom loses at least where it overlaps no column. */
const CLEAR = 0.2;
const ROOM = 2;

/**
 * Fits the atoms of a row to columns, in their order: each where it overlaps most and, where a single blank
 * parts it from the atom before, in the very next column, since an empty one would have left more room.
 */
export function fitRow(row: readonly PlacedAtom[], slots: readonly Slot[]): Fitting {
  return fitPlainly(row, slots) ?? fitAtBest(row, slots);
}

/** The common case, in which each atom overlaps one column and no other: there is nothing to weigh. */
function fitPlainly(row: readonly PlacedAtom[], slots: readonly Slot[]): Fitting | undefined {
  const chosen: number[] = [];
  const margins: number[] = [];
  for (const placed of row) {
    const before = chosen.at(-1) ?? -1;
    let found = -1;
    for (let index = 0; index < slots.length; index++) {
      const slot = slots[index];
      if (slot === undefined || slot.distance(placed) >= 0) continue;
      if (found !== -1) return undefined;
      found = index;
    }
    const column = slots[found];
    if (!column || found <= before || column.strangeness(placed) > 0) return undefined;
    if (isAdjacent(placed) && slots.slice(before + 1, found).some((slot) => slot !== undefined))
      return undefined;
    chosen.push(found);
    margins.push(column.fit(placed) + CLEAR);
  }
  return { slots: chosen, margins };
}

function fitAtBest(row: readonly PlacedAtom[], slots: readonly Slot[]): Fitting {
  const scores = row.map((placed) => {
    const weight = isAdjacent(placed) ? PUSHED : 1;
    return slots.map((slot, index) =>
      slot ? weight * slot.fit(placed) - slot.strangeness(placed) : room(placed, slots, index),
    );
  });
  /** Columns in front of each slot. */
  const columns: number[] = [0];
  for (const slot of slots) columns.push((columns.at(-1) ?? 0) + (slot ? 1 : 0));
  const crowds = slots.map((slot) => (slot ? CROWDED : 0));
  const forward = sweep(row, scores, columns, crowds);
  const totals = combine(forward, sweepBack(row, scores, columns, crowds));
  const chosen: number[] = [];
  const margins = totals.map((total) => {
    const slot = indexOfMax(total, chosen.at(-1) ?? 0);
    chosen.push(slot);
    const others = total.filter((_, index) => index !== slot);
    return (total[slot] ?? 0) - Math.max(...others);
  });
  return { slots: chosen, margins };
}

/** How well a new column would do in a slot without one. */
function room(placed: PlacedAtom, slots: readonly Slot[], index: number): number {
  const before = slots[index - 1]?.right ?? Number.NEGATIVE_INFINITY;
  const behind = slots[index + 1]?.left ?? Number.POSITIVE_INFINITY;
  if (isAdjacent(placed)) return PUSHED_OUT;
  return placed.left - before >= ROOM && behind - placed.right >= ROOM ? NEW_COLUMN : NO_ROOM;
}

/** For each atom and slot the best that it and the atoms in front of it can do. */
function sweep(
  row: readonly PlacedAtom[],
  scores: readonly (readonly number[])[],
  columns: readonly number[],
  crowds: readonly number[],
): number[][] {
  const sums: number[][] = [];
  row.forEach((placed, index) => {
    const before = sums[index - 1];
    const skip = isAdjacent(placed) ? CROWDED : 0;
    let reach = Number.NEGATIVE_INFINITY;
    sums.push(
      (scores[index] ?? []).map((score, slot) => {
        if (!before) return score;
        const crowded = (before[slot] ?? 0) - (crowds[slot] ?? 0);
        const stepped = reach - skip * (columns[slot] ?? 0);
        reach = Math.max(reach, (before[slot] ?? 0) + skip * (columns[slot + 1] ?? 0));
        return score + Math.max(crowded, stepped);
      }),
    );
  });
  return sums;
}

/** For each atom and slot the best that the atoms behind it can do. */
function sweepBack(
  row: readonly PlacedAtom[],
  scores: readonly (readonly number[])[],
  columns: readonly number[],
  crowds: readonly number[],
): number[][] {
  const sums: number[][] = row.map(() => []);
  for (let index = row.length - 1; index >= 0; index--) {
    const behind = row[index + 1];
    const own = sums[index] ?? [];
    const skip = behind && isAdjacent(behind) ? CROWDED : 0;
    let reach = Number.NEGATIVE_INFINITY;
    for (let slot = crowds.length - 1; slot >= 0; slot--) {
      if (!behind) {
        own[slot] = 0;
        continue;
      }
      const next = (sums[index + 1]?.[slot] ?? 0) + (scores[index + 1]?.[slot] ?? 0);
      own[slot] = Math.max(next - (crowds[slot] ?? 0), reach + skip * (columns[slot + 1] ?? 0));
      reach = Math.max(reach, next - skip * (columns[slot] ?? 0));
    }
  }
  return sums;
}

function combine(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row, index) => row.map((value, slot) => value + (b[index]?.[slot] ?? 0)));
}

function indexOfMax(values: readonly number[], from: number): number {
  let index = from;
  for (let at = from + 1; at < values.length; at++) {
    if ((values[at] ?? 0) > (values[index] ?? 0)) index = at;
  }
  return index;
}

function isAdjacent({ atom }: PlacedAtom): boolean {
  return atom.gap < WIDE_GAP;
}
