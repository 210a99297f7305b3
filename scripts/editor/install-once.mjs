// Things installed on first use. A folder either is complete or is not there.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { editorHome } from '../support/paths.mjs';

/** Written last, so an interrupted installation is never taken for a whole one. */
const marker = '.complete';

/**
 * @param {string} name the folder's name in the ignored folder; carries the version, so that a new one is
 *   installed beside the old one
 * @param {(folder: string) => Promise<void>} install fills an empty folder, which is then moved into place
 * @returns {Promise<string>} the folder
 */
export async function installOnce(name, install) {
  const target = join(editorHome, name);
  if (isComplete(target)) return target;
  await mkdir(editorHome, { recursive: true });
  const temporary = await mkdtemp(join(editorHome, `.installing-${name}-`));
  try {
    await install(temporary);
    await writeFile(join(temporary, marker), `${new Date().toISOString()}\n`);
    await moveIntoPlace(temporary, target);
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
  return target;
}

/** @param {string} folder */
function isComplete(folder) {
  return existsSync(join(folder, marker));
}

/**
 * Another process may have installed the same meanwhile, which is as good. On Windows a virus scanner may hold
 * a new file for a moment, hence the repetition.
 * @param {string} temporary
 * @param {string} target
 */
async function moveIntoPlace(temporary, target) {
  for (let attempt = 1; ; attempt++) {
    if (isComplete(target)) return;
    try {
      await rm(target, { recursive: true, force: true });
      await rename(temporary, target);
      return;
    } catch (error) {
      if (attempt === 5) throw error;
      await sleep(attempt * 500);
    }
  }
}
