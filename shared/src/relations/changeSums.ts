import type { Column, Side, SideRow, Table } from '../disclosure/table.ts';
import { maxOf } from '../text/lists.ts';
import { compactLabel } from '../text/width.ts';
import { isChangeColumn } from './changeColumns.ts';
import { holds, type Rounding } from './interval.ts';
import type { SumRelation } from './relation.ts';
import { isUnreadable, type Proposal, termAt } from './terms.ts';

const YEAR_BEFORE = /上年|上一年|去年|执行/;

/** Rows of different figures that have to agree, and how many of them one exception takes. */
const MIN_WITNESSES = 2;
const WITNESSES_PER_EXCEPTION = 6;

/**
 * 增减额 = 本年 − 上年 across each row (A19), stated as the sum 本年 = 上年 + 增减额. The headings name the change and the
 * year before; which column is this year's is what the rows bear out.
 */
export function changeSums(table: Table, rounding: Rounding): Proposal[] {
  return table.sides.flatMap((side) => {
    const amounts = side.amountColumns.filter(({ kind }) => kind === 'amount');
    return amounts.filter(isChangeColumn).flatMap((change) => {
      const others = amounts.filter((column) => !isChangeColumn(column));
      const compared = comparedWith(side, change, others, rounding);
      return compared ? proposals(side, compared, rounding) : [];
    });
  });
}

/** This year's column, last year's, and that of the change between them. */
interface Compared {
  readonly now: Column;
  readonly before: Column;
  readonly change: Column;
}

function comparedWith(
  side: Side,
  change: Column,
  others: readonly Column[],
  rounding: Rounding,
): Compared | undefined {
  const pairs = others.flatMap((before) =>
    others
      .filter((now) => isEarlier(before, now))
      .map((now) => ({
        compared: { now, before, change },
        ...witnesses(side, { now, before, change }, rounding),
      })),
  );
  const borneOut = pairs.filter(
    ({ holding, failing }) =>
      holding >= MIN_WITNESSES && (failing <= 1 || failing * WITNESSES_PER_EXCEPTION <= holding),
  );
  const most = maxOf(borneOut, ({ holding }) => holding);
  const best = borneOut.filter(({ holding }) => holding === most).map(({ compared }) => compared);
  // 合计 and 基本支出 may agree in every row.
  const totals = best.filter(({ now }) => now.totalRank > 0);
  const [first, second] = totals.length > 0 ? totals : best;
  return second ? undefined : first;
}

/** Whether the headings say that one column is of the year before the other's. */
export function isEarlier(before: Column, now: Column): boolean {
  const [earlier, later] = [before, now].map(({ path }) => path.map(compactLabel).join(' '));
  if (earlier === undefined || later === undefined || YEAR_BEFORE.test(later)) return false;
  const [from, to] = [earlier, later].map((words) => /\d{4}(?=年)/.exec(words)?.[0]);
  if (from !== undefined && to !== undefined && from !== to) return from < to;
  return YEAR_BEFORE.test(earlier);
}

/** In how many rows of different figures the change is that of the two, and in how many not. */
function witnesses(
  { rows }: Side,
  compared: Compared,
  rounding: Rounding,
): { readonly holding: number; readonly failing: number } {
  const agreeing = new Map<string, boolean>();
  for (const entry of rows) {
    const relation = relationIn(entry, compared);
    if (!relation) continue;
    const figures = [relation.total, ...relation.parts].map(({ cell }) => cell.amount.value.toString());
    agreeing.set(figures.join(' '), holds(relation, rounding));
  }
  const holding = [...agreeing.values()].filter((agrees) => agrees).length;
  return { holding, failing: agreeing.size - holding };
}

function proposals(side: Side, compared: Compared, rounding: Rounding): Proposal[] {
  const { holding } = witnesses(side, compared, rounding);
  return side.rows.flatMap((entry): Proposal[] => {
    const relation = relationIn(entry, compared);
    const certain = !isUnreadable(entry, compared.before);
    return relation ? [{ relation: { ...relation, witnesses: holding }, certain }] : [];
  });
}

/** Undefined where this year's figure or the change is blank: a blank may stand for a change not worked out. */
function relationIn(entry: SideRow, { now, before, change }: Compared): SumRelation | undefined {
  const [total, last, difference] = [now, before, change].map((column) => {
    const term = termAt(entry, column);
    return term && { ...term, label: column.label };
  });
  if (!total || !difference) return undefined;
  const parts = last ? [last, difference] : [difference];
  return { rule: 'row-sum', total, parts, row: entry.label, column: now.label };
}
