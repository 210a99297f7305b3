import { type Catalogue, createCatalogue } from '#core/catalogue/catalogue.ts';
import { nationalCatalogue, nationalCatalogueData } from '#core/catalogue/data.ts';
import { type CatalogueProblem, readUserCatalogue } from '#core/catalogue/userCatalogue.ts';

/**
 * Gives the text of a file of the user's machine, or fails. Where there are no files, as in a browser, there is
 * no such function.
 *
 * @param path as the user wrote it; a relative one counts from `folder`, the URI of the workspace's folder
 */
export type ReadFile = (path: string, folder: string | undefined) => Promise<string>;

/** What is wrong with a catalogue of the user's. */
export interface CatalogueReport {
  readonly path: string;
  /** Undefined where the file itself could not be read. */
  readonly problems?: readonly CatalogueProblem[];
  readonly error?: string;
}

interface Loaded {
  /** The texts it was made from, by path. */
  readonly texts: readonly (string | undefined)[];
  readonly catalogue: Catalogue;
}

/** The catalogues of the settings: ours, with the files a user names laid over it in their order. */
export class UserCatalogues {
  readonly #readFile: ReadFile | undefined;
  readonly #folder: string | undefined;
  readonly #report: (reports: readonly CatalogueReport[]) => void;
  readonly #loaded = new Map<string, Promise<Loaded>>();

  /** @param report is told what is wrong, each time that files were read and differ from before */
  constructor(
    readFile: ReadFile | undefined,
    folder: string | undefined,
    report: (reports: readonly CatalogueReport[]) => void,
  ) {
    this.#readFile = readFile;
    this.#folder = folder;
    this.#report = report;
  }

  /** The catalogue with these files laid over it. Never rejects; a file that cannot be read adds nothing. */
  async with(paths: readonly string[]): Promise<Catalogue> {
    if (paths.length === 0 || !this.#readFile) return nationalCatalogue();
    const key = JSON.stringify(paths);
    let loaded = this.#loaded.get(key);
    if (!loaded) {
      loaded = this.#load(paths, undefined);
      this.#loaded.set(key, loaded);
    }
    return (await loaded).catalogue;
  }

  /**
   * Reads every file again. Where none has changed the catalogues stay the same objects.
   *
   * @returns whether any has
   */
  async refresh(): Promise<boolean> {
    let changed = false;
    for (const [key, old] of [...this.#loaded]) {
      const before = await old;
      const after = await this.#load(JSON.parse(key) as readonly string[], before);
      this.#loaded.set(key, Promise.resolve(after));
      changed ||= after !== before;
    }
    return changed;
  }

  async #load(paths: readonly string[], before: Loaded | undefined): Promise<Loaded> {
    const reports: CatalogueReport[] = [];
    const texts = await Promise.all(
      paths.map(async (path) => {
        try {
          return await this.#readFile?.(path, this.#folder);
        } catch (error) {
          reports.push({ path, error: error instanceof Error ? error.message : String(error) });
          return undefined;
        }
      }),
    );
    if (before && texts.every((text, index) => text === before.texts[index])) return before;
    const additions = texts.flatMap((text, index) => {
      if (text === undefined) return [];
      const { addition, problems } = readUserCatalogue(text);
      if (problems.length > 0) reports.push({ path: paths[index] ?? '', problems });
      return addition;
    });
    if (reports.length > 0) this.#report(reports);
    return { texts, catalogue: createCatalogue(nationalCatalogueData(), ...additions) };
  }
}
