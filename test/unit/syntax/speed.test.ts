import { strict as assert } from 'node:assert';
import { parse } from '#core/syntax/parse.ts';
import { LONG_TEXTS } from '../../support/longTexts.ts';
import { growingTimes, isOutOfProportion } from '../../support/processorTime.ts';

describe('long texts', () => {
  for (const [name, make] of Object.entries(LONG_TEXTS)) {
    it(`${name}: every line is read once`, () => {
      const { lineCount, blocks } = parse(make(20_000));
      let next = 0;
      for (const { line, node } of blocks) {
        assert.equal(line, next);
        next += node.lineCount;
      }
      assert.equal(next, lineCount);
    });
  }

  it('ten times the text takes less than forty times as long', function () {
    this.timeout(240_000);
    assert.deepEqual(growingTimes('parseTimes.ts').filter(isOutOfProportion), []);
  });
});
