import { groupsOverLists, withoutLooseGroups } from './groupStarts.ts';
import { fitsKinds, isNaming } from './headerFit.ts';
import type { HeadLine } from './headings.ts';
import { isComplete, reach, type Tiles, tilesOf } from './headShape.ts';
import type { ColumnKind } from './table.ts';

/** A header whose lines stand over the columns that they head. */
export interface StraightHead {
  readonly lines: readonly HeadLine[];
  /** Whether a line had slid and was moved back. */
  readonly moved: boolean;
  /** Whether groups were left out, because nothing shows where they begin. */
  readonly loose: boolean;
}

/** A heading slides by a column for each cell that was put in front of it. */
const MOST_COLUMNS = 3;
/** By so many columns lines and headings may be moved, all moves added up. */
const MOST_COST = 9;
/** Where none of so many ways to move them is right, none is found. */
const MOST_WAYS = 4096;

/** A header as it is. */
export function asPrinted(lines: readonly HeadLine[]): StraightHead {
  return { lines, moved: false, loose: false };
}

/**
 * Moves lines of a header back that slid to the right as a whole, or one heading of which did. A header that
 * stands straight shows it: each column has a heading of its own in one line, or each heading stands where the
 * columns begin that it heads. Of the ways to set a crooked one straight the nearest is taken, provided
 * that the headings then fit what the columns hold. A header of which no way does that stays as it is.
 *
 * @param kinds what the columns hold, told from their cells
 */
export function straightened(lines: readonly HeadLine[], kinds: readonly ColumnKind[]): StraightHead {
  if (lines.some((line, at) => repeatsAside(line, lines.slice(0, at))))
    return { lines: lines.slice(-1), moved: false, loose: true };
  if (lines.some((line) => line.some(({ columns }) => columns !== undefined)))
    return isSlidBesideSpans(lines) ? { lines: lines.slice(1), moved: false, loose: true } : asPrinted(lines);
  if (lines.some((line, at) => isRepeatedAcross(line, lines.slice(at + 1))))
    return { lines: lines.slice(-1), moved: false, loose: true };
  const filled = kinds.findLastIndex((kind) => kind !== 'empty') + 1;
  const own = lines.findLastIndex((line) => isComplete(line, reach(lines)) && line.length >= filled);
  if (own !== -1) return overComplete(lines, own, false) ?? asPrinted(lines);
  if (tilesOf(lines) && reach(lines) >= filled) return asPrinted(lines);
  return (
    slidComplete(lines, filled, kinds) ??
    slidTiles(lines, filled, kinds) ??
    withoutGroups(lines) ??
    asPrinted(lines)
  );
}

/** So many headings that stand once more as far to the right of themselves are no chance. */
const MIN_ASIDE = 3;

/** Whether a line has headings of those above it once more, all moved alike: where headings span lines, it slid. */
function repeatsAside(line: HeadLine, above: readonly HeadLine[]): boolean {
  const upper = above.flat();
  return range(MOST_COLUMNS)
    .slice(1)
    .some((by) => {
      const again = line.filter(({ column, text }) =>
        upper.some((other) => other.text === text && other.column === column - by),
      );
      return new Set(again.map(({ text }) => text)).size >= MIN_ASIDE;
    });
}

/**
 * Whether a heading stands side by side over others, and one beside it again in a line below: a program wrote the words of
 * each into all columns and rows that it spans, and the lines slid against each other, or they would have been put
 * back together.
 */
function isRepeatedAcross(line: HeadLine, below: readonly HeadLine[]): boolean {
  const lower = below.flat();
  const isTwice = ({ column, text }: HeadLine[number]) =>
    line.some((other) => other.column === column + 1 && other.text === text);
  return line.some(isTwice) && line.some(({ text }) => lower.some((other) => other.text === text));
}

/**
 * Whether the first line of headings that say what they span leaves the first column bare and goes on behind the end of
 * the line below, which heads all columns: it slid.
 */
function isSlidBesideSpans([top = [], own = []]: readonly HeadLine[]): boolean {
  const ends = own.map(({ column, columns = 1 }) => column + columns);
  const isWhole = own.every(({ column }, at) => column === (ends[at - 1] ?? 0));
  const end = Math.max(0, ...top.map(({ column, columns = 1 }) => column + columns));
  return (top[0]?.column ?? 0) > 0 && isWhole && end > (ends.at(-1) ?? end);
}

