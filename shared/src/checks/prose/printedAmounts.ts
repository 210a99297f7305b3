import { isAmountCell, type Table } from '../../disclosure/table.ts';
import { remember } from '../../text/remember.ts';
import { lastIndexUpTo } from '../../text/sorted.ts';
import { quantityOf } from './places.ts';
import { mayEqual, type Quantity } from './quantities.ts';

/** An amount a table prints, and where it is to be looked for. */
interface Entry {
  readonly quantity: Quantity;
  /** Its value as a binary number, which only orders: that two amounts are the same is for decimals to say. */
  readonly near: number;
}

interface Index {
  /** By `near`. */
  readonly entries: readonly Entry[];
  /** The widest half of any of them. */
  readonly reach: number;
}

/** More than binary numbers of any amount are off. */
const SLACK = 1e-9;

/** Whether a table prints an amount of money, within rounding. */
export function printsAmount(table: Table, amount: Quantity): boolean {
  return amountsNear(table, amount, roughly(amount).half).some((quantity) => mayEqual(quantity, amount));
}

/**
 * The amounts a table prints that may be within a distance of one.
 *
 * @param distance in 元; what is a little further off may be among them
 */
export function amountsNear(table: Table, amount: Quantity, distance: number): readonly Quantity[] {
  const { entries, reach } = indexOf(table);
  const middle = roughly(amount).value;
  const far = distance + reach + SLACK * (1 + Math.abs(middle));
  const first = lastIndexUpTo(entries, middle - far, ({ near }) => near) + 1;
  const last = lastIndexUpTo(entries, middle + far, ({ near }) => near);
  return entries.slice(first, last + 1).map(({ quantity }) => quantity);
}

/** As binary numbers: one amount is looked for in all tables. */
const roughly = remember(({ value, half }: Quantity) => ({ value: Number(value), half: Number(half) }));

const indexOf = remember((table: Table): Index => {
  const entries = table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell): Entry[] => {
      const quantity = isAmountCell(cell) ? quantityOf(cell, table) : undefined;
      return quantity ? [{ quantity, near: Number(quantity.value) }] : [];
    }),
  );
  const reach = entries.reduce((most, { quantity }) => Math.max(most, Number(quantity.half)), 0);
  return { entries: entries.sort((a, b) => a.near - b.near), reach };
});
