import { isPageMark } from '../../../text/pageMark.ts';
import { toHalfWidth } from '../../../text/width.ts';
import { movedRow } from '../../movedRow.ts';
import { type DialectReader, LOOKAHEAD } from '../dialect.ts';
import { areSigns } from '../frameSigns.ts';
import { rememberKinds } from '../lineKinds.ts';
import { isWords, kindAt } from './kinds.ts';

/** So many lines behind the end of a table have a say in where it ends. */
const TAIL = 48;
/** A mark by itself may be written in a cell: `/` for nothing. */
const MARK = /^[^\w]$/;
/** Fewer headings may stand below each other in two tables. */
const MIN_HEADINGS = 3;
/** Headings of more cells than any table has. */
const MAX_HEAD = 120;
/** What numbers a page and can be no figure. */
const DECORATED = /[-—–·~第/]/;

const isSign = rememberKinds((line) => {
  const half = toHalfWidth(line).trim();
  return areSigns(half) && !MARK.test(half) ? true : undefined;
});

/**
 * Makes a dialect of one in which each cell has a line of its own, for texts in which some lines are no cells: what a scanner
 * saw in frames, and the ends of pages with the headings that the next page repeats. It reads the cells as if these were not
 * there.
 */
export function amongGuests(reader: DialectReader): DialectReader {
  return {
    dialect: reader.dialect,
    extent(lines, first) {
      const plain = reader.extent(lines, first);
      if (plain === 0 && !isWords(kindAt(lines, first))) return 0;
      const near = Math.min(lines.length, first + Math.max(plain, LOOKAHEAD));
      const hasGuests = cellsBetween(lines, first, near).length < near - first;
      return hasGuests ? extentAmong(reader, lines, first) || plain : plain;
    },
    read(lines) {
      const places = cellsBetween(lines, 0, lines.length);
      const cells = textsAt(lines, places);
      const areAmong = cells.length < lines.length && reader.extent(cells, 0) === cells.length;
      return areAmong
        ? reader.read(cells).map((row) => movedRow(row, (line) => places[line] ?? line))
        : reader.read(lines);
    },
  };
}

/** How many lines are a table without the guests among them. */
function extentAmong(reader: DialectReader, lines: readonly string[], first: number): number {
  for (let look = LOOKAHEAD; ; look += LOOKAHEAD) {
    const places = cellsBetween(lines, first, Math.min(lines.length, first + look));
    const count = reader.extent(textsAt(lines, places), 0);
    if (count > 0 && count > places.length - TAIL && first + look < lines.length) continue;
    return (places[count - 1] ?? first - 1) + 1 - first;
  }
}

function textsAt(lines: readonly string[], places: readonly number[]): string[] {
  return places.map((line) => lines[line] ?? '');
}

/** The lines from one on that are no guests. */
function cellsBetween(lines: readonly string[], first: number, end: number): number[] {
  const places: number[] = [];
  for (let line = first; line < end; line++) {
    if (line > first) line += endOfPage(lines, first, line);
    if (line < end && !isSign(lines, line)) places.push(line);
  }
  return places;
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

/** How many lines of headings from `next` on repeat those from `first` on; 0 where they are too few. */
function headLength(lines: readonly string[], first: number, next: number): number {
  let length = 0;
  let filled = 0;
  for (; length < MAX_HEAD && first + length < next; length++) {
    const heading = lines[first + length]?.trim();
    if (lines[next + length]?.trim() !== heading) break;
    if (heading !== '') filled++;
  }
  return filled < MIN_HEADINGS ? 0 : length;
}

function blanksFrom(lines: readonly string[], line: number): number {
  let count = 0;
  while (lines[line + count]?.trim() === '') count++;
  return count;
}
