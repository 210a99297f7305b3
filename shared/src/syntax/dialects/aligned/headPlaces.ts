import { displayWidth } from '../../../text/width.ts';
import { headingWords, isKnownHeading } from '../../headingWords.ts';
import { blockStart, headedLists } from './blockHeadings.ts';
import {
  isBetween,
  isGroupOver,
  isNext,
  isOneHeading,
  isWholeWithout,
  mayBelongTo,
  mayGoOn,
  overlap,
  textOf,
  type Word,
} from './headLines.ts';
import type { PlacedAtom } from './ruler.ts';
import type { Flush, Stand } from './stands.ts';
import { wrappedGroups } from './wrappedGroups.ts';

/** A column with the words over it, the lowest first. */
export interface HeadPlace {
  /** Column of the body; undefined for one that has a heading and nothing below it. */
  readonly column: number | undefined;
  readonly words: readonly Word[];
  /** Whether it is not certain that these are its words, and all of them. */
  readonly doubtful: boolean;
}

/** What stands where in a header. */
export interface HeadPlaces {
  /** From left to right. */
  readonly places: readonly HeadPlace[];
  /** Words over several columns, each with the first of these. */
  readonly groups: readonly { readonly word: Word; readonly place: number }[];
}

/** A column of the body, as far as it bears on its heading. */
export interface BodyColumn {
  readonly stand: Stand;
  /** Whether it holds amounts or numbers. */
  readonly isFigures: boolean;
  /** Whether it holds codes, behind names as well. */
  readonly isCode: boolean;
  /** How its cells stand, as they or, where nothing in them shows it, the other figures of the table tell. */
  readonly flush: Flush | undefined;
  /** Whether its own cells show how they stand, or several other columns do alike. */
  readonly isFlushSure: boolean;
}

/** Places are rounded: what is flush may be so far off. */
const SLACK = 1;

/** A place being filled. */
interface Place {
  readonly column: number | undefined;
  readonly body: BodyColumn | undefined;
  /** The stretch of the body's cells and the heading. */
  left: number;
  right: number;
  readonly words: Word[];
  doubtful: boolean;
}

/** A word over several places. */
interface Group {
  readonly word: Word;
  readonly first: Place;
}

/**
 * Finds what each word of a header stands over.
 *
 * pdftotext puts what stands beside each other on the page beside each other in the text. So where a word and
 * the figures of a column overlap in the text, they do on the page, and the word stands over that column; one
 * that overlaps several columns heads a group. A heading is set in the middle of its cell: where figures are
 * flush right it may stand left of them, but never reaches beyond them on the right. So a word in the gap in
 * front of such a column is its heading, if it has no other, or that of an empty column in the gap.
 *
 * @param lines the words of each line, from the top down
 * @param numbers for each line whether it numbers the columns, so that it heads nothing
 */
export function placeWords(
  lines: readonly (readonly PlacedAtom[])[],
  numbers: readonly boolean[],
  columns: readonly BodyColumn[],
): HeadPlaces {
  const head = new Head(columns);
  const words = lines.map((own, line) =>
    own.map((placed, index): Word => {
      return { placed, line, index, heads: numbers[line] !== true && placed.atom.kind !== 'mark' };
    }),
  );
  const grouped = wrappedGroups(words.flat());
  const ofGroups = new Set(grouped.flat());
  for (const own of words.toReversed()) {
    if (!head.headLists(own)) for (const word of own) if (!ofGroups.has(word)) head.place(word);
  }
  for (const group of grouped) head.group(group);
  head.pairNumbers();
  head.countOff();
  head.fillGaps();
  head.setOuterApart();
  const { places, groups } = head;
  return {
    places: places.map(({ column, words, doubtful }) => ({ column, words, doubtful })),
    groups: groups.map(({ word, first }) => ({ word, place: places.indexOf(first) })),
  };
}

/** A header that is put together from its lowest line upwards. */
class Head {
  /** The columns of the body, and between them what stands over none of them, from left to right. */
  places: Place[];
  readonly groups: Group[] = [];

  constructor(columns: readonly BodyColumn[]) {
    this.places = columns.map((body, column) => {
      const { left, right } = body.stand;
      return { column, body, left, right, words: [], doubtful: false };
    });
  }

