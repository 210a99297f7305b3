/**
 * The index of the last item whose key is not greater than `value`, or -1. `items` must be sorted by key;
 * the search halves, so it costs nothing on a long document.
 */
export function lastIndexUpTo<T>(items: readonly T[], value: number, key: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && key(item) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
