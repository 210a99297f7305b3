import type { CellNode, RowNode } from '../nodes.ts';
import { breaksNumber, cellOf, type RowDialect, rowDialect } from './dialect.ts';

/**
 * Cells parted by tabs, as a spreadsheet pastes them. Empty cells are kept; a cell with line breaks stands in quotes and
 * goes over lines.
 */
export const tabDialect: RowDialect = {
  ...rowDialect('tab', recognises, readRow, { between, opens }),
  read,
};

/** A quoted cell goes over so many lines at most; further down its end was forgotten. */
const MAX_QUOTED_LINES = 8;
/** The last cell of a line, in quotes that are not closed in it. */
const OPEN_QUOTE = /(?:^|\t) *"[^"\t]+$/;
/** The end of a cell in quotes. */
const CLOSING = /^[^"\t]*" *(?:\t|$)/;

/** Rows that lost the empty cells behind their names stand together no longer than a list of 类. */
const MAX_BARE_NAMES = 30;
/** A name, with the empty cell in front of it or without, and no sentence, title or unit. */
const BARE_NAME = /^\t?[^\t。；;：:，!?]{2,30}(?<!表[)）]?)$/;
/** `\t基本支出`: a group over columns further right, whose empty cells at the end were left out. */
const BARE_GROUP = /^\t[^\t。；;：:，!?]{2,40}(?<!表[)）]?)$/;
/** `"“三公”`: the first line of a heading with line breaks. */
const QUOTED_HEADING = /^ *"[^"\t。；;：:，!?]{1,30}$/;

/**
 * Rows without their empty cells at the end may have no tab left. A single line is taken for one whatever it
 * says; several only where they are names and a row with figures follows.
 */
function between(lines: readonly string[], index: number): number {
  if (lines[index]?.trim() === '') return 0;
  if (recognises(lines[index + 1] ?? '')) return 1;
  for (let end = index; end < index + MAX_BARE_NAMES; end++) {
    const line = lines[end] ?? '';
    if (end > index && recognises(line)) return /\d/.test(line) ? end - index : 0;
    if (!BARE_NAME.test(line)) return 0;
  }
  return 0;
}

function opens(line: string): boolean {
  return BARE_GROUP.test(line) || QUOTED_HEADING.test(line);
}

/** A paragraph indented with tabs is prose: a row has a tab after something, or is all blank cells. */
function recognises(line: string): boolean {
  const first = line.search(/[^\t ]/);
  if (first === -1) return line.includes('\t');
  return line.indexOf('\t', first) !== -1 || /^\t{2,}/.test(line);
}

function readRow(text: string, line: number): RowNode {
  const cells: CellNode[] = [];
  let start = 0;
  for (let column = 0; ; column++) {
    const tab = text.indexOf('\t', start);
    cells.push(cellOf(text, start, tab === -1 ? text.length : tab, line, column));
    if (tab === -1) return { line, separator: false, cells };
    start = tab + 1;
  }
}

/** Reads the lines of a table; those over which quoted cells go are one row. */
function read(lines: readonly string[]): RowNode[] {
  const rows: RowNode[] = [];
  for (let line = 0; line < lines.length; line++) {
    const row = readRow(lines[line] ?? '', line);
    let { cells } = row;
    for (let close = closingLine(lines, line); close !== undefined; close = closingLine(lines, line)) {
      cells = joined(cells, lines, line, close);
      line = close;
    }
    const unsure = cells.some(breaksNumber);
    rows.push({ ...row, cells, ...(unsure && { unsure }) });
  }
  return rows;
}

/** The line that closes the quoted cell at the end of a line; undefined where there is none, or its end was forgotten. */
function closingLine(lines: readonly string[], first: number): number | undefined {
  if (!OPEN_QUOTE.test(lines[first] ?? '')) return undefined;
  for (let line = first + 1; line < Math.min(first + MAX_QUOTED_LINES, lines.length); line++) {
    const text = lines[line] ?? '';
    if (CLOSING.test(text)) return line;
    if (/["\t]/.test(text)) return undefined;
  }
  return undefined;
}

/** The cells of a row whose last is quoted and goes on from one line to that which closes it. */
function joined(
  cells: readonly CellNode[],
  lines: readonly string[],
  line: number,
  close: number,
): readonly CellNode[] {
  const last = cells.at(-1);
  const closing = lines[close] ?? '';
  if (!last) return cells;
  const { column, span } = last;
  const parts = [
    cellOf(lines[line] ?? '', span.start + 1, span.end, line, column),
    ...lines.slice(line + 1, close).map((text, at) => cellOf(text, 0, text.length, line + 1 + at, column)),
    cellOf(closing, 0, closing.indexOf('"'), close, column),
  ].filter(({ text }) => text !== '');
  const [first = last] = parts;
  const whole = parts.map(({ text }) => text).join('');
  const behind = readRow(closing, close).cells.slice(1);
  return [
    ...cells.slice(0, -1),
    { ...first, whole },
    ...behind.map((cell) => ({ ...cell, column: column + cell.column })),
  ];
}
