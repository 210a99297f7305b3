import { commonHead, commonTail } from './lists.ts';
import { rememberPair } from './remember.ts';
import type { Steps } from './steps.ts';

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
  const known = new Versions<T, R>();
  return (items) => {
    const before = known.before(items);
    if (before && isSameVersion(before.items, items)) return before.made;
    return known.keep({ items, made: make(items, before) });
  };
}

/** The same for long work; what was given up halfway is not remembered. */
export function rememberVersionSteps<T extends object, R>(
  make: (items: readonly T[], before?: Version<T, R>) => Steps<R>,
): (items: readonly T[]) => Steps<R> {
  const known = new Versions<T, R>();
  return function* (items) {
    const before = known.before(items);
    if (before && isSameVersion(before.items, items)) return before.made;
    return known.keep({ items, made: yield* make(items, before) });
  };
}

/** The last versions of lists, by their first and by their last items. */
class Versions<T extends object, R> {
  readonly #known = new WeakMap<T, Version<T, R>>();

  before(items: readonly T[]): Version<T, R> | undefined {
    const [first] = items;
    const last = items.at(-1);
    return (first && this.#known.get(first)) ?? (last && this.#known.get(last));
  }

  keep(version: Version<T, R>): R {
    const { items, made } = version;
    for (const end of [items[0], items.at(-1)]) if (end) this.#known.set(end, version);
    return made;
  }
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
