import { remember, rememberLast } from '../text/remember.ts';
import { settleColumn } from './columns.ts';
import { type Column, type Heading, isAmountCell, type PlacedTable, type Table } from './table.ts';

/** What total rows of other tables say: which values stand under which heading. */
type Witnesses = ReadonlySet<string>;

/**
 * Settles columns that two headings claim, by the document's other tables: the same heading has the same
 * total there. All claims of a table are settled alike, and only where one side has witnesses and the other
 * has fewer; otherwise the columns stay without a heading.
 */
export function settleRivals(tables: readonly PlacedTable[]): PlacedTable[] {
  if (!tables.some(({ table }) => hasRivals(table))) return [...tables];
  const witnesses = new Set(tables.flatMap(({ table }) => testimony(table)));
  return tables.map(({ line, table }) => ({
    line,
    table: hasRivals(table) ? settled(table, winningSide(table, witnesses)) : table,
  }));
}

const settled = rememberLast((table: Table, side: number | undefined): Table => {
  if (side === undefined) return table;
  const columns = table.columns.map((column) => {
    const heading = column.rivals?.[side];
    return heading ? settleColumn(column, heading) : column;
  });
  const at = (column: Column): Column => columns[column.index] ?? column;
  const sides = table.sides.map((each) => ({ ...each, amountColumns: each.amountColumns.map(at) }));
  return { ...table, columns, sides };
});

function winningSide(table: Table, witnesses: Witnesses): number | undefined {
  const [body = 0, total = 0] = [0, 1].map(
    (side) =>
      table.columns.filter((column) => {
        const heading = column.rivals?.[side];
        return heading && totalsIn(table, column).some((value) => witnesses.has(witnessOf(heading, value)));
      }).length,
  );
  return body === total ? undefined : body > total ? 0 : 1;
}

/** The totals of a table that stand straight under their headings. */
const testimony = remember((table: Table): readonly string[] =>
  table.columns.flatMap((column) => {
    if (column.aside || column.kind !== 'amount' || column.path.length === 0) return [];
    const heading = { column: column.index, path: column.path };
    return totalsIn(table, column).map((value) => witnessOf(heading, value));
  }),
);

function totalsIn(table: Table, column: Column): string[] {
  return table.rows.flatMap((row) => {
    const cell = row.kind === 'total' && row.bound ? row.cells[column.index] : undefined;
    return isAmountCell(cell) ? cell.amount.value.toString() : [];
  });
}

function witnessOf({ path }: Heading, value: string): string {
  return `${path.at(-1) ?? ''} ${value}`;
}

function hasRivals(table: Table): boolean {
  return table.columns.some((column) => column.rivals !== undefined);
}
