import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadFile } from './userFiles.ts';

/** The national catalogue has half a megabyte; a larger file than this is none. */
const LARGEST_FILE = 20_000_000;

/** Reads UTF-8 text files from the disk of the machine the server runs on. */
export const readTextFile: ReadFile = async (path, folder) => {
  const base = folder?.startsWith('file:') ? fileURLToPath(folder) : undefined;
  const full = isAbsolute(path) || base === undefined ? path : join(base, path);
  const { size } = await stat(full);
  if (size > LARGEST_FILE) throw new Error(`${path}: ${size} bytes`);
  return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(full));
};
