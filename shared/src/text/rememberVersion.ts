import { commonHead, commonTail } from './lists.ts';
import { rememberPair } from './remember.ts';

/** A list of objects, and what was made of it. */
export interface Version<T, R> {
  readonly items: readonly T[];
  readonly made: R;
}

/** How many items two versions of a list begin and end with alike. */
export interface CommonEnds {
  readonly head: number;
  readonly tail: number;
}

/**
 * Remembers what was made of the last version of a list, to which the maker may add what changed. Only for pure
 * functions of objects that never change. Of the same items the very same thing is made.
 *
 * The last version is found again by its first or its last item, so that several documents can take turns.
 */
export function rememberVersion<T extends object, R>(
  make: (items: readonly T[], before?: Version<T, R>) => R,
): (items: readonly T[]) => R {
  const known = new WeakMap<T, Version<T, R>>();
  return (items) => {
    const [first] = items;
    const last = items.at(-1);
    const before = (first && known.get(first)) ?? (last && known.get(last));
    if (before && isSameVersion(before.items, items)) return before.made;
    const version = { items, made: make(items, before) };
    if (first) known.set(first, version);
    if (last) known.set(last, version);
    return version.made;
  };
}

/** The list as it was before, as long as its items are: what is remembered of that list then holds of this one. */
export function rememberList<T extends object>(): (items: readonly T[]) => readonly T[] {
  return rememberVersion<T, readonly T[]>((items) => items);
}

/**
 * Where a list is as it was before. Many ask this of the same two lists; only for the first of them it is looked at. Neither
 * list is kept alive by the other: else each version would keep all those before it.
 */
export const commonEnds = rememberPair(
  (before: readonly unknown[], items: readonly unknown[]): CommonEnds => {
    const head = commonHead(before, items);
    return { head, tail: commonTail(before, items, head) };
  },
);

function isSameVersion<T>(before: readonly T[], items: readonly T[]): boolean {
  if (before === items) return true;
  return before.length === items.length && commonEnds(before, items).head === items.length;
}
