import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { DialectName } from '../../generator/dialects/dialect.ts';
import { arbitraryDisclosure, type DisclosureOptions } from '../../generator/index.ts';
import { type ReadBack, readBack } from '../../support/roundTrip.ts';

/** The dialects that are read back so far. */
const DIALECTS: readonly DialectName[] = ['tab', 'pipe', 'comma', 'html'];

const SEED = 2024;

describe('reading gives the model back', () => {
  for (const dialect of DIALECTS) {
    it(`${dialect}, clean: none wrongly, 99 % bound`, function () {
      this.timeout(60_000);
      const figures = readAll({ dialects: [dialect] });
      assert.ok(figures.length > 3000);
      assert.deepEqual(some(figures.filter(({ verdict }) => verdict === 'wrong')), []);
      // Rows that end at different columns, without a blank among them, may have lost any of their cells.
      const unbound = figures.filter(({ verdict }) => verdict === 'unbound');
      assert.ok(unbound.length < 0.01 * figures.length, some(unbound).join('\n'));
    });
  }
});

/** What was read of many small disclosures and some of medium size. */
function readAll(options: DisclosureOptions): ReadBack[] {
  const sizes = [
    { size: 'small', numRuns: 250 },
    { size: 'medium', numRuns: 12 },
  ] as const;
  return sizes.flatMap(({ size, numRuns }) =>
    fc.sample(arbitraryDisclosure({ ...options, size }), { numRuns, seed: SEED }).flatMap(readBack),
  );
}

/** A few of the figures, for a person. */
function some(figures: readonly ReadBack[]): string[] {
  return figures.slice(0, 10).map(({ verdict, why, about }) => `${verdict} ${why}: ${about}`);
}
