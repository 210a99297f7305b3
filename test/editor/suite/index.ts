// Runs the suite inside the extension host. VS Code calls `run` because the launcher names this file as
// extensionTestsPath; the tests themselves are bundled beside it as suite.tests.js.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';

/** The launcher reads the counts from this file. The same words are in scripts/testing/results.mjs. */
const resultVariable = 'BUDGET_DISCLOSURE_SUITE_RESULT';

/** Tells the suite's lines from all else that a workbench logs. The same words are in scripts/testing/results.mjs. */
const linePrefix = '[suite] ';

/** Ends when all tests have run; fails when one failed or when there is none. */
export async function run(): Promise<void> {
  // Shows the lines of the sources, not of the bundle, in stack traces.
  process.setSourceMapsEnabled(true);
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = (...args: readonly unknown[]) => {
    for (const line of format(...args).split('\n')) console.log(`${linePrefix}${line}`);
  };
  const mocha = new Mocha({ timeout: 30_000, slow: 5_000, forbidOnly: true, color: false });
  mocha.addFile(join(__dirname, 'suite.tests.js'));
  await mocha.loadFilesAsync();
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      const result = process.env[resultVariable];
      if (result !== undefined) writeFileSync(result, JSON.stringify({ passes, failures, pending }));
      if (failures > 0) reject(new Error(`${failures} failed`));
      else if (passes === 0) reject(new Error('There is not one test.'));
      else resolve();
    });
  });
}
