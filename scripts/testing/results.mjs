// What a run of mocha says about itself, passed from process to process as a file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{
 *   readonly passes: number,
 *   readonly failures: number,
 *   readonly pending: number,
 *   readonly failed: readonly string[],
 * }} Counts `failed`: what failed, a line each, for the end of a log that is too long to be looked through.
 */

/** Where the suite inside the extension host writes its counts; the same words are in test/editor/suite/index.ts. */
export const suiteResultVariable = 'BUDGET_DISCLOSURE_SUITE_RESULT';

/** Marks the suite's own lines among all that a workbench logs; the same words are in test/editor/suite/index.ts. */
export const suiteLinePrefix = '[suite] ';

/**
 * Writes what a run comes to, when it ends.
 * @param {import('mocha').Runner} runner
 * @param {string} file
 */
export function writeCountsOf(runner, file) {
  /** @type {string[]} */
  const failed = [];
  runner.on('fail', (test, error) => failed.push(`${test.fullTitle()}: ${firstLine(error)}`));
  runner.once('end', () => {
    const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
    writeFileSync(file, JSON.stringify({ passes, failures, pending, failed }));
  });
}

/** @param {unknown} error one that came from another process is an object like an error */
const firstLine = (error) =>
  String((typeof error === 'object' && error !== null && 'message' in error && error.message) || error).split(
    '\n',
    1,
  )[0];

/**
 * @param {string} file
 * @returns {Counts | undefined} undefined when the run ended before it could write them
 */
export function readCounts(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
