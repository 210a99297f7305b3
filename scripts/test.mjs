// npm test: every check there is, in one command. The last line is `N passed, N failed`.
//
//   node scripts/test.mjs --only unit,protocol     some steps only
//   node scripts/test.mjs --help                   which steps there are
//
// The editor tests obey VSCODE_EXECUTABLE, E2E and VSCODE_VERSION (scripts/testing/editor-tests.mjs) and CHROME
// (scripts/editor/browser.mjs).
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { binary, root } from './support/paths.mjs';
import { runNode } from './support/processes.mjs';
import { complain, Explained } from './support/say.mjs';
import { readCounts } from './testing/results.mjs';

const minute = 60_000;

/** Test files that run at the same time: most of the time is reading, and more of them than this need too much memory. */
const jobs = Math.min(4, availableParallelism());

/**
 * What a step came to.
 * @typedef {{
 *   readonly passed: number,
 *   readonly failed: number,
 *   readonly pending: number,
 *   readonly remarks: readonly string[],
 * }} Outcome
 */

/**
 * @typedef {{readonly name: string, readonly title: string, readonly run: () => Promise<Outcome>}} Step
 */

const scratch = mkdtempSync(join(tmpdir(), 'budget-test-'));

/** Set by Ctrl-C: what has not begun is not begun any more. */
let interrupted = false;

/** @type {readonly Step[]} */
const steps = [
  {
    name: 'lint',
    title: '格式与写法 lint',
    run: () => checks([[binary('@biomejs/biome', 'biome'), 'check', '--error-on-warnings']]),
  },
  {
    name: 'types',
    title: '类型 types',
    run: () => checks([[binary('typescript', 'tsc')], [binary('typescript', 'tsc'), '-p', 'scripts']]),
  },
  {
    name: 'docs',
    title: '生成的文档 generated docs',
    run: () => checks(['reading.mjs', 'pages.mjs'].map((script) => [join('scripts', script), '--check'])),
  },
  { name: 'build', title: '打包 build', run: () => checks([['esbuild.mjs', '--tests']]) },
  { name: 'unit', title: '单元测试 unit', run: () => mocha('unit', ['--parallel', '--jobs', String(jobs)]) },
  {
    name: 'protocol',
    title: '协议测试 protocol',
    // Without the configuration file, which would add the unit tests to these.
    run: () =>
      mocha('protocol', ['--no-config', '--import=tsx', '--timeout', '60000', 'test/protocol/**/*.test.ts']),
  },
  { name: 'editor', title: '编辑器测试 editor', run: editorTests },
];

/** These steps test what the build step writes. */
const needBuild = new Set(['protocol', 'editor']);

/**
 * What such a step comes to after a failed build: it would test what an older build has left.
 * @type {Outcome}
 */
const withoutBuild = {
  passed: 0,
  failed: 1,
  pending: 0,
  remarks: ['没有打包，未运行 not run without a build'],
};

/**
 * Runs a Node script; says so when it had to be ended.
 * @param {readonly string[]} args
 * @param {number} timeoutMs
 * @returns {Promise<{ok: boolean, remarks: string[]}>}
 */
async function run(args, timeoutMs) {
  const result = await runNode(args, { cwd: root, timeoutMs });
  interrupted ||= result.interrupted;
  const remarks = result.timedOut ? [`超时，已结束 timed out after ${timeoutMs / minute} min`] : [];
  return { ok: result.code === 0, remarks };
}

/**
 * A step that only passes or fails. It runs all its commands, so that one fault does not hide another.
 * @param {readonly (readonly string[])[]} commands
 * @returns {Promise<Outcome>}
 */
