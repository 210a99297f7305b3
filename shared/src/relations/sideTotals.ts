import { totalRank } from '../disclosure/labels.ts';
import type { Side, SideRow } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import type { Anchor } from './anchors.ts';

/** What a total of a block of income or expenditure is of: 收入总计, 本年支出合计; undefined for any other row. */
export function sideTotal(entry: SideRow, side: Side): Anchor | undefined {
  const { label } = entry;
  const { rows } = side;
  const words = compactLabel(label);
  const rank = totalRank(label);
  if (rank < 2) return undefined;
  // A final account prints 总计 below either side; the other totals of the side tell which it is.
  if (words === '总计') {
    const [income, expenditure] = ['收入', '支出'].map((side) =>
      rows.some((other) => compactLabel(other.label).startsWith(`本年${side}`)),
    );
    if (income === expenditure) return undefined;
    return income ? 'income' : 'expenditure';
  }
  // 收入合计 is that of the year where 收入总计 stands below it with what was carried over.
  const of = /^(收入|支出)合计$/.exec(words)?.[1];
  const hasGrand = rows.some((other) => compactLabel(other.label) === `${of}总计`);
  if (of) return `${of === '收入' ? 'income' : 'expenditure'}${hasGrand ? '-of-year' : ''}`;
  if (/^收入总计$/.test(words)) return 'income';
  if (/^支出总计$/.test(words)) return 'expenditure';
  const year = /^本年(收入|支出)(?:合计|总计)$/.exec(words)?.[1];
  if (!year || isCutBelow(entry, side)) return undefined;
  return year === '收入' ? 'income-of-year' : 'expenditure-of-year';
}

/** 上年结转 below 本年收入合计, and no 收入总计: the end of the table was lost, and the year's own is not all there is. */
function isCutBelow(entry: SideRow, { rows, amountColumns }: Side): boolean {
  const below = rows.slice(rows.indexOf(entry) + 1);
  const isTotal = ({ label }: SideRow) => /总计$/.test(compactLabel(label));
  const hasAmount = ({ row }: SideRow) =>
    amountColumns.some(({ index }) => row.cells[index]?.amount?.value.isZero() === false);
  return below.some(hasAmount) && !below.some(isTotal);
}
