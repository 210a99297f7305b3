import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Long enough to let a figure be typed, short enough to seem at once. */
const DELAY_MS = 150;

/** Pushes diagnostics a moment after the last change, for clients that do not ask for them. */
export class Publisher {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #published = new Set<string>();
  readonly #publish: (document: TextDocument) => void;

  constructor(publish: (document: TextDocument) => void) {
    this.#publish = publish;
  }

  /** Publishes soon; a document just opened, at once. A later call takes the place of an earlier one. */
  schedule(document: TextDocument): void {
    const { uri } = document;
    clearTimeout(this.#timers.get(uri));
    const publish = (): void => {
      this.#timers.delete(uri);
      this.#publish(document);
    };
    this.#timers.set(uri, setTimeout(publish, this.#published.has(uri) ? DELAY_MS : 0));
    this.#published.add(uri);
  }

  /** Drops what is scheduled for a document that was closed. */
  forget(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#published.delete(uri);
  }
}
