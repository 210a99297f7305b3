import type { Line, Mark, Part, Piece } from '../document/line.ts';
import type { Grid, GridCell } from '../layouts/grid.ts';

export type DialectName =
  | 'tab'
  | 'pipe'
  | 'aligned'
  | 'flattened'
  | 'comma'
  | 'cell-per-line'
  | 'html'
  | 'barred';

/** A way to write tables as text. */
export interface Dialect {
  readonly name: DialectName;
  /**
   * The lines of a table.
   *
   * @param variant picks among the ways the dialect itself may be written; goes round
   */
  readonly write: (grid: Grid, variant: number) => readonly Line[];
  /** A line outside the table: titles, units, notes, paragraphs. */
  readonly wrap: (part: Part, pieces: readonly Piece[], variant: number) => readonly Piece[];
  /** What an empty cell looks like between two others; absent where cells have no delimiters. */
  readonly emptyCell?: string;
  /** A row of empty cells; absent where such a row is an empty line. */
  readonly emptyRow?: (width: number) => string;
}

/** Lines as they are, for dialects that mark nothing outside tables. */
export function unwrapped(_part: Part, pieces: readonly Piece[]): readonly Piece[] {
  return pieces;
}

/** The mark of a cell's figure. The document knows which table it is and sets it later. */
function markOf(cell: GridCell): { readonly mark?: Mark } {
  return cell.figure === undefined ? {} : { mark: { of: 'cell', table: 0, figure: cell.figure } };
}

/** A cell's piece. */
export function cellPiece(cell: GridCell, column: number): Piece {
  return { text: cell.text, column, role: cell.role, ...markOf(cell) };
}

/** A heading's piece. */
export function headPiece(text: string, column: number): Piece {
  return { text, column, role: text === '' ? 'blank' : 'head' };
}

/** A line of a grid row. */
export function rowLine(grid: Grid, gridRow: number, pieces: readonly Piece[], lossy = false): Line {
  const part = grid.rows[gridRow]?.kind === 'index' ? 'index' : 'row';
  return { part, pieces, gridRow, damage: [], ...(lossy ? { lossy } : {}) };
}

/** A line of the head. */
export function headLine(pieces: readonly Piece[]): Line {
  return { part: 'head', pieces, damage: [] };
}
