import { isPageMark } from '../../text/pageMark.ts';
import { compactLabel } from '../../text/width.ts';
import { isBarrier } from '../barrier.ts';
import type { RowNode } from '../nodes.ts';
import {
  endsSentence,
  isBody,
  isFigure,
  isSentence,
  isTable,
  MAX_CELL,
  MIN_CELLS,
} from './comma/evidence.ts';
import { type Content, cellsOf, contentsOf, MAX_ROW_LINES, type Row, readRow } from './comma/rows.ts';
import { type DialectReader, LOOKAHEAD } from './dialect.ts';

/** Title, declarations, stacked headings and two rows of figures: so many rows tell what it is. */
const MAX_OPENING = 12;
/** So many lines of headings stand above each other. */
const MAX_HEAD_LINES = 6;
/** So many cells may have been put into a row. */
const MOST_EXTRA = 3;
/** Rows that lost cells stand together no longer than a list of 类. */
const MAX_LOOSE = 40;

/** A name and no sentence, title or unit. */
const BARE_NAME = /^[^,。；;：:！!？?]{2,30}(?<!表[)）]?)$/;
/** A few signs, no name. */
const STRAY = /^(?=.*\S)[^,\u4e00-\u9fff]{1,12}$|^[\u4e00-\u9fff]{2} ?\([\u4e00-\u9fff]$/;
/** An empty line, the number of the page, and another. */
const PAGE_BREAK: readonly ((line: string | undefined) => boolean)[] = [
  isEmpty,
  (line) => isPageMark(compactLabel(line ?? '')),
  isEmpty,
];

function isEmpty(line: string | undefined): boolean {
  return line?.trim() === '';
}

/**
 * Comma-separated values as in RFC 4180: cells with commas, quotes or line breaks in them stand in quotes.
 * Sentences have commas too, so a table must begin with rows of the same number of cells, and rows with figures
 * or codes that fill their cells alone. Behind them some rows may have lost cells.
 */
export const commaDialect: DialectReader = { dialect: 'comma', extent, read };

function extent(lines: readonly string[], first: number): number {
  const opening: Row[] = [];
  const head = readRow(lines, first);
  const width = head ? widthFrom(lines, first, head) : 0;
  if (!head || width < MIN_CELLS || (width === MIN_CELLS && !mayHeadList(lines[first]))) return 0;
  let end = first;
  for (let row: Row | undefined = head; row; row = rowAt(lines, end, width)) {
    if (opening.length === MAX_OPENING || end - first > LOOKAHEAD - MAX_ROW_LINES) break;
    opening.push(row);
    end += row.lineCount + looseLines(lines, end + row.lineCount, width);
  }
  const rows = opening.map((row) => contentsOf(lines, row));
  // Headings may have slid, or rows below them: then few or none have as many cells.
  if (!isTable(rows) && !isTable([...rows, ...looseRows(lines, first, end, width)])) return 0;
  for (let row = rowAt(lines, end, width); row; row = rowAt(lines, end, width))
    end += row.lineCount + looseLines(lines, end + row.lineCount, width);
  return end - first;
}

function rowAt(lines: readonly string[], line: number, width: number): Row | undefined {
  const row = readRow(lines, line);
  return row?.fields.length === width ? row : undefined;
}

/** How many cells the rows have: as many as the first, or fewer where that slid to the right as a whole. */
function widthFrom(lines: readonly string[], first: number, head: Row): number {
  const width = head.fields.length;
  const blanks = contentsOf(lines, head).findIndex(({ text }) => text !== '');
  if (blanks < 1) return width;
  for (let line = first + head.lineCount; line < first + MAX_HEAD_LINES; ) {
    const row = readRow(lines, line);
    if (!row) return width;
    const [cell] = contentsOf(lines, row);
    const slid = width - row.fields.length;
    if (cell?.text !== '') return 0 < slid && slid <= blanks ? row.fields.length : width;
    line += row.lineCount;
  }
  return width;
}

/**
 * How many lines behind a row say nothing or are rows that lost cells, or have one too many: as far as a row of
 * the table follows, or else to the last that has figures as a row has.
 */
function looseLines(lines: readonly string[], from: number, width: number): number {
  let sure = from;
  for (let line = from; line < from + MAX_LOOSE; ) {
    const row = readRow(lines, line);
    if (row?.fields.length === width) return line - from;
    const cells = row ? contentsOf(lines, row) : [];
    if (row && isRagged(cells, width)) {
      line += row.lineCount;
      if (cells.some(isFigure) && isBody(cells)) sure = line;
    } else {
      const stray = isName(lines[line]) || goesOn(lines, line, width) ? 1 : strayLines(lines, line);
      if (stray === 0) break;
      line += stray;
    }
  }
  return sure - from;
}

/** The rows of other widths between two lines. */
function looseRows(
  lines: readonly string[],
  first: number,
  end: number,
  width: number,
): (readonly Content[])[] {
  const rows: (readonly Content[])[] = [];
  for (let line = first; line < end && rows.length < MAX_OPENING; ) {
    const row = readRow(lines, line);
    if (row && row.fields.length !== width) rows.push(contentsOf(lines, row));
    line += row?.lineCount ?? 1;
  }
  return rows;
}

/** Whether an empty line only parts two pages: no heading stands below it. */
function goesOn(lines: readonly string[], line: number, width: number): boolean {
  const next = isEmpty(lines[line]) ? rowAt(lines, line + 1, width) : undefined;
  return next !== undefined && contentsOf(lines, next).some(isFigure);
}

function isRagged(cells: readonly Content[], width: number): boolean {
  return cells.length <= width + MOST_EXTRA && !cells.some((cell) => isSentence(cell) || endsSentence(cell));
}

/** A row of which the name alone is left. */
function isName(line: string | undefined): boolean {
  return line !== undefined && BARE_NAME.test(line);
}

/** Two words, as head a list; a figure with a separator of thousands is no such line. */
function mayHeadList(line: string | undefined): boolean {
  return line !== undefined && line.length <= 2 * MAX_CELL && !/\d\s*,\s*\d{3}/.test(line);
}

function isStray(line: string | undefined): boolean {
  return line !== undefined && STRAY.test(line) && !isBarrier(line);
}

/** How many lines from one on are what OCR made of a frame, or the number of a page. */
function strayLines(lines: readonly string[], from: number): number {
  const isBreak = PAGE_BREAK.every((is, at) => is(lines[from + at]));
  return isStray(lines[from]) ? 1 : isBreak ? PAGE_BREAK.length : 0;
}

function read(lines: readonly string[]): RowNode[] {
  const rows: RowNode[] = [];
  for (let line = 0; line < lines.length; ) {
    const row = readRow(lines, line);
    if (!row) {
      line++;
      continue;
    }
    rows.push({ line, separator: false, cells: cellsOf(lines, row) });
    line += row.lineCount;
  }
  return rows;
}
