import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { commonHead, commonTail } from '#core/text/lists.ts';
import { commonEnds, rememberList } from '#core/text/rememberVersion.ts';

describe('commonEnds', () => {
  it('tells what looking at the items tells, however often and of whatever lists it is asked', () => {
    const pool = [{}, {}, {}];
    const list = fc.array(fc.constantFrom(...pool), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 4 }), (lists) => {
        for (const before of [...lists, ...lists])
          for (const items of lists) {
            const head = commonHead(before, items);
            assert.deepEqual(commonEnds(before, items), { head, tail: commonTail(before, items, head) });
          }
      }),
    );
  });
});

describe('rememberList', () => {
  it('gives the very same list as long as its items are', () => {
    const [a, b, c] = [{}, {}, {}];
    const known = rememberList<object>();
    const first = known([a, b]);
    assert.equal(known([a, b]), first);
    assert.deepEqual(known([a, c]), [a, c]);
    assert.notEqual(known([a, b]), first);
    assert.deepEqual(known([]), []);
  });
});
