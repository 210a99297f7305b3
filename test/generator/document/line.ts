import type { Figure } from '../layouts/grid.ts';
import type { Concept } from '../model.ts';
import type { NumberStyle, Rounded } from '../numbers.ts';

/** What a line is part of. `unit` are lines that tell the unit, `rule` is `|---|`, `markup` are lines of tags. */
export type Part =
  | 'blank'
  | 'prose'
  | 'title'
  | 'unit'
  | 'head'
  | 'rule'
  | 'index'
  | 'row'
  | 'note'
  | 'page'
  | 'markup'
  | 'ghost';

/** A figure in a table or in a sentence. */
export type Mark =
  | { readonly of: 'cell'; readonly table: number; readonly figure: Figure }
  | {
      readonly of: 'sentence';
      readonly concept: Concept;
      readonly rounded: Rounded;
      readonly style: NumberStyle;
    };

/**
 * A stretch of a line. A line is nothing but its pieces, so a figure's position follows from the pieces before
 * it and stays true whatever is done to them.
 */
export interface Piece {
  readonly text: string;
  /** The grid's column, on everything that belongs to the cell, the delimiter before it included. */
  readonly column?: number;
  /** What the piece holds; absent for delimiters, padding and tags. */
  readonly role?: 'head' | 'code' | 'label' | 'words' | 'figure' | 'blank' | 'index';
  readonly mark?: Mark;
}

export interface Line {
  readonly part: Part;
  readonly pieces: readonly Piece[];
  /** Index of the table that the line belongs to. */
  readonly table?: number;
  /** Row of the table's grid that the line shows, in a `row` or `index`. */
  readonly gridRow?: number;
  /** Blank cells of the row are not to be seen: which column a figure stands in cannot be told from the line alone. */
  readonly lossy?: boolean;
  /** What was done to the line, by name. */
  readonly damage: readonly string[];
}

export function textOfLine(line: Line): string {
  let text = '';
  for (const piece of line.pieces) text += piece.text;
  return text;
}

/** A line of plain words. */
export function plainLine(part: Part, text: string, table?: number): Line {
  return {
    part,
    pieces: text === '' ? [] : [{ text }],
    damage: [],
    ...(table === undefined ? {} : { table }),
  };
}
