import { isKnown } from '../../wholeNames.ts';
import { nameOf } from '../numberedAbreast.ts';
import { isFigure, joined } from '../tokens.ts';
import type { Entry } from './markedLists.ts';

/** A way through entries so far: the list of the last one, the lists of its row, and those that came to their end. */
interface State {
  readonly last: number;
  readonly row: readonly number[];
  readonly ended: readonly number[];
}

/** Steps from one place between entries to the next. */
interface Stop {
  readonly state: State;
  readonly from: { readonly key: string; readonly isRest: boolean }[];
}

/** The beginning of the ways. */
const START: State = { last: -1, row: [], ended: [] };

/** Lists abreast, as far as what stands in front of their names tells them apart. */
export interface ListsByMark {
  readonly count: number;
  /** The list of an entry. */
  readonly listOf: (entry: Entry) => number;
  /** Whether an entry may as well be the rest of a name in another list. */
  readonly isUnmarked: (entry: Entry) => boolean;
}

/**
 * The entries of lists abreast with those joined to the ones in front of them that can only be further lines of their names:
 * each list has an entry in every row until it ends, so that otherwise a list would go on behind a row without it.
 */
export function withRestsJoined(
  entries: readonly Entry[],
  { count, listOf, isUnmarked }: ListsByMark,
): readonly Entry[] {
  const mayBeRest = entries.map((entry, at) => {
    const before = entries[at - 1];
    // Of two names without marks nothing tells that the figures behind are of both.
    const isOpen = before !== undefined && !before.some(isFigure) && !isUnmarked(before);
    return isOpen && isUnmarked(entry) && isShorter(entry, before) && !isKnown(nameOf(entry));
  });
  if (!mayBeRest.includes(true)) return entries;
  const ways = possibleRests(entries.map(listOf), mayBeRest, count);
  const whole: Entry[] = [];
  for (const [at, entry] of entries.entries()) {
    const [isRest, ...others] = ways?.[at] ?? [];
    const before = whole.at(-1);
    if (isRest && others.length === 0 && before) whole[whole.length - 1] = withRest(before, entry);
    else whole.push(entry);
  }
  return whole;
}

/** For each entry whether it is the rest of a name in some way through all of them, and whether it is none in some. */
function possibleRests(
  lists: readonly number[],
  mayBeRest: readonly boolean[],
  count: number,
): ReadonlySet<boolean>[] | undefined {
  const stops: Map<string, Stop>[] = [new Map([[JSON.stringify(START), { state: START, from: [] }]])];
  for (const [at, list] of lists.entries()) {
    const next = new Map<string, Stop>();
    for (const [key, { state }] of stops.at(-1) ?? []) {
      const entered = behind(state, list, count);
      const ways = [...(entered ? [{ state: entered, isRest: false }] : [])];
      if (mayBeRest[at]) ways.push({ state, isRest: true });
      for (const way of ways) {
        const own = JSON.stringify(way.state);
        const stop = next.get(own) ?? { state: way.state, from: [] };
        stop.from.push({ key, isRest: way.isRest });
        next.set(own, stop);
      }
    }
    if (next.size === 0) return undefined;
    stops.push(next);
  }
  const ways = lists.map(() => new Set<boolean>());
  let reached = new Set(stops.at(-1)?.keys());
  for (let at = lists.length - 1; at >= 0; at--) {
    const before = new Set<string>();
    for (const key of reached)
      for (const { key: from, isRest } of stops[at + 1]?.get(key)?.from ?? []) {
        before.add(from);
        ways[at]?.add(isRest);
      }
    reached = before;
  }
  return ways;
}

/** The state behind one more entry of a list; undefined where this came to its end in a row above. */
function behind({ last, row, ended }: State, list: number, count: number): State | undefined {
  if (ended.includes(list)) return undefined;
  if (list > last) return { last: list, row: [...row, list], ended };
  const over = Array.from({ length: count }, (_, other) => other).filter((other) => !row.includes(other));
  return over.includes(list) ? undefined : { last: list, row: [list], ended: over };
}

function isShorter(entry: Entry, before: Entry): boolean {
  return nameOf(entry).length <= nameOf(before).length;
}

/** An entry with a further line of its name, and the figures behind that. */
function withRest([name, ...figures]: Entry, [rest, ...others]: Entry): Entry {
  if (!name || !rest) return [];
  return [{ ...name, cell: joined([name.cell, rest.cell], name.cell.column) }, ...figures, ...others];
}
