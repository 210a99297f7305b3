import type { Column, SideRow } from '../disclosure/table.ts';
import { isOfMeetings } from '../syntax/threePublicHeadings.ts';
import { compactLabel } from '../text/width.ts';
import { holds, type Rounding } from './interval.ts';
import { nest, topRows } from './itemTree.ts';
import { columnSum, termAt } from './terms.ts';

/**
 * The rows of a list that a total of “三公”经费 takes in: 会议费 and 培训费 stand below them in some regions and are no
 * part of them (A12), unless a column shows that its total takes them in.
 */
export function withoutMeetings(
  total: SideRow,
  entries: readonly SideRow[],
  columns: readonly Column[],
  rounding: Rounding,
): readonly SideRow[] {
  const own = entries.filter(
    ({ label, numbering }) => !isOfMeetings(compactLabel(label).slice(numbering?.length ?? 0)),
  );
  if (own.length === entries.length) return entries;
  const areTakenIn = columns.some((column) => {
    const relation = columnSum('numbered-sum', termAt(total, column), topRows(nest(entries), column), column);
    return relation !== undefined && holds(relation, rounding);
  });
  return areTakenIn ? entries : own;
}