/** Lines that leave the first column without a heading slid; the lowest may stand right where the body slid too. */
function withoutGroups(lines: readonly HeadLine[]): StraightHead | undefined {
  const own = lines.at(-1) ?? [];
  const slid = own[0]?.column ?? 0;
  const isRun = isComplete(moved(own, slid), reach(lines) - slid) && slid <= MOST_COLUMNS;
  const isOff = own.length > 0 && lines.every((line) => line[0] !== undefined && line[0].column > 0);
  // Names stand below the first column, unless groups alone head it and what they head slid.
  const upper = lines.slice(0, -1).flat();
  const isNamedAside = slid > 0 && isNaming(own[0]?.text ?? '') && !upper.some(({ text }) => isNaming(text));
  return isRun && (isOff || isNamedAside) ? { lines: [own], moved: false, loose: true } : undefined;
}

/** One line heads every column by itself, and what stands above it are groups. */
function overComplete(lines: readonly HeadLine[], own: number, moved: boolean): StraightHead | undefined {
  const groups = lines.slice(0, own);
  const [top = [], ...others] = groups;
  const lists = others.length === 0 ? groupsOverLists(top, lines[own] ?? []) : undefined;
  if (lists)
    return {
      lines: [lists, ...lines.slice(own)].filter((line) => line.length > 0),
      moved: true,
      loose: lists.length === 0,
    };
  if (groups.some(isWrapped)) return undefined;
  const kept = withoutLooseGroups(groups, lines[own] ?? []);
  const loose = kept.some((line, index) => line.length < (groups[index]?.length ?? 0));
  return { lines: [...kept, ...lines.slice(own)].filter((line) => line.length > 0), moved, loose };
}

/** Whether headings stand next to each other, so that they head a column each: the upper parts of wrapped ones. */
function isWrapped(line: HeadLine): boolean {
  const close = line.filter(({ column }, index) => line[index + 1]?.column === column + 1);
  return close.length > 1 && 2 * close.length >= line.length;
}

/** The line that heads every column slid: it is one run of headings, and none stands below it. */
function slidComplete(
  lines: readonly HeadLine[],
  filled: number,
  kinds: readonly ColumnKind[],
): StraightHead | undefined {
  const line = lines.at(-1) ?? [];
  const slid = line[0]?.column ?? 0;
  const own = moved(line, slid);
  if (slid > MOST_COLUMNS || line.length < filled || !isComplete(own, line.length)) return undefined;
  const set = [...lines.slice(0, -1), own];
  return fitsKinds(new Map(own.map((each) => [each.column, [each]])), kinds)
    ? overComplete(set, set.length - 1, true)
    : undefined;
}

/** Whether the figures of a body begin behind a blank column, which was put in front of them if they slid. */
function beginsBlank(kinds: readonly ColumnKind[]): boolean {
  const first = kinds.indexOf('amount');
  return first > 0 && kinds[first - 1] === 'empty';
}

/** A header whose headings stand over no column for sure. */
const NOWHERE: StraightHead = { lines: [], moved: true, loose: true };

/**
 * The nearest of the ways to move lines and single headings after which the header is tiled. Where it leaves columns at
 * the end without headings and the figures begin behind a blank column, the body slid as well, and nothing is known.
 */
function slidTiles(
  lines: readonly HeadLine[],
  filled: number,
  kinds: readonly ColumnKind[],
): StraightHead | undefined {
  const ways = lines.map(waysToMove);
  let tried = 0;
  for (let cost = 1; cost <= MOST_COST; cost++) {
    const fitting: (readonly HeadLine[])[] = [];
    let narrow = false;
    for (const set of movedBy(ways, cost)) {
      if (++tried > MOST_WAYS) return undefined;
      const tiles = tilesOf(set);
      if (!tiles || !isPlain(tiles) || !groupsFit(tiles)) continue;
      if (reach(set) < filled) narrow ||= reach(set) === filled - 1 && beginsBlank(kinds);
      else if (fitsKinds(tiles.own, kinds)) fitting.push(set);
    }
    if (narrow && fitting.length === 0) return NOWHERE;
    const [only, ...rivals] = withoutTwins(fitting);
    if (only)
      return rivals.length === 0
        ? { lines: only, moved: true, loose: false }
        : { lines: [agreed([only, ...rivals])], moved: true, loose: true };
  }
  return undefined;
}

