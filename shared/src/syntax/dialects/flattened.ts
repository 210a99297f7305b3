import { WHOLE_CODE } from '../../text/codeShape.ts';
import { parseNumbering } from '../../text/numbering.ts';
import { toHalfWidth } from '../../text/width.ts';
import { isBarrier } from '../barrier.ts';
import { isKnownHeading } from '../headingWords.ts';
import type { RowNode } from '../nodes.ts';
import type { RowDialect } from './dialect.ts';
import { isNumbered } from './flattened/goOn.ts';
import { areYearsAbove, kindOfLine, type LineKind } from './flattened/lines.ts';
import { behindRepeatedHead, isBetweenPages, rowOfNextPage } from './flattened/nextPage.ts';
import { cellsOfLine, wordsOf } from './flattened/tokens.ts';
import {
  codeOfRow,
  isEndOfTornRow,
  isFiguresOfTotal,
  isMiddleOfItem,
  isOnlyFigures,
  isTotalsOfBothSides,
  isTotalWithFigures,
} from './flattened/tornRows.ts';
import { areSigns } from './frameSigns.ts';
import { rememberAt } from './lineKinds.ts';
import { readWithLostCommas } from './lostCommas.ts';
import { threePublicRowEnd } from './threePublicRow.ts';

const CODE = /^[1235](?:\d{2}|\d{4}|\d{6})(?!\d)/;
/** A code glued to its name: `201一般公共服务`. */
const GLUED = /^([1235](?:\d{2}|\d{4}|\d{6}))(?=[\u4e00-\u9fff])/;
/** 教育支出 9.30 万元，卫生健康支出 …: a clause ends behind the unit of an amount, as in no row. */
const MONEY_IN_SENTENCE = /\d ?[万亿]?元[,、:()]/;
const NUMBER = /^(?:-?\d{1,3}(?:,\d{3})+|-?\d+|[-—])$/;
/** An amount glued to words that may be the next cell, or its own. */
const AMOUNT_IN_WORDS = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?[\u4e00-\u9fff(]/;
const MAX_WHOLE_ROW = 300;
const MAX_NAME = 3;

/** Headings of real tables are stacked up to six rows deep; in narrow columns, over numbers of these, they go over so many lines. */
const MAX_HEADER = 6;
const MAX_WRAPPED_HEADER = 40;
/** So many numbers of columns show that a table stands below them. */
const MIN_NUMBERS = 4;
/** The same where a scanner saw signs in the frame between them. */
const MAX_HEADER_WITH_SIGNS = 18;
/** A single word over the headings is one of them only if it is short. */
const MAX_GROUP = 24;
/** So far below its header a table shows that it is one. */
const REACH = 12;
const MIN_ROWS = 2;
const MIN_BARE_ROWS = 3;
/** Of a name so much may be wrapped into the line below the last row. */
const MAX_REST = 10;
const MAX_REST_LINES = 2;
/** Over a row of figures alone headings of two years or stages go over so many lines, with so many blank ones between. */
const MAX_LONE_HEAD = 26;
const MAX_HEAD_GAP = 4;
/** So many blank lines may stand below the total of all rows. */
const MAX_BELOW_TOTAL = 3;
/** So many empty rows may stand above the totals of a form. */
const MAX_ABOVE_TOTALS = 6;
/** So many lines of labels without figures may follow each other, as in 收支总表, where many are wrapped. */
const MAX_LABELS = 60;

/**
 * Rows, or whole tables, whose cells were run together with single spaces when text was taken out of a PDF:
 * `2010306 政务公开审批 5, 188. 13 923. 55 …`. Columns are lost; only the order of the cells is left.
 */
export const flattenedDialect: RowDialect = {
  dialect: 'flattened',
  recognises,
  readRow,
  extent,
  read: (lines) => readWithLostCommas(lines, (own) => own.map(readRow)),
};

/** A table begins with its headings, with a row that can be nothing else, or with several that look like rows. */
function extent(lines: readonly string[], first: number): number {
  const kind = kindAt(lines, first);
  if (kind === 'sure') return bodyEnd(lines, first) - first;
  if (kind === 'row') return countRows(lines, first) >= MIN_BARE_ROWS ? bodyEnd(lines, first) - first : 0;
  if (kind !== 'words' && kind !== 'word') return 0;
  const body = headerEnd(lines, first);
  const head = body === undefined ? [] : headOf(lines, first, body);
  if (body === undefined || !isBorneOut(lines, body, head))
    return Math.max(loneFiguresEnd(lines, first), threePublicEnd(lines, first)) - first;
  return bodyEnd(lines, body, head) - first;
}

/** The lines of the headings without the numbers of columns and the first labels of the rows, which have no figures: 一、部门预算. */
function headOf(lines: readonly string[], first: number, body: number): string[] {
  const head = lines.slice(first, body);
  const end = head.findIndex(
    (line, at) => kindAt(lines, first + at) === 'index' || (at > 0 && isNumbered(line)),
  );
  return head.slice(0, end === -1 ? head.length : end).map((line) => line.trim());
}

/** The single row of a table of “三公”经费: its cells stand in one line, with the rest of its name below. */
function threePublicEnd(lines: readonly string[], first: number): number {
  const end = threePublicRowEnd(lines, first, (line) => wordsOf(toHalfWidth(line)));
  return end > first && isRow(kindAt(lines, end - 1)) ? end + restOfName(lines, end) : first;
}

/** `sure`: a row whatever stands around it. Years are no figures where the line below has the words behind them. */
const kindAt = rememberAt((lines, index): LineKind | 'sure' | undefined => {
  const [line = '', below = ''] = [lines[index], lines[index + 1]];
  if (!isBarrier(line) && recognises(line)) return 'sure';
  const kind = kindOfLine(line);
  return (kind === 'row' || kind === 'stray') && areYearsAbove(line, below) ? 'words' : kind;
});

/** What a line may be beside those above it: the figures of a row whose words stand there are that row. */
function kindBelow(lines: readonly string[], line: number, first: number): ReturnType<typeof kindAt> {
  const kind = kindAt(lines, line);
  if (!isRow(kind) && line > first && isMiddleOfItem(lines, line)) return 'row';
  if (kind !== 'figures') return kind;
  return isEndOfTornRow(lines, first, line) ? 'row' : undefined;
}

function isRow(kind: LineKind | 'sure' | undefined): boolean {
  return kind === 'row' || kind === 'sure';
}

/** The first line behind the headings, if these are words, at least two abreast, over a row or an index. */
function headerEnd(lines: readonly string[], first: number): number | undefined {
  let widest = 0;
  let last = first + MAX_HEADER;
  for (let line = first; line <= last; line++) {
    const kind = kindBelow(lines, line, first);
    if (kind === 'signs') {
      last = Math.min(last + 1, first + MAX_HEADER_WITH_SIGNS);
      continue;
    }
    if (isRow(kind) || kind === 'index' || kind === 'code') return widest > 1 ? line : undefined;
    const next = kind === undefined && widest > 1 ? rowOfNextPage(lines, line, { first, kindAt }) : undefined;
    if (next !== undefined) return next;
    if (kind !== 'words' && kind !== 'word') return undefined;
    if (kind === 'word' && line === first && (lines[line] ?? '').trim().length > MAX_GROUP) return undefined;
    widest = Math.max(widest, kind === 'word' ? 1 : 2);
  }
  return widest > 1 ? numbersOfColumns(lines, last + 1) : undefined;
}

/** The line that numbers the columns below further lines of headings, if there is one. */
function numbersOfColumns(lines: readonly string[], from: number): number | undefined {
  for (let line = from; line < from + MAX_WRAPPED_HEADER; line++) {
    const kind = kindAt(lines, line);
    if (kind === 'index') return wordsOf(lines[line] ?? '').length < MIN_NUMBERS ? undefined : line;
    if (kind !== 'words' && kind !== 'word') return undefined;
  }
  return undefined;
}

/**
 * The line behind a row of nothing but figures, if in front of it stand headings alone, a total among them, and the numbers
 * of the columns; blank lines may stand between, for such headings are tall. `first` where there is none.
 */
function loneFiguresEnd(lines: readonly string[], first: number): number {
  let blanks = 0;
  let hasTotal = false;
  for (let line = first; line < first + MAX_LONE_HEAD; line++) {
    const text = lines[line]?.trim();
    if (text === '') {
      if (++blanks > MAX_HEAD_GAP) return first;
      continue;
    }
    blanks = 0;
    const kind = kindAt(lines, line);
    if (kind === 'index' && hasTotal) continue;
    if (isOnlyFigures(text)) return hasTotal && isRow(kind) ? line + 1 : first;
    if (kind !== 'words' && kind !== 'word') return first;
    hasTotal ||= wordsOf(toHalfWidth(text ?? '')).includes('合计');
  }
  return first;
}

function isBorneOut(lines: readonly string[], body: number, head: readonly string[]): boolean {
  let rows = 0;
  if (rowBelowTotal(lines, body) !== undefined) return true;
  for (let line = body, seen = 0; seen < REACH; line++) {
    const kind = kindBelow(lines, line, body - 1);
    if (kind !== 'signs') seen++;
    if (kind === 'sure' || (kind === 'row' && codeOfRow(lines[line]) !== undefined)) return true;
    if (kind === 'row' || kind === 'index') rows++;
    if (kind !== undefined) continue;
    const behindHead = behindRepeatedHead(lines, line, head, { first: body, kindAt });
    const next = behindHead ?? rowOfNextPage(lines, line, { first: body, kindAt });
    if (next === undefined) break;
    // Labels without figures that the next page begins with are a row as well, where others have figures.
    if (rows > 0 && !isRow(kindAt(lines, next)) && isNumbered(lines[next])) rows++;
    line = next - 1;
  }
  return rows >= MIN_ROWS;
}

/** Rows that follow each other without a break, but for what OCR made of a frame and for items that have no figures. */
function countRows(lines: readonly string[], first: number): number {
  let rows = 0;
  let items = 0;
  for (let line = first; rows < MIN_BARE_ROWS && items < MAX_LABELS; line++) {
    const kind = kindBelow(lines, line, first);
    if (isRow(kind)) rows++;
    else if (isItem(lines[line], kind)) items++;
    else if (kind !== 'signs') break;
  }
  return rows;
}

/** Whether a line is labels without figures, each with its number: 二、政府性基金 二、外交支出. */
function isItem(line = '', kind: ReturnType<typeof kindAt>): boolean {
  const areWords = kind === 'words' || kind === 'word';
  return areWords && wordsOf(toHalfWidth(line)).every((word) => parseNumbering(word) !== undefined);
}

/** Goes on over labels without figures, wrapped names, strays and the headings of pages as far as another row follows. */
function bodyEnd(lines: readonly string[], first: number, head: readonly string[] = []): number {
  let end = first;
  for (let line = first; ; line++) {
    const kind = kindBelow(lines, line, first - 1);
    const belowTotal = line === first + 1 ? rowBelowTotal(lines, first) : undefined;
    const next =
      belowTotal ??
      (line === end || kind === undefined ? rowOfNextPage(lines, line, { first, kindAt }) : undefined) ??
      (line === end ? totalsBelow(lines, line) : undefined);
    if (next !== undefined) {
      end = next;
      line = next - 1;
      continue;
    }
    const behindHead =
      line > first && kind === undefined
        ? behindRepeatedHead(lines, line, head, { first, kindAt })
        : undefined;
    if (behindHead !== undefined && mayOpenPage(lines, behindHead, first)) {
      end = behindHead;
      line = behindHead - 1;
      continue;
    }
    if (kind === undefined || line - end > MAX_LABELS)
      return isNameless(lines, end - 1) ? end : end + restOfName(lines, end);
    if (end > first && isRow(kind) && isFiguresOfTotal(lines, line))
      return isTotalOf(lines, end, line) ? line + 1 : end;
    if (isRow(kind) || kind === 'index') end = line + 1;
    else if (kind === 'stray' && line > end) return end;
  }
}

/** Whether a row, or numbered labels without figures, may stand below headings that a page repeats. */
function mayOpenPage(lines: readonly string[], line: number, first: number): boolean {
  const kind = kindBelow(lines, line, first - 1);
  return isRow(kind) || (kind !== undefined && isNumbered(lines[line]));
}

/** Whether figures below 合计 are the total of the rows above: it follows them at once, and none follows that begins anew. */
function isTotalOf(lines: readonly string[], end: number, figures: number): boolean {
  const [last, next] = [codeOfRow(lines[end - 1]), codeOfRow(lines[figures + 1])];
  return figures - 1 === end && (last === undefined || next === undefined);
}

/** The line behind the totals of both sides of a form, if these stand below the blank lines that its empty rows left. */
function totalsBelow(lines: readonly string[], end: number): number | undefined {
  let next = end;
  while (next - end < MAX_ABOVE_TOTALS && lines[next]?.trim() === '') next++;
  return next > end && isTotalsOfBothSides(lines[next]) ? next + 1 : undefined;
}

/** The row with a code, or the first number, behind the blank lines below a total on top of a table, as a taller row has. */
function rowBelowTotal(lines: readonly string[], total: number): number | undefined {
  if (!isTotalWithFigures(lines[total])) return undefined;
  let next = total + 1;
  while (next - total <= MAX_BELOW_TOTAL && lines[next]?.trim() === '') next++;
  const begins =
    codeOfRow(lines[next]) !== undefined || parseNumbering(lines[next]?.trim() ?? '')?.value === 1;
  return next > total + 1 && begins && isRow(kindAt(lines, next)) ? next : undefined;
}

/** Whether a row has figures alone below headings, and so no name of which the rest might stand below it. */
function isNameless(lines: readonly string[], row: number): boolean {
  const above = wordsOf(toHalfWidth(lines[row - 1] ?? ''));
  return isOnlyFigures(lines[row]) && above.length > 0 && above.every(isKnownHeading);
}

/** How many lines of a name, wrapped in the last row, stand below it: short words over nothing or more of them. */
function restOfName(lines: readonly string[], end: number): number {
  let count = 0;
  while (count < MAX_REST_LINES && isRest(lines, end + count)) count++;
  const isOver = (lines[end + count]?.trim() ?? '') === '' || kindAt(lines, end + count) !== undefined;
  return isOver ? count : 0;
}

function isRest(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? '';
  return kindAt(lines, at) === 'word' && line.length <= MAX_REST && !parseNumbering(line);
}

/** Whether a line is a row whatever stands around it. */
function recognises(line: string): boolean {
  const half = toHalfWidth(line);
  if (isWholeRow(half)) return true;
  if (/[。;!?]/.test(half) || MONEY_IN_SENTENCE.test(half)) return false;
  let amounts = 0;
  let words = 0;
  let codes = 0;
  for (const token of wordsOf(half)) {
    if (/^\d[\d,\s]*\.\s?\d{2}$/.test(token)) amounts++;
    else if (CODE.test(token)) codes++;
    else words++;
  }
  return (
    amounts + codes >= 3 && amounts >= 1 && words <= 12 * (amounts + codes) && (codes > 0 || amounts >= 3)
  );
}

/**
 * A row of whole numbers: a code with its name behind it, glued to it or in front of it, then two numbers at
 * least. Small numbers behind three digits may be anything.
 */
function isWholeRow(half: string): boolean {
  if (half.length > MAX_WHOLE_ROW) return false;
  const tokens = half.trim().split(/\s+/);
  const words = tokens.findLastIndex((token) => !NUMBER.test(token)) + 1;
  const [first = '', ...more] = tokens.slice(0, words);
  const numbers = tokens.slice(words);
  const glued = GLUED.exec(first)?.[1];
  const ahead = WHOLE_CODE.test(first) && more.length > 0 ? first : glued;
  const code = ahead ?? (WHOLE_CODE.test(numbers[0] ?? '') ? numbers.shift() : undefined);
  const name = ahead === undefined || ahead === glued ? [first, ...more] : more;
  if (code === undefined || numbers.length < 2 || name.length > MAX_NAME) return false;
  if (!name.every((word) => /^[^\d\s]/.test(word) || word === first)) return false;
  return (
    /[\u4e00-\u9fff]/.test(name.join('')) && (code.length > 3 || numbers.some((each) => /\d{4}|,/.test(each)))
  );
}

function readRow(text: string, line: number): RowNode {
  const isNone = isBetweenPages(text) || areSigns(toHalfWidth(text).trim());
  const cells = isNone ? [] : cellsOfLine(text, line);
  const unsure = cells.some((cell) => AMOUNT_IN_WORDS.test(toHalfWidth(cell.text)));
  return { line, separator: false, cells, ...(unsure && { unsure }) };
}
