/**
 * The index of the last item whose key is not greater than `value`, or -1. `items` must be sorted by key;
 * the search halves, so it costs nothing on a long document.
 */
export function lastIndexUpTo<T>(items: readonly T[], value: number, key: (item: T) => number): number {
  return lastIndexThat(items, (item) => key(item) <= value);
}

/**
 * The index of the last item of which something holds, or -1. It must hold of all items in front of one of which it
 * holds, as “no greater than” does of amounts in their order.
 */
export function lastIndexThat<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
