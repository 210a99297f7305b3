import { remember, rememberLast } from '../text/remember.ts';
import { rememberAround } from '../text/rememberAround.ts';
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

/** A heading, and the totals below it. */
interface Claim {
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * Settles columns that two headings claim, by the document's other tables: the same heading has the same
 * total there. All claims of a table are settled alike, and only where one side has witnesses and the other
 * has fewer; otherwise the columns stay without a heading.
 */
export function settleRivals(tables: readonly PlacedTable[]): readonly PlacedTable[] {
  const contested = new Set(tablesWithRivals(tables));
  if (contested.size === 0) return tables;
  const all = tablesOf(tables);
  return tables.map((placed) => {
    const { line, table } = placed;
    return contested.has(placed) ? placeTable(settled(table, winningSide(table, all)), line) : placed;
  });
}

const tablesOf = rememberEach(({ table }: PlacedTable) => [table]);

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

const winningSide = rememberAround((table: Table, tables: readonly Table[]): number | undefined => {
  const [body = 0, total = 0] = claimsOf(table).map(
    (claims) => claims.filter((claim) => tables.some((other) => bearsOut(other, claim))).length,
  );
  return body === total ? undefined : body > total ? 0 : 1;
}, hasWitness);

function hasWitness(table: Table, other: Table): boolean {
  return claimsOf(table).some((claims) => claims.some((claim) => bearsOut(other, claim)));
}

/** Whether a table has one of the totals under the same heading. */
function bearsOut(table: Table, { name, values }: Claim): boolean {
  const known = testimony(table).get(name);
  return known !== undefined && values.some((value) => known.includes(value));
}

/** What each side claims for the contested columns. */
const claimsOf = remember((table: Table) =>
  [0, 1].map((side) =>
    table.columns.flatMap((column): Claim[] => {
      const heading = column.rivals?.[side];
      return heading ? [{ name: nameOf(heading), values: totalsIn(table, column) }] : [];
    }),
  ),
);

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
