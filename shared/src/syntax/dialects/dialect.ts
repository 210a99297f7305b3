import type { CellNode, Dialect, RowNode } from '../nodes.ts';

/** One way of writing tables. Adding a dialect is one file with one of these, and its fixtures. */
export interface DialectReader {
  readonly dialect: Dialect;
  /** Whether the line, taken alone, is a row of such a table. */
  recognises(line: string): boolean;
  /** Whether a line that is no row by itself may stand inside such a table, between two rows. */
  admits?(line: string): boolean;
  /** Reads one line as a row. `line` is its number within the block. */
  readRow(text: string, line: number): RowNode;
}

/** Makes a cell of text[start, end), narrowed to what stands between blanks. */
export function cellOf(text: string, start: number, end: number, line: number, column: number): CellNode {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { span: { line, start: from, end: to }, column, text: text.slice(from, to) };
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff;
}
