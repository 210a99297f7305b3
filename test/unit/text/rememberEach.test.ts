import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { rememberEach, rememberEachSteps } from '#core/text/rememberEach.ts';
import { finish } from '#core/text/steps.ts';

interface Item {
  readonly numbers: readonly number[];
}

const item = fc.array(fc.nat(9), { maxLength: 3 }).map((numbers): Item => ({ numbers }));

describe('rememberEach', () => {
  it('gives what flatMap gives, whatever changes from one list to the next', () => {
    const lists = fc
      .array(item, { minLength: 1, maxLength: 6 })
      .chain((pool) =>
        fc.array(fc.array(fc.constantFrom(...pool), { maxLength: 8 }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(lists, (versions) => {
        const all = rememberEach(({ numbers }: Item) => numbers);
        for (const items of versions)
          assert.deepEqual(
            all(items),
            items.flatMap(({ numbers }) => numbers),
          );
      }),
    );
  });

  it('asks only for the items between those that stayed at the beginning and at the end', () => {
    const asked: Item[] = [];
    const all = rememberEach((each: Item) => {
      asked.push(each);
      return each.numbers;
    });
    const [a, b, c, d] = [1, 2, 3, 4].map((number): Item => ({ numbers: [number] })) as [
      Item,
      Item,
      Item,
      Item,
    ];
    all([a, b, c]);
    asked.length = 0;
    assert.deepEqual(all([a, d, c]), [1, 4, 3]);
    assert.deepEqual(asked, [d]);
  });

  it('returns the very same list where no item changed', () => {
    const all = rememberEach(({ numbers }: Item) => numbers);
    const items: Item[] = [{ numbers: [1] }, { numbers: [2] }];
    assert.equal(all([...items]), all([...items]));
  });

  it('remembers two lists that take turns', () => {
    const asked: Item[] = [];
    const all = rememberEach((each: Item) => {
      asked.push(each);
      return each.numbers;
    });
    const [one, other] = [[{ numbers: [1] }], [{ numbers: [2] }]];
    for (const list of [one, other, one, other]) all(list);
    assert.deepEqual(asked, [...one, ...other]);
  });

  it('keeps the list made before where what is made of a changed item says the same', () => {
    const all = rememberEach(
      ({ numbers }: Item) => numbers.map((number) => ({ number })),
      (a, b) => a.number === b.number,
    );
    const first: Item = { numbers: [1] };
    const before = all([first, { numbers: [2, 3] }]);
    assert.equal(all([first, { numbers: [2, 3] }]), before);
    assert.deepEqual(
      all([first, { numbers: [2, 4] }]).map(({ number }) => number),
      [1, 2, 4],
    );
  });
});

describe('rememberEachSteps', () => {
  const items = [1, 2, 3].map((number): Item => ({ numbers: [number] }));

  it('gives what rememberEach gives, in a step for each item that is new', () => {
    const all = rememberEachSteps(({ numbers }: Item) => numbers);
    assert.deepEqual(finish(all(items)), [1, 2, 3]);
    const changed = items.with(1, { numbers: [4] });
    const steps = all(changed);
    assert.equal(steps.next().done, false);
    assert.deepEqual(steps.next(), { done: true, value: [1, 4, 3] });
  });

  it('remembers nothing of what was given up halfway', () => {
    const asked: Item[] = [];
    const all = rememberEachSteps((each: Item) => {
      asked.push(each);
      return each.numbers;
    });
    all(items).next();
    asked.length = 0;
    assert.deepEqual(finish(all(items)), [1, 2, 3]);
    assert.deepEqual(asked, items);
  });
});
