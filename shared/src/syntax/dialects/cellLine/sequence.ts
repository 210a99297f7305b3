import { CLASS_CODE, CODE_OR_BODY } from '../../../text/codeShape.ts';
import { type Numbering, parseNumbering } from '../../../text/numbering.ts';
import { isPageMark } from '../../../text/pageMark.ts';
import { compactLabel, toHalfWidth } from '../../../text/width.ts';
import { isKnownHeading } from '../../headingWords.ts';
import { LOOKAHEAD } from '../dialect.ts';
import { cellsOn } from './cellsOn.ts';
import { isFigure, isWords, kindAt } from './kinds.ts';

/** So many rows begin with a number and words before lines are taken for cells of a table. */
const MIN_ROWS = 3;
/** So many lists have a total. */
const MIN_LISTS = 2;
/** So many columns that are marked are no accident. */
const MIN_MARKS = 3;
/** So many headings that tables are known to have, with hardly another word in front of the first figure, are those of one. */
const MIN_HEADINGS = 4;
/** So many are those of lists where numbered entries follow: the totals of these may stand far below. */
const MIN_LIST_HEADINGS = 6;
/** 201一般公共服务支出. */
const GLUED = /^[1235]\d{2}(?:\d{2}){0,2}[一-鿿]/;
/** 款 or 项 by itself, below 类. */
const LEVEL = /^\d{2}$/;
/** 款 and 项. */
const LEVELS = 2;
/** So many lines stand between the rows of two pages at most. */
const MAX_PAGE_END = 8;
/** So long is the end of a name at most that a page cut off. */
const MAX_REST = 3;
/** Of lists abreast each has an entry among so many lines. */
const NEAR = 12;

/** So many blank lines that part rows one from the next, within so many lines, show that each row has one behind it. */
const MIN_PARTED = 4;
const PARTED_NEAR = 60;
/** So many lines lists abreast take at most, with ends of pages between their rows. */
const MAX_LISTS = 4 * LOOKAHEAD;
/** What lists of income and expenditure end with. */
const LAST_TOTAL = /^(?:本年)?(?:收入|支出)总计$/;

/** What was seen of a sequence. */
interface Seen {
  /** Numbers with words beside them, as codes of rows have. */
  rows: number;
  figures: number;
  totals: number;
  /** Amounts right behind words, as a row has behind its name; behind numbered ones; and behind totals. */
  named: number;
  listed: number;
  summed: number;
  /** Names with their codes in front of them in one cell, and amounts right behind. */
  glued: number;
  /** Figures of any kind right behind numbered names. */
  entered: number;
  /** Totals of what comes in, and of what goes out. */
  received: number;
  spent: number;
  /** Figures right behind words, with another figure behind them. */
  beside: number;
  /** Words in front of the first figure: headings that tables are known to have, numbered entries of lists, and others. */
  headings: number;
  entries: number;
  others: number;
  /** Whether a row numbers the columns, and how many it marks. */
  numbered: boolean;
  marks: number;
}

/**
 * Up to where lines are cells of a table whose empty cells left no line, so that nothing shows how they fall
 * into rows: words, then numbers with words beside them, one in a row, and figures; or numbers of columns, then names
 * with figures; or headings that tables are known to have, and two numbered rows, or rows of several figures, or the totals of two lists,
 * or numbered entries with amounts; or names behind their codes with amounts; or numbered names with amounts, and the totals of two lists; or names with amounts, and two totals each of
 * what comes in and goes out.
 * `first` where there is none.
 */
export function sequenceEnd(lines: readonly string[], first: number): number {
  if (kindAt(lines, first) !== 'words') return first;
  const seen: Seen = {
    ...{ rows: 0, figures: 0, totals: 0, named: 0, listed: 0, summed: 0, glued: 0, entered: 0 },
    ...{ received: 0, spent: 0, beside: 0, headings: 0, entries: 0, others: 0 },
    ...{ numbered: false, marks: 0 },
  };
  let end = first;
  for (let line = first; ; line++) {
    line += betweenPages(lines, line);
    if (line - first >= LOOKAHEAD && end - first < LOOKAHEAD && !isTable(seen)) return first;
    const kind = kindAt(lines, line);
    if (kind === undefined || kind === 'blank') return isTable(seen) ? end : first;
    if (kind === 'total') seen.totals++;
    seen.numbered ||= kind === 'index' || countsOn(lines, line);
    if (kind === 'index') seen.marks++;
    if (isWords(kind) && seen.figures === 0) countWords(seen, lines[line] ?? '');
    if (!isFigure(kind)) continue;
    end = line + 1;
    countFigure(seen, lines, line);
  }
}

