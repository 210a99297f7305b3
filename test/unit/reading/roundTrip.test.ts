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
      this.timeout(120_000);
      assertGivenBack(readAll({ dialects: [dialect] }), 0.99);
    });

    it(`${dialect}, damaged in any way: none wrongly, 95 % of the rows that were not touched`, function () {
      this.timeout(120_000);
      assertGivenBack(readAll({ dialects: [dialect], damage: DAMAGE_NAMES }), 0.95);
    });

    it(`${dialect}, cells moved or lost: none wrongly, 95 % of the rows that were not touched`, function () {
      this.timeout(120_000);
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

/** A dialect in which nothing marks the cells, and how much of what is not lossy is bound. */
interface Unmarked {
  readonly dialect: DialectName;
  readonly clean: number;
  /** The same of rows that damage did not touch. */
  readonly damaged: number;
  readonly damages: readonly DamageName[];
  /** What part of the documents is read where that takes long. */
  readonly share?: number;
}

/** Where a row has lost its blanks nobody can tell its columns. */
const UNMARKED: readonly Unmarked[] = [
  { dialect: 'flattened', clean: 0.97, damaged: 0.95, damages: DAMAGE_NAMES },
  { dialect: 'aligned', clean: 0.97, damaged: 0.96, damages: DAMAGE_NAMES },
  { dialect: 'cell-per-line', clean: 0.97, damaged: 0.96, damages: DAMAGE_NAMES },
  { dialect: 'barred', clean: 0.98, damaged: 0.97, damages: DAMAGE_NAMES, share: 0.25 },
];

describe('reading gives back what nothing marks, or leaves it unbound', () => {
  for (const { dialect, clean, damaged, damages, share = 1 } of UNMARKED) {
    it(`${dialect}, clean: none wrongly, ${100 * clean} % bound of the rows that lost nothing`, function () {
      this.timeout(120_000);
      const whole = readAll({ dialects: [dialect] }, share).filter(({ touched }) => !touched);
      assert.ok(whole.length > 3000 * share);
      assert.deepEqual(some(whole.filter(isWrong)), []);
      assertBound(whole, clean);
    });

    it(`${dialect}, damaged: none wrongly, ${100 * damaged} % of the rows that were not touched`, function () {
      this.timeout(120_000);
      const figures = readAll({ dialects: [dialect], damage: damages }, share);
      assert.deepEqual(some(figures.filter(isWrong)), []);
      assertBound(
        figures.filter(({ touched }) => !touched),
        damaged,
      );
    });
  }
});

function assertBound(figures: readonly ReadBack[], least: number): void {
  const bound = figures.filter(({ verdict }) => verdict === 'bound');
  assert.ok(
    bound.length > 0 && bound.length >= least * figures.length,
    `${bound.length} of ${figures.length}`,
  );
}

describe('reading gives back amounts that show every 分 in 万元', () => {
  for (const dialect of ['aligned', 'flattened'] as const)
    it(`${dialect}: none wrongly, 90 % bound of the rows that lost nothing`, function () {
      this.timeout(120_000);
      assertGivenBack(readAll({ dialects: [dialect], rounding: ['fine'] }), 0.9);
    });
});

describe('reading gives back tables with wrapped lines, on several pages and with signs of a scanner', () => {
  /** Whose rows are between words that may be rows themselves cannot always be told. */
  const wraps: readonly (readonly [DialectName, DamageName, number])[] = [
    ['aligned', 'wrapped-names', 0.94],
    ['aligned', 'wrapped-heads', 0.94],
    ['aligned', 'page-breaks', 0.95],
    ['aligned', 'ghost-rows', 0.98],
    ['aligned', 'ocr-spaces', 0.96],
    ['aligned', 'garbled-units', 0.97],
    ['flattened', 'wrapped-names', 0.9],
    ['flattened', 'wrapped-heads', 0.95],
    ['flattened', 'page-breaks', 0.94],
    ['cell-per-line', 'wrapped-names', 0.95],
  ];
  for (const [dialect, name, least] of wraps)
    it(`${dialect}, ${name}: none wrongly, ${100 * least} % of the rows that were not touched`, function () {
      this.timeout(120_000);
      assertGivenBack(readAll({ dialects: [dialect], damage: [name] }), least);
    });
});

function isWrong({ verdict }: ReadBack): boolean {
  return verdict === 'wrong';
}

/** What was read of many small disclosures and some of medium size. */
function readAll(options: DisclosureOptions, share = 1): ReadBack[] {
  const sizes = [
    { size: 'small', numRuns: Math.ceil(200 * share) },
    { size: 'medium', numRuns: Math.ceil(6 * share) },
  ] as const;
  return sizes.flatMap(({ size, numRuns }) =>
    fc.sample(arbitraryDisclosure({ ...options, size }), { numRuns, seed: SEED }).flatMap(readBack),
  );
}

/** A few of the figures, for a person. */
function some(figures: readonly ReadBack[]): string[] {
  return figures.slice(0, 10).map(({ verdict, why, about }) => `${verdict} ${why}: ${about}`);
}
