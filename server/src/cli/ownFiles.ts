import type { RecordProblem } from '#core/catalogue/userRecords.ts';
import { type ReadProblem, readText } from '../readText.ts';
import type { FileKind } from '../userFiles.ts';

/** What is wrong with a file of the user's own: with the file, or with one of its lines. */
export type OwnFileFault =
  | { readonly path: string; readonly file: ReadProblem }
  | { readonly path: string; readonly line: RecordProblem };

/** What to check with, and what of the user's files could not be used. */
export interface OwnFiles<Whole> {
  /** Undefined where a whole file could not be read: what it has would all be said to be unknown. */
  readonly whole?: Whole;
  readonly faults: readonly OwnFileFault[];
}

/**
 * Ours with files of the user's laid over it in their order.
 *
 * @param readFile gives the bytes of a path, or fails as node:fs does
 */
export async function readOwnFiles<Addition, Whole>(
  kind: FileKind<Addition, Whole>,
  paths: readonly string[],
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<OwnFiles<Whole>> {
  if (paths.length === 0) return { whole: kind.ours(), faults: [] };
  const faults: OwnFileFault[] = [];
  const additions: Addition[] = [];
  for (const path of paths) {
    const { text, problem } = await readText(path, readFile);
    if (problem) {
      faults.push({ path, file: problem });
      continue;
    }
    const read = kind.read(text);
    additions.push(read.addition);
    faults.push(...read.problems.map((line) => ({ path, line })));
  }
  if (additions.length < paths.length) return { faults };
  return { whole: kind.combine(additions), faults };
}
