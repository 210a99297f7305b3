import { headingWords, isKnownHeading } from '../../headingWords.ts';
import type { PlacedAtom } from './ruler.ts';

/** A word of the header, and its line. */
export interface Word {
  readonly placed: PlacedAtom;
  readonly line: number;
  /** Its place among the words of its line. */
  readonly index: number;
  /** Whether its line is one of headings; others number the columns. */
  readonly heads: boolean;
}

/** Places are rounded: what is flush may be so far off. */
const SLACK = 1;
/** Halves of a wrapped heading may be so far from standing under each other. */
const ROUNDED = 2;

/** Whether a word stands in a line between those of two others. */
export function isBetween({ line }: Word, above: Word, below: Word): boolean {
  return above.line < line && line < below.line;
}

/** Whether nothing stands between two words of different lines in the line of the first. */
export function isNext(word: Word, other: Word, all: readonly Word[]): boolean {
  const [left, right] = [
    Math.min(word.placed.right, other.placed.right),
    Math.max(word.placed.left, other.placed.left),
  ];
  return !all.some(({ line, placed }) => line === word.line && left <= placed.left && placed.right <= right);
}

/** Whether a word may be a line of a heading that goes on below: it fills the line, and has the same middle. */
export function mayGoOn(word: Word, below: Word): boolean {
  return widthOf(word) >= widthOf(below) && Math.abs(middleOf(word) - middleOf(below)) <= 2 * ROUNDED;
}

/** Whether a word may be a lower line of a group's heading that is wrapped as well. */
export function mayBelongTo(group: Word, word: Word): boolean {
  if (group.line >= word.line || !overlap(group.placed, word.placed)) return false;
  const isUnder = Math.abs(middleOf(group) - middleOf(word)) <= 2 * ROUNDED;
  return isUnder || Math.abs(group.placed.left - word.placed.left) <= SLACK;
}

/** Whether a word and those below it make one heading that tables are known to have, and are none apart from each other. */
export function isOneHeading(top: Word, below: readonly Word[]): boolean {
  const rest = textOf(below);
  const isKnown = (text: string) => headingWords(text).isLeaf || headingWords(text).isGroup;
  const areApart = isKnown(top.placed.atom.text) && isKnown(rest);
  return rest !== '' && !areApart && headingWords(top.placed.atom.text + rest).isLeaf;
}

/** Whether words are a heading that tables are known to have, and none together with the word above them. */
export function isWholeWithout(top: Word, below: readonly Word[]): boolean {
  const rest = textOf(below);
  const { isLeaf, isGroup, isPart } = headingWords(top.placed.atom.text + rest);
  return headingWords(rest).isLeaf && !isLeaf && !isGroup && !isPart;
}

/** Whether a word is a heading that tables are known to have, and so are those below it, but none together. */
export function isGroupOver({ placed: { atom } }: Word, below: readonly Word[]): boolean {
  const rest = textOf(below);
  return isKnownHeading(atom.text) && headingWords(rest).isLeaf && !isKnownHeading(atom.text + rest);
}

/** The words of headings, from the top down. */
export function textOf(words: readonly Word[]): string {
  return words
    .filter(({ heads }) => heads)
    .toSorted((a, b) => a.line - b.line)
    .map(({ placed }) => placed.atom.text)
    .join('');
}

/** How many places a word takes. */
export function widthOf({ placed }: Word): number {
  return placed.right - placed.left;
}

/** Doubled, so that it is whole. */
export function middleOf({ placed }: Word): number {
  return placed.left + placed.right;
}

/** Whether two stretches of a line share a place. */
export function overlap(
  a: { readonly left: number; readonly right: number },
  b: { readonly left: number; readonly right: number },
): boolean {
  return a.left < b.right && b.left < a.right;
}

/** How many characters words have. */
export function lengthOf(words: readonly { readonly placed: PlacedAtom }[]): number {
  return words.reduce((sum, { placed }) => sum + placed.atom.text.length, 0);
}
