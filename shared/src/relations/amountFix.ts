import {
  type AmountCell,
  type Cell,
  isAmountCell,
  type PlacedTable,
  type Table,
} from '../disclosure/table.ts';
import type { Fix } from '../findings.ts';
import { type AmountStyle, formatAmount } from '../text/amount.ts';
import { type Decimal, Money } from '../text/money.ts';
import { type Range, rangeOf } from '../text/range.ts';

const THOUSAND = 1000;

/** Where the number of a cell stands in the document. */
export function amountRange({ span, amount }: AmountCell, home?: PlacedTable): Range {
  const { line, start } = span;
  return rangeOf({ line, start: start + amount.start, end: start + amount.end }, home?.line);
}

/**
 * Writes a value into a cell in the cell's own number style; nothing else of the line is touched.
 *
 * @param decimals the most digits after the point that the value may be given
 */
export function amountFix(
  cell: AmountCell,
  value: Decimal,
  decimals: number,
  preferred: boolean,
  home: PlacedTable | undefined,
): Fix {
  const rounded = value.toDecimalPlaces(decimals, Money.ROUND_HALF_UP);
  const places = Math.max(cell.amount.decimals, rounded.decimalPlaces());
  const style = home ? styleIn(home.table, cell) : cell.amount.style;
  const newText = formatAmount(rounded, places, style);
  return {
    action: { kind: 'replace-amount', newText },
    preferred,
    edits: [{ range: amountRange(cell, home), newText }],
  };
}

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

/** A figure below a thousand does not show how thousands are parted: its row does, or else its column. */
function styleIn(table: Table, cell: AmountCell): AmountStyle {
  const { style, value } = cell.amount;
  if (style.groupSeparator !== '' || value.abs().gte(THOUSAND)) return style;
  const row = table.rows.find(({ cells }) => cells[cell.column] === cell);
  const neighbours = [...(row?.cells ?? []), ...table.rows.map(({ cells }) => cells[cell.column])];
  const shown = neighbours.find((each) => isMoney(table, each) && each.amount.value.abs().gte(THOUSAND));
  return isMoney(table, shown) ? { ...style, groupSeparator: shown.amount.style.groupSeparator } : style;
}

/** Codes, years and counts are written without separators, whatever the amounts beside them have. */
function isMoney(table: Table, cell: Cell | undefined): cell is AmountCell {
  return isAmountCell(cell) && table.columns[cell.column]?.kind === 'amount';
}
