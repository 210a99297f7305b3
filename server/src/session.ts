import {
  CodeActionKind,
  type InitializeParams,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Catalogue, CatalogueAddition } from '#core/catalogue/catalogue.ts';
import type { Indicator, Indicators } from '#core/catalogue/indicators.ts';
import { RECALCULATE_COMMAND } from '#core/protocol.ts';
import type { Settings } from '#core/settings.ts';
import { type ClientSupport, readClientSupport } from './clientSupport.ts';
import type { DisclosureFiles } from './disclosureFiles.ts';
import { TRIGGER_CHARACTERS } from './features/completion.ts';
import { UPDATE_MENTIONS_KIND } from './features/mentions.ts';
import { RECALCULATE_KIND } from './features/recalculate.ts';
import { CATALOGUE_FILES, INDICATOR_FILES } from './fileKinds.ts';
import type { Log } from './runSafe.ts';
import { SettingsStore } from './settingsStore.ts';
import { type FileReport, type ReadFile, UserFiles } from './userFiles.ts';
import { type Basis, Workspace } from './workspace.ts';
import { WorkspaceDisclosures } from './workspaceDisclosures.ts';

/** What is known once the client has introduced itself. */
export interface Session {
  readonly client: ClientSupport;
  readonly settings: SettingsStore;
  readonly workspace: Workspace;
  readonly catalogues: UserFiles<CatalogueAddition, Catalogue>;
  readonly indicators: UserFiles<readonly Indicator[], Indicators>;
  readonly disclosures: WorkspaceDisclosures;
}

/** What of the user's machine the server may read. In a browser there is nothing. */
export interface Machine {
  readonly readFile: ReadFile;
  readonly disclosures: DisclosureFiles;
}

/**
 * Reads an initialize request. Its options may hold the settings themselves, `docsUri`, the URI of the
 * folder with the packaged docs, and `commands`, the commands of the client that the server may name.
 *
 * @param fetch asks the client for the settings of a document
 * @param machine undefined where there are no files
 * @param report is told what is wrong with files of the user's
 * @param log where faults of ours are written that a disclosure on disk brings about
 */
export function openSession(
  { capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams,
  fetch: (uri: string) => Promise<unknown>,
  machine: Machine | undefined,
  report: (reports: readonly FileReport[]) => void,
  log: Log,
): Session {
  const client = readClientSupport(capabilities, initializationOptions);
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
  const parts = {
    settings: new SettingsStore(initializationOptions, client.configuration ? fetch : undefined),
    catalogues: new UserFiles(CATALOGUE_FILES, machine?.readFile, report),
    indicators: new UserFiles(INDICATOR_FILES, machine?.readFile, report),
  };
  const workspace = new Workspace(client, docsUriOf(initializationOptions));
  const disclosures = new WorkspaceDisclosures({
    files: machine?.disclosures,
    folders,
    watched: client.watchedFiles,
    workspace,
    basisIn: async (folder) => basisIn(folder, parts, await parts.settings.of(folder)),
    log,
  });
  return { client, ...parts, workspace, disclosures };
}

/** What a document with these settings is read with. */
export function basisOf(session: Session, settings: Settings, uri: string): Promise<Basis> {
  return basisIn(session.disclosures.folderOf(uri), session, settings);
}

/** What no document is looked at with. */
export function commonBasisOf(session: Session): Promise<Basis> {
  return basisIn(session.disclosures.folderOf(undefined), session, session.settings.common);
}

/** @param folder URI of the folder from which relative paths in the settings count */
async function basisIn(
  folder: string | undefined,
  { catalogues, indicators }: Pick<Session, 'catalogues' | 'indicators'>,
  settings: Settings,
): Promise<Basis> {
  return {
    settings,
    catalogue: await catalogues.with(settings.catalogue, folder),
    indicators: await indicators.with(settings.indicators, folder),
  };
}

/** What the server offers. Diagnostics are offered to clients that ask for them; to others they are pushed. */
export function capabilitiesFor(client: ClientSupport): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        RECALCULATE_KIND,
        UPDATE_MENTIONS_KIND,
        CodeActionKind.SourceFixAll,
      ],
    },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    codeLensProvider: {},
    executeCommandProvider: { commands: [RECALCULATE_COMMAND] },
    inlayHintProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    workspaceSymbolProvider: true,
    selectionRangeProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pullDiagnostics && {
      diagnosticProvider: {
        identifier: 'budget-disclosure',
        interFileDependencies: true,
        workspaceDiagnostics: false,
      },
    }),
  };
}

function docsUriOf(options: unknown): string | undefined {
  if (typeof options !== 'object' || options === null || !('docsUri' in options)) return undefined;
  return typeof options.docsUri === 'string' ? options.docsUri : undefined;
}
