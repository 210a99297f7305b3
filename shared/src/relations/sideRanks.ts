import { isTotalLabel, totalRank } from '../disclosure/labels.ts';
import type { Side, SideRow, Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { termAt } from './terms.ts';

/** 收入 | 支出 abreast, below a header. */
export function isIncomeAndExpenditure(table: Table): boolean {
  const [income, ...others] = table.sides.map((side) =>
    side.rows.flatMap(({ label }) => (totalRank(label) > 0 ? compactLabel(label) : [])),
  );
  if (!income?.some((label) => label.includes('收入')) || !table.rows.some((row) => row.kind === 'header'))
    return false;
  return (
    others.length > 0 &&
    others.every((labels) => labels.length === 0 || labels.some((label) => label.includes('支出')))
  );
}

/** 本年收入小计, 当年收入小计: the year's own, below which 收入合计 adds what was carried over. */
const YEAR_SUBTOTAL = 1.5;

/** 3 for 总计, 2 for 合计, less for the 小计 of a year, 0 for rows that sum less than their whole list. */
export function rowRank(label: string): number {
  if (!isTotalLabel(label)) return 0;
  const rank = totalRank(label);
  return rank === 1 ? (/^[本当]年/.test(compactLabel(label)) ? YEAR_SUBTOTAL : 0) : rank;
}

/**
 * 3 for 总计, 2 for 合计; a nameless amount beside a total of another block is that block's own total, and one below a
 * total without amounts is that total's, for OCR parts tall rows. The blocks list the same rows, so the row abreast
 * has the same index.
 */
export function levelOf(table: Table, side: Side, index: number): number {
  const entry = side.rows[index];
  if (!entry) return 0;
  const own = rowRank(entry.label);
  const [above, next] = [side.rows[index - 1], side.rows[index + 1]];
  if (own > 0) return !hasFigure(side, entry) && isNamelessFigure(side, next) ? 0 : own;
  if (!isNamelessFigure(side, entry)) return 0;
  const parted = above && !hasFigure(side, above) ? rowRank(above.label) : 0;
  return Math.max(parted, ...table.sides.map((other) => rowRank(other.rows[index]?.label ?? '')));
}

function hasFigure({ amountColumns }: Side, entry: SideRow): boolean {
  return amountColumns.some((column) => termAt(entry, column));
}

function isNamelessFigure(side: Side, entry: SideRow | undefined): boolean {
  return entry !== undefined && compactLabel(entry.label) === '' && hasFigure(side, entry);
}
