// Installs the extension from this folder into a profile, without copying: what is rebuilt is there after a reload.
import { cp, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../support/paths.mjs';

/**
 * What ships is what .vscodeignore names with an exclamation mark. Of a path only the first part counts here: a
 * folder is linked as a whole.
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
export async function linkExtension(extensions) {
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
    const source = join(root, entry.name);
    // A junction, unlike a link to a file, needs no special right on Windows. The few files are copied.
    if (entry.isDirectory()) await symlink(source, join(folder, entry.name), 'junction');
    else await cp(source, join(folder, entry.name));
  }
}
