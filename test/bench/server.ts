import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import type { BenchDocument } from './documents.ts';

/** Diagnostics of one version of a document, and how long they took from the change to the report. */
export interface Measured {
  readonly items: readonly Diagnostic[];
  readonly milliseconds: number;
}

/** What an editor that asks for diagnostics says of itself, the same to both servers. */
const CAPABILITIES: ClientCapabilities = {
  textDocument: {
    synchronization: {},
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    diagnostic: { relatedDocumentSupport: false },
  },
};

/** A language server over standard input and output with one open document. */
export class Server {
  readonly #name: string;
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #connection: ProtocolConnection;
  #uri = '';
  #version = 0;
  #resultId: string | undefined;
  #items: readonly Diagnostic[] = [];

  private constructor(name: string, args: readonly string[]) {
    this.#name = name;
    this.#process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    // Answers that will never come fail instead of being waited for.
    this.#process.once('exit', () => this.#connection.dispose());
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.listen();
  }

  /**
   * Starts a server and introduces the client to it. Fails where the server cannot be asked for diagnostics.
   *
   * @param args of Node: the server's script and its arguments
   */
  static async start(name: string, args: readonly string[]): Promise<Server> {
    const server = new Server(name, args);
    try {
      const { capabilities } = await server.#ask<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: CAPABILITIES,
      });
      if (!capabilities.diagnosticProvider) throw new Error(`${name} offers no pull diagnostics`);
      await server.#connection.sendNotification('initialized', {});
    } catch (error) {
      server.kill();
      throw error;
    }
    return server;
  }

  /** Opens the document; the time is that to the first report. */
  open({ uri, languageId, text }: BenchDocument): Promise<Measured> {
    this.#uri = uri;
    this.#version = 1;
    return this.#timed('textDocument/didOpen', {
      textDocument: { uri, languageId, version: this.#version, text },
    });
  }

  /** Changes the document; the time is that of a whole cycle, from the edit to the report on it. */
  change(change: TextDocumentContentChangeEvent): Promise<Measured> {
    this.#version++;
    return this.#timed('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [change],
    });
  }

  async #timed(method: string, params: object): Promise<Measured> {
    const request = {
      textDocument: { uri: this.#uri },
      ...(this.#resultId !== undefined && { previousResultId: this.#resultId }),
    };
    const began = performance.now();
    // Both are sent in this order, the second without waiting, as an editor does.
    const [, report] = await Promise.all([
      this.#connection.sendNotification(method, params),
      this.#ask<DocumentDiagnosticReport>('textDocument/diagnostic', request),
    ]);
    const milliseconds = performance.now() - began;
    this.#resultId = report.resultId;
    if (report.kind === 'full') this.#items = report.items;
    return { items: this.#items, milliseconds };
  }

  /** Any request. The caller knows the type of the answer. */
  async #ask<T>(method: string, params?: object): Promise<T> {
    try {
      return await this.#connection.sendRequest<T>(method, params);
    } catch (error) {
      throw new Error(`${this.#name} did not answer ${method}`, { cause: error });
    }
  }

  /** Asks the server to end, and waits until it has. */
  async stop(): Promise<void> {
    const exited = once(this.#process, 'exit');
    await this.#ask('shutdown');
    await this.#connection.sendNotification('exit');
    const [code] = await exited;
    if (code !== 0) throw new Error(`${this.#name} ended with ${code}`);
  }

  /** Ends the process, whatever it is doing. For the end of a run that failed. */
  kill(): void {
    this.#process.kill();
  }
}