async function checks(commands) {
  const results = [];
  for (const args of commands) results.push(await run(args, 5 * minute));
  const failed = results.every((result) => result.ok) ? 0 : 1;
  return { passed: 0, failed, pending: 0, remarks: results.flatMap((result) => result.remarks) };
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function mocha(name, args) {
  const output = join(scratch, `${name}.json`);
  const reporter = join(root, 'scripts', 'testing', 'counting-reporter.mjs');
  const { ok, remarks } = await run(
    [
      binary('mocha'),
      ...['--forbid-only', '--reporter', reporter, '--reporter-option', `output=${output}`],
      ...args,
    ],
    14 * minute,
  );
  return tally(ok, remarks, [[name, readCounts(output)]]);
}

/** @returns {Promise<Outcome>} */
async function editorTests() {
  const output = join(scratch, 'editor.json');
  const { ok, remarks } = await run(['scripts/testing/editor-tests.mjs', output], 30 * minute);
  /** @type {import('./testing/editor-tests.mjs').EditorResult | undefined} */
  const result = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : undefined;
  if (result === undefined) return tally(ok, remarks, [['editor', undefined]]);
  if (!result.pageSkipped)
    return tally(ok, remarks, [
      ['suite', result.suite],
      ['page', result.page],
    ]);
  remarks.push(
    `!!! 页面测试没有运行：${result.editor} 不能由脚本按键；用 E2E=headless 运行`,
    `!!! THE PAGE TESTS WERE NOT RUN: ${result.editor} takes no keys from a script; run them with E2E=headless`,
  );
  return tally(ok, remarks, [['suite', result.suite]]);
}

/**
 * Adds up runs of mocha. A run without counts, without tests, or that failed for no counted reason is a failure.
 * @param {boolean} ok
 * @param {readonly string[]} remarks
 * @param {readonly (readonly [string, import('./testing/results.mjs').Counts | undefined])[]} runs
 * @returns {Outcome}
 */
function tally(ok, remarks, runs) {
  let passed = 0;
  let failed = 0;
  let pending = 0;
  const all = [...remarks];
  for (const [name, counts] of runs) {
    if (counts === undefined) {
      failed += 1;
      all.push(`${name}：没有结果 ended without a result`);
      continue;
    }
    passed += counts.passes;
    failed += counts.failures;
    pending += counts.pending;
    all.push(...counts.failed.map((test) => `✗ ${test}`));
    if (counts.passes + counts.failures === 0) {
      failed += 1;
      all.push(`${name}：一个测试也没有 there is not one test`);
    }
    if (counts.pending > 0) all.push(`${name}：${counts.pending} 个未运行 left out`);
  }
  if (!ok && failed === 0) {
    failed = 1;
    all.push('以错误结束 ended with an error');
  }
  return { passed, failed, pending, remarks: all };
}

/** How the command is used, with the steps there are. */
function usage() {
  const width = Math.max(...steps.map((step) => step.name.length)) + 2;
  return [
    '用法：npm test -- [--only 步骤,步骤]     只运行其中几步',
    'Usage: npm test -- [--only STEP,STEP]    run some of the steps only',
    '',
    ...steps.map((step) => `  ${step.name.padEnd(width)}${step.title}`),
  ].join('\n');
}

/** @returns {{readonly help: boolean, readonly only?: readonly string[]}} */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.only === undefined) return { help: values.help };
    const only = values.only.split(',');
    const unknown = only.filter((name) => steps.every((step) => step.name !== name));
    if (unknown.length > 0) throw new Error(`--only ${unknown}`);
    return { help: values.help, only };
  } catch (error) {
    throw new Explained(`参数有误。\n${usage()}`, 'The arguments are wrong, see above.', error);
  }
}

/**
 * @param {readonly string[] | undefined} names
 * @returns {readonly Step[]} the steps asked for, with the build where they need it
 */
function chosenSteps(names) {
  if (names === undefined) return steps;
  const wanted = new Set(names);
  if (names.some((name) => needBuild.has(name))) wanted.add('build');
  return steps.filter((step) => wanted.has(step.name));
}

/** @type {string[]} */
const summary = [];
let passed = 0;
let failed = 0;
let buildFailed = false;
let onlyHelp = false;

try {
  const { help, only } = readArguments();
  onlyHelp = help;
  for (const step of help ? [] : chosenSteps(only)) {
    if (interrupted) break;
    console.log(`\n──── ${step.title}`);
    const began = Date.now();
    /** @type {Outcome} */
    const outcome = buildFailed && needBuild.has(step.name) ? withoutBuild : await step.run();
    buildFailed ||= step.name === 'build' && outcome.failed > 0;
    passed += outcome.passed;
    failed += outcome.failed;
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    const counts = outcome.passed > 0 ? `  ${outcome.passed} ✓` : '';
    const faults = outcome.failed > 0 ? `  ${outcome.failed} ✗` : '';
    summary.push(`${outcome.failed === 0 ? '✓' : '✗'} ${step.title}  ${seconds} s${counts}${faults}`);
    summary.push(...outcome.remarks.map((remark) => `    ${remark}`));
  }
} catch (error) {
  complain(error);
  failed += 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

if (onlyHelp) {
  console.log(usage());
} else {
  console.log('\n──── 小结 summary');
  for (const line of summary) console.log(line);
  if (interrupted) console.log('✗ 被中断 interrupted');
  console.log(`${passed} passed, ${failed} failed`);
}
process.exitCode = failed > 0 || interrupted ? 1 : 0;
