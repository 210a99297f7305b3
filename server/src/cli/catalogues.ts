import { type Catalogue, type CatalogueAddition, createCatalogue } from '#core/catalogue/catalogue.ts';
import { nationalCatalogue, nationalCatalogueData } from '#core/catalogue/data.ts';
import { readUserCatalogue } from '#core/catalogue/userCatalogue.ts';
import type { RecordProblem } from '#core/catalogue/userRecords.ts';
import { type ReadProblem, readText } from './readText.ts';

/** What is wrong with a catalogue file of the user's: with the file, or with one of its lines. */
export type CatalogueFault =
  | { readonly path: string; readonly file: ReadProblem }
  | { readonly path: string; readonly line: RecordProblem };

/** The catalogue to check with, and what of the user's files could not be used. */
export interface ReadCatalogues {
  /** Undefined where a whole file could not be read: its codes would all be said to be unknown. */
  readonly catalogue?: Catalogue;
  readonly faults: readonly CatalogueFault[];
}

/**
 * Our catalogue with files of the user's laid over it in their order.
 *
 * @param readFile gives the bytes of a path, or fails as node:fs does
 */
export async function readCatalogues(
  paths: readonly string[],
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<ReadCatalogues> {
  if (paths.length === 0) return { catalogue: nationalCatalogue(), faults: [] };
  const faults: CatalogueFault[] = [];
  const additions: CatalogueAddition[] = [];
  for (const path of paths) {
    const { text, problem } = await readText(path, readFile);
    if (problem) {
      faults.push({ path, file: problem });
      continue;
    }
    const read = readUserCatalogue(text);
    additions.push(read.addition);
    faults.push(...read.problems.map((line) => ({ path, line })));
  }
  if (additions.length < paths.length) return { faults };
  return { catalogue: createCatalogue(nationalCatalogueData(), ...additions), faults };
}
