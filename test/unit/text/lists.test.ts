import { strict as assert } from 'node:assert';
import { append, maxOf, minOf } from '#core/text/lists.ts';

/** More than the stack holds arguments. */
const MANY = Array.from({ length: 200_000 }, (_, index) => ({ index }));

describe('lists', () => {
  it('the greatest and the least of however many', () => {
    assert.equal(
      maxOf(MANY, ({ index }) => index),
      199_999,
    );
    assert.equal(
      minOf(MANY, ({ index }) => 5 - index),
      -199_994,
    );
  });

  it('the greatest of none is the least asked for, as with Math.max', () => {
    assert.equal(
      maxOf([3, 7, 5], (each) => each, 8),
      8,
    );
    assert.equal(
      maxOf([], () => 1, 0),
      0,
    );
    assert.equal(
      maxOf([], () => 1),
      Math.max(),
    );
    assert.equal(
      minOf([], () => 1),
      Math.min(),
    );
  });

  it('put behind others, however many', () => {
    const list = [{ index: -1 }];
    append(list, MANY);
    assert.equal(list.length, 200_001);
    assert.deepEqual([list[0], list.at(-1)], [{ index: -1 }, { index: 199_999 }]);
  });
});
