import { BARE_YEAR } from '../../../text/years.ts';
import { headingWords } from '../../headingWords.ts';
import { atomsOf } from './atoms.ts';
import { MEASURES, type PlacedAtom, placeAtoms } from './ruler.ts';
import { type Shape, shapeOf } from './shape.ts';

/** Pieces of headings in narrow columns are short; so is a line of nothing but a group's heading. */
const MAX_PIECE = 6;
const MAX_GROUP = 12;
/** What stands alone in a line that begins further left is no piece of a heading. */
const INDENT = 4;
/** Doubled, as middles are: places are rounded. */
const SLACK = 2;
/** Lines of a heading may have lines of others between them, where these have an odd number and it an even one. */
const REACH = 3;
/** A word so near the middle of what is below it may be the title of the table. */
const CENTRED = 4;
const NO_PIECE = /[:：,，、a-z]/i;
/** A unit that was typed with blanks, or seen so. */
const UNIT = /^[单単]位.*元$/;

/**
 * Whether a line holds nothing but pieces of headings: each may be the upper line of a wrapped one that goes on
 * below it, or the heading of a group.
 */
export function isUpperLine(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  const atoms = atomsOf(line);
  const [first, second] = atoms;
  if (!first || !hasPieces(line)) return false;
  const below = wordsBelow(lines, at);
  if (below.length === 0) return false;
  const [nearest] = below;
  return MEASURES.some((measure) => {
    const words = placeAtoms(line, atoms, measure);
    const lower = below.map((each) => placeAtoms(each, atomsOf(each), measure));
    const upper = words.filter((word) => lower.some((own) => own.some((other) => goesOn(word, other))));
    if (second) return 2 * upper.length >= words.length;
    return (nearest === lines[at + 1] && upper.length > 0) || words.some((word) => isGroup(word, lower));
  });
}

/** Whether a line has nothing but words that may be lines of wrapped headings, or one that may be that of a group. */
export function hasPieces(line: string): boolean {
  const atoms = atomsOf(line);
  const { kind } = shapeOf(line);
  if (atoms.some(({ text }) => NO_PIECE.test(text)) || UNIT.test(line.replace(/\s/g, ''))) return false;
  const [first, second] = atoms;
  if (!first) return false;
  if (second) return kind === 'words' && atoms.every(({ text }) => text.length <= MAX_PIECE);
  const isIndented = first.start >= INDENT;
  return isIndented && first.text.length <= MAX_GROUP && (kind === 'words' || BARE_YEAR.test(first.text));
}

/** The next lines of words, at most one blank line between two of them. */
function wordsBelow(lines: readonly string[], at: number): string[] {
  const below: string[] = [];
  let blanks = 0;
  for (let index = at + 1; below.length < REACH; index++) {
    const shape = shapeOf(lines[index] ?? '');
    if (shape.kind === 'blank' && ++blanks === 1) continue;
    if (!isHeading(shape)) break;
    below.push(shape.line);
  }
  return below;
}

function isHeading({ kind, line }: Shape): boolean {
  return kind === 'words' && !/[:：]/.test(line);
}

/** Whether a word may go on in another: that has the same middle and is no wider, or begins behind a year. */
function goesOn({ atom, left, right }: PlacedAtom, below: PlacedAtom): boolean {
  const isCentred = Math.abs(left + right - below.left - below.right) <= SLACK;
  if (BARE_YEAR.test(atom.text))
    return below.atom.text.startsWith('年') && (isCentred || left === below.left);
  return isCentred && below.right - below.left <= right - left;
}

/**
 * Whether a word stands over several others, and not in the middle of all that is below it, as a title does; one that tables
 * are known to have over others may stand anywhere between them, for where room was short lines are set closer than the page.
 */
function isGroup(word: PlacedAtom, below: readonly (readonly PlacedAtom[])[]): boolean {
  if (headingWords(word.atom.text).isGroup) return below.some((line) => isAmong(word, line));
  const all = below.flat();
  const [left, right] = [
    Math.min(...all.map((other) => other.left)),
    Math.max(...all.map((other) => other.right)),
  ];
  const isTitle = Math.abs(word.left + word.right - left - right) <= 2 * CENTRED || /\d/.test(word.atom.text);
  const isOver = (line: readonly PlacedAtom[]) =>
    line.filter((other) => other.left < word.right && word.left < other.right).length > 1;
  return !isTitle && below.some(isOver);
}

/** Whether a word stands between the first and the last of a line. */
function isAmong({ left, right }: PlacedAtom, line: readonly PlacedAtom[]): boolean {
  const [first, last] = [line[0], line.at(-1)];
  return first !== undefined && last !== undefined && first.left < left && right < last.right;
}
