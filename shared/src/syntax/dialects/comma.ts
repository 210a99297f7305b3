import { isNotReported, parseAmount } from '../../text/amount.ts';
import { toHalfWidth } from '../../text/width.ts';
import { isBarrier } from '../barrier.ts';
import type { CellNode, RowNode } from '../nodes.ts';
import { cellOf, type DialectReader, LOOKAHEAD } from './dialect.ts';

const MIN_CELLS = 2;
/** Title, declarations, stacked headings and two rows of figures: so many rows tell what it is. */
const MAX_OPENING = 12;
/** A quoted cell with line breaks goes over so many lines at most; further down its end was forgotten. */
const MAX_ROW_LINES = 8;
/** A longer cell without quotes is prose. */
const MAX_CELL = 60;
/** So many cells of a row of figures are figures, codes or empty; in a sentence hardly any clause is. */
const FIGURE_SHARE = 1 / 3;

/** So many lines of headings stand above each other. */
const MAX_HEAD_LINES = 6;
/** So many cells may have been put into a row. */
const MOST_EXTRA = 3;
/** Rows that lost cells stand together no longer than a list of 类. */
const MAX_LOOSE = 40;

const QUOTE = /[\s\ufeff]*"/y;
const BEHIND_QUOTE = /\s*(?=,|$)/y;
const CODE = /^\d{3,7}$/;
/** The row of column numbers has stars where there is nothing to number. */
const STARS = /^\*+$/;
const SENTENCE = /[。；;！!？?]/;

/** A name and no sentence, title or unit. */
const BARE_NAME = /^[^,。；;：:！!？?]{2,30}(?<!表[)）]?)$/;
/** A few signs, no name. */
const STRAY = /^(?=.*\S)[^,\u4e00-\u9fff]{1,12}$|^[\u4e00-\u9fff]{2} ?\([\u4e00-\u9fff]$/;
/** An empty line, the number of the page, and another. */
const PAGE_BREAK: readonly ((line: string | undefined) => boolean)[] = [
  isEmpty,
  (line) => /^\s*[-—]?\s*\d{1,3}\s*[-—]?\s*$/.test(line ?? ''),
  isEmpty,
];

function isEmpty(line: string | undefined): boolean {
  return line?.trim() === '';
}

/** A stretch of one line. */
interface Part {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A cell, without its quotes: one part, or several where line breaks stand between quotes. */
interface Field {
  readonly parts: readonly Part[];
  readonly quoted: boolean;
}

interface Row {
  readonly fields: readonly Field[];
  readonly lineCount: number;
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
  if (!isTable(lines, opening)) return 0;
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
    rows.push({
      line,
      separator: false,
      cells: row.fields.map((field, column) => cell(lines, field, column)),
    });
    line += row.lineCount;
  }
  return rows;
}

function cell(lines: readonly string[], { parts }: Field, column: number): CellNode {
  const cells = parts.map(({ line, start, end }) => cellOf(lines[line] ?? '', start, end, line, column));
  const filled = cells.filter(({ text }) => text !== '');
  const first = filled[0] ?? cells[0] ?? cellOf('', 0, 0, 0, column);
  return filled.length < 2 ? first : { ...first, whole: filled.map(({ text }) => text).join('') };
}

/** Reads the row that begins at `first`, or undefined where the line is none. */
function readRow(lines: readonly string[], first: number): Row | undefined {
  const fields: Field[] = [];
  let text = lines[first];
  if (text === undefined || !text.includes(',') || isBarrier(text)) return undefined;
  for (let line = first, at = 0; ; at++) {
    const field = readField(lines, first, line, at);
    const last = field?.parts.at(-1);
    if (!field || !last) return undefined;
    fields.push(field);
    line = last.line;
    text = lines[line] ?? '';
    at = field.quoted ? endOf(BEHIND_QUOTE, text, last.end + 1) : last.end;
    if (at === -1) return undefined;
    if (at === text.length) return { fields, lineCount: line - first + 1 };
  }
}

/** Reads the cell that begins at an offset of a line, or undefined where its quote is not closed. */
function readField(lines: readonly string[], first: number, line: number, at: number): Field | undefined {
  const text = lines[line] ?? '';
  const quote = endOf(QUOTE, text, at);
  if (quote === -1) {
    const comma = text.indexOf(',', at);
    return { parts: [{ line, start: at, end: comma === -1 ? text.length : comma }], quoted: false };
  }
  const parts: Part[] = [];
  let start = quote;
  for (let each = line; each < first + MAX_ROW_LINES; each++, start = 0) {
    const content = lines[each];
    if (content === undefined || isBarrier(content)) return undefined;
    const close = closingQuote(content, start);
    parts.push({ line: each, start, end: close === -1 ? content.length : close });
    if (close !== -1) return { parts, quoted: true };
  }
  return undefined;
}

/** Where a match that begins at an offset ends, or -1. */
function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : -1;
}

