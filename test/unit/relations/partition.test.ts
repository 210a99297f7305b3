import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type Partition, partitionsOf } from '#core/relations/partition.ts';

const bigints = (...numbers: readonly number[]): bigint[] => numbers.map(BigInt);

/** The groups of a way as their figures, and what is left over. */
function shown({ groups, rest }: Partition, figures: readonly bigint[]): unknown {
  const at = (indexes: readonly number[]) => indexes.map((index) => Number(figures[index]));
  return { groups: groups.map(({ parts }) => at(parts)), rest: at(rest) };
}

describe('how figures break a whole down', () => {
  it('is by lists that add up to it, and by lists that add up to a figure of one of these', () => {
    const figures = bigints(61235, 84620, 4145, 69080, 80920, 120311, 15137, 6418, 8134, 60000, 1235);
    const [way, second] = partitionsOf(150000n, figures);
    assert.ok(way && !second);
    assert.deepEqual(shown(way, figures), {
      groups: [
        [61235, 84620, 4145],
        [69080, 80920],
        [120311, 15137, 6418, 8134],
        [60000, 1235],
      ],
      rest: [],
    });
  });

  it('leaves over the list in which one figure is wrong, and no copy of another figure', () => {
    const figures = bigints(61235, 84620, 4145, 69080, 80920, 120311, 18137, 6418, 8134, 61235);
    const [way, second] = partitionsOf(150000n, figures);
    assert.ok(way && !second);
    assert.deepEqual(shown(way, figures), {
      groups: [
        [61235, 84620, 4145],
        [69080, 80920],
      ],
      rest: [120311, 18137, 6418, 8134],
    });
    assert.deepEqual(way.copies, [9]);
  });

  it('is unknown where nothing adds up to the whole, or where figures are too many or all alike', () => {
    assert.deepEqual(partitionsOf(1000n, bigints(1, 2, 4)), []);
    assert.deepEqual(partitionsOf(1000n, bigints(1000)), []);
    assert.deepEqual(partitionsOf(1000n, Array(19).fill(500n)), []);
    assert.deepEqual(partitionsOf(1000n, Array(18).fill(100n)), []);
  });

  it('never puts a figure into two lists, and each list adds up to what it is said to', () => {
    const figure = fc.bigInt({ min: 1n, max: 400n });
    fc.assert(
      fc.property(
        fc.array(figure, { maxLength: 12 }),
        fc.bigInt({ min: 2n, max: 900n }),
        (figures, whole) => {
          for (const { groups, rest, copies } of partitionsOf(whole, figures)) {
            const all = [...groups.flatMap(({ parts }) => parts), ...rest, ...copies];
            assert.deepEqual(
              [...all].sort((a, b) => a - b),
              [...figures.keys()],
            );
            for (const { parts, of } of groups) {
              const sum = parts.reduce((total, part) => total + (figures[part] ?? 0n), 0n);
              assert.equal(sum, of === undefined ? whole : figures[of]);
            }
          }
        },
      ),
    );
  });

  it('is found whatever the lists of long figures are', () => {
    const cut = fc.uniqueArray(fc.integer({ min: 10_000_000, max: 989_999_999 }), {
      minLength: 1,
      maxLength: 4,
    });
    const list = cut.map((cuts) => {
      const ends = [...cuts, 1_000_000_000].sort((a, b) => a - b);
      return ends.map((end, index) => BigInt(end - (ends[index - 1] ?? 0)));
    });
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 3 }), (lists) => {
        const [way] = partitionsOf(1_000_000_000n, lists.flat());
        assert.deepEqual(way?.rest, []);
      }),
    );
  });
});
