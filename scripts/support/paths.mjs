// Where things are. Every script may be started from any folder.
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Git ignores this folder: the editor and the browser that the scripts install for themselves. */
export const editorHome = join(root, '.editor');

/** The sample disclosures. */
export const seeds = join(root, 'seeds');

/** What an editor test run leaves behind to look at: logs, and a picture of each failure. */
export const testOutput = join(root, 'out', 'editor-tests');

const require = createRequire(import.meta.url);

/**
 * The JavaScript file behind a package's command, to be run with this Node. The links in node_modules/.bin are
 * shell files on Windows, which cannot be started without a shell.
 * @param {string} packageName
 * @param {string} command
 * @returns {string}
 */
export function binary(packageName, command = packageName) {
  const manifest = join(root, 'node_modules', packageName, 'package.json');
  const { bin } = require(manifest);
  const file = typeof bin === 'string' ? bin : bin?.[command];
  if (typeof file !== 'string') throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(manifest), file);
}
