import type { Table } from '../disclosure/table.ts';
import { convert, YUAN_IN } from '../text/amountUnits.ts';
import { type Decimal, Money } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import type { Rounding } from './interval.ts';

/** How the figures of a table round: with the most decimals any of them has; 元 with cents is exact. */
export const roundingOf = remember((table: Table): Rounding => {
  let decimals = 0;
  for (const side of table.sides) {
    for (const { row } of side.rows) {
      for (const column of side.amountColumns) {
        decimals = Math.max(decimals, row.cells[column.index]?.amount?.decimals ?? 0);
      }
    }
  }
  const inYuan = table.unit?.unit === '元' && !hasUnitOfOthers(table);
  return inYuan ? { decimals, exactDecimals: 2 } : { decimals };
});

/** Whether a table does not say its unit, so that the one taken over for it may not be its own. */
export function hasUnitOfOthers({ unit }: Table): boolean {
  return unit?.origin === 'document';
}

/**
 * Whether figures come to exactly ten thousand times their total, so that it is in 万元 and they in 元. Of fewer than two that
 * are not zero one may have slipped by itself.
 */
export function areInYuanUnder(total: Decimal, parts: readonly Decimal[]): boolean {
  const adding = parts.filter((part) => !part.isZero());
  const sum = adding.reduce((all, part) => all.plus(part), new Money(0));
  return adding.length > 1 && sum.eq(total.times(YUAN_IN.万元));
}

/** How many of one table's unit one of the other's is; undefined where a unit is not known. */
export function factorBetween(from: Table, to: Table): Decimal | undefined {
  if (!from.unit || !to.unit) return undefined;
  return convert(new Money(1), from.unit.unit, to.unit.unit);
}
