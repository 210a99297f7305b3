import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { splitLines } from '#core/syntax/lines.ts';
import { parse } from '#core/syntax/parse.ts';
import { seedTexts } from '../support/seeds.ts';

const OPTIONS = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };

/** Enough for the slowest of these on a busy machine, far below what a hang would take. */
const PATIENCE_MS = 60_000;

/** Bytes as a decoder would hand them on, made without a clock or real randomness. */
function noise(length: number): string {
  const units = new Uint16Array(length);
  let state = 2463534242;
  for (let i = 0; i < length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    units[i] = state & 0xff;
  }
  return Buffer.from(units.buffer).toString('utf16le');
}

describe('any text', () => {
  const texts: readonly [string, () => string][] = [
    ['empty', () => ''],
    ['10 MB of noise', () => noise(10_000_000)],
    ['a line of 200,000 characters', () => '预算'.repeat(100_000)],
    ['a line of 200,000 digits', () => '1'.repeat(200_000)],
    ['a line of amounts', () => '1,234.56 '.repeat(22_000)],
    ['200,000 tabs', () => '\t'.repeat(200_000)],
    ['200,000 pipes', () => '|'.repeat(200_000)],
    ['300 columns of labels and amounts', () => `${'支出\t1.00\t'.repeat(150)}\n`.repeat(300)],
    [
      '800 columns of totals',
      () => `编码\t名称\t${'合计\t'.repeat(800)}\n${`20101\t人大事务\t${'1.00\t'.repeat(800)}\n`.repeat(30)}`,
    ],
    ['50,000 rows of the same code', () => '2010301\t行政运行\t1.00\t1.00\n'.repeat(50_000)],
    ['brackets without end', () => `${'预算支出表('.repeat(9)}\n`.repeat(5_000)],
    ['lone surrogates', () => '\ud800合计\t\udc00\n\ud800\t1.00'.repeat(1_000)],
    ['lone carriage returns', () => '合计\t1.00\r'.repeat(1_000)],
    ['NULs', () => '\0\t\0\n'.repeat(10_000)],
  ];
  for (const [name, make] of texts) {
    it(`${name}: analysed without a crash or a hang`, function () {
      this.timeout(PATIENCE_MS);
      const text = make();
      const { lines, tree } = analyse(text, OPTIONS);
      assert.equal(tree.lineCount, lines.length);
    });
  }

  it('loses nothing: the blocks cover every line once, and every cell is its own text', () => {
    const cell = fc.constantFrom(
      '',
      '合计',
      '1.00',
      ' 2, 371. 41 ',
      '201',
      '一、收入',
      '-',
      '|',
      '表',
      '\ud800',
    );
    const line = fc.oneof(
      fc.array(cell, { maxLength: 6 }).map((cells) => cells.join('\t')),
      fc.array(cell, { maxLength: 6 }).map((cells) => `|${cells.join('|')}|`),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom('\n', '\r\n', '\r'), (parts, end) => {
        const text = parts.join(end);
        const lines = splitLines(text);
        let next = 0;
        for (const { line: first, node } of parse(text).blocks) {
          assert.equal(first, next);
          next += node.lineCount;
          if (node.kind === 'text')
            for (const each of node.lines) assert.equal(each.text, lines[first + each.line]);
          if (node.kind !== 'table') continue;
          for (const row of node.rows) {
            for (const { span, text: cellText } of row.cells) {
              assert.equal(cellText, lines[first + span.line]?.slice(span.start, span.end));
            }
          }
        }
        assert.equal(next, lines.length);
      }),
      { numRuns: 300 },
    );
  });

  it('ranges of findings stay on one line and within it, whatever is cut out of a seed', () => {
    const [seed] = seedTexts('guiyang');
    assert.ok(seed);
    const { text } = seed;
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(200),
        fc.constantFrom('', '\t', '9', '\n', '|'),
        (at, length, put) => {
          const { lines, findings } = analyse(text.slice(0, at) + put + text.slice(at + length), OPTIONS);
          for (const { range, fixes } of findings) {
            for (const each of [range, ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.range))]) {
              assert.equal(each.start.line, each.end.line);
              assert.ok(each.start.character <= each.end.character);
              assert.ok(each.end.character <= (lines[each.start.line] ?? '').length);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