/** Entries of lists have their numbers; behind the headings several may stand abreast before the first has a figure. */
function countWords(seen: Seen, text: string): void {
  if (parseNumbering(text)) seen.entries++;
  else if (isKnownHeading(text)) seen.headings++;
  else seen.others++;
}

function countFigure(seen: Seen, lines: readonly string[], line: number): void {
  seen.figures++;
  if (isNumbered(lines, line) || isLevel(lines, line)) seen.rows++;
  const before = kindAt(lines, line - 1);
  if (isWords(before) && isFigure(kindAt(lines, line + 1))) seen.beside++;
  if (isWords(before) && parseNumbering(cellText(lines, line - 1))) seen.entered++;
  if (kindAt(lines, line) !== 'amount' || !isWords(before)) return;
  seen.named++;
  if (before === 'total') countTotal(seen, cellText(lines, line - 1));
  else if (GLUED.test(cellText(lines, line - 1))) seen.glued++;
  else if (parseNumbering(cellText(lines, line - 1))) seen.listed++;
}

function countTotal(seen: Seen, label: string): void {
  seen.summed++;
  if (/收入[合总]计$/.test(label)) seen.received++;
  if (/支出[合总]计$/.test(label)) seen.spent++;
}

/** Whether hardly another word than headings and entries of lists stands in front of the first figure. */
function areHeaded({ headings, others }: Seen): boolean {
  return headings >= MIN_HEADINGS && others <= 1;
}

function isTable(seen: Seen): boolean {
  const { rows, figures, totals, named, listed, summed, glued, numbered, marks } = seen;
  const { received, spent, beside, headings, entries, entered } = seen;
  const isHeaded = areHeaded(seen);
  return (
    (numbered && Math.max(named, beside) >= MIN_ROWS) ||
    (isHeaded && rows > 1 && figures - rows >= MIN_ROWS) ||
    (isHeaded && named >= MIN_ROWS && summed >= MIN_LISTS) ||
    (isHeaded && beside >= MIN_ROWS) ||
    (isHeaded && headings >= MIN_LIST_HEADINGS && entries > 0 && Math.max(named, entered) >= MIN_ROWS) ||
    (marks >= MIN_MARKS && named > 1 && summed > 0) ||
    (glued >= MIN_ROWS && totals > 0) ||
    (rows >= MIN_ROWS && figures - rows >= MIN_ROWS && totals > 0) ||
    (listed >= MIN_ROWS && summed >= MIN_LISTS) ||
    (named - summed > 1 && received >= MIN_LISTS && spent >= MIN_LISTS)
  );
}

/**
 * How many lines from one on are the end of a page within a sequence: blank lines and the number of the page, with a row
 * that begins behind them.
 */
export function betweenPages(lines: readonly string[], line: number): number {
  if (!isGap(lines, line)) return 0;
  let next = line;
  while (next - line < MAX_PAGE_END && (isGap(lines, next) || isNumberOfPage(lines, next))) next++;
  const entry = isRestOfName(lines, next) ? next + 1 : next;
  const goesOn =
    goesOnWith(lines, line, entry) ||
    hasNextNumber(lines, line, next) ||
    hasNextCode(lines, line, next) ||
    closesLists(lines, line, next);
  const isBegun = beginsRow(lines, next) || isRow(lines, next) || isNextParted(lines, line, next);
  return goesOn || isBegun ? next - line : 0;
}

function isGap(lines: readonly string[], line: number): boolean {
  if (lines[line] === undefined) return false;
  const label = cellText(lines, line).replaceAll(/\s/g, '');
  return label === '' || (isPageMark(label) && !/^\d+$/.test(label));
}

