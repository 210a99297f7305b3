import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Indicators } from '#core/catalogue/indicators.ts';
import type { Language } from '#core/messages/language.ts';
import type { Settings } from '#core/settings.ts';
import type { ClientSupport } from '../clientSupport.ts';
import type { Words } from '../words.ts';

/** What a feature needs to know beside the analysis and the place asked about. */
export interface FeatureContext {
  readonly catalogue: Catalogue;
  readonly indicators: Indicators;
  /** Words of findings and words of the features, in the language of the settings. */
  readonly language: Language;
  readonly words: Words;
  readonly client: ClientSupport;
  readonly settings: Settings;
  /** Base URI of the packaged docs folder, for links to the pages of the rules. */
  readonly docsUri?: string;
}

/** A document as a feature names it in its answer. */
export interface DocumentIdentity {
  readonly uri: string;
  readonly version: number;
}