  /** Puts the words of a line over the lists that they head, if they are one for each. */
  headLists(words: readonly Word[]): boolean {
    const columns = this.places.filter(({ column }) => column !== undefined);
    const starts = headedLists(
      words.map(({ placed }) => placed.atom.text),
      columns.map(({ body }) => ({ isFigures: body?.isFigures === true })),
    );
    const firsts = starts?.flatMap((start) => columns[start] ?? []) ?? [];
    this.groups.push(...firsts.map((first, index) => ({ word: words[index] as Word, first })));
    return starts !== undefined;
  }

  /** Puts the lines of a group's heading over the first of the places that they overlap. */
  group(lines: readonly Word[]): void {
    const over = this.places.filter((place) => lines.some(({ placed }) => overlap(placed, place)));
    const first = over.find((place) => hasHeading(place)) ?? over[0];
    if (first) this.groups.push(...lines.map((word) => ({ word, first })));
  }

  /** Puts a word over what it overlaps: columns, and words of lower lines. */
  place(word: Word): void {
    const over = this.places.filter((place) => overlap(word.placed, place));
    const [only, next] = over;
    const [known, another] = over.filter((place) => isOneHeading(word, place.words));
    if (known && !another) add(known, word);
    else if (!only) this.#open(word);
    else if (next && over.length === 2 && this.#isOneCell(only, next, word)) {
      next.words.push(...only.words);
      next.left = only.left;
      add(next, word);
      this.places = this.places.filter((place) => place !== only);
    } else if (this.#isBetweenParts(only, word)) this.groups.push({ word, first: only });
    else if (next || reachesBeyond(word.placed, only)) this.#placeWide(word, over);
    else add(only, word);
  }

  /** Whether a word over a column that nothing heads is known as a group's, and headings in the gaps on both sides stand lower. */
  #isBetweenParts(place: Place, word: Word): boolean {
    if (hasHeading(place) || !place.body?.isFigures || !headingWords(word.placed.atom.text).isGroup)
      return false;
    const at = this.places.indexOf(place);
    return [at - 1, at + 1].every((index) => {
      const beside = this.places[index];
      return beside?.column === undefined && beside !== undefined && hasHeading(beside, word.line);
    });
  }

  /** A word over more than one column heads a group, unless nothing is headed below it. */
  #placeWide(word: Word, over: readonly Place[]): void {
    const bare = over.filter((place) => !hasHeading(place));
    const best = widest(word.placed, bare);
    const isLowest = !this.places.some((place) => hasHeading(place, word.line));
    const areNames = over.every(({ body }) => body?.isFigures === false);
    if (best && (isLowest || areNames)) {
      add(best, word);
      for (const place of over) place.doubtful ||= place.body?.isFigures !== false;
    } else if (over[0]) {
      // Figures in the middle of their cell may be narrower than a heading that goes on below.
      if (over.length === 1 && over[0].body?.isFlushSure === false) {
        if (isOneHeading(word, over[0].words)) {
          add(over[0], word);
          return;
        }
        over[0].doubtful ||=
          !isWholeWithout(word, over[0].words) && over[0].words.some((below) => mayGoOn(word, below));
      }
      this.groups.push({ word, first: this.#firstBelow(word, this.places) ?? over[0] });
    }
  }

  /** The column with which the lists begin that a word heads, if it is 收入 or the like in the middle of lists. */
  #firstBelow({ placed }: Word, places: readonly Place[]): Place | undefined {
    const columns = places.filter(({ column }) => column !== undefined);
    const stretches = columns.map(({ left, right, body }) => {
      return { left, right, isFigures: body?.isFigures === true };
    });
    return columns[blockStart(placed.atom.text, placed, stretches) ?? -1];
  }

