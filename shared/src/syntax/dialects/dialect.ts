import { isBarrier } from '../barrier.ts';
import type { CellNode, Dialect, RowNode } from '../nodes.ts';

/** How many lines behind a block may have a say in where it ends. Reading again after an edit relies on it. */
export const LOOKAHEAD = 100;

/** One way of writing tables. Adding a dialect is one file with one of these, and its fixtures. */
export interface DialectReader {
  readonly dialect: Dialect;
  /** Set where marks close all cells, blank ones too, though nothing shows which rows these make. */
  readonly closed?: true;
  /**
   * How many lines from `first` on are a table of this dialect, 0 where none begins there. It is asked for
   * every line of a document, so it looks at no more than {@link LOOKAHEAD} lines beyond those it takes, and
   * decides by the first LOOKAHEAD lines whether a table begins at all. It stops at the marks of a merge
   * conflict ({@link isBarrier}).
   */
  extent(lines: readonly string[], first: number): number;
  /** Reads the lines of one table. Lines of rows and spans count from its first line. */
  read(lines: readonly string[]): RowNode[];
  /** The same rows where places tell the columns of cells, and may not be certain: with their order alone. */
  readInOrder?(lines: readonly string[]): RowNode[];
  /** The same rows where cells stand below each other: as if one blank stood between any two words. */
  readFlattened?(lines: readonly string[]): RowNode[];
}

/** A dialect in which each line is a row of its own. */
export interface RowDialect extends DialectReader {
  /** Whether the line, taken alone, is a row. */
  recognises(line: string): boolean;
  /** Reads one line as a row. `line` is its number within the block. */
  readRow(text: string, line: number): RowNode;
}

/** Lines that are no rows by themselves and belong to a table all the same. */
export interface Guests {
  /** How many lines from `index` on, behind a row, the table goes over: a row must follow. */
  between(lines: readonly string[], index: number): number;
  /** Whether the line may stand in front of the first row of a table. */
  opens(line: string): boolean;
}

/** Lines of groups over groups. */
const MAX_OPENING = 3;

const NO_GUESTS: Guests = { between: () => 0, opens: () => false };

/** Makes a dialect of rows: a table is a run of lines that are recognised, with the guests among them. */
export function rowDialect(
  dialect: Dialect,
  recognises: (line: string) => boolean,
  readRow: (text: string, line: number) => RowNode,
  guests: Guests = NO_GUESTS,
): RowDialect {
  const isRow = (line: string | undefined): line is string =>
    line !== undefined && !isBarrier(line) && recognises(line);
  return {
    dialect,
    recognises,
    readRow,
    extent(lines, first) {
      let end = first;
      const opens = (line = ''): boolean => guests.opens(line) && !isBarrier(line);
      while (end - first < MAX_OPENING && opens(lines[end])) end++;
      if (!isRow(lines[end++])) return 0;
      for (;;) {
        while (isRow(lines[end])) end++;
        const over = guests.between(lines, end);
        if (over === 0 || !isRow(lines[end + over])) break;
        if (lines.slice(end, end + over).some(isBarrier)) break;
        end += over;
      }
      return end - first;
    },
    read: (lines) => lines.map(readRow),
  };
}

const FIGURE = '[-+(（]?[.\\d][\\d,.\\s]*%?[)）]?';
/** A number or a code that a spreadsheet marks as text, by an apostrophe in front or by quotes, which are no part of it. */
const MARKED_FIGURE = new RegExp(`^(?:['‘’＇]${FIGURE}|"${FIGURE}")$`);

/** Makes a cell of text[start, end), narrowed to what stands between blanks and to the number a spreadsheet has marked. */
export function cellOf(text: string, start: number, end: number, line: number, column: number): CellNode {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  if (isFiller(text.slice(from, to), column)) to = from;
  if (MARKED_FIGURE.test(text.slice(from, to))) {
    from++;
    if (text[to - 1] === '"') to--;
  }
  return { span: { line, start: from, end: to }, column, text: text.slice(from, to) };
}

/** `Col3`, `Unnamed: 2`: what programs that take tables out of PDFs and workbooks write for a blank heading, by its place. */
function isFiller(text: string, column: number): boolean {
  const [, counted, indexed] = /^(?:Col(\d{1,2})|Unnamed: (\d{1,2})(?:_level_\d)?)$/.exec(text) ?? [];
  return Number(counted) === column + 1 || Number(indexed) === column;
}

/** Where a line of a cell breaks a number or a code in two, so that neither half says what it is. */
const BROKEN_NUMBER = /^\d[\d.,]/;

/** Whether the first line of a cell ends within a number. */
export function breaksNumber({ text, whole }: CellNode): boolean {
  return whole !== undefined && BROKEN_NUMBER.test(whole.slice(text.length - 1));
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff;
}
