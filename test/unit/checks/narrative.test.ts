import { strict as assert } from 'node:assert';
import { measureFaults, saidOfSentences, stylesOf } from '../../support/narrativeMeasure.ts';

const DOCUMENTS = 40;
const PER_PROVINCE = 8;
const SEED = 23;
const PER_KIND = 2;
const MIN_FOUND = 0.95;
/** A reason that is missing in one place may be the one given for the whole, or for its parts. */
const MIN_REASONS = 0.6;
const MIN_FAULTS = 15;

describe('narratives of a correct budget', () => {
  const styles = stylesOf(SEED, DOCUMENTS, PER_PROVINCE);

  for (const { name, narratives } of styles)
    it(`in the words of ${name} have no finding`, () => {
      assert.ok(narratives.length > 0);
      for (const { text } of narratives) assert.deepEqual(saidOfSentences(text), [], text);
    }).timeout(120_000);

  it('with a figure, a percentage or a word changed are found, and at the very place', () => {
    const counts = measureFaults(styles, PER_KIND);
    const told = JSON.stringify(Object.fromEntries(counts));
    assert.ok(counts.size > 0);
    for (const [kind, { faults, inLine, onSpot }] of counts) {
      const least = kind === 'reason' ? MIN_REASONS : MIN_FOUND;
      assert.ok(faults > MIN_FAULTS, told);
      assert.ok(inLine >= least * faults, told);
      assert.ok(onSpot >= least * faults, told);
    }
  }).timeout(360_000);
});