  #open(word: Word): void {
    const { left, right } = word.placed;
    const behind = this.places.findIndex((place) => place.left >= right);
    const place = { column: undefined, body: undefined, left, right, words: [word], doubtful: false };
    this.places.splice(behind === -1 ? this.places.length : behind, 0, place);
  }

  /** Whether words in front of a column and one over both are lines of the column's heading. */
  #isOneCell(gap: Place, column: Place, { placed }: Word): boolean {
    return (
      gap.column === undefined && leansRight(column) && !hasHeading(column) && !reachesBeyond(placed, column)
    );
  }

  /**
   * Puts headings and the numbers of their columns together where they stand beside each other: the first heading has the
   * first number, and so on, if there are as many of both. A heading may be set to the left of its cell, and its number to
   * the right, as the figures are.
   */
  pairNumbers(): void {
    // Remarks, the last of all, may have no number.
    const headed = this.places.filter(
      (place) => hasHeading(place) && !(isRemark(place) && !isNumbered(place)),
    );
    const numbered = this.places.filter(isNumbered);
    if (headed.length !== numbered.length) return;
    const pairs = headed.flatMap((heading, rank): (readonly [Place, Place])[] => {
      const number = numbered[rank];
      return number && number !== heading ? [[heading, number]] : [];
    });
    const isBeside = ([heading, number]: readonly [Place, Place]) =>
      Math.abs(this.places.indexOf(heading) - this.places.indexOf(number)) === 1 &&
      (heading.column === undefined || number.column === undefined);
    if (!pairs.every(isBeside)) return;
    for (const [heading, number] of pairs) {
      const [kept, other] = heading.column === undefined ? [number, heading] : [heading, number];
      kept.words.push(...other.words);
      kept.words.sort((a, b) => b.line - a.line);
      kept.doubtful ||= other.doubtful;
      if (kept.column === undefined)
        [kept.left, kept.right] = [Math.min(kept.left, other.left), Math.max(kept.right, other.right)];
      this.places = this.places.filter((place) => place !== other);
    }
  }

  /**
   * Gives the columns of figures behind all names their headings by order, where there are as many of both: whole ones, side
   * by side, none of which stands over another column than its own.
   */
  countOff(): void {
    const names = this.places.findLastIndex(({ body }) => body?.isFigures === false);
    const [last, ...own] = this.places
      .slice(Math.max(0, names))
      .filter((place) => place.column !== undefined || hasHeading(place));
    if (!last || !hasHeading(last) || last.column === undefined || last.body?.isFigures) return;
    const columns = own.filter(({ column }) => column !== undefined);
    const headings = own.filter((place) => hasHeading(place) && !isRemark(place));
    if (headings.length !== columns.length || !areBeside(headings)) return;
    const pairs = columns.map((column, rank) => [column, headings[rank] ?? column] as const);
    if (!pairs.every(([column, heading]) => heading === column || heading.column === undefined)) return;
    for (const [column, heading] of pairs) {
      if (heading === column) continue;
      column.words.push(...heading.words);
      column.words.sort((a, b) => b.line - a.line);
      this.places = this.places.filter((place) => place !== heading);
    }
  }

  /** Gives words in the gaps between columns to those beside them that have none; others head empty columns. */
  fillGaps(): void {
    const gaps: Place[][] = [[]];
    const columns: Place[] = [];
    for (const place of this.places) {
      if (place.column === undefined) gaps.at(-1)?.push(place);
      else {
        columns.push(place);
        gaps.push([]);
      }
    }
    const all = this.places;
    this.places = gaps.flatMap((gap, index) => {
      const [before, behind] = [columns[index - 1], columns[index]];
      const own = gap.filter(
        (place) =>
          !this.#joinsCodes(place, before, behind) && !this.#headsLists(place, before, behind, columns),
      );
      const isOpenBehind = (gaps[index + 1]?.length ?? 0) > 0;
      const rest = fillGap(own, before, behind, all, isOpenBehind);
      return behind ? [...rest, behind] : rest;
    });
  }

  /**
   * Whether the words of a gap are those of a group: 编码 in the middle of 类 and 款, which stand below it over columns
   * that name the rows. An empty column has its heading beside these.
   */
  #joinsCodes(gap: Place, before: Place | undefined, behind: Place | undefined): boolean {
    const around = [before, behind].flatMap((place) => place ?? []);
    const areBelow = around.every((place) => place.body?.isFigures === false && isLower(place, gap));
    const areWords = gap.words.every(({ heads }) => heads);
    if (around.length < 2 || !areBelow || !before || !areWords) return false;
    this.groups.push(...gap.words.map((word) => ({ word, first: before })));
    return true;
  }

  /** Whether the word of a gap is 收入 or the like in the middle of lists, whose own headings stand below it. */
  #headsLists(
    gap: Place,
    before: Place | undefined,
    behind: Place | undefined,
    columns: readonly Place[],
  ): boolean {
    const [word, ...others] = gap.words;
    if (!word?.heads || others.length > 0 || !before || !behind) return false;
    if (!isLower(before, gap) || !isLower(behind, gap)) return false;
    const first = this.#firstBelow(word, columns);
    if (first) this.groups.push({ word, first });
    return first !== undefined;
  }

  /**
   * Words over a column may be those of a group around a smaller one, whose own words stand beside the column:
   * they are no part of its heading, which would lack these. Halves of a wrapped heading share their middle, and
   * may have words beside them in between as well.
   */
  setOuterApart(): void {
    const headings = this.places.map(({ words }) => words.filter(({ heads }) => heads));
    const grouped = this.groups.map(({ word }) => word);
    const taken = [...grouped, ...headings.flat()];
    const upper = [
      ...grouped,
      ...headings.flatMap((words) => words.filter(({ line }) => words.some((other) => other.line > line))),
    ];
    for (const [index, place] of this.places.entries()) {
      const stack = headings[index]?.toSorted((a, b) => b.line - a.line) ?? [];
      const known = stack.findLastIndex((word, at) => isOneHeading(word, stack.slice(0, at)));
      if (known > 0) {
        this.#setApart(place, stack.slice(known + 1));
        continue;
      }
      const outer = stack.findIndex((word, at) => at > 0 && isGroupOver(word, stack.slice(0, at)));
      if (outer > 0) {
        this.#setApart(place, stack.slice(outer));
        continue;
      }
      const [lowest, ...rest] = stack;
      if (rest.some((word) => grouped.some((group) => mayBelongTo(group, word)))) place.doubtful = true;
      let below = lowest;
      for (const word of rest) {
        const last = below;
        if (!last) break;
        if (upper.some((other) => isBetween(other, word, last) && isNext(other, last, taken))) {
          if (mayGoOn(word, last)) place.doubtful = true;
          this.#setApart(place, [word]);
        } else below = word;
      }
    }
  }

  /** Words over a column that are those of groups, each by itself. */
  #setApart(place: Place, words: readonly Word[]): void {
    for (const word of words) {
      place.words.splice(place.words.indexOf(word), 1);
      this.groups.push({ word, first: this.#firstBelow(word, this.places) ?? place });
    }
  }
}

