import { type AmountCell, type Cell, isAmountCell } from '../disclosure/table.ts';
import { type AmountUnit, parseAmount } from '../text/amount.ts';
import { isAmountUnit } from '../text/amountUnits.ts';
import { remember, rememberLast } from '../text/remember.ts';
import { readIndicatorValue } from './indicatorValue.ts';

/** A cell that holds a bare number (权重), with it; undefined for any other. The very same one for the same cell. */
export const numberCell = remember((cell: Cell): AmountCell | undefined => {
  if (isAmountCell(cell)) return cell;
  const amount = parseAmount(cell.text);
  return amount && { ...cell, amount };
});

/**
 * The cell of a value that is an amount of money (`≤46万元`), with it. The very same one for the same cell.
 *
 * @param unit that of the value, which a column of its own may print
 */
export const moneyCell = rememberLast((cell: Cell, unit: string): MoneyCell | undefined => {
  const value = readIndicatorValue(cell.text);
  if (value?.kind !== 'measured' || !isMoney(unit)) return undefined;
  const { start, end } = value.numberPart;
  const number = parseAmount(cell.text.slice(start, end));
  return number && { ...cell, amount: { ...number, start, end, unit } };
});

/** An amount with a unit of its own. */
type MoneyCell = AmountCell & { readonly amount: { readonly unit: AmountUnit } };

function isMoney(unit: string): unit is AmountUnit {
  return isAmountUnit(unit);
}
