import { toHalfWidth } from '../../text/width.ts';
import { isConflictMark } from '../conflict.ts';
import type { CellNode, RowNode } from '../nodes.ts';
import { cellOf, type DialectReader, LOOKAHEAD } from './dialect.ts';

/** What a line holds if it is a cell. A dash stands for a figure that is not reported. */
type Kind = 'words' | 'figure' | 'amount';

/** A table whose columns are known: headings, then rows that are all alike. */
interface Pattern {
  /** Lines from one cell to the next: 2 where a blank line stands between any two cells. */
  readonly stride: 1 | 2;
  /** For each column whether it holds figures; a heading each. */
  readonly figures: readonly boolean[];
  /** Whether cells that number the columns follow the headings. */
  readonly numbered: boolean;
}

/** Lines of one row. */
interface Row {
  readonly start: number;
  readonly end: number;
  /** For each of its cells the column. */
  readonly columns: readonly number[];
}

const MIN_COLUMNS = 2;
const MAX_COLUMNS = 7;
/** So many rows alike are no accident. */
const MIN_ROWS = 4;
/** Columns of words in front of the first figures. */
const MAX_LABELS = 3;
const MAX_CELL = 30;

const NO_CELL = /[。;!?:\t|<]|[.·…]{4,}|^\s*#|表(?:\([^()]*\))*\s*$/;
const FIGURE = /^(?:[-(]?\d[\d,]*(?:\.\d+)?\)?%?|[-—*]+)$/;
const AMOUNT = /^[-(]?(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+\.\d{1,2})\)?$/;
const WORDS = /[一-鿿]/;
const TOTAL = /^(?:[合总]\s*计|.{0,4}总计)$/;

/**
 * One cell a line, as a table on a web page is copied. Nothing marks the rows, so a table is only believed
 * where the headings, of words alone, are followed by at least four rows of as many cells, with words and
 * figures in the same places, and in one way only. Where a cell was lost further down, no row is certain.
 */
export const cellLineDialect: DialectReader = { dialect: 'cell-line', extent, read };

function extent(lines: readonly string[], first: number): number {
  const pattern = findPattern(lines, first);
  return pattern ? walk(lines, first, pattern).end - first : 0;
}

function read(lines: readonly string[]): RowNode[] {
  const pattern = findPattern(lines, 0);
  if (!pattern) return [];
  const { rows, rest } = walk(lines, 0, pattern);
  const nodes = [...rows, ...rest].map((row) => rowOf(lines, row, pattern));
  return rest.length === 0 ? nodes : nodes.map((node) => ({ ...node, unsure: true }));
}

/** What a line holds, or undefined where it is no cell. */
function kindOf(line: string | undefined): Kind | undefined {
  if (line === undefined || line.length > 2 * MAX_CELL || isConflictMark(line)) return undefined;
  const text = toHalfWidth(line).trim();
  if (text === '' || text.length > MAX_CELL || NO_CELL.test(text)) return undefined;
  if (AMOUNT.test(text)) return 'amount';
  if (FIGURE.test(text)) return 'figure';
  return WORDS.test(text) ? 'words' : undefined;
}

/** The kinds of the cells from a line on, as far as they follow each other, up to a number. */
function kindsFrom(lines: readonly string[], first: number, stride: number, most: number): Kind[] {
  const kinds: Kind[] = [];
  for (let line = first; kinds.length < most; line += stride) {
    const kind = kindOf(lines[line]);
    if (kind === undefined || (kinds.length > 0 && stride === 2 && lines[line - 1]?.trim() !== '')) break;
    kinds.push(kind);
  }
  return kinds;
}

