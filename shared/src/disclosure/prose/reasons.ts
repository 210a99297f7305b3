import type { Clause } from './clauses.ts';
import { LOOK_BACK, type Place, type State } from './state.ts';
import { findReason } from './wording.ts';

/** Reasons that go on behind a semicolon: 一是…；二是…. */
const GOES_ON = /^(?:[二三四五六]是|其[二三四]|\(?[2-9][).、])/;

/** A reason is one only where there is something to explain. */
export function findReasonIn(
  state: State,
  place: Place,
  words: string,
): { readonly start: number; readonly end: number } | undefined {
  if (place.reason) return undefined;
  const reason = findReason(words);
  return reason && explained(state, place).length > 0 ? reason : undefined;
}

/** Begins a reason at a place, for the changes told just in front of it. */
export function openReason(state: State, place: Place, start: number): void {
  place.reason = { start, comparisons: explained(state, place) };
}

/** The comparisons since the last semicolon, or of this sentence, that have no reason yet; else those of the sentence before. */
function explained(state: State, place: Place): number[] {
  const own: number[] = [];
  for (
    let index = Math.max(place.sentenceComparison, state.comparisons.length - LOOK_BACK);
    index < state.comparisons.length;
    index++
  ) {
    const comparison = state.comparisons[index];
    if (comparison && comparison.reason === undefined && !comparison.inReason) own.push(index);
  }
  const nearest = own.filter((index) => state.comparisons[index]?.group === place.clause.group);
  if (nearest.length > 0) return nearest;
  if (own.length > 0) return own;
  return state.recent.filter((index) => state.comparisons[index]?.reason === undefined);
}

/** Ends the open reason in front of the next group of clauses, unless that goes on with it. */
export function endGroup(state: State, place: Place, next: Clause): void {
  const text = place.source.compact.text.slice(next.start, next.end);
  if (place.reason && !GOES_ON.test(text)) closeReason(state, place, place.clause.end);
}

/**
 * Ends the reason that is open, if one is, and hands it to the comparisons it explains.
 *
 * @param end where it ends in the compact text of the paragraph, exclusive
 */
export function closeReason(state: State, place: Place, end: number): void {
  if (!place.reason) return;
  const index = state.reasons.push({
    paragraph: place.paragraph,
    stretch: { start: place.reason.start, end },
    comparisons: place.reason.comparisons,
  });
  for (const each of place.reason.comparisons) {
    const comparison = state.comparisons[each];
    if (comparison) comparison.reason = index - 1;
  }
  delete place.reason;
}
