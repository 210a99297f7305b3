import type { DigitPlace } from './documents.ts';

/** A digit that is changed, or one changed before that is put right again. */
export interface DigitEdit {
  readonly place: DigitPlace;
  readonly restores: boolean;
}

/** So many places are wrong at a time: the text stays much the same, and no edit takes back the one before it. */
const WRONG_AT_A_TIME = 8;

/** The share of the text between one place and the next: the golden section never comes back to the same spot. */
const STEP = 0.618_033_988_75;

/** Every place once, each far from the one before it, and any number of first ones spread over the whole text. */
export function spread(places: readonly DigitPlace[]): DigitPlace[] {
  let step = Math.max(1, Math.round(places.length * STEP));
  while (greatestCommonDivisor(step, places.length) > 1) step++;
  return places.flatMap((_, index) => places[(index * step) % places.length] ?? []);
}

/** An even number of edits, half of which restore what the others change. After the last the text is as it was. */
export function planEdits(places: readonly DigitPlace[], count: number): DigitEdit[] {
  const order = spread(places);
  const edits: DigitEdit[] = [];
  for (let next = 0; edits.length < count; next++) {
    const [changed, restored] = [order[next % order.length], order[(next - WRONG_AT_A_TIME) % order.length]];
    if (changed && next < count / 2) edits.push({ place: changed, restores: false });
    if (restored) edits.push({ place: restored, restores: true });
  }
  return edits;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
