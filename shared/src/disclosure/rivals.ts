import { remember, rememberLast } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { settleColumn } from './columns.ts';
import {
  type Column,
  type Heading,
  isAmountCell,
  type PlacedTable,
  placeTable,
  type Table,
} from './table.ts';

/** What the total rows of all tables have under a heading. */
type Witnesses = (heading: string) => ReadonlySet<string>;

/**
 * Settles columns that two headings claim, by the document's other tables: the same heading has the same
 * total there. All claims of a table are settled alike, and only where one side has witnesses and the other
 * has fewer; otherwise the columns stay without a heading.
 */
export function settleRivals(tables: readonly PlacedTable[]): readonly PlacedTable[] {
  const contested = new Set(tablesWithRivals(tables));
  if (contested.size === 0) return tables;
  const witnesses = witnessesIn(tables);
  return tables.map((placed) => {
    const { line, table } = placed;
    return contested.has(placed) ? placeTable(settled(table, winningSide(table, witnesses)), line) : placed;
  });
}

const tablesWithRivals = rememberEach((placed: PlacedTable) =>
  placed.table.columns.some(({ rivals }) => rivals !== undefined) ? [placed] : [],
);

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
  const [body = 0, total = 0] = claimsOf(table).map(
    (claims) =>
      claims.filter(({ name, values }) => values.some((value) => witnesses(name).has(value))).length,
  );
  return body === total ? undefined : body > total ? 0 : 1;
}

/** What each side claims for the contested columns: a heading, and the totals below it. */
const claimsOf = remember((table: Table) =>
  [0, 1].map((side) =>
    table.columns.flatMap((column) => {
      const heading = column.rivals?.[side];
      return heading ? { name: nameOf(heading), values: totalsIn(table, column) } : [];
    }),
  ),
);

function witnessesIn(tables: readonly PlacedTable[]): Witnesses {
  const byName = new Map<string, ReadonlySet<string>>();
  return (name) => {
    const known = byName.get(name);
    if (known) return known;
    const values = new Set(tables.flatMap(({ table }) => testimony(table).get(name) ?? []));
    byName.set(name, values);
    return values;
  };
}

/** The totals of a table that stand straight under their headings, by these. */
const testimony = remember((table: Table): ReadonlyMap<string, readonly string[]> => {
  const byName = new Map<string, string[]>();
  for (const column of table.columns) {
    if (column.aside || column.kind !== 'amount' || column.path.length === 0) continue;
    const name = nameOf(column);
    byName.set(name, [...(byName.get(name) ?? []), ...totalsIn(table, column)]);
  }
  return byName;
});

function totalsIn(table: Table, column: Column): string[] {
  return table.rows.flatMap((row) => {
    const cell = row.kind === 'total' && row.bound ? row.cells[column.index] : undefined;
    return isAmountCell(cell) ? cell.amount.value.toString() : [];
  });
}

function nameOf({ path }: Pick<Heading, 'path'>): string {
  return path.at(-1) ?? '';
}