/** Whether a number stands between blank lines. */
function isNumberOfPage(lines: readonly string[], line: number): boolean {
  const [above, below] = [lines[line - 1], lines[line + 1]];
  return /^\d{1,3}$/.test(cellText(lines, line)) && above?.trim() === '' && below?.trim() === '';
}

/** Whether a row begins in a line: with its code and name in either order, or with a numbered name, or the word of a total, and an amount. */
function beginsRow(lines: readonly string[], line: number): boolean {
  const kind = kindAt(lines, line);
  if (isWords(kind)) {
    const isEntry = kind === 'total' || parseNumbering(cellText(lines, line)) !== undefined;
    return (isEntry && kindAt(lines, line + 1) === 'amount') || beginsWithName(lines, line);
  }
  if (!CODE_OR_BODY.test(cellText(lines, line))) return false;
  let name = line + 1;
  while (name - line <= LEVELS && LEVEL.test(cellText(lines, name))) name++;
  return isWords(kindAt(lines, name));
}

/** Whether a row stands on one line by itself: with its code, or a number or the word of a total in front of its name. */
function isRow(lines: readonly string[], line: number): boolean {
  const text = lines[line] ?? '';
  const [first] = cellsOn(lines, line) ?? [];
  if (!first) return false;
  const label = text.slice(first.start, first.end);
  return first.kind === 'total' || CODE_OR_BODY.test(label) || parseNumbering(label) !== undefined;
}

/**
 * Whether an entry of a numbered list stands in a line, with the number behind that of one of the last in front of the gap, or the
 * first of a list within the entry in front of it (1、 below 一、).
 */
function goesOnWith(lines: readonly string[], gap: number, line: number): boolean {
  const own = numberAt(lines, line);
  const next = kindAt(lines, line + 1);
  if (!own || !(isFigure(next) || next === 'total' || numberAt(lines, line + 1))) return false;
  const before = numberAt(lines, gap - 1);
  if (own.value === 1 && before && before.kind !== own.kind) return true;
  for (let above = gap - 1; above >= Math.max(0, gap - NEAR); above--) {
    const number = numberAt(lines, above);
    if (number?.kind === own.kind && number.value === own.value - 1) return true;
  }
  return false;
}

/**
 * Whether lists of what comes in and goes out stand in front of a gap without the last of their totals, which stands further
 * on: nothing but their cells and ends of pages are between.
 */
function closesLists(lines: readonly string[], gap: number, next: number): boolean {
  const end = lastTotalFrom(lines, next);
  if (end === undefined) return false;
  for (let line = next; line < end; line++) if (!isOpenCell(lines, line)) return false;
  let above = gap - 1;
  while (above > gap - MAX_LISTS && isOpenCell(lines, above)) above--;
  return !isLastTotal(lines, above) && lines.slice(above + 1, gap).some((text) => parseNumbering(text));
}

function lastTotalFrom(lines: readonly string[], first: number): number | undefined {
  for (let line = first; line < first + MAX_LISTS; line++) if (isLastTotal(lines, line)) return line;
  return undefined;
}

/** Whether a cell of lists stands in a line that is not the last of their totals, or the end of a page. */
function isOpenCell(lines: readonly string[], line: number): boolean {
  return !isLastTotal(lines, line) && (isGap(lines, line) || kindAt(lines, line) !== undefined);
}

function isLastTotal(lines: readonly string[], line: number): boolean {
  const text = lines[line];
  // Many lines are looked at, and few of them have the word.
  return text?.includes('计') === true && isWords(kindAt(lines, line)) && LAST_TOTAL.test(compactLabel(text));
}

/**
 * Whether among the first cells behind a gap one begins with a code glued to its name, behind that of the last one in front of
 * the gap: of lists abreast others may have an entry in front of it, which nothing marks.
 */
