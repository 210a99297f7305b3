import { sameItems } from './lists.ts';
import { commonEnds, rememberVersion, type Version } from './rememberVersion.ts';

/** What was made from each item of a list, and all of it in one. */
interface Made<V> {
  readonly each: readonly (readonly V[])[];
  readonly all: readonly V[];
}

/**
 * `flatMap` for a long list of which an edit changes little: what was made from the items that it begins and
 * ends with as the last one did is taken over, without asking for each of them. Only for pure functions of
 * objects that never change. An item that is another object counts as another item. Where the same things are
 * made as before, the list of them is the very same.
 *
 * @param equal whether two of the things made say the same, so that the one made before may be kept: an edit of a figure
 *   then leaves the list of all names the very same
 */
export function rememberEach<T extends object, V>(
  make: (item: T) => readonly V[],
  equal?: (a: V, b: V) => boolean,
): (items: readonly T[]) => readonly V[] {
  const madeOf = rememberVersion(
    (items: readonly T[], before?: Version<T, Made<V>>): Made<V> =>
      before ? madeAgain(before, items, make, equal) : madeOnce(items.map((item) => make(item))),
  );
  return (items) => madeOf(items).all;
}

function madeOnce<V>(each: readonly (readonly V[])[]): Made<V> {
  return { each, all: each.flat() };
}

function madeAgain<T, V>(
  { items: old, made }: Version<T, Made<V>>,
  items: readonly T[],
  make: (item: T) => readonly V[],
  equal?: (a: V, b: V) => boolean,
): Made<V> {
  const { head, tail } = commonEnds(old, items);
  const before = made.each.slice(head, old.length - tail);
  const middle = items
    .slice(head, items.length - tail)
    .map((item, index) => keepEqual(before[index] ?? [], make(item), equal));
  // Most edits change nothing of what is made, which need not be put together anew then.
  if (middle.length === before.length && middle.every((each, index) => sameItems(each, before[index] ?? [])))
    return made;
  const each = made.each.slice(0, head).concat(middle, made.each.slice(old.length - tail));
  const [flatBefore, flatMiddle] = [before.flat(), middle.flat()];
  if (sameItems(flatBefore, flatMiddle)) return { each, all: made.all };
  let start = 0;
  for (let index = 0; index < head; index++) start += made.each[index]?.length ?? 0;
  const all = made.all.slice(0, start).concat(flatMiddle, made.all.slice(start + flatBefore.length));
  return { each, all };
}

/** The list that was made before where all it says is said again, else the new one. */
function keepEqual<V>(
  before: readonly V[],
  made: readonly V[],
  equal: ((a: V, b: V) => boolean) | undefined,
): readonly V[] {
  const isKept =
    equal !== undefined &&
    made.length === before.length &&
    made.every((value, index) => {
      const last = before[index];
      return last !== undefined && equal(last, value);
    });
  return isKept ? before : made;
}
