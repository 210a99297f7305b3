import { sameItems } from './lists.ts';
import {
  type CommonEnds,
  commonEnds,
  rememberVersion,
  rememberVersionSteps,
  type Version,
} from './rememberVersion.ts';
import { flatMapSteps, type Steps } from './steps.ts';

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
    const { head, tail } = stayed(items, before);
    const middle = items.slice(head, items.length - tail).map((item) => make(item));
    return joined(before, { head, tail }, middle, equal);
  });
  return (items) => madeOf(items).all;
}

/** The same for long work, in steps, one an item. */
export function rememberEachSteps<T extends object, V>(
  make: (item: T) => readonly V[],
): (items: readonly T[]) => Steps<readonly V[]> {
  const madeOf = rememberVersionSteps(function* (
    items: readonly T[],
    before?: Version<T, Made<V>>,
  ): Steps<Made<V>> {
    const { head, tail } = stayed(items, before);
    const middle = yield* flatMapSteps(items.slice(head, items.length - tail), (item) => [make(item)]);
    return joined(before, { head, tail }, middle);
  });
  return function* (items) {
    return (yield* madeOf(items)).all;
  };
}

/** How many items at the beginning and at the end are those of the version before. */
function stayed<T, R>(items: readonly T[], before: Version<T, R> | undefined): CommonEnds {
  return before ? commonEnds(before.items, items) : { head: 0, tail: 0 };
}

/** What was made of the items that stayed, and in their midst what was made of those that are new. */
function joined<T, V>(
  version: Version<T, Made<V>> | undefined,
  { head, tail }: CommonEnds,
  made: readonly (readonly V[])[],
  equal?: (a: V, b: V) => boolean,
): Made<V> {
  if (!version) return { each: made, all: made.flat() };
  const { items: old, made: last } = version;
  const before = last.each.slice(head, old.length - tail);
  const middle = made.map((each, index) => keepEqual(before[index] ?? [], each, equal));
  // Most edits change nothing of what is made, which need not be put together anew then.
  if (middle.length === before.length && middle.every((each, index) => sameItems(each, before[index] ?? [])))
    return last;
  const each = last.each.slice(0, head).concat(middle, last.each.slice(old.length - tail));
  const [flatBefore, flatMiddle] = [before.flat(), middle.flat()];
  if (sameItems(flatBefore, flatMiddle)) return { each, all: last.all };
  let start = 0;
  for (let index = 0; index < head; index++) start += last.each[index]?.length ?? 0;
  const all = last.all.slice(0, start).concat(flatMiddle, last.all.slice(start + flatBefore.length));
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
