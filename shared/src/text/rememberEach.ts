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
 */
export function rememberEach<T extends object, V>(
  make: (item: T) => readonly V[],
): (items: readonly T[]) => readonly V[] {
  const madeOf = rememberVersion((items: readonly T[], before?: Version<T, Made<V>>): Made<V> => {
    const each = before ? eachAgain(before, items, make) : items.map((item) => make(item));
    const all = each.flat();
    return { each, all: before && sameItems(before.made.all, all) ? before.made.all : all };
  });
  return (items) => madeOf(items).all;
}

function eachAgain<T, V>(
  before: Version<T, Made<V>>,
  items: readonly T[],
  make: (item: T) => readonly V[],
): (readonly V[])[] {
  const head = commonHead(before.items, items);
  const tail = commonTail(before.items, items, head);
  return [
    ...before.made.each.slice(0, head),
    ...items.slice(head, items.length - tail).map((item) => make(item)),
    ...before.made.each.slice(before.items.length - tail),
  ];
}
