import { strict as assert } from 'node:assert';
import { DIALECT_NAMES } from '../../support/accuracy/generated.ts';
import {
  alarmsInGenerated,
  type Measured,
  type MeasuredSeed,
  measureDialects,
  measuredTexts,
  measureSeed,
} from '../../support/accuracy/measure.ts';
import {
  newErrorsPerFault,
  rateOf,
  recognisedSlides,
  type Share,
  tallyOf,
  trialsOf,
  withBoth,
} from '../../support/accuracy/tally.ts';
import { leftOut } from '../../support/seeds.ts';

/** A fixed part of what scripts/accuracy.mjs tries, small enough for every run. */
const SEEDS = { share: 0.08, shapes: 4 };
const GENERATED = { documents: 1, share: 0.06, shapes: 3 };
const CORRECT_A_DIALECT = 3;

interface Demand {
  readonly name: string;
  /** What issue 5 demands. */
  readonly target: number;
  /** What the program reached when this was last set, rounded down to two digits, and no more than the target. */
  readonly seeds: number;
  readonly generated: number;
}

/** At least so much of all. */
const LEAST: readonly (Demand & { readonly of: (all: readonly Measured[]) => Share })[] = [
  {
    ...{ name: 'detected', target: 0.99, seeds: 0.98, generated: 0.99 },
    of: (all) => tallyOf(trialsOf(all)).detected,
  },
  {
    ...{ name: 'located, cells with a row and a column sum', target: 0.98, seeds: 0.98, generated: 0.98 },
    of: (all) => tallyOf(withBoth(trialsOf(all))).located,
  },
  {
    ...{ name: 'located, all cells but ties', target: 0.95, seeds: 0.95, generated: 0.95 },
    of: (all) => tallyOf(trialsOf(all)).located,
  },
  {
    ...{ name: 'restored, cells with a row and a column sum', target: 0.97, seeds: 0.97, generated: 0.97 },
    of: (all) => tallyOf(withBoth(trialsOf(all))).restored,
  },
  {
    ...{ name: 'slides recognised, of those detected', target: 0.9, seeds: 0.9, generated: 0.89 },
    of: recognisedSlides,
  },
];

/** At most so much. */
const MOST: readonly (Demand & { readonly of: (all: readonly Measured[]) => number })[] = [
  {
    ...{ name: 'preferred fixes that write another value', target: 0.005, seeds: 0.005, generated: 0.005 },
    of: (all) => rateOf(tallyOf(trialsOf(all)).harm, 0),
  },
  {
    ...{ name: 'new errors per fault', target: 1.1, seeds: 1.1, generated: 1.1 },
    of: (all) => newErrorsPerFault(trialsOf(all)),
  },
];

describe(`accuracy, a sample of faults${leftOut()}`, function () {
  this.timeout(600_000);
  const all: { seeds: MeasuredSeed[]; generated: Measured[] } = { seeds: [], generated: [] };

  before(() => {
    all.seeds = measuredTexts().map((seed) => measureSeed(seed, SEEDS));
    all.generated = measureDialects(GENERATED.documents, GENERATED).flatMap(({ documents }) => documents);
  });

  it('is measured on enough of them', () => {
    assert.ok(trialsOf(all.seeds).length > 500, `${trialsOf(all.seeds).length} of the seeds`);
    assert.ok(
      trialsOf(all.generated).length > 300,
      `${trialsOf(all.generated).length} of generated documents`,
    );
  });

  for (const { name, target, of, ...reached } of LEAST) {
    for (const kind of ['seeds', 'generated'] as const) {
      // At least nothing is always reached: such a demand waits until something is.
      const demand = reached[kind] > 0 ? it : it.skip;
      demand(`${name}, ${kind}: at least ${reached[kind]}, and ${target} is the target`, () => {
        const share = of(all[kind]);
        assert.ok(share.of > 0);
        assert.ok(rateOf(share) >= reached[kind], `${share.count} of ${share.of}: ${rateOf(share)}`);
      });
    }
  }

  for (const { name, target, of, ...reached } of MOST) {
    for (const kind of ['seeds', 'generated'] as const) {
      it(`${name}, ${kind}: at most ${reached[kind]}, and ${target} is the target`, () => {
        assert.ok(of(all[kind]) <= reached[kind], String(of(all[kind])));
      });
    }
  }

  it('no false error or warning in the samples as they are', () => {
    assert.deepEqual(
      all.seeds.flatMap(({ falseAlarms }) => falseAlarms),
      [],
    );
  });

  it('no false error or warning in correct generated documents', () => {
    assert.deepEqual(
      DIALECT_NAMES.flatMap((dialect) => alarmsInGenerated(dialect, CORRECT_A_DIALECT)),
      [],
    );
  });
});
