import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeBytes } from './decode.ts';
import { type DisclosureFile, type DisclosureFiles, mayHoldDisclosure } from './disclosureFiles.ts';
import { filesBelow } from './filesBelow.ts';

/** A department has some dozens of disclosures; a folder with more files than this is something else. */
const MOST_FILES = 500;

/** How many names are looked at in one folder of the workspace, with all folders in it. */
const MOST_NAMES = 20_000;

/** The longest disclosures have a few hundred kilobytes. */
const LARGEST_FILE = 4_000_000;

/** Disclosures on the disk of the machine the server runs on. */
export const nodeDisclosureFiles: DisclosureFiles = {
  async list(folder) {
    const path = pathOf(folder);
    if (path === undefined) return [];
    const found: DisclosureFile[] = [];
    const base = folder.replace(/\/$/, '');
    for await (const names of filesBelow(path, MOST_NAMES)) {
      if (found.length >= MOST_FILES) break;
      if (!mayHoldDisclosure(names.at(-1) ?? '')) continue;
      const uri = [base, ...names.map(encodeURIComponent)].join('/');
      const stamp = await stampOf(uri);
      if (stamp !== undefined) found.push({ uri, stamp });
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

/** Undefined for what lies on no disk of this machine. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
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
