import { parseNumbering } from '../../../text/numbering.ts';
import { isPageMark } from '../../../text/pageMark.ts';
import { toHalfWidth } from '../../../text/width.ts';
import type { LineKind } from './lines.ts';
import { isAmount, isFigure, wordsOf } from './tokens.ts';
import { codeOfRow } from './tornRows.ts';

/** So many lines may stand between the last row of a page and the first of the next. */
const MAX_PAGE_END = 6;
/** Of a name wrapped at the end of a page so much may stand on the next. */
const MAX_REST = 10;

/** So many figures make rows alike. */
const MIN_FIGURES = 3;
/** So many lines above show how rows end. */
const MAX_ABOVE = 30;

const TOTAL = /^(?:.{0,5}[总合]|小)\s?计$/;

type KindAt = (lines: readonly string[], line: number) => LineKind | 'sure' | undefined;

/**
 * The first line of the next page behind the end of one, which is blank lines and the number of the page, if a row or
 * labels with their numbers begin there that go on with those above: the code follows that of the last row, or the
 * numbers of the items do (三、国防支出, 四、公共安全支出), it ends in the words in front of their figures (分散自行组织
 * 20.00), or it has as many figures as the last row. The rest of a name that was wrapped may stand between.
 *
 * @param end the first line behind those of the page
 */
export function rowOfNextPage(lines: readonly string[], end: number, kindAt: KindAt): number | undefined {
  const next = behindPage(lines, end);
  if (next === end) return undefined;
  const opening = isRestOfName(lines, next, kindAt) ? behindPage(lines, next + 1) : next;
  const kind = kindAt(lines, opening);
  const isRow = kind === 'row' || kind === 'sure';
  if (isRow && opening === next && codesGoOn(lines[end - 1], lines[next])) return next;
  if (isRow && opening === next && haveAsMany(lines[end - 1], lines[next])) return next;
  if (isRow && closeAlike(lines, end, opening, kindAt)) return next;
  const isItem = isRow || ((kind === 'words' || kind === 'word') && isNumbered(lines[opening]));
  if (isItem && numbersGoOn(lines[end - 1], lines[opening])) return next;
  const isPage = isRow && opening === next && lines.slice(end, next).some((line) => line.trim() !== '');
  return isPage && areLaidOutAlike(lines[end - 1], lines[next]) ? next : undefined;
}

/**
 * Whether a row at the top of a page is laid out as the last one of the page before: labels abreast with a figure each, or one
 * with several, and no total of all rows above.
 */
function areLaidOutAlike(above = '', below = ''): boolean {
  const [last, next] = [above, below].map((line) => wordsOf(toHalfWidth(line)));
  if (!last || !next || last.some((word) => TOTAL.test(word))) return false;
  const [layout, own] = [last, next].map(layoutOf);
  return layout === own && last.filter(isFigure).length > 1;
}

/** The words and figures of a row, in their order. */
function layoutOf(words: readonly string[]): string {
  return words.map((word) => (isFigure(word) ? 'f' : 'w')).join('');
}

/**
 * The first line behind the headings of the next page, if these are those of the table and nothing but the end of a page
 * stands in front of them; a page may have nothing else. Undefined where there are none.
 *
 * @param head the lines of the table's headings
 */
export function behindRepeatedHead(
  lines: readonly string[],
  end: number,
  head: readonly string[],
): number | undefined {
  let next = behindPage(lines, end);
  // Blank lines alone part tables as well.
  const isPage = lines.slice(end, next).some((line) => line.trim() !== '');
  if (head.length === 0 || !(isPage || isWithinTable(lines, end, next + head.length))) return undefined;
  const isHead = () => head.every((line, at) => lines[next + at]?.trim() === line);
  if (!isHead()) return undefined;
  for (; isHead(); next = behindPage(lines, next)) next += head.length;
  return next;
}

/** Whether rows go on behind blank lines and the headings again: what stands above and below is no total, and their codes, numbers or layout go on. */
function isWithinTable(lines: readonly string[], end: number, next: number): boolean {
  const [above, below] = [lines[end - 1], lines[next]];
  const areTotals = [above, below].some((line) =>
    wordsOf(toHalfWidth(line ?? '')).some((word) => TOTAL.test(word)),
  );
  return !areTotals && (codesGoOn(above, below) || numbersGoOn(above, below) || haveAsMany(above, below));
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

function codesGoOn(above: string | undefined, below: string | undefined): boolean {
  const [last, code] = [codeOfRow(above), codeOfRow(below)];
  return last !== undefined && code !== undefined && last[0] === code[0] && last < code;
}

/** Whether two rows end in as many figures, several of them: behind the headings of another table there would be others first. */
function haveAsMany(above = '', below = ''): boolean {
  const [last, next] = [above, below].map((line) => {
    const words = wordsOf(toHalfWidth(line));
    return words.length - 1 - words.findLastIndex((word) => !isFigure(word));
  });
  return last !== undefined && last >= MIN_FIGURES && last === next;
}

/** Whether the number of an item below is the next behind that of one above, of the same kind. */
function numbersGoOn(above: string | undefined, below: string | undefined): boolean {
  const numbers = numbersOf(above);
  return numbersOf(below).some(({ kind, value }) =>
    numbers.some((last) => last.kind === kind && last.value + 1 === value),
  );
}

/** Whether the first row of a page, or the one below it, has words in front of its figure that rows above have there too. */
function closeAlike(lines: readonly string[], end: number, next: number, kindAt: KindAt): boolean {
  const above = lines.slice(Math.max(0, end - MAX_ABOVE), end).flatMap((line) => {
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

function numbersOf(line = '') {
  return wordsOf(toHalfWidth(line)).flatMap((word) => parseNumbering(word) ?? []);
}

function isNumbered(line = ''): boolean {
  return numbersOf(line).length > 0;
}
