import { decodeBytes } from '../decode.ts';

/** Why a file could not be read. `detail` is the system's own text, where there is no better one. */
export type ReadProblem =
  | { readonly kind: 'missing' | 'directory' | 'forbidden' | 'too-large' }
  | { readonly kind: 'other'; readonly detail: string };

export type ReadResult =
  | { readonly text: string; readonly problem?: never }
  | { readonly text?: never; readonly problem: ReadProblem };

/** Codes of system errors, and of Node's where a file does not fit into memory or a string. */
const PROBLEMS: ReadonlyMap<unknown, ReadProblem> = new Map<unknown, ReadProblem>([
  ['ENOENT', { kind: 'missing' }],
  ['ENOTDIR', { kind: 'missing' }],
  ['EISDIR', { kind: 'directory' }],
  ['EACCES', { kind: 'forbidden' }],
  ['EPERM', { kind: 'forbidden' }],
  ['ERR_FS_FILE_TOO_LARGE', { kind: 'too-large' }],
  ['ERR_STRING_TOO_LONG', { kind: 'too-large' }],
]);

/**
 * Reads a text file in whatever encoding it is in.
 *
 * @param readFile gives the bytes of a path, or fails as node:fs does
 */
export async function readText(
  path: string,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<ReadResult> {
  try {
    return { text: decodeBytes(await readFile(path)).text };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): ReadProblem {
  if (!(error instanceof Error)) return { kind: 'other', detail: String(error) };
  const code = 'code' in error ? error.code : undefined;
  return PROBLEMS.get(code) ?? { kind: 'other', detail: error.message };
}
