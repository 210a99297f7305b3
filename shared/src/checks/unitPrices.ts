import type { AmountCell, PlacedTable, Table } from '../disclosure/table.ts';
import { type Finding, placeFindings } from '../findings.ts';
import { amountFix, amountRange } from '../relations/amountFix.ts';
import { relationsOf } from '../relations/tableRelations.ts';
import { type WrongProduct, wrongProducts } from '../relations/unitPrices.ts';
import { RULES } from '../rules.ts';
import { beginsWithOneOf } from '../text/range.ts';
import { remember } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';

/**
 * Amounts of lists of purchases that are not quantity × price (`unit-price`, A17). One of which another finding says that
 * it is wrong is left to that.
 *
 * @param sums what is wrong with the figures of the tables
 */
export function unitPriceFindings(tables: readonly PlacedTable[], sums: readonly Finding[]): Finding[] {
  const wrong = sums.filter(({ severity }) => severity === 'error').map(({ range }) => range);
  return findingsOf(tables).filter(({ range }) => !beginsWithOneOf(range, wrong));
}

const findingsOf = rememberEach(({ line, table }: PlacedTable) => placeFindings(findingsIn(table), line));

const findingsIn = remember((table: Table): readonly Finding[] =>
  table.cut || relationsOf(table).misread
    ? []
    : wrongProducts(table).map((wrong) => finding(wrong, { line: 0, table })),
);

function finding(
  { entry, column, quantity, price, amount, right }: WrongProduct,
  home: PlacedTable,
): Finding {
  const { decimals } = amount.amount;
  return {
    rule: 'unit-price',
    severity: RULES['unit-price'].severity,
    range: amountRange(amount, home),
    params: {
      row: entry.label,
      column: column.label,
      actual: printed(amount),
      expected: { value: right, decimals },
      quantity: printed(quantity),
      price: printed(price),
    },
    related: [quantity, price].map((cell) => ({
      range: amountRange(cell, home),
      role: 'operand',
      label: cell.text,
    })),
    fixes: [amountFix(amount, right, decimals, false, home)],
  };
}

function printed({ amount: { value, decimals } }: AmountCell) {
  return { value, decimals };
}
