import fc from 'fast-check';

/**
 * Loaded by mocha before all tests. Property tests draw the same cases on every run, so that a red run tells
 * of the change under test; `PROPERTY_SEED=random` draws new ones, to look for what nobody thought of, and
 * `PROPERTY_SEED=<number>` those of a seed that fast-check has printed.
 */
const DEFAULT_SEED = 20240101;

const { PROPERTY_SEED: wish } = process.env;
if (wish !== 'random') {
  const seed = wish ? Number(wish) : DEFAULT_SEED;
  if (!Number.isInteger(seed)) throw new Error(`PROPERTY_SEED: ${wish}`);
  fc.configureGlobal({ seed });
}
