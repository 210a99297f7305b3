import {
  CodeActionKind,
  type InitializeParams,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type ClientSupport, readClientSupport } from './clientSupport.ts';
import { TRIGGER_CHARACTERS } from './features/completion.ts';
import { SettingsStore } from './settingsStore.ts';
import { Workspace } from './workspace.ts';

/** What is known once the client has introduced itself. */
export interface Session {
  readonly client: ClientSupport;
  readonly settings: SettingsStore;
  readonly workspace: Workspace;
}

/**
 * Reads an initialize request. Its options may hold the settings themselves, `docsUri`, the URI of the
 * folder with the packaged docs, and `commands`, the commands of the client that the server may name.
 *
 * @param fetch asks the client for the settings of a document
 */
export function openSession(
  { capabilities, initializationOptions }: InitializeParams,
  fetch: (uri: string) => Promise<unknown>,
): Session {
  const client = readClientSupport(capabilities, initializationOptions);
  return {
    client,
    settings: new SettingsStore(initializationOptions, client.configuration ? fetch : undefined),
    workspace: new Workspace(client, docsUriOf(initializationOptions)),
  };
}

/** What the server offers. Diagnostics are offered to clients that ask for them; to others they are pushed. */
export function capabilitiesFor(client: ClientSupport): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    workspaceSymbolProvider: true,
    ...(client.pullDiagnostics && {
      diagnosticProvider: {
        identifier: 'budget-disclosure',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
  };
}

function docsUriOf(options: unknown): string | undefined {
  if (typeof options !== 'object' || options === null || !('docsUri' in options)) return undefined;
  return typeof options.docsUri === 'string' ? options.docsUri : undefined;
}
