// Runs the editor tests in one launch of one editor, chosen in this order: the executable that VSCODE_EXECUTABLE
// names; desktop VS Code, which @vscode/test-electron downloads, when E2E=desktop or on Windows and macOS; else
// the headless one of scripts/editor.
//
//   node scripts/testing/editor-tests.mjs RESULT.json
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { copySeeds, withThrowawayProfile } from '../editor/profile.mjs';
import { editorHome, root, testOutput } from '../support/paths.mjs';
import { intrusiveVariables } from '../support/processes.mjs';
import { complain, Explained } from '../support/say.mjs';
import { readCounts, suiteResultVariable } from './results.mjs';

/**
 * @typedef {{
 *   readonly editor: string,
 *   readonly suite: import('./results.mjs').Counts | undefined,
 *   readonly page: import('./results.mjs').Counts | undefined,
 *   readonly pageSkipped: boolean,
 * }} EditorResult
 */

/** @typedef {{readonly name: string, readonly headless: boolean, readonly executable?: string}} Choice */

/** @returns {Choice} */
function choose() {
  const executable = process.env.VSCODE_EXECUTABLE;
  if (executable) return { name: executable, headless: false, executable };
  const asked = process.env.E2E;
  if (asked !== undefined && asked !== 'desktop' && asked !== 'headless') {
    throw new Explained(
      `E2E 只能是 desktop 或 headless，而不是 ${asked}`,
      `E2E is desktop or headless, not ${asked}`,
    );
  }
  const system = process.platform;
  if (asked === 'desktop' || (asked === undefined && (system === 'win32' || system === 'darwin'))) {
    return { name: 'desktop VS Code', headless: false };
  }
  return { name: 'headless VS Code', headless: true, executable: headlessExecutable() };
}

/** @returns {string} a file the system can execute, whatever happened to its mode on the way here */
function headlessExecutable() {
  const script = join(root, 'scripts', 'editor', 'code-headless.mjs');
  if (process.platform !== 'win32') {
    chmodSync(script, 0o755);
    return script;
  }
  const command = join(editorHome, 'code-headless.cmd');
  mkdirSync(editorHome, { recursive: true });
  writeFileSync(command, `@"${process.execPath}" "${script}" %*\r\n`);
  return command;
}

/** @returns {Promise<boolean>} whether everything passed */
async function main() {
  const output = process.argv[2];
  if (output === undefined) throw new Error('Say where the result goes: editor-tests.mjs RESULT.json');
  rmSync(testOutput, { recursive: true, force: true });
  const choice = choose();
  console.log(`Editor: ${choice.name}`);
  return withThrowawayProfile({}, async (profile) => {
    const suiteResult = join(profile.folder, 'suite.json');
    const pageResult = join(profile.folder, 'page.json');
    const suiteWorkspace = await copySeeds(profile, 'suite-workspace');
    const own = choice.headless
      ? [
          `--suite-workspace=${suiteWorkspace}`,
          `--page-workspace=${await copySeeds(profile, 'page-workspace')}`,
          `--page-result=${pageResult}`,
        ]
      : [];
    const temporary = { TMPDIR: profile.temporary, TEMP: profile.temporary, TMP: profile.temporary };
    const passed = await launch(choice, {
      launchArgs: [
        suiteWorkspace,
        `--user-data-dir=${profile.userData}`,
        `--extensions-dir=${profile.extensions}`,
        '--disable-telemetry',
        ...own,
      ],
      env: { ...temporary, [suiteResultVariable]: suiteResult },
    });
    /** @type {EditorResult} */
    const result = {
      editor: choice.name,
      suite: readCounts(suiteResult),
      page: readCounts(pageResult),
      pageSkipped: !choice.headless,
    };
    writeFileSync(output, JSON.stringify(result));
    return passed;
  });
}

/**
 * @param {Choice} choice
 * @param {{launchArgs: string[], env: Record<string, string>}} options
 * @returns {Promise<boolean>} whether the editor ended with 0
 */
async function launch(choice, { launchArgs, env }) {
  try {
    await runTests({
      ...(choice.executable === undefined ? {} : { vscodeExecutablePath: choice.executable }),
      version: process.env.VSCODE_VERSION ?? 'stable',
      cachePath: join(editorHome, 'desktop'),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out', 'test', 'editor', 'suite.js'),
      launchArgs,
      extensionTestsEnv: {
        ...Object.fromEntries(intrusiveVariables().map((name) => [name, undefined])),
        ...env,
      },
    });
    return true;
  } catch (error) {
    if (error instanceof TestRunFailedError) return false;
    throw new Explained(
      `无法启动 ${choice.name}。可改用无头编辑器：E2E=headless；或用 VSCODE_EXECUTABLE 指明 VS Code。`,
      `${choice.name} could not be started. Try the headless editor, E2E=headless; or name a VS Code in VSCODE_EXECUTABLE.`,
      error,
    );
  }
}

// @vscode/test-electron ends the editor on Ctrl-C. With a listener here it does not end this process as well, so
// that the profile is removed.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => process.emit('SIGINT'));

main().then(
  (passed) => process.exit(passed ? 0 : 1),
  (error) => {
    complain(error);
    process.exit(1);
  },
);
