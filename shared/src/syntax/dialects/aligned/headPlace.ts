import { headingWords, isKnownHeading } from '../../headingWords.ts';
import { textOf, type Word } from './headLines.ts';
import type { PlacedAtom } from './ruler.ts';
import type { Flush, Stand } from './stands.ts';

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

/** A place being filled. */
export interface Place {
  readonly column: number | undefined;
  readonly body: BodyColumn | undefined;
  /** The stretch of the body's cells and the heading. */
  left: number;
  right: number;
  readonly words: Word[];
  doubtful: boolean;
}

/** Places are rounded: what is flush may be so far off. */
const SLACK = 1;

/** Adds a word to the place, which grows as wide as it. Two words of one line make the place doubtful. */
export function add(place: Place, word: Word): void {
  if (place.words.some(({ line }) => line === word.line)) place.doubtful = true;
  place.words.push(word);
  place.left = Math.min(place.left, word.placed.left);
  place.right = Math.max(place.right, word.placed.right);
}

/** Whether a place has a heading below a line, or any. */
export function hasHeading({ words }: Place, above = -1): boolean {
  return words.some(({ heads, line }) => heads && line > above);
}

/** Whether the lowest heading of a place stands in a line below those of another. */
export function isLower(place: Place, other: Place): boolean {
  return lowestLine(place) > lowestLine(other);
}

/** The lowest line in which a place has a heading, or -1. */
function lowestLine({ words }: Place): number {
  return Math.max(-1, ...words.map(({ line, heads }) => (heads ? line : -1)));
}

/** Whether a place has a number, or a star, in a line that numbers the columns. */
export function isNumbered({ words }: Place): boolean {
  return words.some(({ heads }) => !heads);
}

/** Whether two places have each a number of its own in a line that numbers the columns: then they are two. */
export function areNumberedApart(one: Place, other: Place): boolean {
  const numbersOf = ({ words }: Place) => words.flatMap(({ heads, line }) => (heads ? [] : line));
  return numbersOf(one).some((line) => numbersOf(other).includes(line));
}

/** 备注, which heads a column of words that most tables leave blank. */
export function isRemark({ column, words }: Place): boolean {
  return column === undefined && textOf(words) === '备注';
}

/** Whether the words of a place are a heading of one column that tables are known to have, and stand over no others. */
export function isLeafAlone({ words }: Place): boolean {
  const { isLeaf, isGroup } = headingWords(textOf(words));
  return isLeaf && !isGroup;
}

/** Whether the lines of a place make one heading that tables are known to have: no line of it is another's. */
export function isWhole({ words, doubtful }: Place): boolean {
  const lines = words.filter(({ heads }) => heads);
  const areParts = lines.length > 1 && !lines.every(({ placed }) => isKnownHeading(placed.atom.text));
  return !doubtful && areParts && headingWords(textOf(lines)).isLeaf;
}

/** Whether no other heading of a column stands in the line of a place's: then it may be that of a group. */
export function isAlone(place: Place, all: readonly Place[]): boolean {
  const own = lowestLine(place);
  return !all.some((other) => other !== place && other.column !== undefined && lowestLine(other) === own);
}

/** Whether a word stands over one column in part only: then it heads others beside it as well. */
export function reachesBeyond({ left, right }: PlacedAtom, { body }: Place): boolean {
  if (!body?.isFigures) return false;
  if (body.flush === 'right') return right > body.stand.right + SLACK;
  return body.flush === 'left' && left < body.stand.left - SLACK;
}

/** Whether the figures below a place are flush on the right, as those of most columns of amounts. */
export function leansRight({ body }: Place): boolean {
  return body?.flush === 'right';
}

/** The place that a word overlaps most. */
export function widest(placed: PlacedAtom, places: readonly Place[]): Place | undefined {
  const shared = ({ left, right }: Place) => Math.min(right, placed.right) - Math.max(left, placed.left);
  return places.toSorted((a, b) => shared(b) - shared(a))[0];
}
