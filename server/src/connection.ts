import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analyse.ts';
import {
  type FoundCode,
  LOOK_UP_REQUEST,
  type LookUpParams,
  RECALCULATE_COMMAND,
  SECTION,
} from '#core/protocol.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import { bearsOn, Counterparts } from './counterparts.ts';
import { DISCLOSURE_GLOB } from './disclosureFiles.ts';
import { answerFeatures, type View } from './featureRequests.ts';
import { lookUpCodes } from './features/codeLookUp.ts';
import { diagnosticsOf } from './features/diagnostics.ts';
import { placeOf, recalculationAt } from './features/recalculate.ts';
import { symbolFinderOf } from './features/workspaceSymbols.ts';
import { Publisher } from './publisher.ts';
import { runSafe } from './runSafe.ts';
import {
  basisOf,
  capabilitiesFor,
  commonBasisOf,
  type Machine,
  openSession,
  type Session,
} from './session.ts';
import { nextTurn } from './turns.ts';
import type { FileReport } from './userFiles.ts';
import { WORDS } from './words.ts';
import type { Workspace } from './workspace.ts';

/**
 * Serves a client over a connection of any kind, and begins to listen.
 *
 * @param machine what it may read beside what the client sends; undefined where there are no files
 */
export function serve(connection: Connection, machine?: Machine): void {
  const documents = new TextDocuments(TextDocument);
  const log = connection.console;
  const counterparts = new Counterparts();
  let session: Session | undefined;

  connection.onInitialize((params): InitializeResult => {
    const fetch = (uri: string) => connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
    session = openSession(params, fetch, machine, tellOfFiles, log);
    return { capabilities: capabilitiesFor(session.client), serverInfo: { name: 'budget-disclosure' } };
  });

  connection.onInitialized(() =>
    attempt('register', async () => {
      if (!session) return;
      const { client, disclosures, settings } = session;
      if (client.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          disclosures.foldersChanged(added.map(uriOf), removed.map(uriOf));
          for (const { uri } of removed) settings.forget(uri);
          attempt('folders', keepFilesInUse);
          gatherCounterparts();
        });
      }
      if (client.configurationRegistration)
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      if (client.watchedFiles) {
        const watchers = [{ globPattern: DISCLOSURE_GLOB }];
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
    }),
  );

  connection.onDidChangeConfiguration(({ settings }) =>
    attempt('configuration', async () => {
      if (!session) return;
      const changed = await session.settings.reload(sectionOf(settings));
      await keepFilesInUse();
      if (changed) await checkAgain();
    }),
  );

  connection.onDidChangeWatchedFiles(() => {
    session?.disclosures.filesChanged();
    gatherCounterparts();
  });

  // Catalogues are written in an editor like this one: they are looked at again whenever a document is opened.
  documents.onDidOpen(() => {
    gatherCounterparts();
    attempt('catalogue', async () => {
      if (!session) return;
      const refreshed = [await session.catalogues.refresh(), await session.indicators.refresh()];
      if (refreshed.includes(true)) await checkAgain();
    });
  });

  /** Which diagnostics of which version were pushed last. */
  const published = new Map<string, string>();
  const publisher = new Publisher(({ uri }) =>
    attempt('publish', async () => {
      const view = await viewOf(uri);
      if (!view) return;
      const state = `${view.version} ${view.resultId}`;
      if (published.get(uri) === state) return;
      published.set(uri, state);
      const diagnostics = diagnosticsOf(view.analysis, uri, view.context);
      await connection.sendDiagnostics({ uri, version: view.version, diagnostics });
      // What was typed here may say something of another: of the year after, or of the department of this body.
      publishAll(uri);
    }),
  );

  documents.onDidChangeContent(({ document }) => {
    if (session && !session.client.pullDiagnostics) publisher.schedule(document);
  });

  documents.onDidClose(({ document }) => {
    const { uri } = document;
    publisher.forget(uri);
    published.delete(uri);
    session?.settings.forget(uri);
    counterparts.forget(uri);
    // From now on its file says what its text said: something else, or nothing where there is none.
    const last = session?.workspace.lastAnalysisOf(document);
    gatherCounterparts(session && last && bearsOn(last, analysesBeside(document, session.workspace)));
    if (session?.client.pullDiagnostics) return;
    attempt('close', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
  });

  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) => {
    const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return runSafe<DocumentDiagnosticReport>(log, 'diagnostic', empty, token, async () => {
      const view = await viewOf(uri, () => isWaiting(token));
      if (!view) return empty;
      const { analysis, context, resultId } = view;
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return {
        kind: DocumentDiagnosticReportKind.Full,
        resultId,
        items: diagnosticsOf(analysis, uri, context),
      };
    });
  });

  answerFeatures(connection, answer);

  connection.onExecuteCommand(({ command, arguments: given }, token) => {
    const place = command === RECALCULATE_COMMAND ? placeOf(given) : undefined;
    if (!place) return null;
    return answer('recalculate', place.uri, token, null, (view) => {
      const { edit, message } = recalculationAt(view.analysis, place.position, view, view.context);
      if (edit) attempt('apply', async () => void (await connection.workspace.applyEdit(edit)));
      else tell(MessageType.Info, message);
      return null;
    });
  });

  connection.onWorkspaceSymbol(({ query }, token) =>
    runSafe<WorkspaceSymbol[]>(log, 'workspace symbol', [], token, async () => {
      const symbols: WorkspaceSymbol[] = [];
      const open = documents.keys();
      for (const uri of open) {
        const view = await viewOf(uri, () => isWaiting(token));
        if (view) symbols.push(...symbolFinderOf(view)(query));
      }
      for (const disclosure of (await session?.disclosures.closed(open)) ?? []) {
        // Reading a file takes a while. Whatever has come in meanwhile goes first.
        await nextTurn();
        if (token.isCancellationRequested) break;
        const found = await disclosure.fact(symbolFinderOf);
        symbols.push(...(found?.(query) ?? []));
      }
      return symbols;
    }),
  );

  connection.onRequest(LOOK_UP_REQUEST, (params: LookUpParams, token: CancellationToken) =>
    runSafe<FoundCode[]>(log, 'look up', [], token, async () => {
      if (!session) return [];
      const view = params.uri === undefined ? undefined : await viewOf(params.uri, () => isWaiting(token));
      const context = view?.context ?? session.workspace.contextFor(await commonBasisOf(session));
      return lookUpCodes(params.text, view?.analysis, context);
    }),
  );

  documents.listen(connection);
  connection.listen();

  /** Answers a request about a place: only of the version it was asked about, since places move. */
  function answer<T>(
    name: string,
    uri: string,
    token: CancellationToken,
    empty: T,
    feature: (view: View) => T,
  ): Promise<T | ResponseError<never>> {
    return runSafe(log, name, empty, token, async () => {
      const version = documents.get(uri)?.version;
      const isSame = () => documents.get(uri)?.version === version;
      const view = await viewOf(uri, () => isSame() && isWaiting(token));
      if (!isSame()) return new ResponseError<never>(LSPErrorCodes.ContentModified, 'modified');
      return view ? feature(view) : empty;
    });
  }

  /** The document as it stands, or undefined where it is not open (any more) or nobody waits for it. */
  async function viewOf(uri: string, isWanted: () => boolean = () => true): Promise<View | undefined> {
    const document = documents.get(uri);
    if (!session || !document) return undefined;
    const settings = await session.settings.of(uri);
    const { workspace } = session;
    const own = { ...(await basisOf(session, settings, uri)), others: counterparts.of(uri) };
    const isOpen = () => documents.get(uri) === document && isWanted();
    const alone = await workspace.analysed(document, own, isOpen);
    if (!alone || !isOpen()) return undefined;
    const open = analysesBeside(document, workspace);
    // An open one counts instead of its file from when it was read first: who was checked in between knew of neither.
    if (!counterparts.knows(uri) && bearsOn(alone.analysis, open)) attempt('counterparts', checkAgain);
    const basis = { ...own, others: counterparts.find(uri, alone.analysis, open) };
    const analysed = await workspace.analysed(document, basis, isOpen);
    if (!analysed) return undefined;
    const { version, analysis, serial } = analysed;
    return { uri, version, analysis, context: workspace.contextFor(basis), resultId: serial };
  }

  /** Forgets the files of the user's that no settings name any more. */
  async function keepFilesInUse(): Promise<void> {
    const inUse = (await session?.settings.inUse()) ?? [];
    await session?.catalogues.keep(inUse.map(({ catalogue }) => catalogue));
    await session?.indicators.keep(inUse.map(({ indicators }) => indicators));
  }

  /** What the other open documents were last read as. */
  function analysesBeside(document: TextDocument, workspace: Workspace): readonly Analysis[] {
    return documents
      .all()
      .flatMap((each) => (each === document ? [] : (workspace.lastAnalysisOf(each) ?? [])));
  }

  /**
   * Looks in the background for disclosures that say something of the open ones.
   *
   * @param anyhow whether the open ones are to be checked anew even where those on disk say what they said
   */
  function gatherCounterparts(anyhow = false): void {
    attempt('counterparts', async () => {
      const closed = async () => (await session?.disclosures.closed(documents.keys())) ?? [];
      const isNews = await counterparts.gather(closed, nextTurn);
      if (isNews || anyhow) await checkAgain();
    });
  }

  /** Has every open document checked anew. */
  async function checkAgain(): Promise<void> {
    const client = session?.client;
    if (!client?.pullDiagnostics) publishAll();
    else if (client.refreshDiagnostics) await connection.languages.diagnostics.refresh();
    if (client?.refreshCodeLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
    if (client?.refreshInlayHints) await connection.languages.inlayHint.refresh();
  }

  /** @param except the document that was looked at just now */
  function publishAll(except?: string): void {
    for (const document of documents.all()) if (document.uri !== except) publisher.schedule(document);
  }

  /** Tells the user in one message a file what is wrong with it, and all of it in the log. */
  function tellOfFiles(reports: readonly FileReport[]): void {
    const words = WORDS[session?.settings.common.language ?? DEFAULT_SETTINGS.language];
    for (const report of reports) {
      for (const problem of report.problems ?? []) log.warn(`${report.path}: ${words.fileProblem(problem)}`);
      tell(MessageType.Warning, words.fileReport(report));
    }
  }

  function tell(type: MessageType, message: string): void {
    void connection.sendNotification(ShowMessageNotification.type, { type, message });
  }

  /** Work that nobody waits for. */
  function attempt(name: string, work: () => Promise<void>): void {
    void runSafe(log, name, undefined, undefined, work);
  }
}

/** Clients that send settings along send them all, under the name of the section. */
function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null || !(SECTION in settings)) return settings;
  return settings[SECTION];
}

function isWaiting(token: CancellationToken): boolean {
  return !token.isCancellationRequested;
}

function uriOf({ uri }: { readonly uri: string }): string {
  return uri;
}
