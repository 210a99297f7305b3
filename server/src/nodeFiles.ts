import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readText } from './readText.ts';
import type { ReadFile } from './userFiles.ts';

/** The national catalogue has half a megabyte; a larger file than this is none. */
const LARGEST_FILE = 20_000_000;

/** Reads text files in whatever encoding from the disk of the machine the server runs on. */
export const readTextFile: ReadFile = (path, folder) =>
  readText(path, async () => {
    const base = folder?.startsWith('file:') ? fileURLToPath(folder) : undefined;
    const full = isAbsolute(path) || base === undefined ? path : join(base, path);
    const { size } = await stat(full);
    if (size <= LARGEST_FILE) return readFile(full);
    throw Object.assign(new Error(`${size} bytes`), { code: 'ERR_FS_FILE_TOO_LARGE' });
  });
