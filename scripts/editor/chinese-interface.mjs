// VS Code in Chinese, for pictures: its own messages are replaced on their way to the browser.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm } from '../support/npm.mjs';
import { capture } from '../support/processes.mjs';
import { withProgress } from '../support/say.mjs';
import { headlessEditor } from './headless-editor.mjs';
import { installOnce } from './install-once.mjs';

/** The last version of this package that names each message by its key; later ones count them. */
const packName = '@codingame/monaco-vscode-language-pack-zh-hans';
const packVersion = '4.2.1';

/** Messages by module and key. @typedef {Readonly<Record<string, Readonly<Record<string, string>>>>} Translations */

/** @returns {Promise<Translations>} */
async function translations() {
  const folder = await installOnce(`zh-hans-${packVersion}`, (temporary) =>
    withProgress(
      '首次使用：正在从 npm 取 VS Code 的中文界面文字（约 300 KB，只装一次，放在 .editor/）',
      "First use: fetching VS Code's words in Chinese from npm (about 300 KB, once, into .editor/)",
      () => install(temporary),
    ),
  );
  const file = join(folder, 'package', 'translations', 'main.i18n.json.js');
  return (await import(pathToFileURL(file).href)).default;
}

/**
 * The package alone: what it depends on is another editor.
 * @param {string} folder
 */
async function install(folder) {
  await npm(['pack', `${packName}@${packVersion}`, '--pack-destination', folder], folder);
  const archive = `${packName.slice(1).replace('/', '-')}-${packVersion}.tgz`;
  await capture('tar', ['-xzf', archive], { cwd: folder, timeoutMs: 60_000 });
  await rm(join(folder, archive));
  // Its files are modules.
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
}

/**
 * All messages of the editor in the order in which it counts them, in Chinese where that is known.
 * @returns {Promise<readonly string[]>}
 */
async function chineseMessages() {
  const out = dirname(await headlessEditor());
  /** @type {readonly string[]} */
  const english = JSON.parse(await readFile(join(out, 'nls.messages.json'), 'utf8'));
  /** @type {readonly (readonly [module: string, keys: readonly string[]])[]} */
  const modules = JSON.parse(await readFile(join(out, 'nls.keys.json'), 'utf8'));
  const known = await translations();
  const chinese = modules.flatMap(([module, keys]) => keys.map((key) => known[module]?.[key]));
  // What has moved to another module since is known by its English.
  const byEnglish = new Map(
    english.flatMap((text, index) => (chinese[index] ? [[text, chinese[index]]] : [])),
  );
  return english.map((text, index) => chinese[index] ?? byEnglish.get(text) ?? text);
}

/**
 * Makes a page show the workbench in Chinese once it is opened.
 * @param {import('playwright-core').Page} page
 */
export async function showInChinese(page) {
  const body = `globalThis._VSCODE_NLS_MESSAGES=${JSON.stringify(await chineseMessages())};globalThis._VSCODE_NLS_LANGUAGE="zh-cn";`;
  await page.route('**/nls.messages.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
}
