import { displayWidth } from '../../../text/width.ts';
import { headingWords, isKnownHeading } from '../../headingWords.ts';
import { lengthOf, overlap } from './headLines.ts';
import type { PlacedAtom } from './ruler.ts';

/** What stands below each other has the same middle, give or take so much. */
export const SLACK = 3;
/** As long as a line of a wrapped heading never is. */
const LONG = 8;
/** As short as what is no heading by itself. */
export const SHORT = 1;

/** A word about as wide as it is on the page, where Chinese characters take more room than digits. */
export interface Box {
  readonly placed: PlacedAtom;
  readonly line: number;
  readonly left: number;
  readonly right: number;
}

/** The headings over one column, the lowest first. */
export interface Leaf {
  words: Box[];
  left: number;
  right: number;
  /** Whether a group stands over it: what is above that is no part of its own heading. */
  isClosed: boolean;
}

/** The headings over the columns, and those over several of these. */
export interface StackedHead {
  readonly leaves: readonly Leaf[];
  /** Words over several columns, each with the first of these. */
  readonly groups: readonly { readonly box: Box; readonly leaf: Leaf }[];
}

/** Words reach no further than to the next. */
export function boxesOf(atoms: readonly PlacedAtom[], line: number): Box[] {
  return atoms.map((placed, index) => {
    const { left, atom } = placed;
    const next = atoms[index + 1]?.left ?? Number.POSITIVE_INFINITY;
    const width = (atom.text.length + displayWidth(atom.text)) / 2;
    return { placed, line, left, right: Math.min(left + width, next) };
  });
}

/**
 * Puts the lines of a header on top of each other; undefined where it is not certain what heads what.
 *
 * @param byWords whether words that tables are known to have tell what is a group and what goes on
 */
export function stack(lines: readonly (readonly Box[])[], byWords: boolean): StackedHead | undefined {
  const leaves: Leaf[] = [];
  const groups: { box: Box; leaf: Leaf }[] = [];
  for (const boxes of lines.toReversed()) {
    const over = boxes.map((box) => leaves.filter((leaf) => overlap(leaf, box)));
    for (const [index, box] of boxes.entries()) {
      const [first, second] = over[index] ?? [];
      if (!first) leaves.push({ words: [box], left: box.left, right: box.right, isClosed: false });
      else if (second) {
        groups.push({ box, leaf: first });
        for (const leaf of over[index] ?? []) leaf.isClosed = true;
      } else if (first.isClosed || isGroup(box, first) || (byWords && isKnownGroup(box, first))) {
        groups.push({ box, leaf: first });
        first.isClosed = true;
      } else if (!isMore(box, first) && !(byWords && isKnownTogether(box, first))) return undefined;
      else {
        first.words.push(box);
        first.left = Math.min(first.left, box.left);
        first.right = Math.max(first.right, box.right);
      }
    }
    leaves.sort((a, b) => a.left - b.left);
  }
  const areApart = leaves.every(
    (leaf, index) => leaf.right <= (leaves[index + 1]?.left ?? Number.POSITIVE_INFINITY),
  );
  return areApart ? { leaves, groups: groups.sort((a, b) => a.box.line - b.box.line) } : undefined;
}

/** Whether a word is too long to be a line of the heading below it, which can be one by itself. */
function isGroup({ placed }: Box, { words }: Leaf): boolean {
  return placed.atom.text.length >= LONG && lengthOf(words) > SHORT;
}

/** Whether a word stands over groups in tables, and is no part of the heading below it. */
function isKnownGroup(box: Box, leaf: Leaf): boolean {
  return (
    headingWords(box.placed.atom.text).isGroup && isKnownHeading(textOf(leaf)) && !isKnownTogether(box, leaf)
  );
}

/** Whether a word is the line above of a wrapped heading. */
function isMore(box: Box, leaf: Leaf): boolean {
  const middle = Math.abs(box.left + box.right - leaf.left - leaf.right) <= 2 * SLACK;
  return middle || Math.abs(box.left - leaf.left) <= 1;
}

function isKnownTogether(box: Box, leaf: Leaf): boolean {
  return isKnownHeading(box.placed.atom.text + textOf(leaf));
}

/** What a heading says, its lines from the top. */
export function textOf(leaf: Leaf | undefined): string {
  const words = leaf?.words.map(({ placed }) => placed.atom.text) ?? [];
  return words.toReversed().join('');
}
