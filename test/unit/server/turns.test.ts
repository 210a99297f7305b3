import assert from 'node:assert/strict';
import type { Steps } from '#core/text/steps.ts';
import { inTurns, nextTurn } from '#server/turns.ts';

const STEPS = 20;
/** Three of these are more than a turn. */
const STEP_MS = 4;

/** Work that keeps the machine busy, and counts what of it was done. */
function* busy(done: number[]): Steps<string> {
  for (let step = 0; step < STEPS; step++) {
    const end = performance.now() + STEP_MS;
    while (performance.now() < end);
    done.push(step);
    yield;
  }
  return 'done';
}

describe('long work', () => {
  it('lets what comes in meanwhile go first', async () => {
    const done: number[] = [];
    const seen: number[] = [];
    const work = inTurns(busy(done), () => true);
    while (done.length < STEPS) {
      await nextTurn();
      seen.push(done.length);
    }
    assert.equal(await work, 'done');
    const steps = seen.map((count, turn) => count - (seen[turn - 1] ?? 0));
    assert.ok(
      steps.every((count) => count <= 3),
      `steps between two looks: ${steps.join(', ')}`,
    );
  });

  it('is given up once nobody wants it', async () => {
    const done: number[] = [];
    assert.equal(await inTurns(busy(done), () => done.length === 0), undefined);
    assert.ok(done.length > 0 && done.length <= 3, `${done.length} steps were done`);
  });

  it('is not begun where nobody wants it any more', async () => {
    const done: number[] = [];
    assert.equal(await inTurns(busy(done), () => false), undefined);
    assert.deepEqual(done, []);
  });

  it('fails with the fault that stops it', async () => {
    function* failing(): Steps<void> {
      yield;
      throw new Error('a fault');
    }
    await assert.rejects(
      inTurns(failing(), () => true),
      /a fault/,
    );
  });
});
