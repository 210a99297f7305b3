import { type Disposable, languages, type Memento, type TextDocument, window, workspace } from 'vscode';
import { LINES_LOOKED_AT, looksLikeDisclosure } from '#core/looksLikeDisclosure.ts';
import { detectSetting, stopAsking, words } from './configuration.ts';
import { fileName, isGeneralText, LANGUAGE_ID } from './documents.ts';

/** Where the workspace remembers the files its user once agreed to treat as disclosures. */
const AGREED_KEY = 'documentsTreatedAsDisclosures';

/** Older agreements are forgotten beyond this number; the file is then simply offered again. */
const MOST_AGREED = 200;

/**
 * Offers the language to plain text and Markdown files that look like a disclosure: once a document, and never
 * against a decision of the user, be it the setting, the answer, or a language picked by hand.
 */
export class LanguageOffer implements Disposable {
  readonly #memory: Memento;
  /** Documents that are switched, or that were asked about or taken back by hand while this window is open. */
  readonly #settled = new Set<string>();
  readonly #subscription: Disposable;

  constructor(memory: Memento) {
    this.#memory = memory;
    this.#subscription = workspace.onDidCloseTextDocument((document) => this.#onClosed(document));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** Looks at a document that is being shown, and switches it or asks when it looks like a disclosure. */
  async consider(document: TextDocument): Promise<void> {
    const uri = document.uri.toString();
    if (!isGeneralText(document) || this.#settled.has(uri)) return;
    if (this.#agreed().includes(uri)) {
      await this.accept(document);
      return;
    }
    const setting = detectSetting(document.uri);
    if (setting === 'never' || !looksLikeDisclosure(firstLines(document))) return;
    this.#settled.add(uri);
    if (setting === 'always') await treatAsDisclosure(document);
    else await this.#ask(document);
  }

  /** Gives a document the language because its user wants it, and does so again when the file is next opened. */
  async accept(document: TextDocument): Promise<void> {
    const uri = document.uri.toString();
    this.#settled.add(uri);
    await treatAsDisclosure(document);
    if (!document.isUntitled) await this.#remember([...this.#agreed().filter((other) => other !== uri), uri]);
  }

  async #ask(document: TextDocument): Promise<void> {
    const { offerLanguage, switchLanguage, notNow, neverAsk } = words();
    // The question stays while other files are looked at, so it says which one is meant.
    const question = offerLanguage(fileName(document.uri));
    const answer = await window.showInformationMessage(question, switchLanguage, notNow, neverAsk);
    if (answer === neverAsk) await stopAsking();
    if (answer === switchLanguage && !document.isClosed) await this.accept(document);
  }

  /**
   * The editor reports a change of language as closing and opening anew. A disclosure that stays open and
   * becomes something else was taken back by its user: that is not to be undone, now or next time.
   */
  #onClosed(document: TextDocument): void {
    const uri = document.uri.toString();
    if (document.languageId !== LANGUAGE_ID) return;
    if (document.isClosed) {
      this.#settled.delete(uri);
      return;
    }
    this.#settled.add(uri);
    const agreed = this.#agreed();
    if (agreed.includes(uri)) void this.#remember(agreed.filter((other) => other !== uri));
  }

  #agreed(): readonly string[] {
    return this.#memory.get<readonly string[]>(AGREED_KEY, []);
  }

  async #remember(agreed: readonly string[]): Promise<void> {
    await this.#memory.update(AGREED_KEY, agreed.slice(-MOST_AGREED));
  }
}

/** The server starts when the first document of the language appears. */
async function treatAsDisclosure(document: TextDocument): Promise<void> {
  await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
}

function firstLines(document: TextDocument): readonly string[] {
  const count = Math.min(document.lineCount, LINES_LOOKED_AT);
  return Array.from({ length: count }, (_, line) => document.lineAt(line).text);
}
