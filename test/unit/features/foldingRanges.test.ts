import assert from 'node:assert/strict';
import { foldingRangesOf } from '#server/features/foldingRanges.ts';
import { SOUND_TABLE } from '../../support/faultyTable.ts';
import { analysisOf } from '../../support/features.ts';
import { seedTexts } from '../../support/seeds.ts';

describe('folding ranges', () => {
  it('go from the title of a table to its last row', () => {
    assert.deepEqual(foldingRangesOf(analysisOf(SOUND_TABLE)), [{ startLine: 0, endLine: 11 }]);
    const text = `前言。\n\n${SOUND_TABLE}\n结语。\n`;
    assert.deepEqual(foldingRangesOf(analysisOf(text)), [{ startLine: 2, endLine: 13 }]);
  });

  it('go from a heading to the last words of its section', () => {
    const text = '第一部分 概况\n\n一、职责\n\n正文。\n\n\n第二部分 说明\n\n二、收支\n\n正文。\n';
    assert.deepEqual(
      foldingRangesOf(analysisOf(text)).map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 4],
        [2, 4],
        [7, 11],
        [9, 11],
      ],
    );
  });

  it('begin with the first row where there is no title', () => {
    const untitled = SOUND_TABLE.split('\n').slice(2).join('\n');
    assert.deepEqual(foldingRangesOf(analysisOf(untitled)), [{ startLine: 0, endLine: 9 }]);
  });

  it('are nothing in words without headings', () =>
    assert.deepEqual(foldingRangesOf(analysisOf('正文。\n\n又一段。\n')), []));

  it('lie in one another or side by side, within the document, in every seed', () => {
    for (const { name, text } of seedTexts()) {
      const ranges = foldingRangesOf(analysisOf(text));
      const open: number[] = [];
      for (const { startLine, endLine } of ranges) {
        while ((open.at(-1) ?? Number.POSITIVE_INFINITY) < startLine) open.pop();
        assert.ok(
          startLine < endLine && endLine <= (open.at(-1) ?? text.split('\n').length),
          `${name}: ${startLine}`,
        );
        open.push(endLine);
      }
      const starts = ranges.map(({ startLine }) => startLine);
      assert.ok(starts.length > 0 && new Set(starts).size === starts.length, name);
    }
  });
});
