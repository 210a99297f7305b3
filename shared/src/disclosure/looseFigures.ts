import { parseAmount } from '../text/amount.ts';
import { hasWords } from './labels.ts';
import type { Cell, Row } from './table.ts';

/**
 * Rows of an aligned table beside lines of nothing but figures, which no name shows to be rows: a figure of such a line, in
 * a column that a row directly above or below leaves blank, may be that row's, so that it is not known what it holds.
 */
export function withoutLooseFigures(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => {
    if (!row.bound || (row.kind !== 'data' && row.kind !== 'total')) return row;
    const beside = [rows[index - 1], rows[index + 1]].filter(
      (other) => other !== undefined && Math.abs(other.line - row.line) === 1 && isLoose(other),
    );
    const mayLack = beside.some((other) =>
      other?.cells.some((cell, column) => isFigure(cell) && (row.cells[column]?.text ?? '') === ''),
    );
    return mayLack ? { ...row, bound: false } : row;
  });
}

function isLoose({ kind, bound, cells }: Row): boolean {
  return (
    kind === 'data' && !bound && cells.some(isFigure) && !cells.some((cell) => cell && hasWords(cell.text))
  );
}

function isFigure(cell: Cell | undefined): boolean {
  return cell !== undefined && parseAmount(cell.text) !== undefined;
}
