import { headingWords } from '../../syntax/headingWords.ts';
import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { displayWidth } from '../../text/width.ts';
import { type Count, placesOfCells } from './linePlaces.ts';

/** Places are rounded: middles may be so far apart, in characters. */
export const SLACK = 1;

/** A word of the header. */
export interface Piece {
  readonly cell: CellNode;
  /** Counts the lines of the header. */
  readonly line: number;
  readonly left: number;
  readonly right: number;
  /** Where it begins if the words in front of it, from which single blanks part it, are as wide as on a screen. */
  readonly shown: number;
  /** As a screen shows it, in half characters. */
  readonly width: number;
}

/** The lines of one heading, from above. */
export type Pieces = readonly [Piece, ...Piece[]];

/** The words of a line of the header, by where they stand. */
export function piecesOf(row: RowNode, line: number, count: Count): Piece[] {
  const pieces: Piece[] = [];
  for (const [cell, { left, right }] of placesOfCells(row, count)) {
    const before = pieces.at(-1);
    const shown = before && left - before.right === 1 ? before.shown + before.width + 1 : left;
    pieces.push({ cell, line, left, right, shown, width: displayWidth(cell.text) });
  }
  return pieces;
}

/** In the middle of which lines a heading stands, which may be between two. */
export function middleLine(pieces: readonly Piece[]): number {
  return ((pieces[0]?.line ?? 0) + (pieces.at(-1)?.line ?? 0)) / 2;
}

/** The leftmost and the rightmost place of words. */
export function edgesOf(pieces: readonly Piece[]): readonly [number, number] {
  return [Math.min(...pieces.map(({ left }) => left)), Math.max(...pieces.map(({ right }) => right))];
}

/** Whether two lines are known to follow each other in a heading, however it was broken. */
export function areKnownTogether(above: Piece, below: Piece): boolean {
  const { isLeaf, isGroup, isPart } = headingWords(above.cell.text + below.cell.text);
  return isLeaf || isGroup || isPart;
}

/** Characters are as wide as one or two places: what shares a middle does so in one of these ways. */
export function haveOneMiddle(above: Piece, below: Piece): boolean {
  return (
    meet(middlesOf(above, above.left), middlesOf(below, below.left)) ||
    meet(middlesOf(above, above.shown), middlesOf(below, below.shown))
  );
}

function middlesOf({ left, right, width }: Piece, at: number): readonly [number, number] {
  return [at + (right - left) / 2, at + width / 2];
}

function meet([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean {
  return a - SLACK <= d && c - SLACK <= b;
}

/** In the middle of which places a heading stands. */
export function middleOf(pieces: Pieces): number {
  const [left, right] = edgesOf(pieces);
  return (left + right) / 2;
}

/** The first of the words that are as wide as any. */
export function widestOf(pieces: Pieces): Piece {
  return pieces.reduce((most, piece) => (piece.width > most.width ? piece : most));
}
