import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type FoundCode, SECTION } from '#core/protocol.ts';
import { words } from './configuration.ts';
import type { Connection } from './server.ts';
import type { ServerState } from './serverState.ts';

const SERVER_BUNDLE = ['dist', 'server.js'] as const;

/**
 * Owns the language server: starts it when it is first needed, starts it anew on demand, and tells the user
 * once, plainly, when it cannot run.
 */
export class ServerControl implements Disposable {
  readonly #context: ExtensionContext;
  readonly #stateChanged = new EventEmitter<ServerState>();
  readonly onDidChangeState = this.#stateChanged.event;
  #state: ServerState = 'idle';
  #log: LogOutputChannel | undefined;
  /** The latest start; each one waits for the end of the one before it. */
  #connection: Promise<Connection | undefined> | undefined;
  /** One failure can be noticed in several places; the user hears of it once. */
  #failureTold = false;

  constructor(context: ExtensionContext) {
    this.#context = context;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** The channel appears in the editor's list only once there is something to say. */
  get log(): LogOutputChannel {
    this.#log ??= window.createOutputChannel('预算公开', { log: true });
    return this.#log;
  }

  /** Starts the server unless it was started before. */
  ensureStarted(): void {
    this.#connection ??= this.#start();
  }

  /** Ends the server, if there is one, and starts it again. */
  async restart(): Promise<void> {
    const previous = this.#connection;
    this.#connection = (async () => {
      await this.#end(previous);
      return this.#start();
    })();
    await this.#connection;
  }

  /** The codes that fit a text: none while there is no server. */
  async lookUp(text: string, uri: string | undefined): Promise<readonly FoundCode[]> {
    this.ensureStarted();
    try {
      return (await (await this.#connection)?.lookUp(text, uri)) ?? [];
    } catch (error) {
      this.log.warn(error instanceof Error ? error.message : String(error));
      return [];
    }
  }

  async stop(): Promise<void> {
    const previous = this.#connection;
    this.#connection = undefined;
    await this.#end(previous);
  }

  dispose(): void {
    this.#stateChanged.dispose();
    this.#log?.dispose();
  }

  async #start(): Promise<Connection | undefined> {
    this.#failureTold = false;
    this.#setState('starting');
    void commands.executeCommand('setContext', `${SECTION}.active`, true);
    const { extensionUri } = this.#context;
    const bundle = Uri.joinPath(extensionUri, ...SERVER_BUNDLE);
    if (!(await exists(bundle))) {
      this.#fail(words().serverMissing(SERVER_BUNDLE.join('/')));
      return undefined;
    }
    try {
      const { startServer } = await import('./server.ts');
      const paths = { bundle: bundle.fsPath, docs: Uri.joinPath(extensionUri, 'docs') };
      return await startServer(paths, this.log, {
        onState: (state) => (state === 'failed' ? this.#fail(words().serverFailed) : this.#setState(state)),
        onGivenUp: () => this.#fail(words().serverKeepsStopping),
      });
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      this.#fail(words().serverFailed);
      return undefined;
    }
  }

  async #end(connection: Promise<Connection | undefined> | undefined): Promise<void> {
    try {
      await (await connection)?.stop();
    } catch (error) {
      // A server that is already gone cannot be ended; the next one starts all the same.
      this.log.warn(error instanceof Error ? error.message : String(error));
    }
  }

  #fail(message: string): void {
    this.#setState('failed');
    if (!this.#failureTold) void this.#tell(message);
    this.#failureTold = true;
  }

  async #tell(message: string): Promise<void> {
    const { restart, showOutput } = words();
    const answer = await window.showErrorMessage(message, restart, showOutput);
    if (answer === restart) await this.restart();
    else if (answer === showOutput) this.log.show();
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
