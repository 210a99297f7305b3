import { isPageMark } from '../../../text/pageMark.ts';
import { toHalfWidth } from '../../../text/width.ts';
import {
  areLaidOutAlike,
  areRemains,
  areTotals,
  beginsAnew,
  codesGoOn,
  haveAsMany,
  isLastTotal,
  isNumbered,
  isTotal,
  numbersGoOn,
  numbersOpen,
} from './goOn.ts';
import type { LineKind } from './lines.ts';
import { isAmount, isFigure, wordsOf } from './tokens.ts';
import { codeOfRow } from './tornRows.ts';

/** So many lines may stand between the last row of a page and the first of the next. */
const MAX_PAGE_END = 6;
/** Of a name wrapped at the end of a page so much may stand on the next. */
const MAX_REST = 10;
/** So many lines above show how rows end. */
const MAX_ABOVE = 30;

type KindAt = (lines: readonly string[], line: number) => LineKind | 'sure' | undefined;

/** A table of which lines are looked at: nothing in front of its first line has a say in it. */
interface Within {
  readonly first: number;
  readonly kindAt: KindAt;
}

/**
 * The first line of the next page behind the end of one, which is blank lines and the number of the page, if a row or
 * labels with their numbers begin there that go on with those above. The rest of a name that was wrapped may stand between.
 *
 * @param end the first line behind those of the page
 */
export function rowOfNextPage(lines: readonly string[], end: number, within: Within): number | undefined {
  const { kindAt } = within;
  const next = behindPage(lines, end);
  if (next === end) return undefined;
  const last = lines[end - 1];
  if (isWithinName(lines, end, next, kindAt)) return next;
  if (isLabel(kindAt(lines, next)) && areRemains(lines[next]) && (areRemains(last) || isTotal(last)))
    return next;
  const opening = isRestOfName(lines, next, kindAt) ? behindPage(lines, next + 1) : next;
  const [kind, first] = [kindAt(lines, opening), lines[opening]];
  if ((isRow(kind) || (isLabel(kind) && isNumbered(first))) && numbersGoOn(last, first)) return next;
  if (!isRow(kind)) return undefined;
  // Behind the rest of a name nothing but a total is known to be one of the rows.
  const mayGoOn = opening === next || areTotals(first);
  return closeAlike(lines, end, opening, within) || (mayGoOn && goesOn(lines, end, opening, within))
    ? next
    : undefined;
}

/** Whether blank lines, where the figures of a row are blank, part the beginning of its name from the rest: a row or an item follows at once. */
function isWithinName(lines: readonly string[], end: number, next: number, kindAt: KindAt): boolean {
  if (
    hasPageMark(lines, end, next) ||
    kindAt(lines, end - 1) !== 'word' ||
    !isRestOfName(lines, next, kindAt)
  )
    return false;
  const [kind, behind] = [kindAt(lines, next + 1), lines[next + 1]];
  return isRow(kind) || (isLabel(kind) && (isNumbered(behind) || codeOfRow(behind) !== undefined));
}

/**
 * Whether the row behind the end of a page is one of the table above: its code follows that of the last row, its items
 * are those of the last row, or it has as many figures. A table begins with its title or its headings: any row at the
 * top of a page goes on with rows above that have not come to their total. Behind blank lines alone rows are alike.
 */
function goesOn(lines: readonly string[], end: number, next: number, within: Within): boolean {
  const [last, first] = [lines[end - 1], lines[next]];
  if (codesGoOn(last, first) || haveAsMany(last, first) || numbersOpen(last, first)) return true;
  if (isLastTotal(last)) return false;
  const rows = rowsAbove(lines, end, within);
  const isInTable = rows.length > 0 || isNumbered(last) || areRemains(last);
  if (isInTable && (hasPageMark(lines, end, next) || isTotalOf(rows, first))) return true;
  return !beginsAnew(last, first) && rows.some((row) => areLaidOutAlike(row, first));
}

/** Whether a row is a total of rows, none of which is their total. */
function isTotalOf(rows: readonly string[], row: string | undefined): boolean {
  return areTotals(row) && !(isLastTotal(row) && rows.some(isLastTotal));
}

