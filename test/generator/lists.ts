/** The element at `index`, counted round the list again when the list is shorter. The list must not be empty. */
export function pick<T>(list: readonly T[], index: number): T {
  const element = list[index % list.length];
  if (element === undefined) throw new RangeError('cannot pick from an empty list');
  return element;
}

/** The elements in the order of their first appearance, each once. */
export function distinct<T>(list: Iterable<T>): T[] {
  return [...new Set(list)];
}

/** The sum of whole numbers; 0 for none. */
export function total(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
