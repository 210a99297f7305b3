import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { rememberAround } from '#core/text/rememberAround.ts';

interface Item {
  readonly group: number;
  readonly number: number;
}

const item = fc.record({ group: fc.nat(2), number: fc.nat(9) });

/** The numbers around an item that are of its group. */
function numbersAround({ group }: Item, others: readonly Item[]): readonly number[] {
  return others.filter((other) => other.group === group).map(({ number }) => number);
}

function isOfSameGroup(one: Item, other: Item): boolean {
  return one.group === other.group;
}

describe('rememberAround', () => {
  it('gives what is made anew, whatever changes around an item', () => {
    const pools = fc.array(item, { minLength: 1, maxLength: 6 });
    const versions = pools.chain((pool) =>
      fc.record({
        own: fc.constantFrom(...pool),
        lists: fc.array(fc.array(fc.constantFrom(...pool), { maxLength: 8 }), { minLength: 1, maxLength: 8 }),
      }),
    );
    fc.assert(
      fc.property(versions, ({ own, lists }) => {
        const around = rememberAround(numbersAround, isOfSameGroup);
        for (const others of lists) assert.deepEqual(around(own, others), numbersAround(own, others));
      }),
    );
  });

  it('makes nothing anew where what changed has no bearing', () => {
    let count = 0;
    const around = rememberAround((own: Item, others: readonly Item[]) => {
      count++;
      return numbersAround(own, others);
    }, isOfSameGroup);
    const own: Item = { group: 1, number: 1 };
    const alike: Item = { group: 1, number: 2 };
    const [one, another]: [Item, Item] = [
      { group: 2, number: 3 },
      { group: 2, number: 4 },
    ];
    around(own, [alike, one]);
    around(own, [alike, another]);
    around(own, [one, alike]);
    assert.equal(count, 2, 'an item that bears on it may have another place');
    assert.deepEqual(around(own, [one]), []);
  });
});
