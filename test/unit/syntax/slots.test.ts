import assert from 'node:assert/strict';
import type { Dialect } from '#core/syntax/nodes.ts';
import { nextSlot, slotAt } from '#core/syntax/slots.ts';
import { marked } from '../../support/marked.ts';

/** Column and text of the slot under the cursor. */
function slot(dialect: Dialect, lineWithCursor: string): readonly [number, string] | undefined {
  const { text, position } = marked(lineWithCursor);
  const found = slotAt(dialect, text, position.character);
  return found && [found.column, text.slice(found.start, found.end)];
}

describe('slots', () => {
  const cases: readonly (readonly [Dialect, string, readonly [number, string] | undefined])[] = [
    ['tab', '‸201\t一般', [0, '201']],
    ['tab', '201‸\t一般', [0, '201']],
    ['tab', '201\t‸一般', [1, '一般']],
    ['tab', '201\t‸\t5.00', [1, '']],
    ['tab', '201\t‸', [1, '']],
    ['tab', '20‸', [0, '20']],
    ['tab', '‸', [0, '']],
    ['pipe', '| 201 |‸ 一般 |', [1, ' 一般 ']],
    ['pipe', '| 20‸1 | 一般 |', [0, ' 201 ']],
    ['pipe', '|‸', [0, '']],
    ['pipe', '| 201 |‸', [1, '']],
    ['pipe', '‸| 201 |', undefined],
    ['pipe', '  ‸ | 201 |', undefined],
    ['pipe', '| a \\| ‸b | c |', [0, ' a \\| b ']],
    ['pipe', '20‸', [0, '20']],
    ['comma', '201,‸一般,5.00', [1, '一般']],
    ['comma', '201,一般,‸', [2, '']],
    ['comma', '201,"一般, ‸等",5.00', [1, '一般, 等']],
    ['comma', '201,"a ""b"" ‸",5.00', [1, 'a ""b"" ']],
    ['comma', '201,"1,000.00"‸,5.00', undefined],
    ['comma', '201,"1,000.00",5‸.00', [2, '5.00']],
    ['html', '<tr><td>20‸1</td><td></td></tr>', [0, '201']],
    ['html', '<tr><td>201</td><td>‸</td></tr>', [1, '']],
    ['html', '<tr><td>201<td class="x">‸一般</tr>', [1, '一般']],
    ['html', '<tr>‸<td>201</td></tr>', undefined],
    ['html', '<td><b>20‸1</b></td>', undefined],
    ['flattened', '201 一般‸ 5.00', undefined],
  ];
  for (const [dialect, line, expected] of cases) {
    it(`${dialect} ${JSON.stringify(line)}`, () => assert.deepEqual(slot(dialect, line), expected));
  }

  it('follow one another to the end of the line', () => {
    const text = '| 201 | 一般 |';
    const first = slotAt('pipe', text, 2);
    assert.ok(first);
    const second = nextSlot('pipe', text, first);
    assert.deepEqual(second, { column: 1, start: 7, end: 11 });
    const third = second && nextSlot('pipe', text, second);
    assert.deepEqual(third, { column: 2, start: 12, end: 12 });
    assert.equal(third && nextSlot('pipe', text, third), undefined);
  });

  it('stand cursors beyond the line', () => assert.equal(slotAt('tab', 'a\tb', 99)?.column, 1));
});
