import type { AmountCell, Cell, PlacedTable, SideRow, Table } from '../disclosure/table.ts';
import type { Decimal } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { classOfRow } from './besideClass.ts';
import { printsAlike } from './printedElsewhere.ts';
import type { Term } from './relation.ts';
import { isTerm } from './terms.ts';

/** A figure of another table. */
export interface Place {
  readonly placed: PlacedTable;
  readonly term: Term;
  /** The 类 of its row, where it is the first figure and so the whole of it. */
  readonly code?: string;
}

/** Where other tables of the disclosure print a value, those first in which a row is known for it. */
export function placesOf(value: Decimal, { table }: PlacedTable, tables: readonly PlacedTable[]): Place[] {
  const places = tables.flatMap((placed) => {
    if (placed.table === table || !printsAlike(table, placed.table)) return [];
    return (figuresOf(placed.table).get(value.toString()) ?? []).map((figure) => ({ placed, ...figure }));
  });
  return [
    ...places.filter(({ term }) => term.label !== ''),
    ...places.filter(({ term }) => term.label === ''),
  ];
}

const figuresOf = remember((table: Table): ReadonlyMap<string, readonly Omit<Place, 'placed'>[]> => {
  const entries = new Map<unknown, SideRow>(
    table.sides.flatMap(({ rows }) =>
      rows.flatMap((entry): [unknown, SideRow][] => (entry.row.bound ? [[entry.row, entry]] : [])),
    ),
  );
  const figures = new Map<string, Omit<Place, 'placed'>[]>();
  for (const row of table.rows) {
    const entry = entries.get(row);
    const code = entry && classOfRow(entry);
    for (const [index, cell] of row.cells.filter(isMoney).entries()) {
      const key = cell.amount.value.toString();
      const isOfClass = index === 0 && code !== undefined;
      const place = { term: { cell, label: entry?.label ?? '' }, ...(isOfClass && { code }) };
      figures.set(key, [...(figures.get(key) ?? []), place]);
    }
  }
  return figures;
});

/** Whether a cell is an amount of money, as its decimals tell. */
export function isMoney(cell: Cell | undefined): cell is AmountCell {
  return isTerm(cell) && cell.amount.decimals > 0 && cell.amount.value.gt(0);
}
