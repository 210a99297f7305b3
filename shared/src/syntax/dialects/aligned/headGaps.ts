import { displayWidth } from '../../../text/width.ts';
import { headingWords } from '../../headingWords.ts';
import { textOf } from './headLines.ts';
import {
  areNumberedApart,
  hasHeading,
  isAlone,
  isLeafAlone,
  isLower,
  isWhole,
  leansRight,
  type Place,
} from './headPlace.ts';

/**
 * Gives words in a gap to the columns beside it, where these have none: those next to figures that are flush
 * right to these, and those behind other columns to these. Returns what is left: the headings of empty columns.
 */
export function fillGap(
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
