import { parseNumbering } from '../text/numbering.ts';
import { hasWords, isRatioLabel } from './labels.ts';
import type { Column, Row, Side, SideRow } from './table.ts';

/**
 * Tells the blocks of a table apart that stand abreast: each begins with a column of labels and goes on with
 * its columns of amounts. A table named by codes is one block. Columns of words without amounts behind them
 * (备注) begin no block.
 */
export function readSides(columns: readonly Column[], rows: readonly Row[], coded: boolean): Side[] {
  const body = rows.filter((row) => isBody(row) && !isRatioRow(row));
  const layout = coded ? [codedLayout(columns)] : sideLayouts(columns, rows);
  return layout
    .filter((side) => side.amountColumns.some((column) => column.kind === 'amount'))
    .map((side) => ({ ...side, rows: body.map((row) => sideRow(row, side.labelColumn, coded)) }));
}

function isBody({ kind }: Row): boolean {
  return kind === 'data' || kind === 'total';
}

type SideLayout = Pick<Side, 'labelColumn' | 'amountColumns'>;

/** Behind the codes: in front of them stand serial numbers, which are no amounts. */
function codedLayout(columns: readonly Column[]): SideLayout {
  const codes = columns.findLastIndex((column) => column.kind === 'code');
  const labelColumn = columns.findIndex((column) => column.kind === 'text');
  const firstAmount = columns.findIndex((column) => column.index > codes && column.kind === 'amount');
  return {
    labelColumn,
    amountColumns: firstAmount === -1 ? [] : columns.slice(firstAmount).filter(holdsAmounts),
  };
}

/** A row is named by the first words in front of its amounts; further columns of words describe it. */
function sideLayouts(columns: readonly Column[], rows: readonly Row[]): SideLayout[] {
  const sides: { labelColumn: number; amountColumns: Column[] }[] = [];
  let label: number | undefined;
  for (const column of columns) {
    const open = sides.at(-1);
    const named = label !== undefined && open?.labelColumn !== label;
    if (column.kind === 'text' && !named && (label === undefined || hasLabels(column, rows)))
      label = column.index;
    if (label === undefined || !holdsAmounts(column)) continue;
    if (open?.labelColumn === label) open.amountColumns.push(column);
    else sides.push({ labelColumn: label, amountColumns: [column] });
  }
  return sides;
}

/** Empty columns are kept: their places matter, and a clerk may fill them any moment. */
function holdsAmounts(column: Column): boolean {
  return column.kind === 'amount' || column.kind === 'empty';
}

function sideRow(row: Row, labelColumn: number, coded: boolean): SideRow {
  const own = row.cells[labelColumn]?.text ?? '';
  const label = coded ? codedLabel(row, own) : own;
  const numbering = parseNumbering(label);
  return { row, label, ...(numbering && { numbering }) };
}

/**
 * `增减率 | 5.00 | 4.80`: in tables that list years below each other. A numbered row is an item, whatever it is
 * called (二、提高参保率).
 */
function isRatioRow(row: Row): boolean {
  const first = row.cells.find((cell) => cell && hasWords(cell.text));
  return !row.code && first !== undefined && !parseNumbering(first.text) && isRatioLabel(first.text);
}

/** A coded row is called by code and name; a total row by its word, wherever it stands. */
function codedLabel(row: Row, own: string): string {
  if (row.code) return `${row.code.digits} ${row.code.name}`.trim();
  if (row.kind === 'total') return row.cells.find((cell) => cell && hasWords(cell.text))?.text ?? own;
  return row.unitCode === undefined ? own : `${row.unitCode} ${own}`.trim();
}

/** A column of labels has words in many rows; a stray word among blanks does not begin a block. */
function hasLabels(column: Column, rows: readonly Row[]): boolean {
  const body = rows.filter(isBody);
  const labelled = body.filter((row) => hasWords(row.cells[column.index]?.text ?? ''));
  return labelled.length >= Math.min(2, body.length);
}