/** A quote that belongs to the cell is doubled. */
function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote;
}

function isTable(lines: readonly string[], rows: readonly Row[]): boolean {
  const cells = rows.map((row) => contentsOf(lines, row));
  if (cells.some((row) => row.some(isSentence))) return false;
  if (cells.some(headsIndicators)) return true;
  if (2 * cells.filter((row) => row.some(isClause)).length > cells.length) return false;
  const remarks = cells.some((row) => row.some(endsSentence));
  const figures = cells.filter((row) => row.some(isFigure));
  const bodies = figures.filter(isBody);
  const headed = figures.length < cells.length;
  if (2 * bodies.length < figures.length || splitsAmounts(figures, headed)) return false;
  // Two cells are found in any sentence.
  if (cells[0]?.length === MIN_CELLS && !isList(cells, headed)) return false;
  const [only] = bodies;
  if (remarks) return headed && bodies.length > 1;
  return bodies.length > 1 || (headed && only !== undefined && only.filter(isFigure).length > 1);
}

/** The heading of a list of performance indicators, in which values are seldom bare figures. */
function headsIndicators(cells: readonly Content[]): boolean {
  return ['二级指标', '三级指标'].every((label) => cells.some(({ text }) => text === label));
}

interface Content {
  readonly text: string;
  readonly quoted: boolean;
}

function contentsOf(lines: readonly string[], { fields }: Row): Content[] {
  return fields.map(({ parts, quoted }) => {
    const text = parts.map(({ line, start, end }) => lines[line]?.slice(start, end) ?? '').join('');
    return { text: toHalfWidth(text).trim(), quoted };
  });
}

function isSentence({ text, quoted }: Content): boolean {
  return !quoted && (text.length > MAX_CELL || SENTENCE.test(text.slice(0, -1)));
}

/** 项目支出80.00万元,占20%;: a clause with its figure, no heading. */
const CLAUSE = /\d\s?(?:[万亿]?元|%)[;。]?$/;

/** 同比增加 33279.22 元: the clauses of sentences whose lines were broken, not the cells of a row. */
function isClause({ text, quoted }: Content): boolean {
  return !quoted && /[\u4e00-\u9fff]/.test(text) && CLAUSE.test(text);
}

/** A heading over names, and beside each name one figure or none. */
function isList([head = [], ...rows]: readonly (readonly Content[])[], headed: boolean): boolean {
  if (head.some(({ text, quoted }) => !quoted && CLAUSE.test(text))) return false;
  const isItem = ([name, value]: readonly Content[]) =>
    name &&
    value &&
    !isFigure(name) &&
    (isFigure(value) || isNotReported(value.text) || STARS.test(value.text));
  return headed && rows.every(isItem) && rows.filter((row) => row.some(isFigure)).length > 1;
}

/** A remark in a cell of its own may end as sentences do. */
function endsSentence({ text, quoted }: Content): boolean {
  return !quoted && SENTENCE.test(text.slice(-1));
}

function isFigure({ text }: Content): boolean {
  if (CODE.test(text)) return true;
  const amount = parseAmount(text);
  return amount !== undefined && amount.unit === undefined;
}

/** Whether a row with a figure has enough of them, and of cells that report nothing, to be no sentence. */
function isBody(row: readonly Content[]): boolean {
  return row.filter((cell) => isFigure(cell) || isNotReported(cell.text)).length >= FIGURE_SHARE * row.length;
}

/**
 * Whether the separators of thousands were written without quotes, so that one amount is two cells: `2` and
 * `371.41`, or `合计 2` and `371.41 2`. A header of the same width bears two columns out where whole amounts
 * stand in them, or where other rows have two figures there that are no halves of one.
 */
function splitsAmounts(rows: readonly (readonly Content[])[], headed: boolean): boolean {
  const areTwo = (index: number): boolean =>
    rows.some((row) => {
      const [cell, next] = [row[index], row[index + 1]];
      return cell && next && isFigure(cell) && isFigure(next) && !areHalves(cell, next);
    });
  return rows.some((row) =>
    row.some((cell, index) => {
      const next = row[index + 1];
      if (!next || !areHalves(cell, next)) return false;
      const areWhole = /^[-(]?\d{1,3}$/.test(cell.text) && /^\d{3}\)?$/.test(next.text);
      return !headed || !(areWhole || areTwo(index));
    }),
  );
}

function areHalves(cell: Content, next: Content): boolean {
  if (cell.quoted || next.quoted) return false;
  return /(?:^|[^\d.,])[1-9]\d{0,2}$/.test(cell.text) && /^\d{3}(?!\d)/.test(next.text);
}