function hasNextCode(lines: readonly string[], gap: number, next: number): boolean {
  let above = gap - 1;
  while (above > gap - NEAR && !GLUED.test(cellText(lines, above))) above--;
  let own = next;
  while (own < next + NEAR / 2 && !GLUED.test(cellText(lines, own))) {
    if (kindAt(lines, own) === undefined || kindAt(lines, own) === 'blank') return false;
    own++;
  }
  const [before = '', behind = ''] = [above, own].map((line) => /^\d*/.exec(cellText(lines, line))?.[0]);
  return before !== '' && before.length === behind.length && before < behind;
}

/** The same where an entry of another list stands in front of it, which has no number (其中：专项资金): it is that of one of the first cells. */
function hasNextNumber(lines: readonly string[], gap: number, next: number): boolean {
  for (let own = next; own < next + NEAR / 2; own++) {
    const kind = kindAt(lines, own);
    if (kind === undefined || kind === 'blank') return false;
    if (goesOnWith(lines, gap, own)) return true;
  }
  return false;
}

/**
 * Whether a name and its figure stand behind a gap like the last ones in front of it, each of which parts two rows: a blank line, or
 * the number of a page between two. Such a number may be a cell with blank ones beside it unless these rows differ in length.
 */
function isNextParted(lines: readonly string[], gap: number, next: number): boolean {
  if (!isWords(kindAt(lines, next)) || !isFigure(kindAt(lines, next + 1))) return false;
  // Behind the last total of a list another table begins.
  if (isLastTotal(lines, gap - 2)) return false;
  const length = next - gap;
  const rows: number[] = [];
  let behind = gap;
  for (let line = gap - 1; gap - line < PARTED_NEAR && kindAt(lines, line) !== undefined; line--) {
    if (kindAt(lines, line) !== 'blank') continue;
    if (!partsRows(lines, line - length + 1, length)) break;
    rows.push(behind - line);
    line -= length - 1;
    behind = line;
  }
  return rows.length >= MIN_PARTED && (length === 1 || new Set(rows).size > 1);
}

/** Whether so many lines are a gap, with the end of a row in front of it and a name behind it. */
function partsRows(lines: readonly string[], first: number, length: number): boolean {
  const [above, below] = [kindAt(lines, first - 1), kindAt(lines, first + length)];
  for (let line = first; line < first + length; line++)
    if (!isGap(lines, line) && !isNumberOfPage(lines, line)) return false;
  return (isFigure(above) || isWords(above)) && isWords(below);
}

/** Whether the end of a name may stand at the top of a page. */
function isRestOfName(lines: readonly string[], line: number): boolean {
  return kindAt(lines, line) === 'words' && cellText(lines, line).length <= MAX_REST;
}

/** The number of an entry; titles of tables are numbered as well. */
function numberAt(lines: readonly string[], line: number): Numbering | undefined {
  const text = cellText(lines, line);
  return isWords(kindAt(lines, line)) && !/[表明]$/.test(text) ? parseNumbering(text) : undefined;
}

/** Whether a name with its code and a figure stands here; the name may go over two lines. */
function beginsWithName(lines: readonly string[], name: number): boolean {
  const code = isWords(kindAt(lines, name + 1)) ? name + 2 : name + 1;
  return CODE_OR_BODY.test(cellText(lines, code)) && isFigure(kindAt(lines, code + 1));
}

/** Whether 2 stands behind 1, as where columns are numbered. */
function countsOn(lines: readonly string[], line: number): boolean {
  return lines[line]?.trim() === '2' && lines[line - 1]?.trim() === '1';
}

/** Whether 类, 款 and 项 stand one a line, this the last of them, and the name behind it. */
function isLevel(lines: readonly string[], line: number): boolean {
  if (!LEVEL.test(cellText(lines, line)) || !isWords(kindAt(lines, line + 1))) return false;
  const above = LEVEL.test(cellText(lines, line - 1)) ? line - 2 : line - 1;
  return CLASS_CODE.test(cellText(lines, above));
}

function cellText(lines: readonly string[], line: number): string {
  return toHalfWidth(lines[line] ?? '').trim();
}

function isNumbered(lines: readonly string[], line: number): boolean {
  return (
    CODE_OR_BODY.test(cellText(lines, line)) &&
    (isWords(kindAt(lines, line - 1)) || isWords(kindAt(lines, line + 1)))
  );
}
