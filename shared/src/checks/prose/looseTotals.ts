import { type AmountCell, isAmountCell, type Table } from '../../disclosure/table.ts';
import type { Anchor } from '../../relations/anchors.ts';
import { remember } from '../../text/remember.ts';
import { compactLabel } from '../../text/width.ts';

/**
 * 收入总计 or 支出总计 of a table whose columns could not be read, all of it standing on a line: where both names are
 * printed once, each with an amount directly behind it, and the two amounts are the same, they are what they say.
 */
export function looseTotal(table: Table, anchor: Anchor): AmountCell | undefined {
  return anchor === 'income' || anchor === 'expenditure' ? totalsOf(table)[anchor] : undefined;
}

const totalsOf = remember((table: Table): Partial<Readonly<Record<'income' | 'expenditure', AmountCell>>> => {
  if (table.sides.length > 0) return {};
  const behind = (label: string): AmountCell | undefined => {
    const found = table.rows.flatMap(({ cells }) =>
      cells.flatMap((cell, at) => (cell && compactLabel(cell.text) === label ? [cells[at + 1]] : [])),
    );
    const [cell] = found;
    return found.length === 1 && isAmountCell(cell) ? cell : undefined;
  };
  const [income, expenditure] = [behind('收入总计'), behind('支出总计')];
  if (!income || !expenditure || !income.amount.value.eq(expenditure.amount.value)) return {};
  return { income, expenditure };
});
