import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from '#core/analyse.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Indicators } from '#core/catalogue/indicators.ts';
import type { DisclosureSummary } from '#core/checks/others/summary.ts';
import { LANGUAGES } from '#core/messages/messages.ts';
import type { Settings } from '#core/settings.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { FeatureContext } from './features/context.ts';
import { WORDS } from './words.ts';

/** What documents are read and explained with. All stay the same objects while nothing changes. */
export interface Basis {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  readonly indicators: Indicators;
  /** What other disclosures have to say. */
  readonly others?: readonly DisclosureSummary[];
}

/** Whether what is read with one is the same as read with the other. */
export function isSameBasis(one: Basis, other: Basis): boolean {
  return (
    one.settings === other.settings &&
    one.catalogue === other.catalogue &&
    one.indicators === other.indicators &&
    one.others === other.others
  );
}

/** An analysis with what it was made from. */
interface Remembered extends Basis {
  readonly version: number;
  readonly analysis: Analysis;
  /** Differs from that of every other analysis of this session. */
  readonly serial: number;
}

/** What documents mean: one analysis a version, made when it is first asked for. */
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
  isAnalysed(document: TextDocument, basis: Basis): boolean {
    const last = this.#remembered.get(document);
    return last?.version === document.version && isSameBasis(last, basis);
  }

  analysisOf(document: TextDocument, basis: Basis): Analysis {
    return this.#analysed(document, basis).analysis;
  }

  /** The analysis that was made last, of whatever version; undefined where none was. */
  lastAnalysisOf(document: TextDocument): Analysis | undefined {
    return this.#remembered.get(document)?.analysis;
  }

  /** A name for the analysis of this version: equal names, equal findings and words. */
  serialOf(document: TextDocument, basis: Basis): string {
    return String(this.#analysed(document, basis).serial);
  }

  /** What features need beside the analysis. */
  contextFor({ settings, catalogue, indicators }: Basis): FeatureContext {
    const { language } = settings;
    return {
      catalogue,
      indicators,
      language: LANGUAGES[language],
      words: WORDS[language],
      client: this.#client,
      settings,
      ...(this.#docsUri !== undefined && { docsUri: this.#docsUri }),
    };
  }

  #analysed(document: TextDocument, basis: Basis): Remembered {
    const last = this.#remembered.get(document);
    if (last && this.isAnalysed(document, basis)) return last;
    const analysis = analyse(document.getText(), basis, last?.analysis);
    this.#serial++;
    const made = { version: document.version, ...basis, analysis, serial: this.#serial };
    this.#remembered.set(document, made);
    return made;
  }
}
