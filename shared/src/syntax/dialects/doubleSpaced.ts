import { movedRow } from '../movedRow.ts';
import type { DialectReader } from './dialect.ts';

/** So many lines are looked at first; where the table takes all of them, twice as many. */
const FIRST_LOOK = 64;
/** Blank lines behind two lines of a table may be the end of a page; behind more of them it is how the text is spaced. */
const FEWEST_GAPS = 3;
const SPACED_SHARE = 1 / 3;
/** Within so many lines the first blank ones must stand. */
const OPENING = 16;
/** So many blank lines may stand behind each row. */
const WIDEST_GAP = 4;

/** The lines of a text without the blank lines behind its rows, and where each stands in it. */
interface Condensed {
  readonly lines: readonly string[];
  readonly places: readonly number[];
}

/**
 * Makes a dialect of one for texts in which a blank line, or a few, stand behind each row, as text taken out of a PDF
 * has where rows are high. It reads the lines as if these were not there; where many more stand than behind the
 * first rows, a table ends.
 */
export function doubleSpaced(reader: DialectReader): DialectReader {
  return {
    dialect: reader.dialect,
    extent(lines, first) {
      const gap = widestGap(lines, first);
      if (gap === 0) return 0;
      for (let look = FIRST_LOOK; ; look *= 2) {
        const condensed = condense(lines, first, Math.min(lines.length, first + look), gap);
        const count = reader.extent(condensed.lines, 0);
        const last = condensed.places[count - 1];
        if (last === undefined) return 0;
        if (count === condensed.lines.length && first + look < lines.length) continue;
        const gaps = condensed.places
          .slice(1, count)
          .filter((place, index) => place > (condensed.places[index] ?? 0) + 1);
        return gaps.length >= FEWEST_GAPS && gaps.length >= SPACED_SHARE * count ? last + 1 : 0;
      }
    },
    read(lines) {
      const condensed = condense(lines, 0, lines.length, WIDEST_GAP);
      return reader
        .read(condensed.lines)
        .map((row) => movedRow(row, (line) => condensed.places[line] ?? line));
    },
  };
}

/**
 * How many blank lines may stand behind a row of the table that begins here, as a glance tells that every line of a text
 * is given: one more than stand behind two of its first lines, for rows differ in height. 0 where there are none.
 */
function widestGap(lines: readonly string[], first: number): number {
  if (isBlank(lines[first])) return 0;
  const seen: number[] = [];
  for (let line = first + 1; line < first + OPENING; line++) {
    const gap = gapAt(lines, line, WIDEST_GAP);
    if (gap > 0) seen.push(gap);
  }
  const usual = seen.filter((gap, index) => seen.indexOf(gap) !== index);
  return seen.length < 2 ? 0 : Math.min(WIDEST_GAP, 1 + Math.max(1, ...usual));
}

function condense(lines: readonly string[], first: number, end: number, widest: number): Condensed {
  const own: string[] = [];
  const places: number[] = [];
  for (let line = first; line < end; line++) {
    const gap = line > first ? gapAt(lines, line, widest) : 0;
    line += gap;
    if (line >= end) break;
    own.push(lines[line] ?? '');
    places.push(line - first);
  }
  return { lines: own, places };
}

/** How many blank lines begin here behind one with words, if they are no more than the widest gap and not the end. */
function gapAt(lines: readonly string[], first: number, widest: number): number {
  if (isBlank(lines[first - 1])) return 0;
  let gap = 0;
  while (gap <= widest && first + gap < lines.length && isBlank(lines[first + gap])) gap++;
  return gap > widest || first + gap >= lines.length ? 0 : gap;
}

/** A line that is not there is blank. */
function isBlank(line = ''): boolean {
  return line.trim() === '';
}
