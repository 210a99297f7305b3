import type { Side, Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import type { SumRelation, Term } from './relation.ts';
import { isIncomeAndExpenditure, levelOf } from './sideRanks.ts';
import { type Proposal, termAt } from './terms.ts';

/**
 * 收入总计 = 支出总计: the grand totals of the blocks abreast, each in its block's first column. The totals of
 * the year may differ by what is carried over; where they agree, that confirms both.
 */
export function balances(table: Table): Proposal[] {
  // Insurance funds keep a surplus: their income need not equal their expenditure.
  if (!isIncomeAndExpenditure(table) || table.title?.text.includes('社会保险基金')) return [];
  return [...balancesOf(table, 3, true), ...balancesOf(table, 2, false)];
}

function balancesOf(table: Table, rank: number, certain: boolean): Proposal[] {
  const [first, ...others] = table.sides;
  const income = first && lastTotal(table, first, rank, '收入');
  if (!income?.label.includes('收入')) return [];
  return others.flatMap((side) => {
    const total = lastTotal(table, side, rank, '支出');
    if (!total) return [];
    const relation: SumRelation = { rule: 'balance', total, parts: [income], row: total.label, column: '' };
    return { relation, certain };
  });
}

/** 总计, as final accounts call the totals of both sides. */
const BARE = /^[总合]计$/;

/** The last total of a rank of a side. `name`: what is in front of 总计 where the row does not say it. */
function lastTotal(table: Table, side: Side, rank: number, name: string): Term | undefined {
  const last = side.rows[side.rows.findLastIndex((_, index) => levelOf(table, side, index) === rank)];
  const [column] = side.amountColumns;
  const term = last && column && termAt(last, column);
  if (!term) return undefined;
  const label = compactLabel(term.label);
  if (label === '') return { cell: term.cell, label: '支出总计' };
  return { cell: term.cell, label: BARE.test(label) ? name + label : label };
}
