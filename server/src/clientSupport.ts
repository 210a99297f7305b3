import type { ClientCapabilities } from 'vscode-languageserver';
import { GO_TO_COMMAND } from '#core/protocol.ts';

/** What the client at the other end can do, as far as it decides what the server says. */
export interface ClientSupport {
  /** The client asks for diagnostics; then the server must not push them as well. */
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshCodeLenses: boolean;
  readonly refreshInlayHints: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly markdownHover: boolean;
  readonly snippets: boolean;
  readonly codeActionLiterals: boolean;
  /** Edits can be bound to the version of the document they were made for. */
  readonly versionedEdits: boolean;
  /** Edits can be shown with a reason before they are made. */
  readonly changeAnnotations: boolean;
  /** Edits may select what is to be filled in. */
  readonly snippetEdits: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  /** The client watches files for the server and tells it of changes. */
  readonly watchedFiles: boolean;
  /** The client tells which folders come and go. */
  readonly workspaceFolders: boolean;
  /** The client has the command {@link GO_TO_COMMAND}. */
  readonly goToCommand: boolean;
}

/** Reads the capabilities and options of an initialize request. What is not declared is not there. */
export function readClientSupport(
  { textDocument, workspace }: ClientCapabilities,
  options: unknown,
): ClientSupport {
  const diagnostics = [textDocument?.publishDiagnostics, textDocument?.diagnostic];
  const item = textDocument?.completion?.completionItem;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    relatedInformation: diagnostics.some((each) => each?.relatedInformation === true),
    codeDescription: diagnostics.some((each) => each?.codeDescriptionSupport === true),
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    snippets: item?.snippetSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    goToCommand: commandsOf(options).includes(GO_TO_COMMAND),
  };
}

function commandsOf(options: unknown): readonly unknown[] {
  if (typeof options !== 'object' || options === null || !('commands' in options)) return [];
  return Array.isArray(options.commands) ? options.commands : [];
}
