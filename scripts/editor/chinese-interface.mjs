// VS Code in Chinese: a language pack in the profile.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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

const locale = 'zh-cn';

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
 * All messages of this editor by module and key, those of which the Chinese is known.
 * @returns {Promise<Translations>}
 */
async function chineseMessages() {
  const out = dirname(await headlessEditor());
  /** @type {readonly string[]} */
  const english = JSON.parse(await readFile(join(out, 'nls.messages.json'), 'utf8'));
  /** @type {readonly (readonly [module: string, keys: readonly string[]])[]} */
  const modules = JSON.parse(await readFile(join(out, 'nls.keys.json'), 'utf8'));
  const places = modules.flatMap(([module, keys]) => keys.map((key) => ({ module, key })));
  const known = await translations();
  // What has moved to another module since the pack was made is known by its English.
  const byEnglish = new Map(
    places.flatMap(({ module, key }, index) => {
      const text = known[module]?.[key];
      return text === undefined ? [] : [[english[index], text]];
    }),
  );
  /** @type {Record<string, Record<string, string>>} */
  const all = {};
  for (const [index, { module, key }] of places.entries()) {
    const text = known[module]?.[key] ?? byEnglish.get(english[index]);
    if (text === undefined) continue;
    all[module] ??= {};
    all[module][key] = text;
  }
  return all;
}

/**
 * Puts the pack into a profile.
 * @param {import('./profile.mjs').Profile} profile of a server that is not started yet
 * @returns {Promise<string>} the locale to start the server with
 */
export async function addChinese(profile) {
  const file = join(profile.userData, 'zh-hans.i18n.json');
  await mkdir(profile.userData, { recursive: true });
  await writeFile(file, JSON.stringify({ contents: await chineseMessages() }));
  const pack = {
    hash: packVersion,
    label: '中文(简体)',
    // The server asks by which extension a pack came.
    extensions: [
      { extensionIdentifier: { id: 'MS-CEINTL.vscode-language-pack-zh-hans' }, version: packVersion },
    ],
    translations: { vscode: file },
  };
  await writeFile(join(profile.userData, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
  return locale;
}
