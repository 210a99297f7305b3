import type { RecordProblem } from '#core/catalogue/userRecords.ts';
import type { ReadProblem, ReadResult } from './readText.ts';

/**
 * Gives the text of a file of the user's machine, or says why it cannot. Where there are no files, as in a browser, there is
 * no such function.
 *
 * @param path as the user wrote it; a relative one counts from `folder`, the URI of the workspace's folder
 */
export type ReadFile = (path: string, folder: string | undefined) => Promise<ReadResult>;

/** What is wrong with a file of the user's. */
export interface FileReport {
  readonly path: string;
  /** Undefined where the file itself could not be read. */
  readonly problems?: readonly RecordProblem[];
  readonly unread?: ReadProblem;
}

/** What the files of a setting are read as. */
export interface FileKind<Addition, Whole> {
  /** What there is without any file. */
  readonly ours: () => Whole;
  readonly read: (text: string) => {
    readonly addition: Addition;
    readonly problems: readonly RecordProblem[];
  };
  /** Ours with what the files add, in their order. */
  readonly combine: (additions: readonly Addition[]) => Whole;
}

interface Loaded<Whole> {
  readonly paths: readonly string[];
  readonly folder: string | undefined;
  /** The texts it was made from, by path. */
  readonly texts: readonly (string | undefined)[];
  readonly whole: Whole;
}

/** Ours, with the files that the settings name laid over it in their order. */
export class UserFiles<Addition, Whole> {
  readonly #kind: FileKind<Addition, Whole>;
  readonly #readFile: ReadFile | undefined;
  readonly #report: (reports: readonly FileReport[]) => void;
  readonly #loaded = new Map<string, Promise<Loaded<Whole>>>();

  /** @param report is told what is wrong, each time that files were read and differ from before */
  constructor(
    kind: FileKind<Addition, Whole>,
    readFile: ReadFile | undefined,
    report: (reports: readonly FileReport[]) => void,
  ) {
    this.#kind = kind;
    this.#readFile = readFile;
    this.#report = report;
  }

  /**
   * Ours with these files laid over it. Never rejects; a file that cannot be read adds nothing.
   *
   * @param folder URI of the workspace's folder from which relative paths count
   */
  async with(paths: readonly string[], folder: string | undefined): Promise<Whole> {
    if (paths.length === 0 || !this.#readFile) return this.#kind.ours();
    const key = JSON.stringify([folder, paths]);
    let loaded = this.#loaded.get(key);
    if (!loaded) {
      loaded = this.#load(paths, folder, undefined);
      this.#loaded.set(key, loaded);
    }
    return (await loaded).whole;
  }

  /**
   * Reads every file again. Where none has changed everything stays the same objects.
   *
   * @returns whether any has
   */
  async refresh(): Promise<boolean> {
    let changed = false;
    for (const [key, old] of [...this.#loaded]) {
      const before = await old;
      const after = await this.#load(before.paths, before.folder, before);
      this.#loaded.set(key, Promise.resolve(after));
      changed ||= after !== before;
    }
    return changed;
  }

  /** Forgets what no setting names any more. */
  async keep(named: readonly (readonly string[])[]): Promise<void> {
    const kept = new Set(named.map((paths) => JSON.stringify(paths)));
    for (const [key, loaded] of [...this.#loaded]) {
      if (!kept.has(JSON.stringify((await loaded).paths))) this.#loaded.delete(key);
    }
  }

  async #load(
    paths: readonly string[],
    folder: string | undefined,
    before: Loaded<Whole> | undefined,
  ): Promise<Loaded<Whole>> {
    const reports: FileReport[] = [];
    const results = await Promise.all(paths.map((path) => this.#readFile?.(path, folder)));
    const texts = results.map((result) => result?.text);
    if (before && texts.every((text, index) => text === before.texts[index])) return before;
    const additions = texts.flatMap((text, index) => {
      const path = paths[index] ?? '';
      const unread = results[index]?.problem;
      if (unread) reports.push({ path, unread });
      if (text === undefined) return [];
      const { addition, problems } = this.#kind.read(text);
      if (problems.length > 0) reports.push({ path, problems });
      return [addition];
    });
    if (reports.length > 0) this.#report(reports);
    return { paths, folder, texts, whole: this.#kind.combine(additions) };
  }
}
