import { styleIn } from '../disclosure/numberStyle.ts';
import type { AmountCell, PlacedTable } from '../disclosure/table.ts';
import type { Fix } from '../findings.ts';
import { formatAmount } from '../text/amount.ts';
import { type Decimal, Money } from '../text/money.ts';
import { type Range, rangeOf } from '../text/range.ts';

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
