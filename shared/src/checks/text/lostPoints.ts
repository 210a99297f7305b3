import { isAmountCell, type Table } from '../../disclosure/table.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { wordSlip } from './wordSlipFinding.ts';

/** 2,04298: five digits behind the last separator, of which two stood behind a point. */
const WITHOUT_POINT = /^-?\d{1,3}(?:,\d{3})*,\d{5}$/;
/** Amounts in 万元 and in 元 are printed with two decimals. */
const CENTS = 2;
/** Amounts that show how all of the table are written. */
const MIN_AMOUNTS = 2;

/**
 * Cells of amounts that lost the point in front of their cents (`word-slip`, N21), in a table that prints all others with
 * separators and cents. Nobody adds such a figure up, so that nothing else tells.
 */
export function lostPoints({ rows, columns }: Table): Finding[] {
  const amounts = new Set(columns.filter(({ kind }) => kind === 'amount').map(({ index }) => index));
  const cells = rows.flatMap((row) =>
    row.kind === 'data' || row.kind === 'total'
      ? row.cells.flatMap((cell) => (cell && amounts.has(cell.column) ? cell : []))
      : [],
  );
  const damaged = cells.filter(({ text }) => WITHOUT_POINT.test(text));
  if (damaged.length === 0) return [];
  const whole = cells.filter(isAmountCell).filter(({ amount }) => !amount.value.isZero());
  const areAlike = whole.every(
    ({ amount: { decimals, style, value } }) =>
      decimals === CENTS && (style.groupSeparator === ',' || value.abs().lt(1000)),
  );
  if (!areAlike || whole.length < MIN_AMOUNTS) return [];
  return damaged.map(({ text, span }) => {
    const meant = `${text.slice(0, -CENTS)}.${text.slice(-CENTS)}`;
    return { ...wordSlip(rangeOf(span), text, meant), fixes: [replaceFix(rangeOf(span), meant, false)] };
  });
}
