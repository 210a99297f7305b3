// What a run of mocha says about itself, passed from process to process as a file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{readonly passes: number, readonly failures: number, readonly pending: number}} Counts
 */

/** Where the suite inside the extension host writes its counts; the same words are in test/editor/suite/index.ts. */
export const suiteResultVariable = 'BUDGET_DISCLOSURE_SUITE_RESULT';

/** Marks the suite's own lines among all that a workbench logs; the same words are in test/editor/suite/index.ts. */
export const suiteLinePrefix = '[suite] ';

/**
 * @param {string} file
 * @param {{passes?: number, failures?: number, pending?: number}} stats mocha's own
 */
export function writeCounts(file, { passes = 0, failures = 0, pending = 0 }) {
  writeFileSync(file, JSON.stringify({ passes, failures, pending }));
}

/**
 * @param {string} file
 * @returns {Counts | undefined} undefined when the run ended before it could write them
 */
export function readCounts(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
