import { isPageMark } from '../../../text/pageMark.ts';
import { toHalfWidth } from '../../../text/width.ts';
import { BARE_YEAR } from '../../../text/years.ts';
import { COLUMN_NUMBER } from '../../figureShape.ts';
import { isKnownHeading } from '../../headingWords.ts';
import { movedRow } from '../../movedRow.ts';
import type { CellNode, RowNode } from '../../nodes.ts';
import { cellOf, type DialectReader, LOOKAHEAD } from '../dialect.ts';
import { areSigns } from '../frameSigns.ts';
import { rememberAt, rememberKinds } from '../lineKinds.ts';
import { isFigure, isWords, kindAt } from './kinds.ts';

/** So many cells behind the end of a table have a say in where it ends: lists may have many entries without figures. */
const TAIL = 3 * LOOKAHEAD;
/** A mark by itself may be written in a cell: `/` for nothing. */
const MARK = /^[^\w]$/;
/** Fewer headings may stand below each other in two tables. */
const MIN_HEADINGS = 3;
/** Headings of narrow columns go over so many lines. */
const MAX_PARTS = 4;
/** Headings of more cells than any table has. */
const MAX_HEAD = 120;
/** In front of what is known to be headed so, a year is the beginning of that heading. */
const YEAR = /^(?:19|20)\d{2}年$/;
/** What numbers a page and can be no figure. */
const DECORATED = /[-—–·~第/]/;

const isSign = rememberKinds((line) => {
  const half = toHalfWidth(line).trim();
  return areSigns(half) && !MARK.test(half) ? true : undefined;
});

/** A cell, and the lines it goes over. */
interface CellLines {
  readonly line: number;
  readonly text: string;
  /** The first line of a heading that goes over several. */
  readonly opening?: string;
}

/**
 * Makes a dialect of one in which each cell has a line of its own, for texts in which some lines are no cells: what a scanner
 * saw in frames, the ends of pages with the headings that the next page repeats, and the further lines of headings. It reads
 * the cells as if these were not there.
 */
export function amongGuests(reader: DialectReader): DialectReader {
  return {
    dialect: reader.dialect,
    extent(lines, first) {
      const plain = reader.extent(lines, first);
      if (plain === 0 && !isWords(kindAt(lines, first)) && !isBareYear(lines, first)) return 0;
      // A table that ends behind some of its cells may do so because of a guest behind cells without figures.
      const near = Math.min(lines.length, first + plain + LOOKAHEAD);
      const hasGuests = cellsBetween(lines, first, near).length < near - first;
      return hasGuests ? extentAmong(reader, lines, first) || plain : plain;
    },
    read(lines) {
      const cells = cellsBetween(lines, 0, lines.length);
      const texts = cells.map(({ text }) => text);
      const areAmong = cells.length < lines.length && reader.extent(texts, 0) === cells.length;
      return areAmong ? reader.read(texts).map((row) => inPlace(row, cells)) : reader.read(lines);
    },
  };
}

/** How many lines are a table without the guests among them. */
function extentAmong(reader: DialectReader, lines: readonly string[], first: number): number {
  for (let look = 2 * LOOKAHEAD; ; look *= 2) {
    const cells = cellsBetween(lines, first, Math.min(lines.length, first + look));
    const count = reader.extent(
      cells.map(({ text }) => text),
      0,
    );
    if (count > 0 && count > cells.length - TAIL && first + look < lines.length) continue;
    return (cells[count - 1]?.line ?? first - 1) + 1 - first;
  }
}

/** A row with its cells on their lines. */
function inPlace(row: RowNode, lines: readonly CellLines[]): RowNode {
  const cells = row.cells.map((cell): CellNode => {
    const { opening } = lines[cell.span.line] ?? {};
    if (opening === undefined || cell.text === '') return cell;
    return { ...cellOf(opening, 0, opening.length, cell.span.line, cell.column), whole: cell.text };
  });
  return movedRow({ ...row, cells }, (line) => lines[line]?.line ?? line);
}

/** The cells in the lines from one on. */
function cellsBetween(lines: readonly string[], first: number, end: number): CellLines[] {
  const cells: CellLines[] = [];
  let isHead = true;
  for (let line = first; line < end; line++) {
    if (line > first) line += endsOfPages(lines, first, line);
    if (line >= end || isSign(lines, line)) continue;
    const kind = kindAt(lines, line);
    const isYear = isBareYear(lines, line);
    isHead &&= isYear || (!isFigure(kind) && kind !== 'index');
    const opening = lines[line] ?? '';
    const parts = isHead && (isYear || kind === 'words') ? (partsOfHeading(lines, line) ?? 1) : 1;
    if (parts === 1) cells.push({ line, text: opening });
    else cells.push({ line, text: joinedText(lines, line, parts), opening });
    line += parts - 1;
  }
  return cells;
}

