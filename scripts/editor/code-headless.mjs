#!/usr/bin/env node
// Takes the place of desktop VS Code's executable for @vscode/test-electron: the same arguments, but the editor
// runs in VS Code's server and a headless browser. One server and one browser serve first the suite inside the
// extension host and then, in a page of their own, the tests that press keys and look at the screen: when a suite
// has ended, VS Code ends its extension host too, so that page is of no further use.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';
import { testOutput } from '../support/paths.mjs';
import { complain } from '../support/say.mjs';
import { runPageTests } from '../testing/page-tests.mjs';
import { suiteLinePrefix } from '../testing/results.mjs';
import { launchBrowser } from './browser.mjs';
import { profileAt } from './profile.mjs';
import { startServer } from './server.mjs';
import { newPage, openWorkbench } from './workbench-page.mjs';

const suiteTimeoutMs = 5 * 60_000;
const pageTestsTimeoutMs = 10 * 60_000;

/**
 * Rejects when this process is told to end, or when the one that started it is gone: then nobody else would end
 * the server and the browser.
 * @type {Promise<never>}
 */
const interrupted = new Promise((_, reject) => {
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(name, () => reject(new Error(`Ended by ${name}.`)));
  }
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) reject(new Error('The process that started the tests is gone.'));
  }, 1000).unref();
});
// It may be rejected while nobody waits for it; whoever waits next sees it.
interrupted.catch(() => {});

/**
 * @param {string} name
 * @returns {string} the value of `--name=value`
 */
function argument(name) {
  const prefix = `--${name}=`;
  const found = process.argv.find((each) => each.startsWith(prefix));
  if (found === undefined) throw new Error(`${prefix}… is missing`);
  return found.slice(prefix.length);
}

/**
 * Fails when the work takes too long, or when the run is interrupted.
 * @template T
 * @param {Promise<T>} work
 * @param {number} ms
 * @param {string} what
 * @returns {Promise<T>}
 */
async function within(work, ms, what) {
  const timer = new AbortController();
  const tooLong = sleep(ms, undefined, { signal: timer.signal }).then(
    () => {
      throw new Error(`${what} took longer than ${ms / 1000} s.`);
    },
    // Aborted: the race is over.
    () => interrupted,
  );
  try {
    return await Promise.race([work, tooLong, interrupted]);
  } finally {
    timer.abort();
  }
}

/**
 * Runs the suite in the extension host. Its own lines are shown; what else the workbench logs goes to a file.
 * @param {import('playwright-core').Page} page
 * @param {import('./server.mjs').Server} server
 * @param {{folder: string, extension: string, suite: string}} what
 * @returns {Promise<number>} the exit code
 */
async function runSuite(page, server, what) {
  const log = join(testOutput, 'workbench.log');
  writeFileSync(log, '');
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      const line = format(...args);
      appendFileSync(log, `[${type}] ${line}\n`);
      const shown = line.indexOf(suiteLinePrefix);
      if (shown >= 0) console.log(line.slice(shown + suiteLinePrefix.length));
    },
  );
  /** @type {(code: number) => void} */
  let exit = () => {};
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => exit(code));
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    exit = resolve;
    page.once('crash', () => reject(new Error('The page of the workbench crashed.')));
    void server.ended.then(() => reject(new Error("The editor's server ended during the suite.")));
  });
  const [, code] = await Promise.all([openWorkbench(page, server, what), ended]);
  if (code !== 0) {
    await page.screenshot({ path: join(testOutput, 'suite.png') });
    console.log(`Logs and a picture of the screen: ${testOutput}`);
  }
  return code;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./server.mjs').Server} server
 * @returns {Promise<number>} the exit code
 */
async function runBoth(browser, server) {
  const extension = argument('extensionDevelopmentPath');

  const suitePage = await newPage(browser);
  const suite = { folder: argument('suite-workspace'), extension, suite: argument('extensionTestsPath') };
  const suiteCode = await within(runSuite(suitePage, server, suite), suiteTimeoutMs, 'The suite');
  await suitePage.context().close();

  const page = await newPage(browser);
  const workspace = argument('page-workspace');
  await within(openWorkbench(page, server, { folder: workspace, extension }), 120_000, 'The workbench');
  const tests = runPageTests({ page, workspace, result: argument('page-result') });
  const failures = await within(tests, pageTestsTimeoutMs, 'The page tests');
  return suiteCode === 0 && failures === 0 ? 0 : 1;
}

/** @returns {Promise<number>} the exit code */
async function main() {
  mkdirSync(testOutput, { recursive: true });
  const profile = profileAt(dirname(argument('user-data-dir')));
  const temporary = { TMPDIR: profile.temporary, TEMP: profile.temporary, TMP: profile.temporary };
  const browser = await launchBrowser();
  try {
    const server = await startServer({ profile, log: join(testOutput, 'server.log'), env: temporary });
    try {
      return await runBoth(browser, server);
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    complain(error);
    process.exit(1);
  },
);
