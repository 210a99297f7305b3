import { type AmountCell, type Column, isAmountCell, type SideRow, type Table } from '../disclosure/table.ts';
import { type Decimal, Money } from '../text/money.ts';
import { compactLabel } from '../text/width.ts';
import { isTerm } from './terms.ts';

const QUANTITY = /^(?:采购|购置)?数量(?:[(（].*[)）])?$/;
const PRICE = /^(?:采购|预算)?单价(?:[(（].*[)）])?$/;
const AMOUNT = /^(?:(?:采购|预算)?(?:总?金额|总价)|预算数|合计|总计)(?:[(（].*[)）])?$/;

/** So many rows of different figures have to agree, and one alone may not. */
const MIN_WITNESSES = 2;
/** Prices in 元 beside amounts in 万元. */
const SCALES = [1, 0.0001];

/** An amount that is not what its row gives: a quantity at a price each. */
export interface WrongProduct {
  readonly entry: SideRow;
  readonly column: Column;
  readonly quantity: AmountCell;
  readonly price: AmountCell;
  readonly amount: AmountCell;
  /** With as many decimals as are printed. */
  readonly right: Decimal;
}

interface Product extends WrongProduct {
  readonly holds: boolean;
}

/**
 * Amounts that are not quantity × price (A17). The headings name the three columns, at least two rows of different
 * figures bear them out, in one unit or with prices in 元 beside amounts in 万元, and one row alone does not.
 */
export function wrongProducts(table: Table): readonly WrongProduct[] {
  const [quantity, price, amount] = [QUANTITY, PRICE, AMOUNT].map((heading) => theColumn(table, heading));
  const [side, second] = table.sides;
  if (!quantity || !price || !amount || !side || second) return [];
  const found = SCALES.flatMap((scale) => {
    const products = side.rows.flatMap((entry) => productOf(entry, { quantity, price, amount }, scale) ?? []);
    const holding = products.filter(({ holds }) => holds);
    const different = new Set(holding.map((each) => `${each.price.text} ${each.amount.text}`)).size;
    const failing = products.filter(({ holds }) => !holds);
    return different >= MIN_WITNESSES && failing.length === 1 ? failing : [];
  });
  return found.length === 1 ? found : [];
}

/** The one column so headed. */
function theColumn({ columns }: Table, heading: RegExp): Column | undefined {
  const [only, second] = columns.filter(({ path }) => heading.test(compactLabel(path.at(-1) ?? '')));
  return second ? undefined : only;
}

interface Columns {
  readonly quantity: Column;
  readonly price: Column;
  readonly amount: Column;
}

function productOf({ row, ...entry }: SideRow, columns: Columns, scale: number): Product | undefined {
  const [quantity, price, amount] = [columns.quantity, columns.price, columns.amount].map(
    ({ index }) => row.cells[index],
  );
  if (row.kind !== 'data' || !row.bound || !isTerm(price) || !isTerm(amount)) return undefined;
  if (!isAmountCell(quantity) || ![quantity, price, amount].every((cell) => cell.amount.value.gt(0)))
    return undefined;
  const product = quantity.amount.value.times(price.amount.value).times(scale);
  const halfPrice = new Money(10).pow(-price.amount.decimals).times(0.5);
  const halfAmount = new Money(10).pow(-amount.amount.decimals).times(0.5);
  const reach = halfPrice.times(quantity.amount.value).times(scale).plus(halfAmount);
  return {
    ...{ entry: { row, ...entry }, column: columns.amount, quantity, price, amount },
    right: product.toDecimalPlaces(amount.amount.decimals, Money.ROUND_HALF_UP),
    holds: product.minus(amount.amount.value).abs().lte(reach),
  };
}
