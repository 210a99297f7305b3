import type { AmountCell, Cell, SideRow, Table } from '../disclosure/table.ts';
import { remember, rememberPair } from '../text/remember.ts';
import { rowKey, seriesOf } from './series.ts';
import { isLong } from './slips.ts';
import { sourceOf, sourcesIn } from './sourceTies.ts';

/** What a table prints for the same thing as a row: several figures where it has several columns. */
export function printedFor(entry: SideRow, table: Table): readonly AmountCell[] {
  return keysOf(entry).flatMap((key) => figuresOf(table).get(key) ?? []);
}

/** Whether a table prints the very figure of a cell for the same thing as a row. */
export function prints(table: Table, entry: SideRow, cell: AmountCell): boolean {
  const printed = pairsOf(table);
  return pairsWith(entry, cell).some((pair) => printed.has(pair));
}

/** What rows are with what they have, as one key. */
const pairsOf = remember(
  (table: Table): ReadonlySet<string> =>
    new Set([...figuresOf(table)].flatMap(([key, cells]) => cells.map((cell) => pairOf(key, cell)))),
);

const pairsWith = rememberPair((entry: SideRow, cell: AmountCell): readonly string[] =>
  keysOf(entry).map((key) => pairOf(key, cell)),
);

function pairOf(key: string, { amount }: AmountCell): string {
  return `${key} ${amount.value.toString()}`;
}

/** Tables of one unit and one year print the same figure alike. */
export function printsAlike(table: Table, other: Table): boolean {
  return table.unit !== undefined && table.unit.unit === other.unit?.unit && table.year === other.year;
}

/** Whether a table prints something for any of the rows of another, in the same unit and of the same year. */
export function printsSameRows(table: Table, other: Table): boolean {
  return printsAlike(table, other) && hasSameRows(table, other);
}

const hasSameRows = rememberPair((table: Table, other: Table): boolean => {
  const figures = figuresOf(other);
  return keysIn(table).some((key) => figures.has(key));
});

/** What the rows of a table are. */
const keysIn = remember(({ sides }: Table): readonly string[] =>
  sides.flatMap(({ rows }) => rows.flatMap(keysOf)),
);

/** What the other tables print for the thing that a cell of a table stands for. */
export function printedInRow(
  cell: AmountCell,
  table: Table,
  others: readonly Table[],
): readonly AmountCell[] {
  const entry = entriesOf(table).get(cell);
  return entry ? others.flatMap((other) => (printsAlike(table, other) ? printedFor(entry, other) : [])) : [];
}

/**
 * What other tables print for the same thing as a cell, if none of them prints what the cell has. Their scope may be
 * another, so that this says nothing of its own; only that a sum asks for the very same long figure is no chance.
 */
export function figuresElsewhere(
  cell: AmountCell,
  table: Table,
  others: readonly Table[],
): readonly AmountCell[] {
  const figures = printedInRow(cell, table, others);
  const isConfirmed = figures.some(({ amount }) => amount.value.eq(cell.amount.value));
  return isConfirmed ? [] : figures.filter(({ amount }) => isLong(amount.value, amount.decimals));
}

const entriesOf = remember(
  (table: Table): ReadonlyMap<Cell, SideRow> =>
    new Map(
      table.sides.flatMap(({ rows, amountColumns }) =>
        rows.flatMap((entry) =>
          amountColumns.flatMap(({ index }): [Cell, SideRow][] => {
            const cell = entry.row.cells[index];
            return cell ? [[cell, entry]] : [];
          }),
        ),
      ),
    ),
);

const keysOf = remember((entry: SideRow): readonly string[] => {
  const source = sourceOf(entry.label);
  return [rowKey(entry), source && `source ${source}`].flatMap((key) => key ?? []);
});

/** The figures of a table by what their rows say they are, and those of the sources of funds. */
const figuresOf = remember((table: Table): ReadonlyMap<string, readonly AmountCell[]> => {
  const figures = new Map<string, AmountCell[]>();
  const add = (key: string, { cell }: { readonly cell: AmountCell }) => {
    const known = figures.get(key);
    if (known) known.push(cell);
    else figures.set(key, [cell]);
  };
  for (const { terms } of seriesOf(table)) for (const [key, term] of terms) add(key, term);
  for (const [source, term] of sourcesIn(table)) add(`source ${source}`, term);
  return figures;
});