/** Over how many lines a heading goes that tables are known to have, and of which not all lines are such headings themselves. */
const partsOfHeading = rememberAt((lines: readonly string[], line: number): number => {
  for (let parts = MAX_PARTS; parts > 1; parts--) {
    const own = lines.slice(line, line + parts).map((text) => text.trim());
    const isPart = (at: number) =>
      kindAt(lines, line + at) === 'words' || (at === 0 && isBareYear(lines, line));
    const areWords = own.length === parts && own.every((_, at) => isPart(at));
    const isOne = !own.every(isKnownHeading) || YEAR.test(own[0] ?? '');
    if (areWords && isOne && isKnownHeading(own.join(''))) return parts;
  }
  return 1;
});

/** Whether a heading is torn behind the number of its year: 2025, and 年预算数 below. */
function isBareYear(lines: readonly string[], line: number): boolean {
  return BARE_YEAR.test(lines[line]?.trim() ?? '') && lines[line + 1]?.trim().startsWith('年') === true;
}

function joinedText(lines: readonly string[], line: number, parts: number): string {
  return lines
    .slice(line, line + parts)
    .map((text) => text.trim())
    .join('');
}

/**
 * How many lines from one on are ends of pages with their headings: where no row stands on a page, those of the next one follow
 * at once.
 */
function endsOfPages(lines: readonly string[], first: number, line: number): number {
  let count = endOfPage(lines, first, line);
  for (let more = count; more > 0; count += more) {
    const next = line + count;
    more = endOfPage(lines, first, next) || headLength(lines, first, next);
  }
  return count;
}

/**
 * How many lines from one on are the end of a page within the table that begins at `first`, and the headings that the next one
 * repeats: a blank line, the number of the page with another one behind it, and the headings. Without these the number must
 * be written as no figure is, for blank lines and figures may be cells.
 */
function endOfPage(lines: readonly string[], first: number, line: number): number {
  if (lines[line]?.trim() !== '') return 0;
  const label = toHalfWidth(lines[line + 1] ?? '').replaceAll(/\s/g, '');
  const isNumbered = label !== '' && isPageMark(label) && lines[line + 2]?.trim() === '';
  const behind = line + (isNumbered ? 3 : 1);
  // Headings may begin with blank cells, in front of those that a table is known by.
  const blanks = isNumbered ? blanksFrom(lines, behind) : 0;
  const head = headLength(lines, first, behind + blanks);
  if (head > 0) return behind - line + blanks + head;
  return isNumbered && DECORATED.test(label) ? behind - line : 0;
}

/**
 * How many lines of headings from `next` on repeat those from `first` on, wherever these are broken into lines; 0 where they
 * are too few.
 */
function headLength(lines: readonly string[], first: number, next: number): number {
  let [own, again] = [first, next];
  let filled = 0;
  while (again - next < MAX_HEAD && own < next && !beginsRow(lines, own)) {
    const same = sameWords(lines, own, again);
    if (!same) break;
    if (lines[own]?.trim() !== '') filled++;
    own += same.own;
    again += same.again;
  }
  return filled < MIN_HEADINGS ? 0 : again - next;
}

/**
 * Whether the first row below headings begins in a line: with a figure that numbers no column, or with a name in front of one that
 * is no heading. The next page may begin with the same code or name.
 */
const beginsRow = rememberAt(
  (lines: readonly string[], line: number): boolean =>
    isFirstFigure(lines, line) ||
    (kindAt(lines, line) === 'words' && isFirstFigure(lines, line + 1) && !isKnownHeading(lines[line] ?? '')),
);

function isFirstFigure(lines: readonly string[], line: number): boolean {
  return isFigure(kindAt(lines, line)) && !COLUMN_NUMBER.test(lines[line]?.trim() ?? '');
}

/** Over how many lines from two of them on the same words stand, those of a heading that may go over several. */
function sameWords(
  lines: readonly string[],
  one: number,
  other: number,
): { own: number; again: number } | undefined {
  let [own, again] = [1, 1];
  let [text, copy] = [lines[one]?.trim(), lines[other]?.trim()];
  while (text !== undefined && copy !== undefined && text !== copy) {
    const longer = text.length > copy.length ? text : copy;
    const shorter = longer === text ? copy : text;
    if (shorter === '' || !longer.startsWith(shorter) || own + again > MAX_PARTS) return undefined;
    if (shorter === text) text += lines[one + own++]?.trim() ?? '';
    else copy += lines[other + again++]?.trim() ?? '';
  }
  return text === undefined || copy === undefined ? undefined : { own, again };
}

function blanksFrom(lines: readonly string[], line: number): number {
  let count = 0;
  while (lines[line + count]?.trim() === '') count++;
  return count;
}
