import { movedRow } from '../movedRow.ts';
import type { DialectReader } from './dialect.ts';

/** So many lines are looked at first; where the table takes all of them, twice as many. */
const FIRST_LOOK = 64;
/** A blank line behind two lines of a table may be the end of a page; behind more of them it is how the text is spaced. */
const FEWEST_BLANKS = 3;
const SPACED_SHARE = 1 / 3;
/** Within so many lines the first blank ones must stand. */
const OPENING = 12;

/** The lines of a text without single blank lines between others, and where each stands in it. */
interface Condensed {
  readonly lines: readonly string[];
  readonly places: readonly number[];
}

/**
 * Makes a dialect of one for texts in which a blank line stands behind each row, as text taken out of a PDF has where
 * rows are high. It reads the lines as if the single blank ones were not there.
 */
export function doubleSpaced(reader: DialectReader): DialectReader {
  return {
    dialect: reader.dialect,
    extent(lines, first) {
      if (!isSpacedAt(lines, first)) return 0;
      for (let look = FIRST_LOOK; ; look *= 2) {
        const condensed = condense(lines, first, Math.min(lines.length, first + look));
        const count = reader.extent(condensed.lines, 0);
        const last = condensed.places[count - 1];
        if (last === undefined) return 0;
        if (count === condensed.lines.length && first + look < lines.length) continue;
        const extent = last + 1;
        const blanks = extent - count;
        return blanks >= FEWEST_BLANKS && blanks >= SPACED_SHARE * count ? extent : 0;
      }
    },
    read(lines) {
      const condensed = condense(lines, 0, lines.length);
      return reader
        .read(condensed.lines)
        .map((row) => movedRow(row, (line) => condensed.places[line] ?? line));
    },
  };
}

/** Whether single blank lines stand between the first lines, as a glance tells that every line of a text is given. */
function isSpacedAt(lines: readonly string[], first: number): boolean {
  let blanks = 0;
  for (let line = first + 1; line < first + OPENING; line++) if (isSingleBlank(lines, line)) blanks++;
  return blanks >= 2 && !isBlank(lines[first]);
}

function condense(lines: readonly string[], first: number, end: number): Condensed {
  const own: string[] = [];
  const places: number[] = [];
  for (let line = first; line < end; line++) {
    if (line > first && isSingleBlank(lines, line)) continue;
    own.push(lines[line] ?? '');
    places.push(line - first);
  }
  return { lines: own, places };
}

function isSingleBlank(lines: readonly string[], line: number): boolean {
  return isBlank(lines[line]) && !isBlank(lines[line - 1]) && !isBlank(lines[line + 1]);
}

/** A line that is not there is blank. */
function isBlank(line = ''): boolean {
  return line.trim() === '';
}
