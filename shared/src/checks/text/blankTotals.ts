import { styleIn } from '../../disclosure/numberStyle.ts';
import { hasAmount, type Row, type Table } from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { relationsOf } from '../../relations/tableRelations.ts';
import { marksCells } from '../../syntax/markedCells.ts';
import { formatAmount } from '../../text/amount.ts';
import { maxOf } from '../../text/lists.ts';
import { Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';

/** In so many rows a total is printed beside its parts, before one without it lacks it. */
const MIN_WITNESSES = 3;

/** A total across the rows of a table, the columns of its parts, and in how many rows it is right. */
interface Total {
  readonly column: number;
  readonly parts: ReadonlySet<number>;
  readonly witnesses: number;
}

/**
 * Rows with parts and no total, where the other rows of the table have theirs (`missing-cell`): 合计 was left out. A dash
 * is no blank. Lines count from the table's first.
 */
export function blankTotals(table: Table): Finding[] {
  if (!marksCells(table.dialect)) return [];
  const totals = totalsOf(table).filter(({ witnesses }) => witnesses >= MIN_WITNESSES);
  // Below the headings of indicators stands no money.
  const rows = table.rows.filter(({ line }) => line < (table.indicators?.line ?? Number.POSITIVE_INFINITY));
  return totals.flatMap((total) => rows.flatMap((row) => blankTotal(table, row, total) ?? []));
}

function totalsOf(table: Table): Total[] {
  const { evaluations, misread, slide } = relationsOf(table);
  // Where figures slid, what stands nowhere is the one that was lost.
  if (misread || slide) return [];
  const byColumn = new Map<number, { parts: Set<number>; witnesses: number }>();
  for (const { relation, standing } of evaluations) {
    if (relation.rule !== 'row-sum' || relation.comparison) continue;
    const { column } = relation.total.cell;
    const known = byColumn.get(column) ?? { parts: new Set<number>(), witnesses: 0 };
    byColumn.set(column, known);
    for (const { cell } of relation.parts) known.parts.add(cell.column);
    if (standing !== 'broken') known.witnesses++;
  }
  return [...byColumn].map(([column, known]) => ({ column, ...known }));
}

function blankTotal(table: Table, row: Row, { column, parts }: Total): Finding | undefined {
  const blank = row.cells[column];
  const printed = [...parts].map((part) => row.cells[part]).filter(hasAmount);
  const [first] = printed.filter(({ amount }) => !amount.value.isZero());
  if (blank?.text !== '' || !first || (row.kind !== 'data' && row.kind !== 'total')) return undefined;
  const sum = printed.reduce((all, { amount }) => all.plus(amount.value), new Money(0));
  // A blank is how nothing is printed.
  if (sum.isZero()) return undefined;
  // With a blank in front a row may as well have slid: then another row must print the same total.
  const isPrinted = table.rows.some(({ cells }) => cells[column]?.amount?.value.eq(sum));
  if (!row.bound && !isPrinted) return undefined;
  const decimals = maxOf(printed, ({ amount }) => amount.decimals);
  const newText = formatAmount(sum, decimals, styleIn(table, first));
  return {
    rule: 'missing-cell',
    // An amount is missing and not a word, and what it is the row shows.
    severity: 'warning',
    range: rangeOf(first.span),
    params: { state: 'total', printed: table.columns[column]?.label ?? '', meant: newText },
    related: [],
    fixes: [
      {
        action: { kind: 'replace-amount', newText },
        preferred: true,
        edits: [{ range: rangeOf(blank.span), newText }],
      },
    ],
  };
}
