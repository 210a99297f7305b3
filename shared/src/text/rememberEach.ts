import { commonHead, commonTail, sameItems } from './lists.ts';
import { rememberVersion, type Version } from './rememberVersion.ts';

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
  const madeOf = rememberVersion((items: readonly T[], before?: Version<T, Made<V>>): Made<V> => {
    const each = before ? eachAgain(before, items, make, equal) : items.map((item) => make(item));
    const all = each.flat();
    return { each, all: before && sameItems(before.made.all, all) ? before.made.all : all };
  });
  return (items) => madeOf(items).all;
}

function eachAgain<T, V>(
  before: Version<T, Made<V>>,
  items: readonly T[],
  make: (item: T) => readonly V[],
  equal?: (a: V, b: V) => boolean,
): (readonly V[])[] {
  const { each } = before.made;
  const head = commonHead(before.items, items);
  const tail = commonTail(before.items, items, head);
  return [
    ...each.slice(0, head),
    ...items
      .slice(head, items.length - tail)
      .map((item, index) => keepEqual(each[head + index] ?? [], make(item), equal)),
    ...each.slice(before.items.length - tail),
  ];
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
