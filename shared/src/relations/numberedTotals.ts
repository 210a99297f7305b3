import { countsThings, totalRank } from '../disclosure/labels.ts';
import { holdsMoney, type Side, type Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { type Item, nest } from './itemTree.ts';
import { columnSum, isUnreadable, type Proposal, termAt } from './terms.ts';

/**
 * Items of a numbered list that are called totals, over the items below them that are numbered from one: （一）支出合计 over
 * 1. 因公出国（境）费, 2. … 3. …, （一）车辆数合计（辆） over the kinds of vehicles, （一）政府采购支出合计 over goods, works and
 * services, as the forms of 机构运行信息 print them (A12, A17, A22).
 */
export function numberedTotals(table: Table): Proposal[] {
  if (table.coded || table.indicators || table.open || table.headless) return [];
  return table.sides.flatMap((side) => nest(side.rows).flatMap((item) => totalsIn(item, side)));
}

function totalsIn(item: Item, side: Side): Proposal[] {
  const below = item.children.flatMap((child) => totalsIn(child, side));
  return isTotalOfItems(item) ? [...sumsOf(item, side), ...below] : below;
}

/** A total that has a number itself, and numbered items below it without a gap, all of them its own. */
function isTotalOfItems({ entry, ofWhich, children }: Item): boolean {
  const { numbering, label } = entry;
  const name = compactLabel(label).slice(numbering?.length ?? 0);
  const isNumbered = children.every((child, at) => !child.ofWhich && child.entry.numbering?.value === at + 1);
  return numbering !== undefined && !ofWhich && totalRank(name) > 1 && children.length > 1 && isNumbered;
}

function sumsOf({ entry, children }: Item, { amountColumns }: Side): Proposal[] {
  const parts = children.map((child) => child.entry);
  const isCount = countsThings(entry.label);
  return amountColumns.filter(holdsMoney).flatMap((column) => {
    const relation = columnSum('numbered-sum', termAt(entry, column), parts, column);
    if (!relation) return [];
    const certain = [entry, ...parts].every((each) => each.row.bound && !isUnreadable(each, column));
    return [{ relation: { ...relation, ...(isCount && { counted: true as const }) }, certain }];
  });
}
