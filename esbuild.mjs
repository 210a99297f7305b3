// Bundles the extension, the language server and the terminal, one file each, into dist/.
//
//   node esbuild.mjs                what ships, with source maps
//   node esbuild.mjs --production   what ships, minified, without source maps
//   node esbuild.mjs --tests        also the suite that runs inside VS Code, into out/
//   node esbuild.mjs --watch        any of these, again after every change
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { context } from 'esbuild';
import { root } from './scripts/support/paths.mjs';

const { values: flags } = parseArgs({
  options: {
    watch: { type: 'boolean', default: false },
    production: { type: 'boolean', default: false },
    tests: { type: 'boolean', default: false },
  },
});

/** The folder of the suite that runs inside VS Code. */
const suiteFolder = 'test/editor/suite';

/**
 * Node bundles: `vscode` exists only inside the editor, everything else is bundled.
 * @type {import('esbuild').BuildOptions}
 */
const node = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  minify: flags.production,
  sourcemap: flags.production ? false : 'linked',
  sourcesContent: false,
  charset: 'utf8',
  // Every problem is printed and counted below, for one build and for a watch alike.
  logLevel: 'silent',
};

/**
 * The language client is a file of its own, because the extension is also loaded for plain text, only to look
 * at it: reading the client's half megabyte would take longer than the look.
 * @type {import('esbuild').Plugin}
 */
const clientApart = {
  name: 'client-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/server\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './client.js', external: true } : undefined,
    );
  },
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...node,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.js',
    plugins: [clientApart],
  },
  { ...node, entryPoints: ['client/src/server.ts'], outfile: 'dist/client.js' },
  { ...node, entryPoints: ['server/src/main.ts'], outfile: 'dist/server.js' },
  { ...node, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js' },
  ...(flags.tests ? suiteBundles() : []),
];

/**
 * The suite is two files: its runner, and all tests in one bundle so that they share their helpers.
 * Mocha stays outside: it must be the same copy for the runner and the tests.
 * @returns {import('esbuild').BuildOptions[]}
 */
function suiteBundles() {
  /** @type {import('esbuild').BuildOptions} */
  const suite = { ...node, external: ['vscode', 'mocha'], minify: false, sourcemap: 'linked' };
  const tests = readdirSync(join(root, suiteFolder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `import ${JSON.stringify(`./${file.replaceAll('\\', '/')}`)};`)
    .sort();
  return [
    { ...suite, entryPoints: [`${suiteFolder}/index.ts`], outfile: 'out/test/editor/suite.js' },
    {
      ...suite,
      stdin: {
        contents: tests.join('\n'),
        resolveDir: join(root, suiteFolder),
        sourcefile: 'all-tests.ts',
        loader: 'ts',
      },
      outfile: 'out/test/editor/suite.tests.js',
    },
  ];
}

/**
 * Says after each build what was written, or what is wrong in the `file:line:column: error: text` form that
 * editors' problem matchers read.
 * @param {string} outfile
 * @returns {import('esbuild').Plugin}
 */
function report(outfile) {
  return {
    name: 'report',
    setup(build) {
      build.onEnd((result) => {
        for (const [kind, messages] of /** @type {const} */ ([
          ['error', result.errors],
          ['warning', result.warnings],
        ])) {
          for (const { location, text } of messages) {
            const place = location ? `${location.file}:${location.line}:${location.column + 1}` : outfile;
            console.error(`${place}: ${kind}: ${text}`);
          }
        }
        if (result.errors.length === 0) console.log(`${outfile} ✓`);
      });
    },
  };
}

const contexts = await Promise.all(
  bundles.map((bundle) =>
    context({ ...bundle, plugins: [...(bundle.plugins ?? []), report(bundle.outfile ?? '')] }),
  ),
);
if (flags.watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('正在监视改动，按 Ctrl+C 结束\nWatching for changes, press Ctrl+C to stop');
} else {
  const results = await Promise.allSettled(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
  // What ships has no source maps, not even those of an earlier build.
  if (flags.production)
    for (const { outfile } of bundles) rmSync(join(root, `${outfile}.map`), { force: true });
  const faulty = results.some((result) => result.status === 'rejected' || result.value.warnings.length > 0);
  if (faulty) process.exitCode = 1;
}
