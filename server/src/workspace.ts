import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from '#core/analyse.ts';
import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import { LANGUAGES } from '#core/messages/messages.ts';
import type { Settings } from '#core/settings.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { FeatureContext } from './features/context.ts';
import { WORDS } from './words.ts';

/** An analysis with what it was made from. */
interface Remembered {
  readonly version: number;
  readonly settings: Settings;
  readonly analysis: Analysis;
  /** Differs from that of every other analysis of this session. */
  readonly serial: number;
}

/** What the open documents mean: one analysis a version, made when it is first asked for. */
export class Workspace {
  readonly #client: ClientSupport;
  readonly #docsUri: string | undefined;
  readonly #remembered = new WeakMap<TextDocument, Remembered>();
  #serial = 0;

  constructor(client: ClientSupport, docsUri: string | undefined) {
    this.#client = client;
    this.#docsUri = docsUri;
  }

  /** Whether the analysis of this version is at hand, so that asking for it costs nothing. */
  isAnalysed(document: TextDocument, settings: Settings): boolean {
    const last = this.#remembered.get(document);
    return last?.version === document.version && last.settings === settings;
  }

  analysisOf(document: TextDocument, settings: Settings): Analysis {
    return this.#analysed(document, settings).analysis;
  }

  /** A name for the analysis of this version: equal names, equal findings and words. */
  serialOf(document: TextDocument, settings: Settings): string {
    return String(this.#analysed(document, settings).serial);
  }

  /** What features need beside the analysis. */
  contextFor(settings: Settings): FeatureContext {
    const { language } = settings;
    return {
      catalogue: nationalCatalogue(),
      indicators: nationalIndicators(),
      language: LANGUAGES[language],
      words: WORDS[language],
      client: this.#client,
      settings,
      ...(this.#docsUri !== undefined && { docsUri: this.#docsUri }),
    };
  }

  #analysed(document: TextDocument, settings: Settings): Remembered {
    const last = this.#remembered.get(document);
    if (last && this.isAnalysed(document, settings)) return last;
    const options = { settings, catalogue: nationalCatalogue() };
    const analysis = analyse(document.getText(), options, last?.analysis);
    this.#serial++;
    const made = { version: document.version, settings, analysis, serial: this.#serial };
    this.#remembered.set(document, made);
    return made;
  }
}
