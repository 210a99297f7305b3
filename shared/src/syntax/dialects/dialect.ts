import { isBarrier } from '../barrier.ts';
import type { CellNode, Dialect, RowNode } from '../nodes.ts';

/** How many lines behind a block may have a say in where it ends. Reading again after an edit relies on it. */
export const LOOKAHEAD = 100;

/** One way of writing tables. Adding a dialect is one file with one of these, and its fixtures. */
export interface DialectReader {
  readonly dialect: Dialect;
  /**
   * How many lines from `first` on are a table of this dialect, 0 where none begins there. It is asked for
   * every line of a document, so it looks at no more than {@link LOOKAHEAD} lines beyond those it takes, and
   * decides by the first LOOKAHEAD lines whether a table begins at all. It stops at the marks of a merge
   * conflict ({@link isBarrier}).
   */
  extent(lines: readonly string[], first: number): number;
  /** Reads the lines of one table. Lines of rows and spans count from its first line. */
  read(lines: readonly string[]): RowNode[];
}

/** A dialect in which each line is a row of its own. */
export interface RowDialect extends DialectReader {
  /** Whether the line, taken alone, is a row. */
  recognises(line: string): boolean;
  /** Reads one line as a row. `line` is its number within the block. */
  readRow(text: string, line: number): RowNode;
}

/**
 * Makes a dialect of rows: a table is a run of lines that are recognised. Where `admits` says so, it goes
 * over a line that is no row by itself when another row follows at once.
 */
export function rowDialect(
  dialect: Dialect,
  recognises: (line: string) => boolean,
  readRow: (text: string, line: number) => RowNode,
  admits: (line: string) => boolean = () => false,
): RowDialect {
  const isRow = (line: string | undefined): boolean =>
    line !== undefined && !isBarrier(line) && recognises(line);
  return {
    dialect,
    recognises,
    readRow,
    extent(lines, first) {
      let end = first;
      for (;;) {
        const line = lines[end];
        if (line === undefined || isBarrier(line)) break;
        if (recognises(line)) end++;
        else if (end > first && admits(line) && isRow(lines[end + 1])) end += 2;
        else break;
      }
      return end - first;
    },
    read: (lines) => lines.map(readRow),
  };
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
