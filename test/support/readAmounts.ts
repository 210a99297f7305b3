import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Binding, bindingsOf } from '#core/disclosure/binding.ts';
import type { Disclosure } from '#core/disclosure/disclosure.ts';
import type { Table } from '#core/disclosure/table.ts';

/** An amount with what it belongs to, as test/truth/amounts/README.md describes it. */
export interface ReadAmount {
  readonly table: string;
  readonly tableNumber: number;
  readonly row: string;
  readonly column: string;
  readonly columnNumber: number;
  readonly unit: string;
  readonly value: string;
  readonly meant?: { readonly row?: string; readonly unit?: string };
  readonly flattened?: boolean;
}

interface ReadList {
  readonly amounts: readonly ReadAmount[];
  readonly uncertain?: readonly Partial<ReadAmount>[];
}

/** The amounts that somebody read in the tables of a seed, by its short name. */
export function readList(seed: string): ReadList {
  const path = join(import.meta.dirname, '../truth/amounts', `${seed}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as ReadList;
}

/** What the program makes of a listed amount. `wrong` only where it claims another row or column for all of them. */
export type Verdict = 'bound' | 'unbound' | 'wrong';

/**
 * Looks a listed amount up among the program's bindings. The tables of a title go on until the next title;
 * forms without title are found by their first cells.
 */
export function judge(disclosure: Disclosure, amount: ReadAmount): Verdict {
  const bindings = tablesOf(disclosure, amount.table, amount.tableNumber).flatMap((table) =>
    bindingsOf(table).map((binding) => ({ binding, unit: table.unit?.unit })),
  );
  const same = bindings.filter(({ binding }) => binding.amount.value.eq(amount.value));
  const known = same.filter(({ binding }) => binding.certainty !== 'unknown');
  const inRow = known.filter(({ binding }) => isRow(binding, amount));
  const right = inRow.filter(
    ({ binding, unit }) => isColumn(binding, amount) && (unit === amount.unit || unit === amount.meant?.unit),
  );
  if (right.length > 0) return 'bound';
  // The same value often stands in several columns of its row; it is wrong only if none is left unknown.
  return inRow.length > 0 && same.length === known.length && inRow.every(({ binding }) => binding.column)
    ? 'wrong'
    : 'unbound';
}

function tablesOf(disclosure: Disclosure, title: string, number: number): Table[] {
  const tables = disclosure.tables.map(({ table }) => table);
  const starts = tables.flatMap((table, index) => (table.title ? index : []));
  const titled = (fits: (own: string) => boolean) =>
    starts.filter((index) => fits(plain(tables[index]?.title?.text ?? '')));
  const wanted = plain(title);
  const equal = titled((own) => own === wanted);
  const found = equal.length > 0 ? equal : titled((own) => own.includes(wanted));
  const start = found[number - 1];
  if (start !== undefined) {
    const end = starts.find((index) => index > start) ?? tables.length;
    return tables.slice(start, end);
  }
  const forms = tables.filter((table) =>
    table.rows
      .slice(0, 2)
      .some((row) => row.cells.some((cell) => cell && plain(cell.text).startsWith(wanted))),
  );
  const form = forms[number - 1];
  return form ? tables.slice(tables.indexOf(form), tables.indexOf(form) + 2) : [];
}

function isRow({ row }: Binding, amount: ReadAmount): boolean {
  const label = row && plain(row.label);
  return (
    row !== undefined &&
    (row.code === amount.row ||
      label === plain(amount.row) ||
      (amount.meant?.row !== undefined && label === plain(amount.meant.row)))
  );
}

/** A form names an amount by its label alone; where a heading is claimed, it must be the right one. */
function isColumn({ column, reason }: Binding, amount: ReadAmount): boolean {
  if (!column) return reason === 'form';
  return column.heading + 1 === amount.columnNumber;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<[^>]*>|[\s*_#|]+/g, '')
    .replace(/[“”]/g, '"');
}
