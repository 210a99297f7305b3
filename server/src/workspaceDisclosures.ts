import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analyse.ts';
import { LINES_LOOKED_AT, looksLikeDisclosure } from '#core/looksLikeDisclosure.ts';
import { type DisclosureFile, type DisclosureFiles, isClaimed } from './disclosureFiles.ts';
import type { FeatureContext } from './features/context.ts';
import { type Log, runSafe } from './runSafe.ts';
import { type Basis, isSameBasis, type Workspace } from './workspace.ts';

/** A disclosure with what features need to know beside its text. */
export interface DisclosureView {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly context: FeatureContext;
}

/** A disclosure on disk that no editor has open. */
export interface ClosedDisclosure {
  readonly uri: string;
  /** The whole disclosure, of which a few are remembered; undefined where the file is none or cannot be read. */
  view(): Promise<DisclosureView | undefined>;
  /**
   * What follows from the disclosure, remembered until its file or its settings change; undefined where it cannot be
   * read, or a fault of ours came in between.
   *
   * @param derive the same function for the same kind of fact
   */
  fact<Fact>(derive: (view: DisclosureView) => Fact): Promise<Fact | undefined>;
}

/** What the disclosures of a session are looked for in and read with. */
export interface DisclosureSource {
  /** Undefined where there are no files, as in a browser. */
  readonly files: DisclosureFiles | undefined;
  /** URIs of the folders of the workspace. */
  readonly folders: readonly string[];
  /** Whether changes of files are told; else the folders are looked through at each question. */
  readonly watched: boolean;
  readonly workspace: Workspace;
  readonly basisIn: (folder: string) => Promise<Basis>;
  readonly log: Log;
}

/** Whole disclosures take a megabyte or more each. */
const MOST_DOCUMENTS = 8;

/**
 * The disclosures that lie in the folders of the workspace. Nothing is looked for before the first question,
 * and each is read when something of it is first asked for.
 */
export class WorkspaceDisclosures {
  readonly #source: DisclosureSource;
  #folders: readonly string[];
  #listing: Promise<readonly FileOnDisk[]> | undefined;
  #known: ReadonlyMap<string, FileOnDisk> = new Map();
  /** Texts read last, the newest first; their analyses live as long as they. */
  #documents: readonly (readonly [FileOnDisk, TextDocument])[] = [];

  constructor(source: DisclosureSource) {
    this.#source = source;
    this.#folders = source.folders;
  }

  /** Has the folders looked through anew at the next question. What is known of unchanged files is kept. */
  filesChanged(): void {
    this.#listing = undefined;
  }

  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    this.#folders = [...this.#folders.filter((folder) => !removed.includes(folder)), ...added];
    this.filesChanged();
  }

  /** The folder in which a file lies, the innermost of several; the first one for what lies in none. */
  folderOf(uri: string | undefined): string | undefined {
    const key = keyOf(uri ?? '');
    const around = this.#folders.filter((folder) => key.startsWith(`${keyOf(folder).replace(/\/$/, '')}/`));
    return around.sort((one, other) => other.length - one.length)[0] ?? this.#folders[0];
  }

  /** @param open URIs of the documents in editors, whose text counts instead of their file's */
  async closed(open: readonly string[]): Promise<readonly ClosedDisclosure[]> {
    if (!this.#source.watched) this.filesChanged();
    this.#listing ??= this.#list();
    const keys = new Set(open.map(keyOf));
    return (await this.#listing).filter(({ uri }) => !keys.has(keyOf(uri)));
  }

  async #list(): Promise<readonly FileOnDisk[]> {
    const { files, basisIn, log } = this.#source;
    const listed = new Map<string, FileOnDisk>();
    for (const folder of this.#folders) {
      for (const file of (await files?.list(folder)) ?? []) {
        const key = keyOf(file.uri);
        // Folders of a workspace may lie within each other; a file counts once.
        if (listed.has(key)) continue;
        const before = this.#known.get(key);
        const isUnchanged = before?.stamp === file.stamp;
        const basis = () => basisIn(folder);
        listed.set(
          key,
          isUnchanged ? before : new FileOnDisk(file, basis, (own, given) => this.#view(own, given), log),
        );
      }
    }
    this.#known = listed;
    return [...listed.values()];
  }

  async #view(file: FileOnDisk, basis: Basis): Promise<DisclosureView | undefined> {
    const held = this.#documents.find(([each]) => each === file)?.[1];
    const document = held ?? (await this.#read(file.uri, basis));
    if (!document) return undefined;
    const others = this.#documents.filter(([each]) => each !== file);
    this.#documents = [[file, document] as const, ...others].slice(0, MOST_DOCUMENTS);
    const { workspace } = this.#source;
    const analysed = await workspace.analysed(document, basis);
    return analysed && { uri: file.uri, analysis: analysed.analysis, context: workspace.contextFor(basis) };
  }

  async #read(uri: string, { settings }: Basis): Promise<TextDocument | undefined> {
    const text = await this.#source.files?.read(uri);
    if (text === undefined) return undefined;
    const isDisclosure =
      isClaimed(uri) || (settings.detect !== 'never' && looksLikeDisclosure(firstLines(text)));
    return isDisclosure ? TextDocument.create(uri, 'budget-disclosure', 0, text) : undefined;
  }
}

/** One state of a file. When the file changes another takes its place. */
class FileOnDisk implements ClosedDisclosure {
  readonly uri: string;
  readonly stamp: string;
  readonly #basis: () => Promise<Basis>;
  readonly #read: (file: FileOnDisk, basis: Basis) => Promise<DisclosureView | undefined>;
  readonly #log: Log;
  readonly #facts = new Map<unknown, { readonly basis: Basis; readonly fact: Promise<unknown> }>();

  constructor(
    { uri, stamp }: DisclosureFile,
    basis: () => Promise<Basis>,
    read: (file: FileOnDisk, basis: Basis) => Promise<DisclosureView | undefined>,
    log: Log,
  ) {
    this.uri = uri;
    this.stamp = stamp;
    this.#basis = basis;
    this.#read = read;
    this.#log = log;
  }

  async view(): Promise<DisclosureView | undefined> {
    return this.#read(this, await this.#basis());
  }

  async fact<Fact>(derive: (view: DisclosureView) => Fact): Promise<Fact | undefined> {
    const basis = await this.#basis();
    const last = this.#facts.get(derive);
    if (last && isSameBasis(last.basis, basis)) return last.fact as Promise<Fact | undefined>;
    const fact = runSafe<Fact | undefined>(this.#log, this.uri, undefined, undefined, async () => {
      const view = await this.#read(this, basis);
      return view && derive(view);
    });
    this.#facts.set(derive, { basis, fact });
    return fact;
  }
}

/** Clients and servers write the same URI in different ways: other characters escaped, drives in small letters. */
function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
  } catch {
    return uri;
  }
}

function firstLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/, LINES_LOOKED_AT);
}
