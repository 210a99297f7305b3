import { WIDE_GAP } from './atoms.ts';
import { lengthOf, type Word } from './headLines.ts';
import type { BodyColumn } from './headPlace.ts';
import type { HeadPlaces } from './headPlaces.ts';
import type { PlacedAtom } from './ruler.ts';

/** A shorter heading is what is left of a wrapped one, but for those of codes in several columns. */
const MIN_LENGTH = 2;
const LEVEL = /^[类款项]$/;

/**
 * Whether it is certain which headings the columns of figures have: each has one, no two words of a line stand
 * over the same column, and words that single blanks part stand over columns next to each other. A page may
 * have no headings at all.
 *
 * @param numbers for each line whether it numbers the columns, so that it heads nothing
 * @param isPushed whether figures of many rows are not where they should be
 */
export function areHeadingsSure(
  numbers: readonly boolean[],
  lines: readonly (readonly PlacedAtom[])[],
  head: HeadPlaces,
  columns: readonly BodyColumn[],
  isPushed: boolean,
): boolean {
  const headings = head.places.map(({ words }) => words.filter(({ heads }) => heads));
  if (headings.every((words) => words.length === 0)) return true;
  const overFigures = head.places.flatMap(({ column, doubtful }, place) => {
    const body = columns[column ?? -1];
    return body?.isFigures ? { doubtful, isCode: body.isCode, words: headings[place] ?? [] } : [];
  });
  const isLong = (words: readonly Word[], isCode: boolean) =>
    lengthOf(words) >= MIN_LENGTH || (isCode && LEVEL.test(words[0]?.placed.atom.text ?? ''));
  return (
    overFigures.every(({ doubtful, words, isCode }) => !doubtful && isLong(words, isCode)) &&
    lines.every((_, line) => numbers[line] === true || keepsOrder(line, lines, head, columns)) &&
    (!isPushed ||
      areInOneLine(
        overFigures.map(({ words }) => words),
        head,
      ))
  );
}

/** Whether columns without gaps have one heading each, in one line: then their order tells whose these are. */
function areInOneLine(headings: readonly (readonly Word[])[], { places, groups }: HeadPlaces): boolean {
  const [first] = headings.flat();
  return (
    places.every(({ column }) => column !== undefined) &&
    groups.length === 0 &&
    headings.every((words) => words.length === 1 && words[0]?.line === first?.line)
  );
}

/**
 * Whether the words of a line that single blanks part from those in front of them stand over the very next
 * column each: on the page there is no room for another in between. Further right they may be where it seems
 * that two of them stand over one column. Where a group ends does not show.
 */
function keepsOrder(
  line: number,
  lines: readonly (readonly PlacedAtom[])[],
  { places }: HeadPlaces,
  columns: readonly BodyColumn[],
): boolean {
  const words = lines[line] ?? [];
  const isIt = (word: Word, index: number) => word.line === line && word.index === index;
  const slots = words.map((_, index) =>
    places.findIndex((each) => each.words.some((word) => isIt(word, index))),
  );
  const firstFigures = places.findIndex(({ column }) => columns[column ?? -1]?.isFigures);
  return words.every(({ atom }, index) => {
    if (index === 0 || atom.gap >= WIDE_GAP) return true;
    const [before = -1, own = -1] = slots.slice(index - 1, index + 1);
    const next = slots.find((_, at) => at > index && (words[at]?.atom.gap ?? 0) >= WIDE_GAP) ?? -1;
    const isOverNames = own < firstFigures && (own !== -1 || next !== -1) && next <= firstFigures;
    return isOverNames || (before !== -1 && own === before + 1);
  });
}
