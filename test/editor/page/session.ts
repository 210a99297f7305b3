// What the launcher hands to the page tests.
import type { Page } from 'playwright-core';

/** One page with one workbench, shared by all page tests of a run. */
export interface Session {
  readonly page: Page;
  /** The folder that is open: a throwaway copy of the seeds. */
  readonly workspace: string;
}

/** The same words are in scripts/testing/page-tests.mjs. */
const key = Symbol.for('budget-disclosure.page-session');

/** The session of this run. The launcher puts it on the global object because it loads no TypeScript itself. */
export function session(): Session {
  const found: unknown = Reflect.get(globalThis, key);
  if (!isSession(found))
    throw new Error('Page tests are run by npm test -- --only editor, not by mocha alone.');
  return found;
}

function isSession(value: unknown): value is Session {
  return typeof value === 'object' && value !== null && 'page' in value && 'workspace' in value;
}
