import type { Steps } from '#core/text/steps.ts';

/** Long enough to get on, short enough that nobody notices waiting for it. */
const TURN_MS = 10;

/** Waits until whatever has come in meanwhile has been dealt with. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/**
 * Does long work a turn at a time, so that changes, cancellations and shorter work that come in go first.
 *
 * @param isWanted asked before each turn; once it says no the work is given up
 * @returns undefined where it was given up
 */
export async function inTurns<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | undefined> {
  for (;;) {
    await nextTurn();
    if (!isWanted()) return undefined;
    const end = performance.now() + TURN_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
  }
}
