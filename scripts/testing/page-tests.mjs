// Runs the tests of test/editor/page in this process, which holds the page they drive.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { root, testOutput } from '../support/paths.mjs';
import { loadTypeScript } from '../support/typescript.mjs';
import { writeCountsOf } from './results.mjs';

const folder = join(root, 'test', 'editor', 'page');

/** The tests find the page under this key; the same words are in test/editor/page/session.ts. */
const sessionKey = Symbol.for('budget-disclosure.page-session');

/**
 * @param {{page: import('playwright-core').Page, workspace: string, result: string}} options `workspace`: the
 *   folder that is open, which the tests may change. `result`: the file for the counts.
 * @returns {Promise<number>} how many failed
 */
export async function runPageTests({ page, workspace, result }) {
  loadTypeScript();
  Object.assign(globalThis, { [sessionKey]: { page, workspace } });
  const mocha = new Mocha({
    timeout: 60_000,
    slow: 10_000,
    forbidOnly: true,
    color: false,
    rootHooks: { afterEach: pictureOfFailure(page) },
  });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.test\.(ts|mjs)$/.test(file)) mocha.addFile(join(folder, file));
  }
  await mocha.loadFilesAsync();
  return new Promise((resolve) => writeCountsOf(mocha.run(resolve), result));
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {Mocha.AsyncFunc} a hook that keeps what was on the screen when a test failed
 */
function pictureOfFailure(page) {
  return async function () {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const name = test.fullTitle().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    const path = join(testOutput, `${name}.png`);
    await page.screenshot({ path });
    console.log(`      ${path}`);
  };
}
