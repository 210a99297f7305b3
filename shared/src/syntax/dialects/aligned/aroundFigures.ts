import { type Group, isLoose, isSound, MAX_INDENT, mayFollow, type Piece, touch } from './pieces.ts';

/** A line of a name that goes on is as wide as its column, but for a word of so many columns that had no room. */
const NARROWER = 4;

/**
 * Puts names together that stand around their figures, in tables without codes: where blank lines part some rows from
 * the others, all of their lines in the one way in which each row has as many above its figures as below; elsewhere
 * one line above and one below. Words beside any other row may be a row by themselves, of which nothing is reported.
 */
export function joinAround(pieces: readonly Piece[]): Group[] {
  const widest = Math.max(...pieces.map(endOf));
  return clustersOf(pieces).flatMap((cluster) => joinCentred(cluster, widest) ?? joinNearest(cluster));
}

/** The lines that stand right below each other, in order. */
function clustersOf(pieces: readonly Piece[]): Group[] {
  const clusters: Piece[][] = [];
  for (const piece of pieces) {
    const open = clusters.at(-1);
    if (open && touch([...open.slice(-1), piece])) open.push(piece);
    else clusters.push([piece]);
  }
  return clusters;
}

/**
 * The rows of a cluster, where each has as many lines of its name above its figures as below, and none is left over: the
 * first can have no others than those at the top, and so on down. Undefined where that does not come out, or where
 * lines cannot be those of a name.
 *
 * @param widest where the widest line of any name of the table ends: so wide their column is
 */
function joinCentred(cluster: Group, widest: number): Group[] | undefined {
  const rows: Group[] = [];
  for (let at = 0; at < cluster.length; ) {
    const figures = cluster.findIndex((piece, index) => index >= at && !isLoose(piece));
    const row = cluster.slice(at, 2 * figures - at + 1);
    const half = figures - at;
    if (figures === -1 || row.length !== 2 * half + 1 || !isCentred(row, half, widest)) return undefined;
    rows.push(row);
    at += row.length;
  }
  return rows.some(({ length }) => length > 1) ? rows : undefined;
}

/** Whether a row has figures in its middle line and lines of one name around it. */
function isCentred(row: Group, half: number, widest: number): boolean {
  const middle = row[half];
  if (!middle?.hasFigures) return half === 0;
  const names = row.filter(({ hasName }) => hasName);
  const around = row.filter((_, index) => index !== half);
  const [first, ...others] = names;
  return (
    half === 0 ||
    (first !== undefined &&
      !middle.isOwnRow &&
      around.every((piece) => isWords(piece) && isLoose(piece)) &&
      others.every((piece) => piece.left <= first.left && first.left - piece.left <= MAX_INDENT) &&
      names.slice(0, -1).every((piece, index) => reachOf(piece, names[index + 1]) >= widest - NARROWER) &&
      isSound(row))
  );
}

/** Where a name ends on a screen. */
function endOf({ left, width }: Piece): number {
  return left + width;
}

/** Where it would end with what could not be broken at the beginning of the next line: 2025-2026, IT. */
function reachOf(piece: Piece, next: Piece | undefined): number {
  const [unbroken = ''] = /^[\w.-]+/.exec(next?.line.atoms[0]?.text ?? '') ?? [];
  return endOf(piece) + unbroken.length;
}

/** Names of one line above and one below figures that nothing names. */
function joinNearest(pieces: Group): Group[] {
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
