import type { AmountCell, Side, SideRow, Table } from '../disclosure/table.ts';
import { holds, type Rounding } from './interval.ts';
import { isExplainedBySlip } from './oneSlip.ts';
import type { SumRelation } from './relation.ts';
import { figuresOf, type Proposal, termAt } from './terms.ts';

/** So many different figures must be repeated beside themselves before a row that does not is taken for wrong. */
const FEWEST = 4;
/** Where no row has a third figure, the two columns may be of two years, and more must agree. */
const FEWEST_OF_TWO_COLUMNS = 8;
/** One row may be wrong in any table, more only among this many each. */
const WITNESSES_PER_EXCEPTION = 6;

/**
 * The total of a row in front of its only part, where the headings of the parts could not be read (headings torn, blanks
 * dropped): whichever part it is, it is all there is. The rows themselves must bear it out. (Our own choice; by A6 a
 * total is the sum of its parts.)
 */
export function loneParts({ dialect, sides: [side, second] }: Table, rounding: Rounding): Proposal[] {
  if (dialect !== 'flattened' || !side || second) return [];
  const [total, ...parts] = side.amountColumns;
  if (!total || parts.length === 0 || parts.some(({ path }) => path.length > 0)) return [];
  const isNameless = parts.every(({ label }) => label === '');
  const chains = isNameless ? side.rows.flatMap((entry) => chainOf(side, entry, rounding)) : [];
  const sums = [...side.rows.flatMap((entry) => loneSum(side, entry)), ...chains];
  const holding = sums.filter((sum) => holds(sum, rounding));
  const witnesses = new Set(holding.map((sum) => sum.total.cell.amount.value.toString())).size;
  const isWide = side.rows.some((entry) => figuresOf(side, entry).length > 2);
  const failing = sums.length - holding.length;
  const certain =
    witnesses >= (isWide ? FEWEST : FEWEST_OF_TWO_COLUMNS) &&
    failing <= Math.max(1, witnesses / WITNESSES_PER_EXCEPTION);
  // A row that lost one of two parts has a part that is not all of its total, and no part of a chain is more than that.
  const isLone = (sum: SumRelation) =>
    holds(sum, rounding) || isExplainedBySlip(sum) || (chains.includes(sum) && exceedsTotal(sum));
  return sums.map((sum) => ({ relation: { ...sum, witnesses }, certain: certain && isLone(sum) }));
}

/** A row with one figure behind its total: no other column has a part of it, whichever it is. */
function loneSum(side: Side, entry: SideRow): SumRelation[] {
  const column = side.amountColumns[0];
  const total = column && termAt(entry, column);
  const [first, cell, ...more] = figuresOf(side, entry);
  if (!column || !total || first !== total.cell || !cell || more.length > 0) return [];
  return [{ rule: 'row-sum', total, parts: [{ cell, label: '' }], row: entry.label, column: column.label }];
}

/**
 * A row with two figures behind its total that do not add up to it: in columns of which nothing is known they are a subtotal
 * and its only part, each as much as the total, in whatever order they stand. One of them must be so.
 */
function chainOf(side: Side, entry: SideRow, rounding: Rounding): SumRelation[] {
  const column = side.amountColumns[0];
  const total = column && termAt(entry, column);
  const [first, ...others] = figuresOf(side, entry);
  if (!column || !total || first !== total.cell || others.length !== 2) return [];
  const sumOf = (cells: readonly AmountCell[]): SumRelation => {
    const parts = cells.map((cell) => ({ cell, label: '' }));
    return { rule: 'row-sum', total, parts, row: entry.label, column: column.label };
  };
  const copies = others.map((cell) => sumOf([cell]));
  const isChain = !holds(sumOf(others), rounding) && copies.some((copy) => holds(copy, rounding));
  return isChain ? copies : [];
}

function exceedsTotal({ total, parts: [part] }: SumRelation): boolean {
  return part?.cell.amount.value.gt(total.cell.amount.value) === true;
}