/** The rows above one, as far as the table goes. */
function rowsAbove(lines: readonly string[], end: number, { first, kindAt }: Within): string[] {
  const rows: string[] = [];
  for (let line = end - 1; line >= Math.max(first, end - MAX_ABOVE); line--) {
    const kind = kindAt(lines, line);
    if (kind === undefined && !isBetweenPages(lines[line])) break;
    if (isRow(kind)) rows.push(lines[line] ?? '');
  }
  return rows;
}

function isRow(kind: LineKind | 'sure' | undefined): boolean {
  return kind === 'row' || kind === 'sure';
}

/** Whether a line is labels whose figures are blank, or hardly figures. */
function isLabel(kind: LineKind | 'sure' | undefined): boolean {
  return kind === 'words' || kind === 'word' || kind === 'thin';
}

function hasPageMark(lines: readonly string[], end: number, next: number): boolean {
  return lines.slice(end, next).some((line) => line.trim() !== '');
}

/**
 * The first line behind the headings of the next page, if these are those of the table and nothing but the end of a page
 * stands in front of them; a page may have nothing else. Undefined where there are none.
 *
 * @param head the lines of the table's headings, without the numbers of its columns
 */
export function behindRepeatedHead(
  lines: readonly string[],
  end: number,
  head: readonly string[],
  within: Within,
): number | undefined {
  const start = behindPage(lines, end);
  const behind = (at: number) => behindHead(lines, at, head, within.kindAt);
  let next = start;
  for (let at = behind(start); at !== undefined; at = behind(next)) next = behindPage(lines, at);
  if (next === start) return undefined;
  // Blank lines alone part tables as well.
  if (!hasPageMark(lines, end, start) && !isWithinTable(lines, end, next, within)) return undefined;
  return next;
}

/** The line behind headings that are the same as others, and behind the numbers of the columns, which a page may leave out. */
function behindHead(
  lines: readonly string[],
  first: number,
  head: readonly string[],
  kindAt: KindAt,
): number | undefined {
  if (head.length === 0 || !head.every((line, at) => lines[first + at]?.trim() === line)) return undefined;
  const end = first + head.length;
  return kindAt(lines, end) === 'index' ? end + 1 : end;
}

/** Whether rows go on behind blank lines and the headings again: those above have not come to their total, and nothing begins anew. */
function isWithinTable(lines: readonly string[], end: number, next: number, within: Within): boolean {
  const [last, first] = [lines[end - 1], lines[next]];
  if (isLastTotal(last) || beginsAnew(last, first)) return false;
  return !isLastTotal(first) || isTotalOf(rowsAbove(lines, end, within), first);
}

/** The first line from one on that is neither blank nor the number of a page, as far as a page ends there. */
function behindPage(lines: readonly string[], line: number): number {
  let next = line;
  while (next - line < MAX_PAGE_END && isBetweenPages(lines[next])) next++;
  return next;
}

/** Whether a line is blank or the number of a page. */
export function isBetweenPages(line: string | undefined): boolean {
  if (line === undefined) return false;
  const label = toHalfWidth(line).replaceAll(/\s/g, '');
  return label === '' || isPageMark(label);
}

function isRestOfName(lines: readonly string[], line: number, kindAt: KindAt): boolean {
  const text = lines[line]?.trim() ?? '';
  return kindAt(lines, line) === 'word' && text.length <= MAX_REST && !isNumbered(text);
}

/** Whether the first row of a page, or the one below it, has words in front of its figure that rows above have there too. */
function closeAlike(lines: readonly string[], end: number, next: number, { first, kindAt }: Within): boolean {
  const above = lines.slice(Math.max(first, end - MAX_ABOVE), end).flatMap((line) => {
    const words = wordsInFront(line);
    return words.length > 1 ? words.slice(-1) : [];
  });
  return [next, behindPage(lines, next + 1)].some((line) => {
    const last = kindAt(lines, line) === 'row' ? wordsInFront(lines[line]).at(-1) : undefined;
    return last !== undefined && above.includes(last);
  });
}

/** The words in front of the only figure of a row; none where it has several, or words behind it. */
function wordsInFront(line = ''): string[] {
  const words = wordsOf(toHalfWidth(line));
  const figures = words.filter(isFigure);
  const isLast = figures.length === 1 && figures.every((each) => isAmount(each) && words.at(-1) === each);
  return isLast ? words.slice(0, -1) : [];
}
