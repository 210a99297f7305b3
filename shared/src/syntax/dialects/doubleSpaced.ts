import { isPageMark } from '../../text/pageMark.ts';
import { toHalfWidth } from '../../text/width.ts';
import { isKnownHeading } from '../headingWords.ts';
import { movedRow } from '../movedRow.ts';
import type { RowNode } from '../nodes.ts';
import { type DialectReader, LOOKAHEAD } from './dialect.ts';

/** So many lines are looked at first; where the table takes all of them, twice as many. */
const FIRST_LOOK = 64;
/** Blank lines behind two lines of a table may be the end of a page; behind more of them it is how the text is spaced. */
const FEWEST_GAPS = 3;
const SPACED_SHARE = 1 / 3;
/** Within so many lines the first blank ones must stand. */
const OPENING = 16;
const WIDE_OPENING = 24;
/** So many blank lines may stand behind each row. */
const WIDEST_GAP = 4;
/** So many blank lines are a wide gap; more of them are no gap between rows. */
const WIDE_GAP = 3;
const MAX_WIDE_GAP = 5;
/** So many lines behind the end of a table have a say in where it ends. */
const TAIL = 48;
const MARGIN = 4;

/** Whether a line is blank only because the text is spaced so. */
type IsIdle = (lines: readonly string[], line: number) => boolean;

/** Which blank lines of a text are how its rows are spaced, and tell nothing. */
interface Spacing {
  /** Those that space the table that begins on a line; undefined where none do. */
  readonly idleAt: (lines: readonly string[], first: number) => IsIdle | undefined;
  /** Those of a table, once its extent is known. */
  readonly isIdle: IsIdle;
  /** So many lines are looked at first. */
  readonly look: number;
  /** How many are looked at where a table of so many lines is found in these; the same where they are enough. */
  readonly further: (extent: number, looked: number) => number;
}

/** One blank line or a few behind each row. */
const ANY: Spacing = {
  idleAt: (lines, first) => {
    const widest = widestGap(lines, first);
    return widest === 0 ? undefined : isInGap(1, widest);
  },
  isIdle: isInGap(1, WIDEST_GAP),
  look: FIRST_LOOK,
  further: (extent, looked) => (extent === looked ? 2 * looked : looked),
};

/** Three or more behind each row, of which one is left. */
const WIDE: Spacing = {
  idleAt: (lines, first) => (opensWide(lines, first) ? isInWideGap : undefined),
  isIdle: isInWideGap,
  look: LOOKAHEAD - MARGIN,
  further: (extent, looked) => (extent > looked - TAIL ? looked + TAIL : looked),
};

/** One blank line behind each line, as far as a glance goes. */
const EVEN: Spacing = {
  idleAt: (lines, first) => (isEvenlySpaced(lines, first) ? isInGap(1, 1) : undefined),
  isIdle: isInGap(1, 1),
  look: 2 * LOOKAHEAD,
  further: (extent, looked) => (extent > looked - TAIL ? 2 * looked : looked),
};

/** The lines of a text without those that only space it, and where each stands in it. */
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
  return spaced(reader, ANY);
}

/** The same for texts in which three blank lines or more stand behind each row: it reads them as if it were one. */
export function wideSpaced(reader: DialectReader): DialectReader {
  return spaced(reader, WIDE);
}

/** The same for texts in which one blank line stands behind each line, whatever it holds. */
export function evenlySpaced(reader: DialectReader): DialectReader {
  return spaced(reader, EVEN);
}

