import { parseAmount } from '../text/amount.ts';
import { hasWords } from './labels.ts';
import { type Cell, isBodyRow, type Row } from './table.ts';

/**
 * Rows of an aligned table beside lines of nothing but figures, which no name shows to be rows: a figure of such a line, in
 * a column that a row directly above or below leaves blank, may be that row's, so that it is not known what it holds.
 */
export function withoutLooseFigures(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => {
    if (!row.bound || !isBodyRow(row)) return row;
    const beside = [rows[index - 1], rows[index + 1]].flatMap((other) =>
      other !== undefined && Math.abs(other.line - row.line) === 1 ? other : [],
    );
    return beside.some((other) => (isLoose(other) && mayLack(row, other)) || areOneRow(row, other))
      ? { ...row, bound: false }
      : row;
  });
}

function isLoose(row: Row): boolean {
  return !row.bound && isNameless(row);
}

function isNameless({ kind, cells }: Row): boolean {
  return kind === 'data' && cells.some(isFigure) && !cells.some((cell) => cell && hasWords(cell.text));
}

function mayLack(row: Row, other: Row): boolean {
  return other.cells.some((cell, column) => isFigure(cell) && (row.cells[column]?.text ?? '') === '');
}

/**
 * Whether two lines are one row of which some figures stand higher than others, for their cells are too narrow and break
 * them (116,780.6 above 2): only one of both lines has a name, and no column has figures in both.
 */
function areOneRow(row: Row, other: Row): boolean {
  const [named, nameless] = isNameless(row) ? [other, row] : [row, other];
  return (
    isNameless(nameless) &&
    !isNameless(named) &&
    isBodyRow(named) &&
    named.cells.some(isFigure) &&
    !named.cells.some((cell, column) => isFigure(cell) && isFigure(nameless.cells[column]))
  );
}

function isFigure(cell: Cell | undefined): boolean {
  return cell !== undefined && parseAmount(cell.text) !== undefined;
}