/** The headings that stand over single columns alike in all ways to set a header straight. */
export function agreed(sets: readonly (readonly HeadLine[])[]): HeadLine {
  const [first = new Map<number, HeadLine>(), ...others] = sets.map((set) => tilesOf(set)?.own ?? new Map());
  const textOf = (own: ReadonlyMap<number, HeadLine>, column: number) =>
    (own.get(column) ?? []).map(({ text }) => text).join('');
  return [...first.keys()]
    .sort((a, b) => a - b)
    .flatMap((column) => {
      const text = textOf(first, column);
      return others.every((own) => textOf(own, column) === text) ? { column, text } : [];
    });
}

/** A line may be moved as a whole, or so that a single run of it moves: both may come to the same. */
function withoutTwins(sets: readonly (readonly HeadLine[])[]): (readonly HeadLine[])[] {
  const keyOf = (set: readonly HeadLine[]) =>
    set.map((line) => line.map(({ column }) => column).join(' ')).join('|');
  return [...new Map(sets.map((set) => [keyOf(set), set])).values()];
}

/** Where headings are wrapped over lines as well, nothing is sure. */
function isPlain({ own }: Tiles): boolean {
  return [...own.values()].every(
    (headings) => headings.length === 1 || headings.every(({ text }) => isNaming(text)),
  );
}

/** The levels of a code stand below a heading for codes, or for the whole block. */
const LEVEL = /^[类款项]$/;
const BLOCK = /收入|支出/;

/** Groups over names are called after these, and others stand over figures or over whole blocks. */
export function groupsFit({ own, groups }: Tiles): boolean {
  return groups.every(({ heading, last }) => {
    const columns = range(last).slice(heading.column);
    const opening = own.get(heading.column)?.at(-1)?.text ?? '';
    if (LEVEL.test(opening) && !isNaming(heading.text) && !BLOCK.test(heading.text)) return false;
    const names = columns.filter((column) => isNaming(own.get(column)?.at(-1)?.text ?? ''));
    if (isNaming(heading.text)) return names.length === columns.length;
    return names.length === 0 || (names.length < columns.length && names[0] === heading.column);
  });
}

interface Way {
  readonly line: HeadLine;
  /** By how many columns lines and headings were moved. */
  readonly cost: number;
}

/** A line as it is, moved to the left as a whole, and with some headings moved that stand behind a gap. */
function waysToMove(line: HeadLine): Way[] {
  const front = Math.min(line[0]?.column ?? 0, MOST_COLUMNS);
  return range(front).flatMap((columns): Way[] => {
    const whole = moved(line, columns);
    const parts = runsBehindGaps(whole).flatMap(({ first, last, gap }): Way[] =>
      range(Math.min(gap, MOST_COLUMNS))
        .slice(1)
        .map((by) => {
          const shifted = whole.map((each, at) => (first <= at && at <= last ? left(each, by) : each));
          return { line: shifted, cost: columns + by * (last - first + 1) };
        }),
    );
    return [{ line: whole, cost: columns }, ...parts];
  });
}

/** Headings next to each other with a gap in front of the first of them: of each such run every beginning. */
function runsBehindGaps(line: HeadLine): { first: number; last: number; gap: number }[] {
  const gapBefore = (at: number): number => (line[at]?.column ?? 0) - (line[at - 1]?.column ?? -1) - 1;
  return line.flatMap((_, first) => {
    const gap = gapBefore(first);
    if (gap === 0) return [];
    const end = line.findIndex((_, at) => at > first && gapBefore(at) > 0);
    const lasts = range((end === -1 ? line.length : end) - 1).slice(first);
    return lasts.map((last) => ({ first, last, gap }));
  });
}

function moved(line: HeadLine, columns: number): HeadLine {
  return columns === 0 ? line : line.map((heading) => left(heading, columns));
}

function left(heading: HeadLine[number], columns: number): HeadLine[number] {
  return { ...heading, column: heading.column - columns };
}

/** 0, 1, … up to and including a number. */
function range(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, index) => index);
}

/** Every way to move the lines at a given cost together. */
function* movedBy(
  [first, ...rest]: readonly (readonly Way[])[],
  cost: number,
): Generator<readonly HeadLine[]> {
  if (!first) {
    if (cost === 0) yield [];
    return;
  }
  for (const own of first) {
    if (own.cost > cost) continue;
    for (const others of movedBy(rest, cost - own.cost)) yield [own.line, ...others];
  }
}
