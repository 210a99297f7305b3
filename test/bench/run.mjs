// npm run bench: how long an edit takes until its diagnostics are there, beside another language server.
// README.md says what is measured and how to read it.
//
//   npm run bench -- --sizes 1000,5000     documents of these numbers of lines
//   npm run bench -- --cycles 400          measured edits of each server
//   npm run bench -- --json                the result also as one line of JSON, the last one
//   npm run bench -- --profile folder      CPU profiles of our server, for the developer tools of a browser
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { npm } from '../../scripts/support/npm.mjs';
import { root } from '../../scripts/support/paths.mjs';
import { runNode } from '../../scripts/support/processes.mjs';
import { complain, Explained, say, withProgress } from '../../scripts/support/say.mjs';
import { loadTypeScript } from '../../scripts/support/typescript.mjs';

const folder = import.meta.dirname;
const minute = 60_000;

try {
  await bench(readOptions());
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

/**
 * @typedef {{
 *   readonly sizes: readonly number[],
 *   readonly cycles: number,
 *   readonly json: boolean,
 *   readonly profile: string | undefined,
 * }} Options
 */

/** @param {Options} options */
async function bench({ sizes, cycles, json, profile }) {
  const commands = {
    json: [await installOther(), '--stdio'],
    ours: [...profiling(profile), await buildOurs(), '--stdio'],
  };
  loadTypeScript();
  const { measureSize } = await import('./measure.ts');
  const { printDocuments, printTable } = await import('./report.ts');
  const results = [];
  for (const lines of sizes) {
    const size = lines.toLocaleString('en');
    results.push(
      await withProgress(`测量 ${size} 行`, `Measuring ${size} lines`, () =>
        measureSize(commands, lines, cycles),
      ),
    );
  }
  const machine = describeMachine();
  say(
    `\n从改动到诊断的时间，各 ${cycles} 次；ours 为本项目，json 为 vscode-json-language-server`,
    `From an edit to its diagnostics, ${cycles} times each; json is vscode-json-language-server`,
  );
  console.log(`${machine}\n\n${printTable(results)}\n\n${printDocuments(results)}`);
  if (json) console.log(JSON.stringify({ machine, results }, roundNumber));
}

/**
 * For JSON: what is finer than a microsecond is noise.
 * @param {string} _key
 * @param {unknown} value
 */
function roundNumber(_key, value) {
  return typeof value === 'number' ? Number(value.toFixed(3)) : value;
}

/** @returns {string} what the figures depend on; Windows tells no load */
function describeMachine() {
  const load = process.platform === 'win32' ? '' : `, load ${loadavg()[0]?.toFixed(1)}`;
  return `Node ${process.versions.node}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model}${load}`;
}

/** @returns {Options} */
function readOptions() {
  const values = parseOptions();
  const sizes = values.sizes.split(',').map(Number);
  const cycles = Number(values.cycles);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 200 && size <= 1_000_000))
    throw new Explained(
      '--sizes 要写行数，至少 200，用逗号隔开',
      '--sizes wants numbers of lines, 200 at least, with commas between them',
    );
  if (!Number.isInteger(cycles) || cycles < 20 || cycles % 2 !== 0)
    throw new Explained('--cycles 要写偶数，至少 20', '--cycles wants an even number, 20 at least');
  return { sizes, cycles, json: values.json, profile: values.profile };
}

function parseOptions() {
  try {
    return parseArgs({
      options: {
        sizes: { type: 'string', default: '1000,5000,20000' },
        cycles: { type: 'string', default: '200' },
        json: { type: 'boolean', default: false },
        profile: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new Explained('参数有误', 'These options are not understood', error);
  }
}

/**
 * @param {string | undefined} profile the folder to write to
 * @returns {string[]}
 */
function profiling(profile) {
  return profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`];
}

/**
 * Builds our server. The copy is what is measured: a build in the meantime must not change it halfway.
 * @returns {Promise<string>} its script
 */
async function buildOurs() {
  const { code } = await runNode(['esbuild.mjs'], { cwd: root, timeoutMs: 5 * minute });
  if (code !== 0) throw new Explained('打包失败', 'The build failed');
  const copy = join(root, 'out', 'bench', 'server.js');
  mkdirSync(join(root, 'out', 'bench'), { recursive: true });
  copyFileSync(join(root, 'dist', 'server.js'), copy);
  return copy;
}

/**
 * Installs the other server where that has not been done, and only then goes to the network.
 * @returns {Promise<string>} its script
 */
async function installOther() {
  if (!isInstalled()) {
    await withProgress(
      '首次运行：安装对比用的 JSON 语言服务器到 test/bench/node_modules',
      'First run: installing the JSON language server to compare with into test/bench/node_modules',
      () => npm(['ci', '--ignore-scripts'], folder),
    ).catch((error) => {
      throw new Explained(
        '安装失败。首次运行需要能访问 npm 软件源。',
        'The installation failed. The first run needs a connection to the npm registry.',
        error,
      );
    });
  }
  return join(folder, 'node_modules/vscode-langservers-extracted/bin/vscode-json-language-server');
}

/**
 * npm writes its own list last, when it has finished.
 * @returns {boolean} whether everything in the lock file is there
 */
function isInstalled() {
  const list = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const present = packagesIn(list);
  return Object.entries(packagesIn(join(folder, 'package-lock.json'))).every(
    ([path, { version }]) => path === '' || present[path]?.version === version,
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, {readonly version?: string}>} its packages by path
 */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
