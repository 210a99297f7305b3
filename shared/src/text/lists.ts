/** The whole numbers from one up to another, this exclusive; none where it is not more. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/** Whether two lists hold the very same items in the same order. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && commonHead(a, b) === a.length);
}

/** How many items two lists begin with alike. */
export function commonHead<T>(a: readonly T[], b: readonly T[]): number {
  const limit = Math.min(a.length, b.length);
  let count = 0;
  while (count < limit && a[count] === b[count]) count++;
  return count;
}

/** How many items two lists end with alike, those of the common beginning, `head` of them, not counted. */
export function commonTail<T>(a: readonly T[], b: readonly T[], head: number): number {
  const limit = Math.min(a.length, b.length) - head;
  let count = 0;
  while (count < limit && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
}

/**
 * The greatest of what items have of a kind, or `least` where that is more. `Math.max(...)` takes as many arguments as
 * the stack holds, some hundred thousand: fewer than a long table has rows.
 */
export function maxOf<T>(items: Iterable<T>, of: (item: T) => number, least = -Infinity): number {
  let most = least;
  for (const item of items) most = Math.max(most, of(item));
  return most;
}

/** The least of what items have of a kind: see `maxOf`. */
export function minOf<T>(items: Iterable<T>, of: (item: T) => number): number {
  let least = Infinity;
  for (const item of items) least = Math.min(least, of(item));
  return least;
}

/** Puts items behind those of a list: `push(...)` takes no more than `Math.max(...)` does. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** The items that have each key, in their order; those without one are left out. */
export function groupedBy<T, K>(
  items: readonly T[],
  keyOf: (item: T, index: number) => K | undefined,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item, index);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The one item of a list that has no other. */
export function onlyOf<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
