// Things installed on first use. A folder either is complete or is not there.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { editorHome } from '../support/paths.mjs';

/** Written last, so an interrupted installation is never taken for a whole one. */
const marker = '.complete';

/** The beginning of the names of folders that are being filled. */
const installing = '.installing-';

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
  await removeAbandoned();
  const temporary = join(editorHome, `${installing}${name}-${process.pid}`);
  await mkdir(temporary);
  try {
    await install(temporary);
    await writeFile(join(temporary, marker), `${new Date().toISOString()}\n`);
    await moveIntoPlace(temporary, target);
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
  return target;
}

/** Removes what interrupted installations have left: their folders end in the number of a process that is gone. */
async function removeAbandoned() {
  for (const entry of await readdir(editorHome)) {
    if (!entry.startsWith(installing)) continue;
    const owner = Number(entry.slice(entry.lastIndexOf('-') + 1));
    if (owner === process.pid || !isAlive(owner)) {
      await rm(join(editorHome, entry), { recursive: true, force: true });
    }
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    // Signal 0 only asks.
    return process.kill(pid, 0);
  } catch {
    return false;
  }
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
