import { strict as assert } from 'node:assert';
import { rememberSteps } from '#core/text/rememberSteps.ts';
import { finish, type Steps } from '#core/text/steps.ts';

describe('rememberSteps', () => {
  const key = {};
  const made: number[] = [];
  const twice = () =>
    rememberSteps(
      function* (_key: object, number: number): Steps<number> {
        yield;
        made.push(number);
        return 2 * number;
      },
      (a, b) => a === b,
    );

  beforeEach(() => {
    made.length = 0;
  });

  it('makes of the same things nothing anew', () => {
    const ask = twice();
    assert.deepEqual([finish(ask(key, 3)), finish(ask(key, 3)), finish(ask(key, 4))], [6, 6, 8]);
    assert.deepEqual(made, [3, 4]);
    assert.equal(ask(key, 4).next().done, true, 'what is remembered takes no step');
  });

  it('remembers nothing of work that was given up', () => {
    const ask = twice();
    ask(key, 3).next();
    assert.equal(finish(ask(key, 3)), 6);
    assert.deepEqual(made, [3]);
  });
});
