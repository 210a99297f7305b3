import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type Analysis, analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { arbitraryNarrative, arbitraryOf, PROVINCES } from '../../generator/narrative/index.ts';
import { faultsOf, standsOn } from '../../support/narrativeFaults.ts';

const OPTIONS = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };
const DOCUMENTS = 120;
const PER_PROVINCE = 24;
const SEED = 23;
const PER_KIND = 2;
const MIN_FOUND = 0.95;

/** What is said of the sentences; a remark counts, for whose money a sentence speaks of is not always certain. */
function findingsIn({ findings }: Analysis) {
  return findings.filter(({ rule }) =>
    /^(?:prose-|change-|reason-|missing-reason|stale-year|organ-name|word-slip|document-kind|unpaired-mark)/.test(
      rule,
    ),
  );
}

const styles = [
  { name: 'the seeds', narratives: fc.sample(arbitraryNarrative, { numRuns: DOCUMENTS, seed: SEED }) },
  ...PROVINCES.map((name) => ({
    name,
    narratives: fc.sample(arbitraryOf(name), { numRuns: PER_PROVINCE, seed: SEED }),
  })),
];

describe('narratives of a correct budget', () => {
  for (const { name, narratives } of styles)
    it(`in the words of ${name} have no finding`, () => {
      for (const { text } of narratives) assert.deepEqual(findingsIn(analyse(text, OPTIONS)), [], text);
    }).timeout(120_000);

  it('with a figure, a percentage or a word changed are found, and at the very place', () => {
    const counts = new Map<string, { faults: number; ties: number; inLine: number; onSpot: number }>();
    for (const { narratives } of styles)
      narratives.forEach((narrative, seed) => {
        const correct = analyse(narrative.text, OPTIONS);
        for (const fault of faultsOf(narrative, seed, PER_KIND)) {
          const { kind, line } = fault.mark;
          const count = counts.get(kind) ?? { faults: 0, ties: 0, inLine: 0, onSpot: 0 };
          counts.set(kind, count);
          count.faults++;
          if (fault.tie) count.ties++;
          const changed = analyse(fault.text, OPTIONS, correct);
          const own = findingsIn(changed).filter(({ range }) => range.start.line === line);
          if (own.length > 0) count.inLine++;
          if (own.some((finding) => standsOn(finding, fault))) count.onSpot++;
        }
      });
    const told = JSON.stringify(Object.fromEntries(counts));
    for (const { faults, inLine, onSpot } of counts.values()) {
      assert.ok(faults > 50, told);
      assert.ok(inLine >= MIN_FOUND * faults, told);
      assert.ok(onSpot >= MIN_FOUND * faults, told);
    }
  }).timeout(360_000);
});
