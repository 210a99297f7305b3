import { headingWords } from '../../headingWords.ts';
import { WIDE_GAP } from './atoms.ts';
import { blockStart, headedLists } from './blockHeadings.ts';
import { fillGap } from './headGaps.ts';
import {
  isBetween,
  isGroupOver,
  isNext,
  isOneHeading,
  isWholeWithout,
  mayBelongTo,
  mayGoOn,
  overlap,
  type Word,
} from './headLines.ts';
import { countOff, pairNumbers } from './headOrder.ts';
import {
  add,
  type BodyColumn,
  hasHeading,
  isLower,
  leansRight,
  type Place,
  reachesBeyond,
  widest,
} from './headPlace.ts';
import type { PlacedAtom } from './ruler.ts';
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
  head.places = countOff(pairNumbers(head.places));
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
    const pushed = another ? undefined : this.#pushedFrom(word, only);
    if (pushed) add(pushed, word);
    else if (known && !another) add(known, word);
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

  /**
   * Where two words of a line seem to stand over one narrow column and a single blank parts them, the line was set closer
   * than the page is: the second is that of the next column if it makes one heading with the words there, and not here.
   */
  #pushedFrom(word: Word, place: Place | undefined): Place | undefined {
    const isSecond = place?.words.some(({ line, index }) => line === word.line && index === word.index - 1);
    if (!place || !isSecond || word.placed.atom.gap >= WIDE_GAP) return undefined;
    const next = this.places[this.places.indexOf(place) + 1];
    return next && isOneHeading(word, next.words) && !isOneHeading(word, place.words) ? next : undefined;
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
