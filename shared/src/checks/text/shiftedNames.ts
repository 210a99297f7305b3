import { totalRank } from '../../disclosure/labels.ts';
import {
  type AmountCell,
  isAmountCell,
  type Side,
  type SideRow,
  type Table,
} from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { isRowByRow } from '../../syntax/rowByRow.ts';
import { type Decimal, halfOf, Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';

/** A row with a name alone, and the one below it with amounts alone. */
interface Pair {
  readonly name: string;
  readonly amounts: readonly AmountCell[];
  readonly below: SideRow;
}

/** Fewer items below a total prove nothing by adding up to it. */
const MIN_ITEMS = 2;

/**
 * Names a row above their amounts (`missing-cell`, domain rules §1.3): 合计 without an amount, the amount in a row of its
 * own below it, and so on down the table. Only where each row with a name alone is followed by one with amounts, the
 * total's has no name, and the amounts of the others add up to it: then nothing else can be meant. A group that
 * is headed by its name has a total with its amount beside it. Lines count from the table's first.
 */
export function shiftedNames(table: Table): Finding[] {
  const { sides, coded, cut, indicators, dialect } = table;
  const [side, second] = sides;
  if (!side || second || coded || cut || indicators || !isRowByRow(dialect)) return [];
  const pairs = pairsIn(side);
  const total = pairs.find(({ name }) => totalRank(name) > 1);
  const items = pairs.filter((pair) => pair !== total);
  if (!total || items.length < MIN_ITEMS || compactLabel(total.below.label) !== '') return [];
  const isSum = side.amountColumns.every(({ index }) => addsUp(index, total, items));
  if (!isSum) return [];
  return [total, ...items.filter(isLeftover)].flatMap(({ name, amounts: [first] }): Finding[] =>
    first
      ? [
          {
            rule: 'missing-cell',
            // Not one cell lacks something: each amount stands beside another name than its own.
            severity: 'warning',
            range: rangeOf(first.span),
            params: { state: 'row-above', printed: first.text.trim(), meant: compactLabel(name) },
            related: [],
            fixes: [],
          },
        ]
      : [],
  );
}

/** The rows two by two; none where they do not alternate. */
function pairsIn({ rows, amountColumns }: Side): readonly Pair[] {
  const amountsOf = ({ row }: SideRow) =>
    amountColumns.flatMap(({ index }) => {
      const cell = row.cells[index];
      return isAmountCell(cell) ? [cell] : [];
    });
  const pairs = rows.flatMap((entry, at): Pair[] => {
    const below = rows[at + 1];
    if (at % 2 === 1 || !below || compactLabel(entry.label) === '' || amountsOf(entry).length > 0) return [];
    const amounts = amountsOf(below);
    return amounts.length > 0 ? [{ name: entry.label, amounts, below }] : [];
  });
  return pairs.length * 2 === rows.length ? pairs : [];
}

/** What is left in the row of the amounts is no name of its own: nothing, or what became of the name above it. */
function isLeftover({ name, below }: Pair): boolean {
  const words = compactLabel(below.label);
  return words === '' || words.length === compactLabel(name).length;
}

/** Whether the items come to the total in a column, within rounding; so does a column that all leave blank. */
function addsUp(column: number, total: Pair, items: readonly Pair[]): boolean {
  const cellOf = ({ below }: Pair) => {
    const cell = below.row.cells[column];
    return isAmountCell(cell) ? cell : undefined;
  };
  const whole = cellOf(total);
  const parts = items.flatMap((item) => cellOf(item) ?? []);
  if (!whole) return parts.length === 0;
  const sum = parts.reduce<Decimal>((all, { amount }) => all.plus(amount.value), new Money(0));
  const tolerance = [whole, ...parts].reduce<Decimal>(
    (all, { amount }) => all.plus(halfOf(amount.decimals)),
    new Money(0),
  );
  return sum.minus(whole.amount.value).abs().lte(tolerance);
}