/** Whether a word stands over one column in part only: then it heads others beside it as well. */
function reachesBeyond({ left, right }: PlacedAtom, { body }: Place): boolean {
  if (!body?.isFigures) return false;
  if (body.flush === 'right') return right > body.stand.right + SLACK;
  return body.flush === 'left' && left < body.stand.left - SLACK;
}

function add(place: Place, word: Word): void {
  if (place.words.some(({ line }) => line === word.line)) place.doubtful = true;
  place.words.push(word);
  place.left = Math.min(place.left, word.placed.left);
  place.right = Math.max(place.right, word.placed.right);
}

/**
 * Gives words in a gap to the columns beside it, where these have none: those next to figures that are flush
 * right to these, and those behind other columns to these. Returns what is left: the headings of empty columns.
 */
function fillGap(
  gap: readonly Place[],
  before: Place | undefined,
  behind: Place | undefined,
  all: readonly Place[],
  isOpenBehind: boolean,
): Place[] {
  const rest = [...gap];
  const last = rest.at(-1);
  if (behind && last && !areNumberedApart(last, behind)) {
    if (!hasHeading(behind) && behind.body?.flush !== 'left') {
      rest.pop();
      moveTo(behind, last, rest, isOpenBehind);
    } else if (
      isLower(last, behind) &&
      !(isWhole(last) && headingWords(textOf(behind.words)).isLeaf) &&
      (!isOutOfReach(last, behind, gap.at(-2) ?? before) || isAlone(behind, all))
    )
      behind.doubtful = true;
  }
  const [first] = rest;
  if (
    before &&
    first &&
    !areNumberedApart(first, before) &&
    !hasHeading(before) &&
    // Names may end alike by chance.
    !(before.body?.isFigures && leansRight(before))
  ) {
    rest.shift();
    moveTo(before, first, rest);
  }
  return rest;
}

