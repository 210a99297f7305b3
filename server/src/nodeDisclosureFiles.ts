import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeBytes } from './decode.ts';
import { type DisclosureFile, type DisclosureFiles, mayHoldDisclosure } from './disclosureFiles.ts';

/** A department has some dozens of disclosures; a folder with more files than this is something else. */
const MOST_FILES = 500;

/** How many names are looked at in one folder of the workspace, with all folders in it. */
const MOST_NAMES = 20_000;

/** The longest disclosures have a few hundred kilobytes. */
const LARGEST_FILE = 4_000_000;

/** Folders with what programs have put there. */
const FOREIGN_FOLDERS: readonly string[] = ['node_modules', '__pycache__', '$RECYCLE.BIN'];

/** Disclosures on the disk of the machine the server runs on. */
export const nodeDisclosureFiles: DisclosureFiles = {
  async list(folder) {
    if (!folder.startsWith('file:')) return [];
    const found: DisclosureFile[] = [];
    const waiting = [folder.replace(/\/$/, '')];
    let names = 0;
    // Folder by folder and without following links, so that no loop of links has an end to be looked for.
    for (const uri of waiting) {
      for (const entry of await entriesOf(uri)) {
        names++;
        if (names > MOST_NAMES || found.length >= MOST_FILES) return found;
        const own = `${uri}/${encodeURIComponent(entry.name)}`;
        if (entry.isDirectory() && !isForeign(entry.name)) waiting.push(own);
        if (!entry.isFile() || !mayHoldDisclosure(entry.name)) continue;
        const stamp = await stampOf(own);
        if (stamp !== undefined) found.push({ uri: own, stamp });
      }
    }
    return found;
  },

  async read(uri) {
    try {
      return decodeBytes(await readFile(fileURLToPath(uri))).text;
    } catch {
      return undefined;
    }
  },
};

function isForeign(name: string): boolean {
  return name.startsWith('.') || FOREIGN_FOLDERS.includes(name);
}

/** What lies in a folder, by name; nothing where it may not be looked into. */
async function entriesOf(uri: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Undefined for a file that is gone, or larger than any disclosure. */
async function stampOf(uri: string): Promise<string | undefined> {
  try {
    const { mtimeMs, size } = await stat(fileURLToPath(uri));
    return size > LARGEST_FILE ? undefined : `${mtimeMs} ${size}`;
  } catch {
    return undefined;
  }
}
