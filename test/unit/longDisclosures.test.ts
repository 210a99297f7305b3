import { strict as assert } from 'node:assert';
import { growingTimes, isOutOfProportion } from '../support/processorTime.ts';

describe('long disclosures', () => {
  it('take less than forty times as long to check where they are ten times as long', function () {
    this.timeout(300_000);
    assert.deepEqual(growingTimes('analyseTimes.ts').filter(isOutOfProportion), []);
  });

  it('take time in proportion where a passage tells of a change in each of thousands of paragraphs', function () {
    this.timeout(120_000);
    assert.deepEqual(growingTimes('passageTimes.ts').filter(isOutOfProportion), []);
  });
});
