import type { AmountCell, Table } from '../disclosure/table.ts';
import { printedInRow } from './printedElsewhere.ts';
import type { Swap } from './swaps.ts';

/**
 * What other tables say of an exchange: of several that explain the same the one is meant whose figures they print for
 * its rows, where they speak against the others. One that they do not bear out is not sure: of three figures that
 * changed places an exchange puts only the sum right.
 */
export function decidedSwap(swap: Swap, table: Table, others: readonly Table[]): Swap {
  const { rivals, ...first } = swap;
  if (rivals.length === 0) return isRefuted(swap, table, others) ? { ...swap, sure: false } : swap;
  const pairs = [{ ...first, rivals: [] }, ...rivals];
  const [meant, second] = pairs.filter((pair) => !isRefuted(pair, table, others));
  const isShown = meant && !second && isConfirmed(meant, table, others);
  return isShown ? meant : swap;
}

function isRefuted(swap: Swap, table: Table, others: readonly Table[]): boolean {
  return verdicts(swap, table, others).includes('no');
}

function isConfirmed(swap: Swap, table: Table, others: readonly Table[]): boolean {
  return verdicts(swap, table, others).includes('yes');
}

/** Whether other tables print for the row of each figure what it would be, something else, or nothing. */
function verdicts({ cells: [cell, other] }: Swap, table: Table, others: readonly Table[]): readonly string[] {
  const verdict = (at: AmountCell, meant: AmountCell) => {
    const figures = printedInRow(at, table, others);
    if (figures.length === 0) return 'nothing';
    return figures.some(({ amount }) => amount.value.eq(meant.amount.value)) ? 'yes' : 'no';
  };
  return [verdict(cell, other), verdict(other, cell)];
}