function findPattern(lines: readonly string[], first: number): Pattern | undefined {
  if (kindOf(lines[first]) !== 'words') return undefined;
  const stride = lines[first + 1]?.trim() === '' ? 2 : 1;
  const opening = kindsFrom(lines, first, stride, MAX_COLUMNS + MAX_LABELS + 1);
  const words = opening.findIndex((kind) => kind !== 'words');
  if (words === -1) return undefined;
  const found: Pattern[] = [];
  for (let labels = 0; labels <= MAX_LABELS; labels++) {
    const width = words - labels;
    if (width < MIN_COLUMNS || width > MAX_COLUMNS) continue;
    const pattern = patternOf(lines, first, stride, width);
    if (pattern) found.push(pattern);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** The pattern with so many columns, if the first rows bear it out. */
function patternOf(
  lines: readonly string[],
  first: number,
  stride: Pattern['stride'],
  width: number,
): Pattern | undefined {
  const numbered = isNumbering(lines, first + width * stride, stride, width);
  const start = first + (numbered ? 2 : 1) * width * stride;
  if (start + MIN_ROWS * width * stride - first > LOOKAHEAD) return undefined;
  const kinds = kindsFrom(lines, start, stride, MIN_ROWS * width);
  if (kinds.length < MIN_ROWS * width) return undefined;
  const figures = kinds.slice(0, width).map(isFigure);
  if (figures.every((figure) => figure)) return undefined;
  if (!kinds.every((kind, index) => isFigure(kind) === figures[index % width])) return undefined;
  const amounts = figures.map((_, column) =>
    kinds.filter((kind, index) => index % width === column && kind === 'amount'),
  );
  if (!amounts.some((own) => 2 * own.length >= MIN_ROWS)) return undefined;
  return { stride, figures, numbered };
}

/** Whether cells number the columns: 1 2 3. */
function isNumbering(lines: readonly string[], first: number, stride: number, width: number): boolean {
  for (let column = 0; column < width; column++) {
    if (lines[first + column * stride]?.trim() !== String(column + 1)) return false;
  }
  return true;
}

/** Rows, and the cells behind them where one was lost, in order. */
interface Walk {
  readonly rows: readonly Row[];
  readonly rest: readonly Row[];
  readonly end: number;
}

function walk(lines: readonly string[], first: number, { stride, figures, numbered }: Pattern): Walk {
  const all = [...figures.keys()];
  const label = figures.indexOf(false);
  const total = [label, ...all.filter((column) => column > label && figures[column])];
  const rows: Row[] = [];
  let at = first;
  const take = (columns: readonly number[]): Row => {
    const start = at;
    at += columns.length * stride;
    return { start, end: at - stride + 1, columns };
  };
  rows.push(take(all));
  if (numbered) rows.push(take(all));
  for (;;) {
    const follows = stride === 1 || lines[at - 1]?.trim() === '';
    const kinds = follows ? kindsFrom(lines, at, stride, figures.length) : [];
    const isRow =
      kinds.length === figures.length && kinds.every((kind, column) => isFigure(kind) === figures[column]);
    if (isRow && (label === 0 || !isTotal(lines[at + label * stride]))) rows.push(take(all));
    else if (isTotal(lines[at]) && isTotalRow(kinds, total.length)) rows.push(take(total));
    else if (!follows || !kindsFrom(lines, at, stride, MAX_COLUMNS + MAX_LABELS).some(isFigure)) break;
    else {
      const rest = take([...kindsFrom(lines, at, stride, Number.POSITIVE_INFINITY).keys()]);
      return { rows, rest: [rest], end: rest.end };
    }
  }
  return { rows, rest: [], end: rows.at(-1)?.end ?? first };
}

function isFigure(kind: Kind | undefined): boolean {
  return kind === 'figure' || kind === 'amount';
}

function isTotal(line: string | undefined): boolean {
  return TOTAL.test(line?.trim() ?? '');
}

/** A total has no code: its word, and a figure for each column of them. */
function isTotalRow(kinds: readonly Kind[], width: number): boolean {
  return kinds.length >= width && kinds.slice(1, width).every(isFigure);
}

/** A row has a cell for every column; those it lacks stand in front of its first. */
function rowOf(lines: readonly string[], { start, columns }: Row, { stride, figures }: Pattern): RowNode {
  const width = Math.max(figures.length, columns.length);
  const cells = Array.from({ length: width }, (_, column): CellNode => {
    const place = columns.indexOf(column);
    const line = start + Math.max(place, 0) * stride;
    const text = place === -1 ? '' : (lines[line] ?? '');
    return cellOf(text, 0, text.length, line, column);
  });
  return { line: start, separator: false, cells };
}
