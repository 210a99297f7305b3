// Runs the suite inside the extension host. VS Code calls `run` because the launcher names this file as
// extensionTestsPath; the tests themselves are bundled beside it as suite.tests.js.
import { readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative } from 'node:path';
import { format } from 'node:util';

/** The launcher reads the counts from this file. The same words are in scripts/testing/results.mjs. */
const resultVariable = 'BUDGET_DISCLOSURE_SUITE_RESULT';

/** Tells the suite's lines from all else that a workbench logs. The same words are in scripts/testing/results.mjs. */
const linePrefix = '[suite] ';

/** All tests in one bundle. */
const tests = join(__dirname, 'suite.tests.js');

/** Ends when all tests have run; fails when one failed or when there is none. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = show;
  const mocha = new Mocha({ timeout: 30_000, slow: 5_000, forbidOnly: true, color: false });
  mocha.addFile(tests);
  try {
    await mocha.loadFilesAsync();
  } catch (error) {
    // VS Code would only say that the suite failed.
    show(error);
    throw error;
  }
  await new Promise<void>((resolve, reject) => {
    const failed: string[] = [];
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      const result = process.env[resultVariable];
      if (result !== undefined) writeFileSync(result, JSON.stringify({ passes, failures, pending, failed }));
      if (failures > 0) reject(new Error(`${failures} failed`));
      else if (passes === 0) reject(new Error('There is not one test.'));
      else resolve();
    });
    runner.on('fail', (test, error) => failed.push(`${test.fullTitle()}: ${firstLine(error)}`));
  });
}

const firstLine = (error: unknown): string | undefined => String(error).split('\n', 1)[0];

/** Prints what belongs to the suite, in the way of `console.log`. */
function show(...args: readonly unknown[]): void {
  for (const line of withSourcePlaces(format(...args)).split('\n')) console.log(`${linePrefix}${line}`);
}

/**
 * Replaces the bundle's places in a stack trace by those of the sources. Node would do so itself, had VS Code not
 * put its own way of making stack traces in place.
 */
function withSourcePlaces(text: string): string {
  const place = /\(?[^\s()]*suite\.tests\.js:(\d+):(\d+)\)?/g;
  if (!place.test(text)) return text;
  const map = new SourceMap(JSON.parse(readFileSync(`${tests}.map`, 'utf8')));
  return text.replace(place, (whole: string, line: string, column: string) => {
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!('originalSource' in entry)) return whole;
    const source = relative(join(__dirname, '../../..'), join(__dirname, entry.originalSource));
    return `(${source}:${entry.originalLine + 1}:${entry.originalColumn + 1})`;
  });
}
