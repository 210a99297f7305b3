import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from '#core/analyse.ts';
import { nationalCatalogue, nationalIndicators } from '#core/catalogue/data.ts';
import { LANGUAGES } from '#core/messages/messages.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings.ts';
import type { ClientSupport } from '#server/clientSupport.ts';
import type { FeatureContext } from '#server/features/context.ts';
import { WORDS } from '#server/words.ts';

/** A client that can do everything. */
export const ABLE_CLIENT: ClientSupport = {
  pullDiagnostics: true,
  refreshDiagnostics: true,
  refreshCodeLenses: true,
  refreshInlayHints: true,
  relatedInformation: true,
  codeDescription: true,
  markdownHover: true,
  snippets: true,
  codeActionLiterals: true,
  versionedEdits: true,
  changeAnnotations: true,
  snippetEdits: true,
  hierarchicalSymbols: true,
  configuration: true,
  configurationRegistration: true,
  watchedFiles: true,
  workspaceFolders: true,
  goToCommand: true,
};

/** The analysis of a text with the settings as they are at first. */
export function analysisOf(text: string, settings: Settings = DEFAULT_SETTINGS): Analysis {
  return analyse(text, { settings, catalogue: nationalCatalogue() });
}

/** What features are given beside the analysis. */
export function featureContext(
  client: Partial<ClientSupport> = {},
  language: Settings['language'] = 'zh-cn',
  settings: Partial<Settings> = {},
): FeatureContext {
  return {
    catalogue: nationalCatalogue(),
    indicators: nationalIndicators(),
    language: LANGUAGES[language],
    words: WORDS[language],
    client: { ...ABLE_CLIENT, ...client },
    settings: { ...DEFAULT_SETTINGS, language, ...settings },
  };
}

/** The text after edits, as the protocol defines their meaning. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('test:', '', 0, text), [...edits]);
}
