import { isAmountCell, type Table } from '../../disclosure/table.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { remember } from '../../text/remember.ts';
import { lastIndexThat } from '../../text/sorted.ts';
import { quantityOf } from './places.ts';
import { mayEqual, type Quantity } from './quantities.ts';

interface Index {
  /** The amounts of a table, the least first. */
  readonly amounts: readonly Quantity[];
  /** The widest half of any of them. */
  readonly reach: Decimal;
}

/** Whether a table prints an amount of money, within rounding. */
export function printsAmount(table: Table, amount: Quantity): boolean {
  return amountsNear(table, amount, amount.half).some((quantity) => mayEqual(quantity, amount));
}

/**
 * The amounts a table prints that may be within a distance of one.
 *
 * @param distance in 元; what is a little further off may be among them
 */
export function amountsNear(table: Table, { value }: Quantity, distance: Decimal): readonly Quantity[] {
  const { amounts, reach } = indexOf(table);
  const far = distance.plus(reach);
  const [least, most] = [value.minus(far), value.plus(far)];
  const first = lastIndexThat(amounts, (amount) => amount.value.lt(least)) + 1;
  const end = lastIndexThat(amounts, (amount) => amount.value.lte(most)) + 1;
  return amounts.slice(first, end);
}

const indexOf = remember((table: Table): Index => {
  const amounts = table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell): Quantity[] => {
      const quantity = isAmountCell(cell) ? quantityOf(cell, table) : undefined;
      return quantity ? [quantity] : [];
    }),
  );
  const reach = amounts.reduce((most, { half }) => (half.gt(most) ? half : most), new Money(0));
  return { amounts: amounts.sort((a, b) => a.value.cmp(b.value)), reach };
});
