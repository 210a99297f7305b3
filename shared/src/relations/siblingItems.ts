import type { Column } from '../disclosure/table.ts';
import { holds, type Rounding } from './interval.ts';
import { type Item, topRows } from './itemTree.ts';
import { isOneSlipAway } from './oneSlip.ts';
import type { SumRelation } from './relation.ts';
import { columnSum, termAt } from './terms.ts';

/** A single part that equals its item may do so by name. */
const MIN_PARTS = 2;

/**
 * Whether the items beside one show that rows without numbers are all of the item above them: each of those that is broken
 * down is the sum of its rows, and there is one at least (乡镇收支平衡表: 一、一般公共预算收入 over 税收收入, 非税收入). A list of
 * which only some are printed would hold as well as not, so this item fails for certain only where the total is that of
 * all sub-items, where a part is more than its item, or where one slip of the hand explains it.
 *
 * @param isTotalOfParts whether the total over the items is the sum of their sub-items
 */
export function isShownBySiblings(
  relation: SumRelation,
  item: Item,
  items: readonly Item[],
  { column, rounding }: { readonly column: Column; readonly rounding: Rounding },
  isTotalOfParts: boolean,
): boolean {
  if (filled(relation) < MIN_PARTS) return false;
  const others = items.flatMap((each) => {
    const sum = columnSum('numbered-sum', termAt(each.entry, column), topRows(each.children, column), column);
    return each !== item && sum && filled(sum) >= MIN_PARTS ? [sum] : [];
  });
  if (others.length === 0 || !others.every((other) => holds(other, rounding))) return false;
  const whole = relation.total.cell.amount.value;
  const isExceeded = whole.gt(0) && relation.parts.some(({ cell }) => cell.amount.value.gt(whole));
  return isTotalOfParts || isExceeded || isOneSlipAway(relation);
}

function filled({ parts }: SumRelation): number {
  return parts.filter(({ cell }) => !cell.amount.value.isZero()).length;
}
