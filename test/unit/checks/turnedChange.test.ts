import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analysisOf, applyEdits } from '../../support/features.ts';

const WORDS = { up: ['增加', '增长'], down: ['减少', '下降'] } as const;

/** What a sentence tells of two years in 0.01 万元, with the words for a rise or for a fall. */
function sentence(now: number, before: number, way: keyof typeof WORDS): string {
  const difference = Math.abs(now - before);
  const percent = ((100 * difference) / before).toFixed(2);
  const [first, second] = WORDS[way];
  return `某某县水务局2024年部门预算公开

二、支出预算情况

2024年支出预算${(now / 100).toFixed(2)}万元，比上年${first}${(difference / 100).toFixed(2)}万元，${second}${percent}%，主要原因是项目变化。
`;
}

function changesIn(text: string) {
  return analysisOf(text).findings.filter(({ rule }) => rule === 'prose-change');
}

const YEARS = fc
  .tuple(fc.integer({ min: 50_000, max: 5_000_000 }), fc.integer({ min: 5, max: 60 }), fc.boolean())
  .map(([before, share, isRise]) => {
    const difference = Math.round((before * share) / 100) + 7;
    return { before, now: before + (isRise ? difference : -difference), isRise };
  });

describe('changes told the wrong way round', () => {
  it('are turned round again by the preferred fix, which leaves the figures alone', () => {
    fc.assert(
      fc.property(YEARS, ({ now, before, isRise }) => {
        const right = sentence(now, before, isRise ? 'up' : 'down');
        const [finding, ...others] = changesIn(sentence(now, before, isRise ? 'down' : 'up'));
        assert.deepEqual(others, []);
        const fix = finding?.fixes.find(({ preferred }) => preferred);
        assert.ok(fix);
        assert.equal(applyEdits(sentence(now, before, isRise ? 'down' : 'up'), [...fix.edits]), right);
      }),
    );
  });

  it('have no finding the right way round', () => {
    fc.assert(
      fc.property(YEARS, ({ now, before, isRise }) => {
        assert.deepEqual(changesIn(sentence(now, before, isRise ? 'up' : 'down')), []);
      }),
    );
  });
});
