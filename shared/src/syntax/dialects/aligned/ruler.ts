import { isWide } from '../../../text/width.ts';
import type { Atom } from './atoms.ts';

/**
 * How places in a line are counted: `display` as a terminal shows them, Chinese characters taking two columns;
 * `characters` one for each, as pdftotext lays out its lines.
 */
export type Measure = (typeof MEASURES)[number];

/** All ways in which places are counted: which of them a text was laid out by is for its rows to show. */
export const MEASURES = ['display', 'characters'] as const;

/** An atom with the columns of the screen it takes. */
export interface PlacedAtom {
  readonly atom: Atom;
  readonly left: number;
  readonly right: number;
}

/** Measures the atoms of a line. */
export function placeAtoms(line: string, atoms: readonly Atom[], measure: Measure): PlacedAtom[] {
  let at = 0;
  let width = 0;
  const widthUpTo = (offset: number): number => {
    for (; at < offset; at++) width += measure === 'display' && isWide(line.charCodeAt(at)) ? 2 : 1;
    return width;
  };
  return atoms.map((atom) => ({ atom, left: widthUpTo(atom.start), right: widthUpTo(atom.end) }));
}

/** The offset in a line that stands at a place, or the end of a line that is shorter. */
export function offsetAt(line: string, place: number, measure: Measure): number {
  let width = 0;
  for (let offset = 0; offset < line.length; offset++) {
    if (width >= place) return offset;
    width += measure === 'display' && isWide(line.charCodeAt(offset)) ? 2 : 1;
  }
  return line.length;
}
