import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analysing, type ParsedText, parsingText } from '#core/analyse.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Indicators } from '#core/catalogue/indicators.ts';
import type { DisclosureSummary } from '#core/checks/others/summary.ts';
import { LANGUAGES } from '#core/messages/messages.ts';
import type { Settings } from '#core/settings.ts';
import type { Steps } from '#core/text/steps.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { FeatureContext } from './features/context.ts';
import { inTurns } from './turns.ts';
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

/** An analysis, and what it was made from. */
interface Analysed {
  readonly version: number;
  readonly basis: Basis;
  readonly analysis: Analysis;
  /** Equal serials, equal findings and words. */
  readonly serial: string;
}

/** An analysis that is being made. */
interface Work {
  readonly version: number;
  readonly basis: Basis;
  /** Whether those who wait for it still do. */
  readonly waiting: (() => boolean)[];
  readonly done: Promise<void>;
}

/** What documents mean: one analysis a version, made in turns when it is first asked for. */
export class Workspace {
  readonly #client: ClientSupport;
  readonly #docsUri: string | undefined;
  readonly #analysed = new WeakMap<TextDocument, Analysed>();
  /** The texts whose blocks were read last: what was found out about those, even of a version given up, holds on. */
  readonly #parsed = new WeakMap<TextDocument, ParsedText>();
  readonly #work = new WeakMap<TextDocument, Work>();
  #serial = 0;

  constructor(client: ClientSupport, docsUri: string | undefined) {
    this.#client = client;
    this.#docsUri = docsUri;
  }

  /**
   * Reads a document as it stands. Who asks while somebody waits for the same waits with them.
   *
   * @param isWanted whether it is still waited for
   * @returns undefined where it is not any more
   */
  async analysed(
    document: TextDocument,
    basis: Basis,
    isWanted: () => boolean = () => true,
  ): Promise<Analysed | undefined> {
    for (;;) {
      const known = this.#analysed.get(document);
      if (known && isOf(known, document, basis)) return known;
      if (!isWanted()) return undefined;
      const begun = this.#work.get(document);
      const work = begun && isOf(begun, document, basis) ? begun : this.#begin(document, basis);
      work.waiting.push(isWanted);
      await work.done;
    }
  }

  /** The analysis that was made last, of whatever version; undefined where none was. */
  lastAnalysisOf(document: TextDocument): Analysis | undefined {
    return this.#analysed.get(document)?.analysis;
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

  #begin(document: TextDocument, basis: Basis): Work {
    const { version } = document;
    const waiting: (() => boolean)[] = [];
    const isWanted = () => document.version === version && waiting.some((each) => each());
    const done = this.#analyse(document, basis, isWanted).finally(() => {
      if (this.#work.get(document) === work) this.#work.delete(document);
    });
    const work: Work = { version, basis, waiting, done };
    this.#work.set(document, work);
    return work;
  }

  async #analyse(document: TextDocument, basis: Basis, isWanted: () => boolean): Promise<void> {
    const { version } = document;
    const analysis = await inTurns(this.#steps(document, document.getText(), basis), isWanted);
    if (!analysis) return;
    this.#serial++;
    this.#analysed.set(document, { version, basis, analysis, serial: String(this.#serial) });
  }

  *#steps(document: TextDocument, text: string, basis: Basis): Steps<Analysis> {
    const parsed = yield* parsingText(text, this.#parsed.get(document));
    this.#parsed.set(document, parsed);
    return yield* analysing(parsed, basis);
  }
}

function isOf(made: Pick<Analysed, 'version' | 'basis'>, document: TextDocument, basis: Basis): boolean {
  return made.version === document.version && isSameBasis(made.basis, basis);
}
