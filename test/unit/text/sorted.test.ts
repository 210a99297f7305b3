import assert from 'node:assert/strict';
import { lastIndexUpTo } from '#core/text/sorted.ts';

describe('lastIndexUpTo', () => {
  const itself = (value: number): number => value;

  it('finds the last item not greater than a value', () => {
    assert.equal(lastIndexUpTo([2, 4, 4, 9], 4, itself), 2);
    assert.equal(lastIndexUpTo([2, 4, 4, 9], 8, itself), 2);
    assert.equal(lastIndexUpTo([2, 4, 4, 9], 100, itself), 3);
  });

  it('finds nothing where all are greater, or there are none', () => {
    assert.equal(lastIndexUpTo([2, 4], 1, itself), -1);
    assert.equal(lastIndexUpTo([], 1, itself), -1);
  });

  it('agrees with looking at each item', () => {
    const items = Array.from({ length: 50 }, (_, index) => Math.floor((index * index) / 7));
    for (let value = -1; value < 400; value++) {
      const plain = items.findLastIndex((item) => item <= value);
      assert.equal(lastIndexUpTo(items, value, itself), plain, String(value));
    }
  });
});
