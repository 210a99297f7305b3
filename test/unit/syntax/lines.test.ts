import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { splitAgain, splitLines } from '#core/syntax/lines.ts';

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const anyText = fc
  .array(fc.constantFrom('a', 'bc', '', '\n', '\r', '\r\n', '表'), { maxLength: 12 })
  .map((parts) => parts.join(''));
const uniformText = fc
  .tuple(fc.array(fc.constantFrom('a', 'bc', '', '表'), { maxLength: 12 }), lineEnd)
  .map(([lines, end]) => lines.join(end));

describe('lines after an edit', () => {
  it('are those of the new text, whatever was cut out and put in', () => {
    const edit = fc.record({
      text: fc.oneof(anyText, uniformText),
      from: fc.nat(20),
      length: fc.nat(20),
      put: anyText,
    });
    fc.assert(
      fc.property(edit, ({ text, from, length, put }) => {
        const after = text.slice(0, from) + put + text.slice(from + length);
        assert.deepEqual(splitAgain({ text, lines: splitLines(text) }, after), splitLines(after));
      }),
      { numRuns: 5000 },
    );
  });

  for (const [before, after] of [
    ['a\rb', 'a\r\nb'],
    ['a\r\nb', 'a\rb'],
    ['a\n\nb', 'a\n\r\nb'],
    ['\na', '\r\na'],
    ['a', ''],
    ['', '\n'],
  ] as const)
    it(`${JSON.stringify(before)} to ${JSON.stringify(after)}`, () =>
      assert.deepEqual(splitAgain({ text: before, lines: splitLines(before) }, after), splitLines(after)));
});
