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

  it('begin with the first row where there is no title', () => {
    const untitled = SOUND_TABLE.split('\n').slice(2).join('\n');
    assert.deepEqual(foldingRangesOf(analysisOf(untitled)), [{ startLine: 0, endLine: 9 }]);
  });

  it('are nothing without tables', () =>
    assert.deepEqual(foldingRangesOf(analysisOf('一、概况\n\n正文。\n')), []));

  it('neither overlap nor leave the document in any seed', () => {
    for (const { name, text } of seedTexts()) {
      let behind = 0;
      for (const { startLine, endLine } of foldingRangesOf(analysisOf(text))) {
        assert.ok(behind <= startLine && startLine < endLine, `${name}: ${startLine}`);
        behind = endLine + 1;
      }
      assert.ok(behind > 0 && behind <= text.split('\n').length, name);
    }
  });
});
