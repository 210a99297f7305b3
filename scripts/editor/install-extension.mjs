// Copies the extension from this folder into a profile, as it would ship.
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../support/paths.mjs';

/**
 * What ships is what .vscodeignore names with an exclamation mark. Of a path only the first part counts here: a
 * folder is copied as a whole.
 * @returns {Promise<RegExp[]>} patterns of names in the project's folder
 */
async function shippedNames() {
  const lines = (await readFile(join(root, '.vscodeignore'), 'utf8')).split(/\r?\n/);
  const names = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1).split('/')[0] ?? '');
  return names.map((name) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '.*')}$`));
}

/**
 * @param {string} extensions the profile's folder of extensions
 */
export async function installExtension(extensions) {
  const { publisher, name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const id = `${publisher}.${name}`;
  await mkdir(extensions, { recursive: true });
  for (const old of await readdir(extensions)) {
    // Without its list of extensions VS Code looks at the folders anew, and so sees a new version.
    if (old.startsWith(`${id}-`) || old === 'extensions.json') {
      await rm(join(extensions, old), { recursive: true, force: true });
    }
  }
  const folder = join(extensions, `${id}-${version}`);
  await mkdir(folder);
  const shipped = await shippedNames();
  for (const entry of await readdir(root, { withFileTypes: true })) {
    if (!shipped.some((name) => name.test(entry.name))) continue;
    // VS Code finds who runs by the real path of the code, and would not know that of a linked folder.
    await cp(join(root, entry.name), join(folder, entry.name), { recursive: true });
  }
}
