import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { DAMAGE_NAMES, type DamageName } from '../../generator/damage/index.ts';
import type { DialectName } from '../../generator/dialects/dialect.ts';
import { arbitraryDisclosure, type DisclosureOptions } from '../../generator/index.ts';
import { type ReadBack, readBack } from '../../support/roundTrip.ts';

/** The dialects that are read back so far. */
const DIALECTS: readonly DialectName[] = ['tab', 'pipe', 'comma', 'html'];

/** Damage that moves or removes cells, so that what is left may say something else. */
const MISLEADING: readonly DamageName[] = ['lost-cells', 'shifted-rows', 'slid-head', 'lost-columns'];

const SEED = 2024;

describe('reading gives the model back', () => {
  for (const dialect of DIALECTS) {
    it(`${dialect}, clean: none wrongly, 99 % bound of the rows that show their blanks`, function () {
      this.timeout(60_000);
      assertGivenBack(readAll({ dialects: [dialect] }), 0.99);
    });

    it(`${dialect}, damaged in any way: none wrongly, 95 % of the rows that were not touched`, function () {
      this.timeout(60_000);
      assertGivenBack(readAll({ dialects: [dialect], damage: DAMAGE_NAMES }), 0.95);
    });

    it(`${dialect}, cells moved or lost: none wrongly, 95 % of the rows that were not touched`, function () {
      this.timeout(60_000);
      assertGivenBack(readAll({ dialects: [dialect], damage: MISLEADING }), 0.95);
    });
  }
});

/** Nothing is read wrongly, and so much of the rows that damage did not touch is bound. */
function assertGivenBack(figures: readonly ReadBack[], least: number): void {
  assert.ok(figures.length > 3000);
  assert.deepEqual(some(figures.filter(isWrong)), []);
  const whole = figures.filter(({ touched }) => !touched);
  assert.ok(whole.length > 1000, `${whole.length} in rows that were not touched`);
  const unbound = whole.filter(({ verdict }) => verdict !== 'bound');
  const share = `${unbound.length} of ${whole.length} unbound`;
  assert.ok(unbound.length <= (1 - least) * whole.length, [share, ...some(unbound)].join('\n'));
}

/**
 * Dialects in which nothing marks the cells, and how much of what is not lossy is bound. Where a row has lost
 * its blanks nobody can tell its columns. Cells of web pages end at their bars: nothing of what is wrapped stands behind.
 */
const UNMARKED: readonly (readonly [dialect: DialectName, least: number, damages: readonly DamageName[]])[] =
  [
    ['flattened', 0.95, DAMAGE_NAMES],
    ['aligned', 0.95, DAMAGE_NAMES],
    ['cell-per-line', 0.88, DAMAGE_NAMES],
    ['barred', 0.88, DAMAGE_NAMES.filter((name) => !name.startsWith('wrapped'))],
  ];

describe('reading gives back what nothing marks, or leaves it unbound', () => {
  for (const [dialect, least, damage] of UNMARKED) {
    it(`${dialect}, clean: none wrongly, ${100 * least} % bound of the rows that lost nothing`, function () {
      this.timeout(60_000);
      const whole = readAll({ dialects: [dialect] }).filter(({ touched }) => !touched);
      assert.ok(whole.length > 3000);
      assert.deepEqual(some(whole.filter(({ verdict }) => verdict === 'wrong')), []);
      const bound = whole.filter(({ verdict }) => verdict === 'bound');
      assert.ok(bound.length >= least * whole.length, `${bound.length} of ${whole.length}`);
    });

    if (damage.length > 0) {
      it(`${dialect}, damaged: none wrongly`, function () {
        this.timeout(60_000);
        const figures = readAll({ dialects: [dialect], damage });
        assert.ok(figures.some(({ verdict }) => verdict === 'bound'));
        assert.deepEqual(some(figures.filter(({ verdict }) => verdict === 'wrong')), []);
      });
    }
  }
});

describe('reading gives back amounts that show every 分 in 万元', () => {
  for (const dialect of ['aligned', 'flattened'] as const)
    it(`${dialect}: none wrongly, 90 % bound of the rows that lost nothing`, function () {
      this.timeout(60_000);
      assertGivenBack(readAll({ dialects: [dialect], rounding: ['fine'] }), 0.9);
    });
});

describe('reading gives back aligned tables with wrapped lines, on several pages and with signs of a scanner', () => {
  /** Whose rows are between words that may be rows themselves cannot always be told. */
  const wraps = [
    ['wrapped-names', 0.94],
    ['wrapped-heads', 0.93],
    ['page-breaks', 0.96],
    ['ghost-rows', 0.98],
    ['ocr-spaces', 0.96],
  ] as const;
  for (const [name, least] of wraps)
    it(`${name}: none wrongly, ${100 * least} % of the rows that were not touched`, function () {
      this.timeout(60_000);
      assertGivenBack(readAll({ dialects: ['aligned'], damage: [name] }), least);
    });
});

function isWrong({ verdict }: ReadBack): boolean {
  return verdict === 'wrong';
}

/** What was read of many small disclosures and some of medium size. */
function readAll(options: DisclosureOptions): ReadBack[] {
  const sizes = [
    { size: 'small', numRuns: 200 },
    { size: 'medium', numRuns: 6 },
  ] as const;
  return sizes.flatMap(({ size, numRuns }) =>
    fc.sample(arbitraryDisclosure({ ...options, size }), { numRuns, seed: SEED }).flatMap(readBack),
  );
}

/** A few of the figures, for a person. */
function some(figures: readonly ReadBack[]): string[] {
  return figures.slice(0, 10).map(({ verdict, why, about }) => `${verdict} ${why}: ${about}`);
}
