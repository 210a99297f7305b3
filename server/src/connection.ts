import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  type ResponseError,
  TextDocuments,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analyse.ts';
import { codeActionsAt } from './features/codeActions.ts';
import { codeLensesOf } from './features/codeLenses.ts';
import { type FoundCode, LOOK_UP_REQUEST, type LookUpParams, lookUpCodes } from './features/codeLookUp.ts';
import { definitionAt, highlightsAt, referencesAt } from './features/codeNavigation.ts';
import { prepareRenameAt, renameAt } from './features/codeRename.ts';
import { completionAt } from './features/completion.ts';
import type { FeatureContext } from './features/context.ts';
import { diagnosticsOf } from './features/diagnostics.ts';
import { documentSymbolsOf, flatSymbolsOf } from './features/documentSymbols.ts';
import { foldingRangesOf } from './features/foldingRanges.ts';
import { hoverAt } from './features/hover.ts';
import { inlayHintsIn } from './features/inlayHints.ts';
import { workspaceSymbolsOf } from './features/workspaceSymbols.ts';
import { Publisher } from './publisher.ts';
import { runSafe } from './runSafe.ts';
import { capabilitiesFor, openSession, type Session } from './session.ts';

/** The section of the settings in the client's configuration. */
const SECTION = 'budgetDisclosure';

/** A document as a feature sees it, all of one version. */
interface View {
  readonly uri: string;
  readonly version: number;
  readonly analysis: Analysis;
  readonly context: FeatureContext;
  /** Equal for views with equal diagnostics. */
  readonly resultId: string;
}

/** Serves a client over a connection of any kind, and begins to listen. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const log = connection.console;
  let session: Session | undefined;

  connection.onInitialize((params): InitializeResult => {
    session = openSession(params, (uri) =>
      connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }),
    );
    return { capabilities: capabilitiesFor(session.client), serverInfo: { name: 'budget-disclosure' } };
  });

  connection.onInitialized(() =>
    attempt('register', async () => {
      if (!session?.client.configurationRegistration) return;
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }),
  );

  connection.onDidChangeConfiguration(({ settings }) =>
    attempt('configuration', async () => {
      const changed = await session?.settings.reload(sectionOf(settings));
      if (!session || !changed) return;
      const { client } = session;
      if (!client.pullDiagnostics) for (const document of documents.all()) publisher.schedule(document);
      else if (client.refreshDiagnostics) await connection.languages.diagnostics.refresh();
      if (client.refreshCodeLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
      if (client.refreshInlayHints) await connection.languages.inlayHint.refresh();
    }),
  );

  const publisher = new Publisher(({ uri }) =>
    attempt('publish', async () => {
      const view = await viewOf(uri);
      if (!view) return;
      const diagnostics = diagnosticsOf(view.analysis, uri, view.context);
      await connection.sendDiagnostics({ uri, version: view.version, diagnostics });
    }),
  );

  documents.onDidChangeContent(({ document }) => {
    if (session && !session.client.pullDiagnostics) publisher.schedule(document);
  });

  documents.onDidClose(({ document: { uri } }) => {
    publisher.forget(uri);
    session?.settings.forget(uri);
    if (session?.client.pullDiagnostics) return;
    attempt('close', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
  });

  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) => {
    const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return runSafe<DocumentDiagnosticReport>(log, 'diagnostic', empty, token, async () => {
      const view = await viewOf(uri, token);
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

  connection.onHover(({ textDocument, position }, token) =>
    answer('hover', textDocument.uri, token, null, (view) => hoverAt(view.analysis, position, view.context)),
  );

  connection.onCompletion(({ textDocument, position }, token) =>
    answer('completion', textDocument.uri, token, null, (view) =>
      completionAt(view.analysis, position, view.context),
    ),
  );

  connection.onCodeAction(({ textDocument, range, context: { only } }, token) =>
    answer('code action', textDocument.uri, token, [], (view) =>
      codeActionsAt(view.analysis, range, only, view, view.context),
    ),
  );

  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer('document symbol', uri, token, [], ({ analysis, context }) => {
      const symbols = documentSymbolsOf(analysis, context);
      return context.client.hierarchicalSymbols ? symbols : flatSymbolsOf(symbols, uri);
    }),
  );

  connection.onFoldingRanges(({ textDocument }, token) =>
    answer('folding range', textDocument.uri, token, [], (view) => foldingRangesOf(view.analysis)),
  );

  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer('code lens', uri, token, [], ({ analysis, context }) => codeLensesOf(analysis, uri, context)),
  );

  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answer('inlay hint', textDocument.uri, token, [], (view) =>
      inlayHintsIn(view.analysis, range, view.context),
    ),
  );

  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answer('definition', uri, token, null, ({ analysis, context }) =>
      definitionAt(analysis, position, uri, context),
    ),
  );

  connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
    answer('references', uri, token, [], ({ analysis, context }) =>
      referencesAt(analysis, position, includeDeclaration, uri, context),
    ),
  );

  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    answer('document highlight', textDocument.uri, token, [], (view) =>
      highlightsAt(view.analysis, position, view.context),
    ),
  );

  connection.onPrepareRename(({ textDocument, position }, token) =>
    answer('prepare rename', textDocument.uri, token, null, (view) =>
      prepareRenameAt(view.analysis, position, view.context),
    ),
  );

  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    answer<WorkspaceEdit | ResponseError<void> | null>('rename', textDocument.uri, token, null, (view) =>
      renameAt(view.analysis, position, newName, view, view.context),
    ),
  );

  connection.onWorkspaceSymbol(({ query }, token) =>
    runSafe<WorkspaceSymbol[]>(log, 'workspace symbol', [], token, async () => {
      const symbols: WorkspaceSymbol[] = [];
      for (const { uri } of documents.all()) {
        const view = await viewOf(uri, token);
        if (view) symbols.push(...workspaceSymbolsOf(view.analysis, query, uri, view.context));
      }
      return symbols;
    }),
  );

  connection.onRequest(LOOK_UP_REQUEST, (params: LookUpParams, token: CancellationToken) =>
    runSafe<FoundCode[]>(log, 'look up', [], token, async () => {
      if (!session) return [];
      const view = params.uri === undefined ? undefined : await viewOf(params.uri, token);
      const context = view?.context ?? session.workspace.contextFor(session.settings.common);
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
      const view = await viewOf(uri, token);
      return view && view.version === version ? feature(view) : empty;
    });
  }

  /** The document as it stands, or undefined where it is not open (any more) or nobody waits for it. */
  async function viewOf(uri: string, token?: CancellationToken): Promise<View | undefined> {
    const document = documents.get(uri);
    if (!session || !document) return undefined;
    const settings = await session.settings.of(uri);
    const { workspace } = session;
    // Reading a document takes a while. Changes and cancellations that have come in meanwhile go first.
    if (!workspace.isAnalysed(document, settings)) await nextTurn();
    if (token?.isCancellationRequested || documents.get(uri) !== document) return undefined;
    return {
      uri,
      version: document.version,
      analysis: workspace.analysisOf(document, settings),
      context: workspace.contextFor(settings),
      resultId: workspace.serialOf(document, settings),
    };
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

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
