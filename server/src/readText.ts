import { decodeBytes } from './decode.ts';

/** Why a file could not be read; readProblemWords.ts says so. `detail` is the system's own text, where there is no better one. */
export type ReadProblem =
  | { readonly kind: 'missing' | 'directory' | 'empty-folder' | 'forbidden' | 'too-large' | 'no-text' }
  | { readonly kind: 'other'; readonly detail: string };

/** The text of a file, or why there is none. */
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

/** What files of Word, Excel and PDF begin with: their bytes read as text would seem to be without fault. */
const NO_TEXT: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];

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
    const bytes = await readFile(path);
    const isNoText = NO_TEXT.some((signature) => signature.every((byte, at) => bytes[at] === byte));
    return isNoText ? { problem: { kind: 'no-text' } } : { text: decodeBytes(bytes).text };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): ReadProblem {
  if (!(error instanceof Error)) return { kind: 'other', detail: String(error) };
  const code = 'code' in error ? error.code : undefined;
  return PROBLEMS.get(code) ?? { kind: 'other', detail: error.message };
}
