import { strict as assert } from 'node:assert';
import { Money } from '#core/text/money.ts';
import { isSameValue } from '#core/text/sameValue.ts';

describe('whether values say the same', () => {
  const same: readonly (readonly [string, unknown, unknown])[] = [
    ['texts', 'a', 'a'],
    ['lists with holes', [1, undefined], [1, undefined]],
    ['objects, however deep', { a: [{ b: 1 }] }, { a: [{ b: 1 }] }],
    ['amounts of money', { value: new Money('1.50') }, { value: new Money('1.5') }],
  ];
  for (const [name, one, other] of same) it(`${name} do`, () => assert.ok(isSameValue(one, other)));

  const different: readonly (readonly [string, unknown, unknown])[] = [
    ['a list that goes on', [1], [1, 2]],
    ['an object with more', { a: 1 }, { a: 1, b: 2 }],
    ['as much under another name', { a: undefined }, { b: undefined }],
    ['another amount', new Money('1.50'), new Money('1.51')],
    ['nothing and something', null, {}],
    ['two maps', new Map(), new Map()],
  ];
  for (const [name, one, other] of different)
    it(`${name} does not`, () => assert.ok(!isSameValue(one, other)));
});
