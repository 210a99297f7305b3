import { strict as assert } from 'node:assert';
import { readDisclosure } from '#core/disclosure/disclosure.ts';
import { parse } from '#core/syntax/parse.ts';
import { falseFigures, judgeFigures, type Outcome, type ProseTruth } from '../../../support/proseTruth.ts';
import { leftOut, seedTexts } from '../../../support/seeds.ts';
import dongxihu from '../../../truth/prose/dongxihu-2023.json';
import guiyang from '../../../truth/prose/guiyang-2022.json';
import hanzhong from '../../../truth/prose/hanzhong-2023.json';
import hetang from '../../../truth/prose/hetang-2022.json';
import tongnan from '../../../truth/prose/tongnan-2021.json';

const TRUTHS: Readonly<Record<string, ProseTruth>> = {
  'dongxihu-2023': dongxihu as ProseTruth,
  'guiyang-2022': guiyang as ProseTruth,
  'hanzhong-2023': hanzhong as ProseTruth,
  'hetang-2022': hetang as ProseTruth,
  'tongnan-2021': tongnan as ProseTruth,
};

/** Money and percentages of the narratives, counted by hand where the list does not name every number. */
const LEFT_TO_READERS: Readonly<Record<string, number>> = { 'hanzhong-2023': 1, 'tongnan-2021': 1 };

describe(`prose of the five seeds${leftOut()}`, () => {
  for (const seed of seedTexts()) {
    describe(`${seed.name} (${seed.origin})`, () => {
      const truth = TRUTHS[seed.name];
      assert.ok(truth, `no truth for ${seed.name}`);
      const { prose } = readDisclosure(parse(seed.text));
      const outcomes = judgeFigures(prose, truth);

      it(`finds each of the ${truth.figures.length} figures written down`, () => {
        assert.deepEqual(named(outcomes.filter(({ found }) => !found)), []);
      });

      it('claims nothing wrong', () => {
        assert.deepEqual(named(outcomes.filter(({ wrong }) => wrong.length > 0)), []);
      });

      it('leaves nothing unknown that the text says', () => {
        assert.deepEqual(named(outcomes.filter(({ unknown }) => unknown.length > 0)), []);
      });

      it('takes no other number for a figure', () => {
        assert.deepEqual(falseFigures(prose, truth), []);
        const found = prose.passages.reduce((sum, { passage }) => sum + passage.figures.length, 0);
        assert.equal(found - outcomes.length, LEFT_TO_READERS[seed.name] ?? 0);
      });
    });
  }
});

function named(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(({ truth, wrong, unknown }) =>
    [`${truth.figure} in ${truth.in}`, ...wrong, ...unknown].join(' | '),
  );
}
