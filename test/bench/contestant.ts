import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { type BenchDocument, otherDigit, replaceDigit } from './documents.ts';
import type { DigitEdit } from './edits.ts';
import { Server } from './server.ts';

/** An edit that must bring a new diagnostic, and the one that takes it back. */
export interface Control {
  /** 0-based line of both. */
  readonly line: number;
  readonly breaks: TextDocumentContentChangeEvent;
  readonly mends: TextDocumentContentChangeEvent;
}

/** What takes part in a comparison. */
export interface Entry {
  readonly name: string;
  /** Arguments of Node that start the server. */
  readonly command: readonly string[];
  readonly document: BenchDocument;
  /** Tried one after the other until one shows; that none does is a failure. */
  readonly controls: readonly Control[];
}

/** One edit and the report on it. */
export interface Cycle {
  readonly milliseconds: number;
  readonly changed: boolean;
}

/**
 * A server with its document open, which is held to its word: an edit that breaks something must be reported,
 * and once everything is as it was, so must the report be. Else a server that does nothing would be the fastest.
 */
export class Contestant {
  /** Milliseconds from opening the document to its first report. */
  readonly firstOpen: number;
  readonly #entry: Entry;
  readonly #server: Server;
  readonly #first: readonly Diagnostic[];
  #last: string;

  private constructor(entry: Entry, server: Server, firstOpen: number, first: readonly Diagnostic[]) {
    this.#entry = entry;
    this.#server = server;
    this.firstOpen = firstOpen;
    this.#first = first;
    this.#last = JSON.stringify(first);
  }

  /** Starts a server, opens the document, does the work and ends the server, also when the work fails. */
  static async during<T>(entry: Entry, work: (contestant: Contestant) => Promise<T>): Promise<T> {
    const server = await Server.start(entry.name, entry.command);
    try {
      const { items, milliseconds } = await server.open(entry.document);
      const result = await work(new Contestant(entry, server, milliseconds, items));
      await server.stop();
      return result;
    } finally {
      server.kill();
    }
  }

  get document(): BenchDocument {
    return this.#entry.document;
  }

  /** How many diagnostics the document has as it was opened. */
  get diagnostics(): number {
    return this.#first.length;
  }

  /** Types over a digit. Returns how long the report took, and whether it is another one than before. */
  async cycle({ place, restores }: DigitEdit): Promise<Cycle> {
    const digit = restores ? place.digit : otherDigit(place);
    const { items, milliseconds } = await this.#server.change(replaceDigit(place, digit));
    const report = JSON.stringify(items);
    const changed = report !== this.#last;
    this.#last = report;
    return { milliseconds, changed };
  }

  /** Fails unless an edit is seen to be reported, and the report of the text as it was opened is the first one. */
  async prove(): Promise<void> {
    const { name, controls } = this.#entry;
    for (const { line, breaks, mends } of controls) {
      const broken = await this.#server.change(breaks);
      const mended = await this.#server.change(mends);
      if (JSON.stringify(mended.items) !== JSON.stringify(this.#first))
        throw new Error(`${name}: the text is as it was opened, its report is not (line ${line + 1})`);
      if (this.#news(broken.items).some((diagnostic) => speaksOf(diagnostic, line))) return;
    }
    throw new Error(
      `${name}: nothing was reported after any of ${controls.length} edits that break something`,
    );
  }

  #news(items: readonly Diagnostic[]): Diagnostic[] {
    const known = new Set(this.#first.map((diagnostic) => JSON.stringify(diagnostic)));
    return items.filter((diagnostic) => !known.has(JSON.stringify(diagnostic)));
  }
}

/** Whether a diagnostic stands in a line or names it as a related place. */
function speaksOf({ range, relatedInformation = [] }: Diagnostic, line: number): boolean {
  return [range, ...relatedInformation.map(({ location }) => location.range)].some(
    ({ start, end }) => start.line <= line && line <= end.line,
  );
}
