import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders with what programs have put there. */
const FOREIGN_FOLDERS: readonly string[] = ['node_modules', '__pycache__', '$RECYCLE.BIN'];

/** A file below a folder, as the names that lead to it: those of the folders between, and its own. */
export type PathBelow = readonly string[];

/**
 * The files of a folder and of the folders in it, the nearest first, each folder by name. Folders of programs and
 * those that begin with a dot are left out, as is what may not be looked into. Links are not followed, so that no loop
 * of links has an end to be looked for.
 *
 * @param mostNames how many names are looked at in all; what lies behind is left out
 */
export async function* filesBelow(
  folder: string,
  mostNames = Number.POSITIVE_INFINITY,
): AsyncGenerator<PathBelow, void, undefined> {
  const waiting: PathBelow[] = [[]];
  let names = 0;
  for (const path of waiting) {
    for (const entry of await entriesOf(join(folder, ...path))) {
      names++;
      if (names > mostNames) return;
      if (entry.isDirectory() && !isForeign(entry.name)) waiting.push([...path, entry.name]);
      if (entry.isFile()) yield [...path, entry.name];
    }
  }
}

function isForeign(name: string): boolean {
  return name.startsWith('.') || FOREIGN_FOLDERS.includes(name);
}

/** What lies in a folder, by name; nothing where it may not be looked into. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
