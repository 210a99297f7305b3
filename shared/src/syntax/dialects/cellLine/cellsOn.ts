import { CODE_OR_PART } from '../../../text/codeShape.ts';
import { toHalfWidth } from '../../../text/width.ts';
import { rememberKinds } from '../lineKinds.ts';
import { isWords, type Kind, kindOfCell } from './kinds.ts';

/** A cell within its line, with what it holds. */
export interface PieceOfLine {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

/** Longer lines are none of a table with one cell a line. */
const MAX_LINE = 80;
/** So many cells a row on one line has. */
const MAX_PIECES = 4;
const PIECE = /[^ \u00a0\u3000]+/g;
const AMOUNT = /^-?\d[\d,]*\.\d{1,6}$/;

/**
 * The cells of a row that stands on one line by itself, as the last one of a page may (2040504 案件审判 1,833.30): codes and
 * words, and an amount at the end. Undefined where a line is one cell.
 */
export const cellsOn = rememberKinds(readCells);

function readCells(line: string): readonly PieceOfLine[] | undefined {
  if (line.length > MAX_LINE) return undefined;
  const text = toHalfWidth(line);
  const pieces = [...text.matchAll(PIECE)];
  const last = pieces.at(-1)?.[0] ?? '';
  if (pieces.length < 2 || pieces.length > MAX_PIECES || !AMOUNT.test(last)) return undefined;
  const cells = pieces.flatMap((piece): PieceOfLine | [] => {
    const kind = kindOfCell(piece[0]);
    return kind ? { start: piece.index, end: piece.index + piece[0].length, kind } : [];
  });
  const named = pieces
    .slice(0, -1)
    .every(([piece], at) => CODE_OR_PART.test(piece) || isWords(cells[at]?.kind));
  return cells.length === pieces.length && named && cells.some(({ kind }) => isWords(kind))
    ? cells
    : undefined;
}
