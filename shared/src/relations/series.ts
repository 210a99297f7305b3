import { totalRank } from '../disclosure/labels.ts';
import type { Column, Side, SideRow, Table } from '../disclosure/table.ts';
import { parseNumbering } from '../text/numbering.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import type { Term } from './relation.ts';
import { termAt } from './terms.ts';

/** The figures of one column by what their rows say they are: `2010301`, or the words of the label. */
export interface Series {
  readonly table: Table;
  readonly column: Column;
  readonly terms: ReadonlyMap<string, Term>;
}

/** One figure alone shows nothing of what its column has in common with another. */
const MIN_TERMS = 2;

/** The series of a table, one a column of amounts. Keys that several rows of a block share are left out. */
export const seriesOf = remember((table: Table): readonly Series[] =>
  table.sides.flatMap((side) =>
    side.amountColumns
      .filter(({ kind }) => kind === 'amount')
      .flatMap((column) => {
        const terms = termsOf(side, column);
        return terms.size < MIN_TERMS ? [] : { table, column, terms };
      }),
  ),
);

/** The series that the cells of a column stand in, where the column has one. */
export function seriesAt(table: Table, column: number): Series | undefined {
  return seriesOf(table).find((series) => series.column.index === column);
}

function termsOf(side: Side, column: Column): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  const repeated = new Set<string>();
  for (const entry of side.rows) {
    const key = rowKey(entry);
    const term = key === undefined ? undefined : termAt(entry, column);
    if (key === undefined || !term) continue;
    if (terms.has(key)) repeated.add(key);
    terms.set(key, term);
  }
  for (const key of repeated) terms.delete(key);
  return terms;
}

/**
 * What a row is in any table: its code, but a 类 by its name, which tables of words print too; 合计 for the
 * total of the whole, whatever it is called.
 */
export function rowKey({ row, label, code }: SideRow): string | undefined {
  if (row.body !== undefined) return undefined;
  if (code) return code.digits.length > 3 ? code.digits : nameKey(code.name);
  if (totalRank(label) > 1) return compactLabel(label).startsWith('本年') ? '本年合计' : '合计';
  return row.kind === 'total' ? '合计' : nameKey(label);
}

/** A name without numbering, a code glued to it, and 支出 at its end. */
function nameKey(name: string): string | undefined {
  const label = compactLabel(name);
  const own = label.slice(parseNumbering(label)?.length ?? 0);
  const key = own.replace(/^(?:其中:?|\d{3}(?!\d))/, '').replace(/支出$/, '');
  return key === '' ? undefined : key;
}

/** Whether a key is the code of a 款 or 项, and not that of a 类 or the words of a label. */
export function isCodeKey(key: string): boolean {
  return /^\d{5,}$/.test(key);
}
