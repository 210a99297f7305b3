import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where faults of the server itself are written. */
export interface Log {
  error(message: string): void;
}

/**
 * Runs the work of one message, or of one file on disk. This is the only place where faults of ours are caught: they
 * are logged, and the empty answer is given, so that none shows as a message to the user or stops what has nothing to
 * do with it.
 *
 * A cancelled request is answered as the protocol wants it, whatever the work came to.
 */
export function runSafe<T>(
  log: Log,
  name: string,
  empty: T,
  token: undefined,
  work: () => T | Promise<T>,
): Promise<T>;
export function runSafe<T>(
  log: Log,
  name: string,
  empty: T,
  token: CancellationToken | undefined,
  work: () => T | Promise<T>,
): Promise<T | ResponseError<never>>;
export async function runSafe<T>(
  log: Log,
  name: string,
  empty: T,
  token: CancellationToken | undefined,
  work: () => T | Promise<T>,
): Promise<T | ResponseError<never>> {
  try {
    const result = await work();
    return token?.isCancellationRequested
      ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
      : result;
  } catch (error) {
    log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return empty;
  }
}
