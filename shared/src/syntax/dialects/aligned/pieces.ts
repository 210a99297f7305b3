import { GLUED_TO_NAME } from '../../../text/codeShape.ts';
import { parseNumbering } from '../../../text/numbering.ts';
import type { Atom } from './atoms.ts';
import type { Profile } from './profile.ts';
import type { PlacedLine } from './rows.ts';
import { placeAtoms } from './ruler.ts';

/** What stands in a line by itself, whatever is above it. */
const OWN_ROW = /^其\s*中|[合总小共]\s*计/;

/** The first line of a name is indented so much at most, by a blank or two for each level; further lines are not. */
export const MAX_INDENT = 6;

/** A line and what it has of a row. */
export interface Piece {
  readonly line: PlacedLine;
  /** Whether a code stands in a column of its own. */
  readonly hasCode: boolean;
  /** Whether its name begins with a code. */
  readonly isGlued: boolean;
  readonly hasFigures: boolean;
  readonly hasName: boolean;
  readonly isOwnRow: boolean;
  /** Where its name begins, and how wide it is, as a terminal shows it; 0 without a name. */
  readonly left: number;
  readonly width: number;
}

/** The pieces of one row, in order. */
export type Group = readonly Piece[];

/** What lines have of rows that are named in one column and have codes in others, if in any. */
export function piecesOf(
  lines: readonly PlacedLine[],
  nameColumn: number,
  codes: ReadonlySet<number>,
): Piece[] {
  return lines.map((line) => {
    const name = line.atoms.find((_, index) => line.slots[index] === nameColumn);
    const text = name?.text ?? line.atoms[0]?.text ?? '';
    const isFigure = ({ kind }: Atom, index: number): boolean => {
      const slot = line.slots[index] ?? 0;
      return kind !== 'word' && slot > nameColumn && !codes.has(slot);
    };
    return {
      line,
      hasCode: line.slots.some((slot) => codes.has(slot)),
      isGlued: name !== undefined && GLUED_TO_NAME.test(name.text),
      hasFigures: line.atoms.some(isFigure),
      hasName: name !== undefined,
      isOwnRow: isOwnRow(text),
      ...placeOf(line.text, name),
    };
  });
}

function placeOf(text: string, name: Atom | undefined): { readonly left: number; readonly width: number } {
  const [placed] = name ? placeAtoms(text, [name], 'display') : [];
  return placed ? { left: placed.left, width: placed.right - placed.left } : { left: 0, width: 0 };
}

/** The columns of codes in front of that of the names or right behind it, if these are all there are in front. */
export function codeColumns(columns: readonly Profile[], nameColumn: number): ReadonlySet<number> {
  const front = columns.slice(0, Math.max(nameColumn, 0));
  if (!front.every((column) => column.isCode)) return new Set();
  const behind = columns.slice(nameColumn + 1);
  const last = behind.findIndex((column) => !column.isLevel);
  const own = new Set(front.keys());
  for (const index of behind.slice(0, Math.max(last, 0)).keys()) own.add(nameColumn + 1 + index);
  return own;
}

/** Whether a name shows by its number or its words that it begins a row. */
export function isOwnRow(name: string): boolean {
  return OWN_ROW.test(name) || parseNumbering(name) !== undefined;
}

/** A piece of a name that nothing but its place and its width give to a row. */
export function isLoose({ hasCode, isGlued, hasFigures, isOwnRow: isOwn }: Piece): boolean {
  return !hasCode && !isGlued && !hasFigures && !isOwn;
}

/** Whether each line stands right below the one before. */
export function touch(pieces: Group): boolean {
  return pieces.every((piece, index) => {
    const before = pieces[index - 1];
    return !before || piece.line.number === before.line.number + 1;
  });
}

/** A line of a row beside which words stand that may be of its name. */
export function torn(piece: Piece): Piece {
  return { ...piece, line: { ...piece.line, torn: true } };
}

/** Lines of a name are as wide as the one above or less wide, give or take half a character. */
const WIDER = 1;

/** Whether a line of a name may be the next: it begins below the one above, and is not wider. */
export function mayFollow(above: Piece, { left, width }: Piece): boolean {
  return width <= above.width + WIDER && Math.abs(left - above.left) <= WIDER;
}

/**
 * Whether lines can be those of one row: brackets that it opens are closed in it, and its name has words in every
 * line, no signs that a scanner saw in a frame.
 */
export function isSound(row: Group): boolean {
  const text = row.map(({ line }) => line.text).join('');
  return (
    text.split(/[(（]/).length === text.split(/[)）]/).length &&
    row.every((piece) => !isLoose(piece) || /[一-鿿]/.test(piece.line.text))
  );
}
