import { movedRow } from '../movedRow.ts';
import type { RowNode } from '../nodes.ts';
import { type DialectReader, LOOKAHEAD } from './dialect.ts';

/** So many lines are looked at first; where the table takes all of them, twice as many. */
const FIRST_LOOK = 64;
/** A blank line behind two lines of a table may be the end of a page; behind more of them it is how the text is spaced. */
const FEWEST_BLANKS = 3;
const SPACED_SHARE = 1 / 3;
/** Within so many lines the first blank ones must stand. */
const OPENING = 12;
const WIDE_OPENING = 24;
/** So many blank lines are a wide gap; more of them are no gap between rows. */
const WIDE_GAP = 3;
const MAX_GAP = 5;
/** So many lines behind the end of a table have a say in where it ends. */
const TAIL = 48;
const MARGIN = 4;

/** Which blank lines of a text are how its rows are spaced, and tell nothing. */
interface Spacing {
  readonly isIdle: (lines: readonly string[], line: number) => boolean;
  /** Within so many lines the first of them must stand. */
  readonly opening: number;
  /** So many lines are looked at first. */
  readonly look: number;
  /** How many are looked at where a table of so many lines is found in these; the same where they are enough. */
  readonly further: (extent: number, looked: number) => number;
}

/** A blank line behind each row. */
const SINGLE: Spacing = {
  isIdle: isSingleBlank,
  opening: OPENING,
  look: FIRST_LOOK,
  further: (extent, looked) => (extent === looked ? 2 * looked : looked),
};

/** Three or more behind each row, of which one is left. */
const WIDE: Spacing = {
  isIdle: isInWideGap,
  opening: WIDE_OPENING,
  look: LOOKAHEAD - MARGIN,
  further: (extent, looked) => (extent > looked - TAIL ? looked + TAIL : looked),
};

/** The lines of a text without those that only space it, and where each stands in it. */
interface Condensed {
  readonly lines: readonly string[];
  readonly places: readonly number[];
}

/**
 * Makes a dialect of one for texts in which a blank line stands behind each row, as text taken out of a PDF has where
 * rows are high. It reads the lines as if the single blank ones were not there.
 */
export function doubleSpaced(reader: DialectReader): DialectReader {
  return spaced(reader, SINGLE);
}

/** The same for texts in which three blank lines or more stand behind each row: it reads them as if it were one. */
export function wideSpaced(reader: DialectReader): DialectReader {
  return spaced(reader, WIDE);
}

function spaced(reader: DialectReader, spacing: Spacing): DialectReader {
  const readIn = (read: (lines: readonly string[]) => RowNode[], lines: readonly string[]): RowNode[] => {
    const condensed = condense(lines, 0, lines.length, spacing);
    return read(condensed.lines).map((row) => movedRow(row, (line) => condensed.places[line] ?? line));
  };
  const { readInOrder } = reader;
  return {
    dialect: reader.dialect,
    extent(lines, first) {
      if (!isSpacedAt(lines, first, spacing)) return 0;
      for (let look = spacing.look; ; ) {
        const condensed = condense(lines, first, Math.min(lines.length, first + look), spacing);
        const count = reader.extent(condensed.lines, 0);
        const last = condensed.places[count - 1];
        if (last === undefined) return 0;
        const extent = last + 1;
        const looked = count === condensed.lines.length ? look : extent;
        const next = spacing.further(looked, look);
        if (next > look && first + look < lines.length) {
          look = next;
          continue;
        }
        const blanks = extent - count;
        return blanks >= FEWEST_BLANKS && blanks >= SPACED_SHARE * count ? extent : 0;
      }
    },
    read: (lines) => readIn(reader.read, lines),
    ...(readInOrder && { readInOrder: (lines: readonly string[]) => readIn(readInOrder, lines) }),
  };
}

/** Whether blank lines stand so between the first lines, as a glance tells that every line of a text is given. */
function isSpacedAt(lines: readonly string[], first: number, { isIdle, opening }: Spacing): boolean {
  if (isBlank(lines[first])) return false;
  let blanks = 0;
  for (let line = first + 1; line < first + opening; line++)
    if (isIdle(lines, line) && !isIdle(lines, line - 1)) blanks++;
  return blanks >= 2;
}

function condense(lines: readonly string[], first: number, end: number, { isIdle }: Spacing): Condensed {
  const own: string[] = [];
  const places: number[] = [];
  for (let line = first; line < end; line++) {
    if (line > first && isIdle(lines, line)) continue;
    own.push(lines[line] ?? '');
    places.push(line - first);
  }
  return { lines: own, places };
}

function isSingleBlank(lines: readonly string[], line: number): boolean {
  return isBlank(lines[line]) && !isBlank(lines[line - 1]) && !isBlank(lines[line + 1]);
}

/** Whether a blank line stands behind another one, in a gap of three or more. */
function isInWideGap(lines: readonly string[], line: number): boolean {
  if (!isBlank(lines[line]) || !isBlank(lines[line - 1]) || line === 0) return false;
  let [from, to] = [line - 1, line + 1];
  while (from > 0 && isBlank(lines[from - 1]) && to - from <= MAX_GAP) from--;
  while (to < lines.length && isBlank(lines[to]) && to - from <= MAX_GAP) to++;
  return to - from >= WIDE_GAP && to - from <= MAX_GAP && from > 0 && to < lines.length;
}

/** A line that is not there is blank. */
function isBlank(line = ''): boolean {
  return line.trim() === '';
}
