import { commonEnds } from './rememberVersion.ts';

interface Known<T, V> {
  readonly others: readonly T[];
  readonly value: V;
}

/**
 * Remembers what was made from an object and those around it, of which most have no bearing on it: it is made anew
 * only where one that has is not among them any more, or is now. Only for pure functions of objects that never change.
 *
 * @param make must give the same without those that do not bear on the object
 * @param bears whether another object has a bearing on this one
 */
export function rememberAround<T extends object, V>(
  make: (item: T, others: readonly T[]) => V,
  bears: (item: T, other: T) => boolean,
): (item: T, others: readonly T[]) => V {
  const known = new WeakMap<T, Known<T, V>>();
  return (item, others) => {
    const last = known.get(item);
    const isSame = last !== undefined && !changed(last.others, others).some((other) => bears(item, other));
    const value = isSame ? last.value : make(item, others);
    if (last?.others !== others) known.set(item, { others, value });
    return value;
  };
}

/** What is in one of two lists and not in the other, and what may have another place among the rest. */
function changed<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  const { head, tail } = commonEnds(before, now);
  return [...before.slice(head, before.length - tail), ...now.slice(head, now.length - tail)];
}
