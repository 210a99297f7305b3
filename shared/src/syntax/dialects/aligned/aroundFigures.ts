import { type Group, isLoose, isSound, mayFollow, type Piece, touch } from './pieces.ts';

/**
 * Puts names together that stand in one line above and one below their figures, in tables without codes. Words
 * beside any other row may be a row by themselves, of which nothing is reported.
 */
export function joinAround(pieces: readonly Piece[]): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const around = pieces.slice(at, at + 3);
    if (isAround(around, pieces[at - 1], pieces[at + 3])) {
      groups.push(around);
      at += around.length - 1;
    } else groups.push(pieces.slice(at, at + 1));
  }
  return groups;
}

/** Whether three lines are a name around its figures, and no other words beside them may be more of it. */
function isAround(
  [top, figures, bottom]: Group,
  above: Piece | undefined,
  below: Piece | undefined,
): boolean {
  if (!top || !figures || !bottom || !touch([top, figures, bottom])) return false;
  const isMore = (piece: Piece | undefined, other: Piece): boolean =>
    piece !== undefined && isLoose(piece) && (touch([piece, other]) || touch([other, piece]));
  const isNameless = figures.hasFigures && !figures.hasName && !figures.isOwnRow;
  const isName = isWords(top) && isWords(bottom) && !bottom.isOwnRow && mayFollow(top, bottom);
  return (
    isNameless && isName && isSound([top, figures, bottom]) && !isMore(above, top) && !isMore(below, bottom)
  );
}

/** Whether a line has nothing but a name. */
function isWords({ line, hasName }: Piece): boolean {
  return hasName && line.atoms.length === 1;
}
