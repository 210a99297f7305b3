import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import {
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type ConfigurationParams,
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const SERVER = join(import.meta.dirname, '../../dist/server.js');

/** What a client of today can do. `pull`: it asks for diagnostics. `configuration`: it can be asked for settings. */
export function capabilities({ pull = true, configuration = false } = {}): ClientCapabilities {
  return {
    workspace: {
      configuration,
      didChangeConfiguration: { dynamicRegistration: configuration },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceFolders: true,
      applyEdit: true,
      workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
      codeLens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      ...(pull && { diagnostics: { refreshSupport: true } }),
    },
    textDocument: {
      hover: { contentFormat: ['markdown', 'plaintext'] },
      completion: { completionItem: { snippetSupport: true } },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
      ...(pull && { diagnostic: {} }),
    },
  };
}

/** What a client tells the server when it starts it. */
export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** URIs of the folders of the workspace. */
  readonly folders?: readonly string[];
  /** Answers `workspace/configuration` for a document. */
  readonly configuration?: (scopeUri: string | undefined) => unknown;
}

/** The built server, spoken to as any editor speaks to it: LSP over standard input and output. */
export class LanguageServer {
  readonly connection: ProtocolConnection;
  /** All diagnostics that were pushed, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the server logged, errors and all. */
  readonly logged: string[] = [];
  /** Messages that were shown to the user. */
  readonly shown: string[] = [];
  /** The edits the server asked the client to make, in order; none is made. */
  readonly edits: ApplyWorkspaceEditParams[] = [];
  /** Methods that the server asked to be told of. */
  readonly registered: string[] = [];
  /** How often the server asked the client to pull again. */
  refreshes = 0;
  /** How often it asked for code lenses or inlay hints to be asked for again. */
  viewRefreshes = 0;
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #versions = new Map<string, number>();

  constructor({ configuration = () => null }: StartOptions = {}) {
    this.#process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    connection.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
      this.logged.push(message);
    });
    connection.onNotification('window/showMessage', ({ message }: { readonly message: string }) => {
      this.shown.push(message);
    });
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map((item) => configuration(item.scopeUri)),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    for (const view of ['codeLens', 'inlayHint'])
      connection.onRequest(`workspace/${view}/refresh`, () => {
        this.viewRefreshes++;
        return null;
      });
    connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      this.edits.push(params);
      return { applied: true };
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    connection.listen();
  }

  /** Starts a server and introduces the client to it. */
  static async start(options: StartOptions = {}): Promise<LanguageServer> {
    const server = new LanguageServer(options);
    await server.initialize(options);
    return server;
  }

  async initialize(options: StartOptions = {}): Promise<InitializeResult> {
    const result: InitializeResult = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? capabilities(),
      initializationOptions: options.initializationOptions,
      ...(options.folders && { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })) }),
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string, languageId = 'budget-disclosure'): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces a range, as an editor does while somebody types; the whole text without a range. */
  async change(uri: string, text: string, range?: Range): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range ? { range, text } : { text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Any request about a document. The caller knows the type of the answer. */
  ask<T>(method: string, uri: string, params: object = {}): Promise<T> {
    return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.ask('diagnostic', uri, previousResultId === undefined ? {} : { previousResultId });
  }

  /** The next diagnostics pushed for a document from now on. */
  async nextPublished(uri: string): Promise<PublishDiagnosticsParams> {
    const from = this.published.length;
    return this.#until(() => this.published.slice(from).find((params) => params.uri === uri));
  }

  /** Runs a command of the server. */
  execute(command: string, ...given: readonly unknown[]): Promise<unknown> {
    return this.connection.sendRequest('workspace/executeCommand', { command, arguments: given });
  }

  /** The next edit the server asks for. */
  async nextEdit(): Promise<ApplyWorkspaceEditParams> {
    return this.#until(() => this.edits.shift());
  }

  /** The next message the server has for the user. */
  async nextMessage(): Promise<string> {
    return this.#until(() => this.shown.shift());
  }

  /** Waits for something the server does by itself. */
  async #until<T>(look: () => T | undefined): Promise<T> {
    for (const end = Date.now() + 20_000; Date.now() < end; ) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('the server did nothing');
  }

  /** Asks the server to end and returns its exit code. */
  async stop(): Promise<number | null> {
    const exited = once(this.#process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = await exited;
    this.connection.dispose();
    return typeof code === 'number' ? code : null;
  }

  /** Goes away without a word, as an editor that crashed, and returns the server's exit code. */
  async abandon(): Promise<number | null> {
    const exited = once(this.#process, 'exit');
    this.connection.dispose();
    this.#process.stdin.end();
    const [code] = await exited;
    return typeof code === 'number' ? code : null;
  }

  /** Ends the process, whatever it is doing. For the end of a test that failed. */
  kill(): void {
    this.#process.kill();
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }
}
