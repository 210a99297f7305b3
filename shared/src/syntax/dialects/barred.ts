import type { RowNode } from '../nodes.ts';
import { type BarredCell, cellsFrom, mayBegin, nodeOf } from './barred/cells.ts';
import { isFigure, isWords, type Kind, kindAt } from './cellLine/kinds.ts';
import { type DialectReader, LOOKAHEAD } from './dialect.ts';

/** So many blank cells behind each other end a table. */
const MAX_BLANKS = 40;
const MIN_COLUMNS = 2;
const MAX_COLUMNS = 24;
/** So many rows that are alike are no accident. */
const MIN_ROWS = 3;

/**
 * Cells one a line, each closed by a bar, as programs write the tables of web pages whose cells hold paragraphs: `合计 |`,
 * or the bar in a line of its own. A blank cell is a bar alone. Nothing marks the rows, so each cell is one by itself, the
 * blank ones too: how they fall into rows the headings tell. Here it is enough that they do in some way.
 */
export const barredDialect: DialectReader = { dialect: 'cell-line', closed: true, extent, read };

function extent(lines: readonly string[], first: number): number {
  if (!mayBegin(lines, first)) return 0;
  const window = tableIn(cellsFrom(lines, first, LOOKAHEAD));
  if (!window[0] || !isWords(kindAt([window[0].text], 0)) || !fallIntoRows(window)) return 0;
  return (tableFrom(lines, first).at(-1)?.closed ?? first) - first + 1;
}

function read(lines: readonly string[]): RowNode[] {
  return tableFrom(lines, 0).map((cell): RowNode => {
    const node = nodeOf(lines, cell);
    return { line: node.span.line, separator: false, cells: [node], ...(cell.filler && { unsure: true }) };
  });
}

/** The cells of the table that begins in a line. Tables may follow each other: no more is read than it takes. */
function tableFrom(lines: readonly string[], first: number): BarredCell[] {
  let known = -1;
  for (let most = LOOKAHEAD; ; most *= 2) {
    const cells = cellsFrom(lines, first, most);
    const own = tableIn(cells);
    if (cells.length === known || own.length + MAX_BLANKS < cells.length) return own;
    known = cells.length;
  }
}

/** The cells up to the first that is none of a table, such as a title, without blank ones at the end. */
function tableIn(cells: readonly BarredCell[]): BarredCell[] {
  const texts = cells.map(({ text }) => text);
  let end = 0;
  for (let index = 0; index < cells.length && index - end < MAX_BLANKS; index++) {
    const kind = kindAt(texts, index);
    if (kind === undefined) break;
    if (kind !== 'blank') end = index + 1;
  }
  return cells.slice(0, end);
}

/**
 * Whether cells fall into rows of some width: from the first figure on each has one of its kind a row further, words below
 * words and figures below figures, and a name is among them.
 */
function fallIntoRows(cells: readonly BarredCell[]): boolean {
  const texts = cells.map(({ text }) => text);
  const kinds = texts.map((_, index) => kindAt(texts, index));
  const first = kinds.findIndex((kind) => isFigure(kind) || kind === 'index');
  if (first < 1) return false;
  const widths = Array.from({ length: MAX_COLUMNS - MIN_COLUMNS + 1 }, (_, at) => MIN_COLUMNS + at);
  return widths.some((width) => {
    const rows = kinds.slice(first, first + MIN_ROWS * width);
    const isOfNames = (column: number): boolean => {
      const below = rows.filter((_, at) => at % width === column);
      return below.filter(isWords).length > 1 && !below.some(isFigure);
    };
    return (
      rows.length > (MIN_ROWS - 1) * width &&
      [...Array(width).keys()].some(isOfNames) &&
      rows.slice(width).every((kind, at) => areAlike(rows[at], kind))
    );
  });
}

function areAlike(above: Kind | undefined, below: Kind | undefined): boolean {
  return !(isFigure(above) && isWords(below)) && !(isWords(above) && isFigure(below));
}
