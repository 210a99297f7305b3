import assert from 'node:assert/strict';
import type { Range } from '#core/text/range.ts';
import { inlayHintsIn } from '#server/features/inlayHints.ts';
import { ONE_CELL_FAULT, ONE_CELL_LINE, SOUND_TABLE } from '../../support/faultyTable.ts';
import { analysisOf, featureContext } from '../../support/features.ts';

const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

function hints(text: string, range = WHOLE, inlayHints = true) {
  return inlayHintsIn(analysisOf(text), range, featureContext({}, 'zh-cn', { inlayHints }));
}

/** Nine totals of rows, and the totals of the two other columns. */
const TOTALS = 9 + 5 + 3;

describe('inlay hints on totals', () => {
  it('are off unless they are asked for', () => {
    assert.deepEqual(hints(SOUND_TABLE, WHOLE, false), []);
    assert.deepEqual(inlayHintsIn(analysisOf(SOUND_TABLE), WHOLE, featureContext()), []);
  });

  it('stand behind every total, one each, and say what its parts add up to', () => {
    const found = hints(SOUND_TABLE);
    assert.equal(found.length, TOTALS);
    const places = new Set(found.map(({ position: { line, character } }) => `${line}:${character}`));
    assert.equal(places.size, TOTALS);
    const total = found.find(({ position }) => position.line === 11);
    assert.equal(total?.label, '= 350.00 ✓');
    assert.equal(total?.position.character, '	合计	350.00'.length);
  });

  it('say how far a total is off, and of several sums the worst', () => {
    const labels = hints(ONE_CELL_FAULT)
      .filter(({ position }) => position.line === ONE_CELL_LINE)
      .map(({ label }) => label);
    assert.deepEqual(labels, ['≠ 30.00 ✗（差 5.00）']);
    const parent = hints(ONE_CELL_FAULT).find(({ position }) => position.line === ONE_CELL_LINE - 2);
    assert.equal(parent?.label, '≠ 55.00 ✗（差 5.00）');
  });

  it('are those of the range', () => {
    const range = {
      start: { line: ONE_CELL_LINE, character: 0 },
      end: { line: ONE_CELL_LINE, character: 9 },
    };
    assert.deepEqual(
      hints(SOUND_TABLE, range).map(({ position }) => position.line),
      [ONE_CELL_LINE],
    );
  });
});
