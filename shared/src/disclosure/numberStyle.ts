import type { AmountStyle } from '../text/amount.ts';
import { type AmountCell, type Cell, isAmountCell, type Table } from './table.ts';

const THOUSAND = 1000;

/**
 * How the figures of a cell's column are written: the style of the nearest one that shows how thousands are
 * parted, else of the nearest, and the most decimals any of them has.
 */
export function columnStyle(
  table: Table,
  cell: AmountCell,
): { readonly style: AmountStyle; readonly decimals: number } {
  const others = table.rows
    .flatMap(({ cells }) => cells)
    .filter((each): each is AmountCell => isMoney(table, each) && each !== cell);
  const own = others.filter(({ column }) => column === cell.column);
  const pool = own.length > 0 ? own : others;
  const distance = ({ span }: AmountCell) => Math.abs(span.line - cell.span.line);
  const [nearest] = [...pool].sort((a, b) => distance(a) - distance(b));
  return {
    style: styleIn(table, nearest ?? cell),
    decimals: pool.reduce((most, { amount }) => Math.max(most, amount.decimals), 0),
  };
}

/**
 * How a figure is written. One below a thousand does not show how thousands are parted: its row does, or else its
 * column.
 */
export function styleIn(table: Table, cell: AmountCell): AmountStyle {
  const { style, value } = cell.amount;
  if (style.groupSeparator !== '' || value.abs().gte(THOUSAND)) return style;
  const row = table.rows.find(({ cells }) => cells[cell.column] === cell);
  const neighbours = [...(row?.cells ?? []), ...table.rows.map(({ cells }) => cells[cell.column])];
  const large = neighbours.filter(
    (each): each is AmountCell => isMoney(table, each) && each.amount.value.abs().gte(THOUSAND),
  );
  // OCR spaces some figures of a row and others not: those that are spaced alike were written alike.
  const shown = large.find(({ amount }) => amount.style.decimalPoint === style.decimalPoint) ?? large[0];
  return shown ? { ...style, groupSeparator: shown.amount.style.groupSeparator } : style;
}

/**
 * Codes, years and counts are written without separators, whatever the amounts beside them have. Where no columns were
 * found, decimals tell money.
 */
function isMoney(table: Table, cell: Cell | undefined): cell is AmountCell {
  if (!isAmountCell(cell)) return false;
  const column = table.columns[cell.column];
  return column ? column.kind === 'amount' : cell.amount.decimals > 0;
}
