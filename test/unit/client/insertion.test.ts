import assert from 'node:assert/strict';
import { insertionFor } from '../../../client/src/insertion.ts';
import { marked } from '../../support/marked.ts';

/** The line after a code was looked up with the cursor in it. */
function written(lineWithCursor: string, above = ''): string {
  const { text, position } = marked(lineWithCursor);
  const { character } = position;
  const inserted = insertionFor('2010350', '事业运行', {
    line: text,
    start: character,
    end: character,
    above,
  });
  return text.slice(0, character) + inserted + text.slice(character);
}

describe('what looking up a code writes', () => {
  const cases: readonly (readonly [what: string, line: string, above: string, expected: string])[] = [
    ['a new row of a tab table', '‸', '2010301	行政运行	3.00', '2010350	事业运行'],
    ['a code cell with cells behind it', '‸	事业运行	3.00', '', '2010350	事业运行	3.00'],
    ['a new row of a pipe table', '‸', '| 2010301 | 行政运行 |', '| 2010350 | 事业运行 |'],
    ['an open pipe row', '| ‸', '', '| 2010350 | 事业运行 |'],
    ['a pipe cell with cells behind it', '| ‸ | 事业运行 |', '', '| 2010350 | 事业运行 |'],
    ['a sentence', '用于‸支出。', '', '用于事业运行（2010350）支出。'],
    ['an empty line', '‸', '', '事业运行（2010350）'],
  ];
  for (const [what, line, above, expected] of cases) {
    it(what, () => assert.equal(written(line, above), expected));
  }
});
