import assert from 'node:assert/strict';
import { WORDS, type Words } from '../../../client/src/words.ts';

const HAN = /\p{Script=Han}/u;

/** Every sentence of a language, with something in each place that is filled in. */
function sentences(words: Words): readonly (readonly [string, string])[] {
  return [
    ...Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ['offerLanguage', words.offerLanguage('a.txt')],
    ['misread', words.misread('a.txt')],
    ['serverMissing', words.serverMissing('dist/server.js')],
    ['findings', words.findings({ errors: 1, warnings: 1, notes: 1 })],
    ['no findings', words.findings({ errors: 0, warnings: 0, notes: 0 })],
  ];
}

describe('words of the client', () => {
  it('are Chinese in Chinese and English in English', () => {
    for (const [key, text] of sentences(WORDS['zh-cn'])) assert.match(text, HAN, key);
    for (const [key, text] of sentences(WORDS.en)) {
      assert.doesNotMatch(text, HAN, key);
      assert.notEqual(text.trim(), '', key);
    }
  });

  it('say what a file is called', () => {
    for (const words of Object.values(WORDS))
      for (const text of [words.misread('预算.txt'), words.offerLanguage('预算.txt')])
        assert.ok(text.includes('预算.txt'));
  });

  it('count findings in words', () => {
    const zh = WORDS['zh-cn'].findings;
    assert.equal(zh({ errors: 3, warnings: 0, notes: 0 }), '预算公开：3 处错误');
    assert.equal(zh({ errors: 1, warnings: 2, notes: 4 }), '预算公开：1 处错误，2 处警告，4 处信息');
    assert.equal(zh({ errors: 0, warnings: 0, notes: 0 }), '预算公开：未发现问题');
    const en = WORDS.en.findings;
    assert.equal(en({ errors: 1, warnings: 2, notes: 0 }), 'Budget Disclosure: 1 error, 2 warnings');
    assert.equal(en({ errors: 0, warnings: 0, notes: 0 }), 'Budget Disclosure: no problems found');
  });
});
