import { toHalfWidth } from '../../text/width.ts';
import { COLUMN_NUMBER } from '../figureShape.ts';
import type { RowNode } from '../nodes.ts';
import { type BarredCell, cellsFrom, MAX_PARTS, mayBegin, nodeOf } from './barred/cells.ts';
import { isFigure, isWords, type Kind, kindAt } from './cellLine/kinds.ts';
import { type DialectReader, LOOKAHEAD } from './dialect.ts';

/** So many blank cells behind each other end a table. */
const MAX_BLANKS = 40;
const MIN_COLUMNS = 2;
const MAX_COLUMNS = 24;
/** So many rows that are alike are no accident. */
const MIN_ROWS = 3;
/** So many marks that number columns show that words in front of them are headings. */
const MIN_INDEX = 3;
/** Words of a row in front of its figures, behind its code, and behind its figures. */
const MAX_NAMES = 3;
const MAX_REMARKS = 2;
/** A single row stands below so many headings. */
const MIN_LONE = 4;

/**
 * Cells one a line, each closed by a bar, as programs write the tables of web pages whose cells hold paragraphs: `合计 |`,
 * or the bar in a line of its own. A blank cell is a bar alone. Nothing marks the rows, so each cell is one by itself, the
 * blank ones too: how they fall into rows the headings tell. Here it is enough that they do in some way.
 */
export const barredDialect: DialectReader = { dialect: 'cell-line', closed: true, extent, read };

function extent(lines: readonly string[], first: number): number {
  if (!mayBegin(lines, first)) return 0;
  const cells = cellsFrom(lines, first, LOOKAHEAD);
  const window = tableIn(cells);
  if (!window[0] || !isWords(kindAt([window[0].text], 0))) return 0;
  // More cells may stand behind those that are looked at.
  const goesOn =
    window.length === cells.length && (cells.at(-1)?.closed ?? first) >= first + LOOKAHEAD - MAX_PARTS;
  if (!areNumbered(window) && !fallIntoRows(window, goesOn ? 'begins' : 'whole')) return 0;
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

/** The cells up to the first that is none of a table, such as a title, with the blank ones in front of it. */
function tableIn(cells: readonly BarredCell[]): BarredCell[] {
  const texts = cells.map(({ text }) => text);
  let filled = 0;
  let end = 0;
  for (let index = 0; index < cells.length && index - filled < MAX_BLANKS; index++) {
    const kind = kindAt(texts, index);
    if (kind === undefined) break;
    end = index + 1;
    if (kind !== 'blank') filled = end;
  }
  return cells.slice(0, filled === 0 ? 0 : end);
}

/** Whether headings come first, and what numbers their columns behind them, with blank cells at most in between: `** ** 1 2 3`. */
function areNumbered(cells: readonly BarredCell[]): boolean {
  const texts = cells.map(({ text }) => toHalfWidth(text).trim());
  const first = texts.findIndex((text) => COLUMN_NUMBER.test(text));
  const headings = texts.slice(0, texts.indexOf('') === -1 ? first : Math.min(first, texts.indexOf('')));
  if (headings.length < MIN_COLUMNS || !headings.every((_, at) => isWords(kindAt(texts, at)))) return false;
  if (texts.slice(headings.length, first).some((text) => text !== '')) return false;
  const behind = texts.findIndex((text, at) => at >= first && !COLUMN_NUMBER.test(text));
  const index = texts.slice(first, behind === -1 ? texts.length : behind);
  const numbers = index.filter((text) => !text.startsWith('*'));
  return index.length >= MIN_INDEX && numbers.every((text, at) => Number(text) === at + 1);
}

/**
 * Whether cells fall into rows of some width: from the first figure on each has one of its kind a row further, words below
 * words and figures below figures, and a name is among them. Fewer rows are enough where the cells end with one, and where
 * there is no room for more among those that are looked at: these may begin with the words in front.
 */
function fallIntoRows(cells: readonly BarredCell[], extent: 'whole' | 'begins'): boolean {
  const texts = cells.map(({ text }) => text);
  const kinds = texts.map((_, index) => kindAt(texts, index));
  const first = kinds.findIndex((kind) => isFigure(kind) || kind === 'index');
  if (first < 1) return false;
  if (extent === 'whole' && isLoneRow(kinds.slice(first), first)) return true;
  const total = kinds.findIndex((kind, at) => kind === 'total' && kinds[at + 1] === 'blank');
  const starts = new Set([first, first - 1, total !== -1 && total < first ? total : first]);
  const widths = Array.from({ length: MAX_COLUMNS - MIN_COLUMNS + 1 }, (_, at) => MIN_COLUMNS + at);
  return widths.some((width) => {
    if (areRows(filledRows(kinds.slice(first), width, MIN_ROWS), width, MIN_ROWS)) return true;
    return [...starts].some((start) => {
      const body = filledRows(kinds.slice(start), width, MIN_ROWS);
      const isShort = extent === 'begins' || body.length <= 2 * width;
      return isShort && width <= start + 1 && areRows(body, width, 2);
    });
  });
}

/** The cells of the first rows of some width that hold anything but marks of columns: there may be empty ones between them. */
function filledRows(
  kinds: readonly (Kind | undefined)[],
  width: number,
  count: number,
): (Kind | undefined)[] {
  const filled: (Kind | undefined)[] = [];
  for (let at = 0; at < kinds.length && filled.length < count * width; at += width) {
    const row = kinds.slice(at, at + width);
    if (row.some((kind) => kind !== 'blank' && kind !== 'index')) filled.push(...row);
  }
  return filled;
}

/** Whether cells are so many rows of some width that are alike, the last of them perhaps in part. */
function areRows(cells: readonly (Kind | undefined)[], width: number, count: number): boolean {
  const isOfNames = (column: number): boolean => {
    const below = cells.filter((_, at) => at % width === column);
    return below.filter(isWords).length > 1 && !below.some(isFigure);
  };
  const isTotalled = isWords(cells[1]) && cells.some((kind, at) => kind === 'total' && at % width === 0);
  return (
    cells.length > (count - 1) * width &&
    (isTotalled || [...Array(width).keys()].some(isOfNames)) &&
    cells.slice(width).every((kind, at) => areAlike(cells[at], kind))
  );
}

/** Whether cells from the first figure on are one row: its code with names, figures, and remarks at its end; of no more columns than there are headings. */
function isLoneRow(body: readonly (Kind | undefined)[], headings: number): boolean {
  const row = body.map((kind) => (isWords(kind) ? 'w' : isFigure(kind) ? 'f' : kind === 'blank' ? '-' : '?'));
  const isRow = new RegExp(`^(?:fw{1,${MAX_NAMES}})?[f-]+w{0,${MAX_REMARKS}}-*$`).test(row.join(''));
  return (
    isRow && headings >= MIN_LONE && row.length <= headings && row.filter((kind) => kind === 'f').length > 1
  );
}

/** Words stand below words and figures below figures; the word of a total may stand where others have their codes. */
function areAlike(above: Kind | undefined, below: Kind | undefined): boolean {
  const isTotal = [above, below].includes('total') && [above, below].includes('figure');
  return isTotal || (!(isFigure(above) && isWords(below)) && !(isWords(above) && isFigure(below)));
}
