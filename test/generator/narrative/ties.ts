import type { Mark } from './text.ts';
import { differenceOf, percentOf } from './text.ts';

/**
 * Whether two slips explain a changed difference equally well: the one that was made, and one wrong digit of the
 * percentage printed behind it. That follows from the amounts alone: if the percentage that belongs to the changed
 * difference has as many digits as the printed one and differs in one of them, nothing in the sentence says which
 * of the two figures was mistyped.
 *
 * @param put what stands in the place of the mark
 */
export function isTie({ of }: Mark, put: string): boolean {
  if (!of) return false;
  const difference = Math.round(Number(put) * 100);
  const before = of.now - Math.sign(differenceOf(of)) * difference;
  if (before <= 0) return false;
  const [printed, other] = [percentOf(differenceOf(of), of.before), percentOf(difference, before)];
  const wrongDigits = [...other].filter((digit, at) => digit !== printed[at]);
  return other.length === printed.length && wrongDigits.length === 1;
}