function spaced(reader: DialectReader, spacing: Spacing): DialectReader {
  const readIn = (read: (lines: readonly string[]) => RowNode[], lines: readonly string[]): RowNode[] => {
    const condensed = condense(lines, 0, lines.length, spacing.isIdle);
    return read(condensed.lines).map((row) => movedRow(row, (line) => condensed.places[line] ?? line));
  };
  const { readInOrder } = reader;
  return {
    dialect: reader.dialect,
    extent(lines, first) {
      const isIdle = isBlank(lines[first]) ? undefined : spacing.idleAt(lines, first);
      if (!isIdle) return 0;
      for (let look = spacing.look; ; ) {
        const condensed = condense(lines, first, Math.min(lines.length, first + look), isIdle);
        const count = reader.extent(condensed.lines, 0);
        const last = condensed.places[count - 1];
        if (last === undefined) return 0;
        const looked = count === condensed.lines.length ? look : last + 1;
        const next = spacing.further(looked, look);
        if (next > look && first + look < lines.length) {
          look = next;
          continue;
        }
        const isBehindGap = (index: number) =>
          (condensed.places[index] ?? 0) > (condensed.places[index - 1] ?? 0) + 1;
        // The blank lines around the number of a page say nothing of how rows are spaced.
        const isBetween = (index: number) =>
          ![index - 1, index].some((at) => isPageMark(labelOf(condensed.lines[at])));
        const gaps = condensed.places
          .slice(1, count)
          .filter((_, index) => isBehindGap(index + 1) && isBetween(index + 1));
        return gaps.length >= FEWEST_GAPS && gaps.length >= SPACED_SHARE * count ? last + 1 : 0;
      }
    },
    read: (lines) => readIn(reader.read, lines),
    ...(readInOrder && { readInOrder: (lines: readonly string[]) => readIn(readInOrder, lines) }),
  };
}

/**
 * How many blank lines may stand behind a row of the table that begins here, as a glance tells that every line of a text
 * is given: one more than stand behind two of its first lines, for rows differ in height. 0 where there are none.
 */
function widestGap(lines: readonly string[], first: number): number {
  const seen: number[] = [];
  const isIdle = isInGap(1, WIDEST_GAP);
  for (let line = first + 1; line < first + OPENING; line++) {
    if (isBlank(lines[line - 1]) || !isIdle(lines, line)) continue;
    const [from, to] = gapAround(lines, line, WIDEST_GAP);
    seen.push(to - from);
  }
  const usual = seen.filter((gap, index) => seen.indexOf(gap) !== index);
  return seen.length < 2 ? 0 : Math.min(WIDEST_GAP, 1 + Math.max(1, ...usual));
}

/**
 * Whether one blank line stands behind each of the first lines, and these begin with headings that tables are known to have. In text that
 * was taken out of a PDF column by column each line of a column of names or codes stands by itself as well.
 */
function isEvenlySpaced(lines: readonly string[], first: number): boolean {
  for (let line = first; line < first + WIDE_OPENING; line += 2)
    if (isBlank(lines[line]) || !isBlank(lines[line + 1])) return false;
  return [0, 1, 2].every((cell) => isKnownHeading(lines[first + 2 * cell] ?? ''));
}

/** Whether wide gaps stand between the first lines. */
function opensWide(lines: readonly string[], first: number): boolean {
  let gaps = 0;
  for (let line = first + 1; line < first + WIDE_OPENING; line++)
    if (isInWideGap(lines, line) && !isInWideGap(lines, line - 1)) gaps++;
  return gaps >= 2;
}

function condense(lines: readonly string[], first: number, end: number, isIdle: IsIdle): Condensed {
  const own: string[] = [];
  const places: number[] = [];
  for (let line = first; line < end; line++) {
    if (line > first && isIdle(lines, line)) continue;
    own.push(lines[line] ?? '');
    places.push(line - first);
  }
  return { lines: own, places };
}

/** Whether a line is one of so many blank lines between others. */
function isInGap(least: number, most: number): IsIdle {
  return (lines, line) => {
    if (!isBlank(lines[line])) return false;
    const [from, to] = gapAround(lines, line, most);
    return to - from >= least && to - from <= most && from > 0 && to < lines.length;
  };
}

/** The blank lines around one, from the first to behind the last; where there are more than so many not all of them. */
function gapAround(lines: readonly string[], line: number, most: number): [from: number, to: number] {
  let [from, to] = [line, line + 1];
  while (from > 0 && isBlank(lines[from - 1]) && to - from <= most) from--;
  while (to < lines.length && isBlank(lines[to]) && to - from <= most) to++;
  return [from, to];
}

/** Whether a blank line stands behind another one in a wide gap, the first of which is left. */
function isInWideGap(lines: readonly string[], line: number): boolean {
  return line > 0 && isBlank(lines[line - 1]) && isInGap(WIDE_GAP, MAX_WIDE_GAP)(lines, line);
}

/** A line as it is compared with the numbers of pages: `- 12 -`. */
function labelOf(line = ''): string {
  return toHalfWidth(line).replaceAll(/\s/g, '');
}

/** A line that is not there is blank. */
function isBlank(line = ''): boolean {
  return line.trim() === '';
}
