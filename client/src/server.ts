// This module alone loads the language client package, some hundred kilobytes of it. It is imported when the
// first disclosure is opened, so that a window with other files pays nothing for it.
import { EventEmitter, LogLevel, type LogOutputChannel, type Uri, workspace } from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type FoundCode,
  GO_TO_COMMAND,
  LOOK_UP_REQUEST,
  type LookUpParams,
  SECTION,
} from '#core/protocol.ts';
import { DOCUMENT_SELECTOR } from './documents.ts';
import type { ServerState } from './serverState.ts';

/** A server that keeps ending is restarted this often within the period, then left alone. */
const MOST_RESTARTS = 3;
const RESTART_PERIOD_MS = 180_000;

/** Messages that could not be read or written, without a good one in between. */
const MOST_FAULTS_IN_A_ROW = 3;

/** Where the server finds itself and the pages it links to. */
export interface ServerPaths {
  /** The server's bundle on disk. */
  readonly bundle: string;
  /** The folder of the packaged docs, which are read without internet. */
  readonly docs: Uri;
}

/** A running server, as far as the rest of the client needs to know it. */
export interface Connection {
  /** The codes that fit a text; `uri`: the document the user is in. */
  lookUp(text: string, uri: string | undefined): Promise<readonly FoundCode[]>;
  stop(): Promise<void>;
}

/** What the owner of the connection is told. */
export interface ConnectionEvents {
  onState(state: ServerState): void;
  /** The server ended too often and is not started again. */
  onGivenUp(): void;
}

/**
 * Starts the language server in its own process and connects the editor's documents to it.
 *
 * @throws When the server does not answer the initialize request.
 */
export async function startServer(
  paths: ServerPaths,
  log: LogOutputChannel,
  events: ConnectionEvents,
): Promise<Connection> {
  const trace = new TraceChannel(log);
  const restarts = new RestartPolicy(() => client.state === State.Running, events);
  const serverOptions: ServerOptions = { module: paths.bundle, transport: TransportKind.ipc };
  const clientOptions: LanguageClientOptions = {
    documentSelector: DOCUMENT_SELECTOR,
    outputChannel: log,
    traceOutputChannel: trace.channel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: () => ({
      ...workspace.getConfiguration().get<object>(SECTION),
      docsUri: paths.docs.toString(),
      commands: [GO_TO_COMMAND],
    }),
    initializationFailedHandler: () => false,
    errorHandler: restarts,
  };
  const client = new QuietClient(SECTION, '预算公开', serverOptions, clientOptions);
  const stateListener = client.onDidChangeState(({ newState }) => events.onState(STATES[newState]));
  const stop = async (): Promise<void> => {
    stateListener.dispose();
    trace.dispose();
    await client.dispose();
  };
  try {
    await client.start();
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
  return {
    lookUp: (text, uri) => {
      const params: LookUpParams = { text, ...(uri !== undefined && { uri }) };
      return client.sendRequest<readonly FoundCode[]>(LOOK_UP_REQUEST, params);
    },
    stop,
  };
}

const STATES: { readonly [S in State]: ServerState } = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'failed',
};

/**
 * The package shows its own faults to the user in English, some of them twice. Here they go to the log; what
 * the user must know is said once, in the chosen language, by the owner of the connection.
 */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Restarts a server that was at work, but not one that never came up nor one that keeps ending. */
class RestartPolicy implements ErrorHandler {
  readonly #wasRunning: () => boolean;
  readonly #events: ConnectionEvents;
  readonly #restarts: number[] = [];

  constructor(wasRunning: () => boolean, events: ConnectionEvents) {
    this.#wasRunning = wasRunning;
    this.#events = events;
  }

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    const bearable = count !== undefined && count <= MOST_FAULTS_IN_A_ROW;
    return { action: bearable ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    if (!this.#wasRunning()) return { action: CloseAction.DoNotRestart, handled: true };
    const now = Date.now();
    const recent = this.#restarts.filter((time) => now - time < RESTART_PERIOD_MS);
    if (recent.length < MOST_RESTARTS) {
      this.#restarts.push(now);
      return { action: CloseAction.Restart, handled: true };
    }
    this.#events.onGivenUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}

/**
 * The package traces only when its channel's log level is Trace, whatever `trace.server` says. This stands
 * between the two, so that the setting alone decides: the level follows it, and traces are written as info.
 */
class TraceChannel {
  readonly channel: LogOutputChannel;
  readonly #levelChanged = new EventEmitter<LogLevel>();
  readonly #subscription = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${SECTION}.trace.server`)) this.#levelChanged.fire(traceLevel());
  });

  constructor(log: LogOutputChannel) {
    this.channel = Object.create(log, {
      logLevel: { get: traceLevel },
      onDidChangeLogLevel: { value: this.#levelChanged.event },
      trace: { value: (message: string) => log.info(message) },
    }) as LogOutputChannel;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#levelChanged.dispose();
  }
}

function traceLevel(): LogLevel {
  const value: unknown = workspace.getConfiguration(SECTION).get('trace.server');
  return value === 'messages' || value === 'verbose' ? LogLevel.Trace : LogLevel.Info;
}
