import type { Column, PlacedTable, Side, SideRow, Table } from '../disclosure/table.ts';
import { type Decimal, Money } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { partsInGroup } from './declaredParts.ts';
import { holds, type Rounding } from './interval.ts';
import type { Term } from './relation.ts';
import { isFilled, relationIn } from './rowSupport.ts';
import { roundingOf } from './scale.ts';
import { rowKey, seriesOf } from './series.ts';
import { termAt } from './terms.ts';
import { tieOfSum } from './tie.ts';

/** Rows that show what a group consists of, beside those in which its total has more. */
const MIN_SHOWING = 2;

/** A row in which the total of a group has more than the group. */
interface Row {
  readonly entry: SideRow;
  /** The total of the group, and what it should be: nothing where none of its columns has a figure. */
  readonly total: Term;
  readonly meant: Decimal;
  readonly parts: readonly Term[];
  /** The figure beside the group, and the total of the whole row, which counts it once. */
  readonly beside: Term;
  readonly whole: Term;
}

/** A group of columns whose total also counts the column beside the group. */
export interface CountedBeside {
  readonly total: Column;
  readonly beside: Column;
  readonly rows: readonly Row[];
  /** What another table prints for the group, without the column beside it. */
  readonly witness: { readonly home: PlacedTable; readonly term: Term };
}

/**
 * Totals of groups that count a column which the header sets beside the group: 社会保障缴费 › 合计 with the 住房公积金 that has
 * a column of its own. The rows agree with each other, so that their sums hold all the same: in each row in which the column
 * has a figure the group's total is too large by it, in all others it is right, and the row's total counts the figure once.
 * As the header may have been misread, another table has to print the group as it would be without the column.
 */
export function countedBeside(home: PlacedTable, others: readonly PlacedTable[]): CountedBeside[] {
  return suspectsIn(home.table).flatMap((suspect): CountedBeside[] => {
    const found = others.flatMap((other) => witnessesIn(home.table, suspect, other));
    const [witness] = found;
    return witness && found.every(({ agrees }) => agrees) ? [{ ...suspect, witness }] : [];
  });
}

type Suspect = Omit<CountedBeside, 'witness'>;

const suspectsIn = remember((table: Table): readonly Suspect[] => {
  const [side, second] = table.sides;
  if (!side || second || table.open || table.headless) return [];
  return side.amountColumns.flatMap((total, index) => {
    if (total.totalRank === 0 || total.path.length !== 2) return [];
    const behind = side.amountColumns.slice(index + 1);
    const parts = partsInGroup(total, behind);
    const beside = behind[parts.length];
    if (parts.length < 2 || beside?.path.length !== 1 || beside.totalRank > 0 || beside.kind !== 'amount')
      return [];
    return suspectOf(side, { total, parts, beside }, roundingOf(table)) ?? [];
  });
});

interface Group {
  readonly total: Column;
  readonly parts: readonly Column[];
  readonly beside: Column;
}

/** The total of all columns, and those that it sums without the one beside the group. */
interface Whole {
  readonly column: Column;
  readonly parts: readonly Column[];
}

function wholeOf({ amountColumns }: Side, beside: Column): Whole | undefined {
  const [column, ...behind] = amountColumns.filter(({ kind }) => kind !== 'of-which');
  if (!column || column.totalRank < 2 || column.path.length !== 1) return undefined;
  const parts = behind.filter(
    (each, index) =>
      each !== beside && (each.path.length === 1 || behind[index - 1]?.path[0] !== each.path[0]),
  );
  return parts.every(({ path, totalRank }) => path.length === 1 || totalRank > 0)
    ? { column, parts }
    : undefined;
}

function suspectOf(side: Side, { total, parts, beside }: Group, rounding: Rounding): Suspect | undefined {
  const whole = wholeOf(side, beside);
  if (!whole) return undefined;
  const rows: Row[] = [];
  const showing = new Set<string>();
  for (const entry of side.rows) {
    const own = relationIn(entry, total, parts);
    if (!isFilled(entry, beside)) {
      if (own && !holds(own, rounding)) return undefined;
      if (own) showing.add(own.total.cell.amount.value.toString());
      continue;
    }
    const row = rowWithBoth(entry, { total, parts, beside }, whole, rounding);
    if (!row) return undefined;
    rows.push(row);
  }
  return rows.length > 0 && showing.size >= MIN_SHOWING ? { total, beside, rows } : undefined;
}

/** A row with a figure beside the group, if the group's total is too large by it and the row's total is not. */
function rowWithBoth(entry: SideRow, group: Group, whole: Whole, rounding: Rounding): Row | undefined {
  const [total, beside, all] = [group.total, group.beside, whole.column].map((column) =>
    termAt(entry, column),
  );
  if (!total || !beside || !all) return undefined;
  const termsOf = (columns: readonly Column[]) => columns.flatMap((column) => termAt(entry, column) ?? []);
  const isSum = (of: Term, terms: readonly Term[]) => {
    const relation = { total: of, parts: terms, row: entry.label, column: group.total.label };
    return holds({ rule: 'row-sum', ...relation }, rounding);
  };
  const parts = termsOf(group.parts);
  const isRight = parts.length > 0 && isSum(total, parts);
  if (isRight || !isSum(total, [...parts, beside]) || !isSum(all, termsOf(whole.parts))) return undefined;
  const meant = parts.reduce((value, { cell }) => value.plus(cell.amount.value), new Money(0));
  return { entry, total, meant, parts, beside, whole: all };
}

/** What a column of another table that is named like the group prints in the row of the whole. */
function witnessesIn(table: Table, { total, rows }: Suspect, home: PlacedTable) {
  const name = compactLabel(total.path[0] ?? '');
  const gathering = rows.find(({ entry }) => rowKey(entry) === '合计');
  const series = seriesOf(home.table).filter(({ column }) => compactLabel(column.path.at(-1) ?? '') === name);
  const [only, second] = series;
  const term = only?.terms.get('合计');
  if (!gathering || !term || second) return [];
  const tie = tieOfSum({ table: home.table, term }, table, gathering.parts);
  return tie ? [{ home, term, agrees: tie.standing !== 'broken' }] : [];
}
