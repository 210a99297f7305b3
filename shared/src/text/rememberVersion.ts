import { sameItems } from './lists.ts';

/** A list of objects, and what was made of it. */
export interface Version<T, R> {
  readonly items: readonly T[];
  readonly made: R;
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
    if (before && sameItems(before.items, items)) return before.made;
    const version = { items, made: make(items, before) };
    if (first) known.set(first, version);
    if (last) known.set(last, version);
    return version.made;
  };
}