/** Whether the lines of a place make one heading that tables are known to have: no line of it is another's. */
function isWhole({ words, doubtful }: Place): boolean {
  const lines = words.filter(({ heads }) => heads);
  const areParts = lines.length > 1 && !lines.every(({ placed }) => isKnownHeading(placed.atom.text));
  return !doubtful && areParts && headingWords(textOf(lines)).isLeaf;
}

/** Whether the words of a place are a heading of one column that tables are known to have, and stand over no others. */
function isLeafAlone({ words }: Place): boolean {
  const { isLeaf, isGroup } = headingWords(textOf(words));
  return isLeaf && !isGroup;
}

/** 备注, which heads a column of words that most tables leave blank. */
function isRemark({ column, words }: Place): boolean {
  return column === undefined && textOf(words) === '备注';
}

/** Whether headings are all whole, and have a line in common: none is that of a group above others. */
function areBeside(headings: readonly Place[]): boolean {
  const lines = headings.map(({ words }) => words.flatMap(({ heads, line }) => (heads ? line : [])));
  const first = Math.max(...lines.map((own) => Math.min(...own)));
  const last = Math.min(...lines.map((own) => Math.max(...own)));
  return first <= last && headings.every(({ words, doubtful }) => !doubtful && isKnownHeading(textOf(words)));
}

/** Whether a place has a number, or a star, in a line that numbers the columns. */
function isNumbered({ words }: Place): boolean {
  return words.some(({ heads }) => !heads);
}

/** Whether two places have each a number of its own in a line that numbers the columns: then they are two. */
function areNumberedApart(one: Place, other: Place): boolean {
  const numbersOf = ({ words }: Place) => words.flatMap(({ heads, line }) => (heads ? [] : line));
  return numbersOf(one).some((line) => numbersOf(other).includes(line));
}

/**
 * Whether the lowest heading of a place in a gap cannot be that of the figures behind it: set in the middle of a cell
 * that holds these, it would begin below the heading in front.
 */
function isOutOfReach(place: Place, { body }: Place, before: Place | undefined): boolean {
  const lowest = place.words.find(({ heads }) => heads);
  const front = before?.words.find(({ line }) => line === lowest?.line);
  if (!lowest || !front || body?.flush !== 'right') return false;
  // On the page characters may be as wide as on a screen, whatever places are counted in.
  const middle = 2 * lowest.placed.left + displayWidth(lowest.placed.atom.text);
  return middle - body.stand.right < front.placed.right;
}

/** Whether no other heading of a column stands in the line of a place's: then it may be that of a group. */
function isAlone(place: Place, all: readonly Place[]): boolean {
  const own = lowestLine(place);
  return !all.some((other) => other !== place && other.column !== undefined && lowestLine(other) === own);
}

/** Whether a place has a heading below a line, or any. */
function hasHeading({ words }: Place, above = -1): boolean {
  return words.some(({ heads, line }) => heads && line > above);
}

/** The place that a word overlaps most. */
function widest(placed: PlacedAtom, places: readonly Place[]): Place | undefined {
  const shared = ({ left, right }: Place) => Math.min(right, placed.right) - Math.max(left, placed.left);
  return places.toSorted((a, b) => shared(b) - shared(a))[0];
}

function leansRight({ body }: Place): boolean {
  return body?.flush === 'right';
}

/**
 * Gives a column the words of a stack beside it; another one in the gap that reaches lower may be its own, and so may one
 * in the gap behind it, unless its cells are known to be flush.
 */
function moveTo(place: Place, stack: Place, others: readonly Place[], isOpenBehind = true): void {
  place.words.push(...stack.words);
  const isLeaf = isLeafAlone(stack);
  place.doubtful ||=
    (place.body?.flush === undefined && isOpenBehind) ||
    stack.doubtful ||
    (!isLeaf && others.some((other) => isLower(other, stack)));
}

/** Whether the lowest heading of a place stands in a line below those of another. */
function isLower(place: Place, other: Place): boolean {
  return lowestLine(place) > lowestLine(other);
}

/** The lowest line in which a place has a heading, or -1. */
function lowestLine({ words }: Place): number {
  return Math.max(-1, ...words.map(({ line, heads }) => (heads ? line : -1)));
}
