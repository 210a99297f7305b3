/** The number that stands in a list most often; of several the first. */
export function commonest(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best: readonly [number, number] | undefined;
  for (const each of counts) if (!best || each[1] > best[1]) best = each;
  return best?.[0];
}
