import { join } from 'node:path';
import { mayHoldDisclosure } from '../disclosureFiles.ts';
import type { PathBelow } from '../filesBelow.ts';

/** What clerks write disclosures with; such files have to be saved as text first. */
const NO_TEXT_ENDINGS = /\.(?:docx?|xlsx?|wps|et|pdf)$/i;

/** What a path that was given stands for: itself, or the text files below a folder. */
export interface Given {
  readonly path: string;
  /** The files to check; none for a folder without any. */
  readonly files: readonly string[];
  /** How many files of Word, Excel, WPS or PDF a folder holds beside them. */
  readonly leftOut: number;
}

/**
 * Puts the text files below a folder in the place of the folder.
 *
 * @param filesIn gives the files below a folder; undefined for what is no folder
 */
export async function filesOf(
  paths: readonly string[],
  filesIn: (path: string) => Promise<readonly PathBelow[] | undefined>,
): Promise<Given[]> {
  const given: Given[] = [];
  for (const path of paths) {
    const below = await filesIn(path);
    if (!below) {
      given.push({ path, files: [path], leftOut: 0 });
      continue;
    }
    const named = below.map((names) => join(path, ...names));
    given.push({
      path,
      files: named.filter(mayHoldDisclosure),
      leftOut: named.filter((file) => NO_TEXT_ENDINGS.test(file)).length,
    });
  }
  return given;
}
