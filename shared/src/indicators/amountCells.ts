import { type AmountCell, type Cell, isAmountCell } from '../disclosure/table.ts';
import { type Amount, type AmountUnit, parseAmount } from '../text/amount.ts';
import { remember } from '../text/remember.ts';
import { readIndicatorValue } from './indicatorValue.ts';

const MONEY: ReadonlySet<string> = new Set<AmountUnit>(['元', '万元', '亿元']);

/** A cell that holds a bare number (权重), with it; undefined for any other. The very same one for the same cell. */
export const numberCell = remember((cell: Cell): AmountCell | undefined => {
  if (isAmountCell(cell)) return cell;
  const amount = parseAmount(cell.text);
  return amount && { ...cell, amount };
});

/** A cell whose value is an amount of money (`≤46万元`), with it and its unit. The very same one for the same cell. */
export const moneyCell = remember(
  (cell: Cell): (AmountCell & { readonly amount: { readonly unit: AmountUnit } }) | undefined => {
    const value = readIndicatorValue(cell.text);
    if (value?.kind !== 'measured' || !isMoney(value.unit)) return undefined;
    const { start, end } = value.numberPart;
    const number: Amount | undefined = parseAmount(cell.text.slice(start, end));
    return number && { ...cell, amount: { ...number, start, end, unit: value.unit } };
  },
);

function isMoney(unit: string): unit is AmountUnit {
  return MONEY.has(unit);
}
