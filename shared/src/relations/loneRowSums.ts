import type { AmountCell, Column, Side, Table } from '../disclosure/table.ts';
import { isTotalOfAll } from '../disclosure/unmarked/blanks/leadingTotal.ts';
import { marksCells } from '../syntax/markedCells.ts';
import { isOfMeetings } from '../syntax/threePublicHeadings.ts';
import { holds, type Rounding } from './interval.ts';
import { isExplainedBySlip } from './oneSlip.ts';
import { isFilled } from './rowSupport.ts';
import type { Proposal } from './terms.ts';

/** Whether a side has one row of figures, all of them in cells of their own. */
export function isOneRow({ dialect }: Table, { rows, amountColumns }: Side): boolean {
  const filled = rows.filter((entry) => amountColumns.some((column) => isFilled(entry, column)));
  return marksCells(dialect) && filled.length === 1 && filled.every(({ row }) => row.bound);
}

/** Whether the only row of figures is read whole, though nothing marks its cells. */
export function isPlacedRow({ rows, amountColumns }: Side): boolean {
  const filled = rows.filter((entry) => amountColumns.some((column) => isFilled(entry, column)));
  return (
    filled.length === 1 && filled.every(({ row }) => row.bound && row.cells.every((cell) => !cell?.unplaced))
  );
}

/** Whether the first total is that of all columns behind it: groups with a 小计 of their own, and no other total of all. */
export function isTotalOfGroups(total: Column, behind: readonly Column[]): boolean {
  return (
    total.path.length === 1 &&
    total.totalRank > 1 &&
    !/本年/.test(total.label) &&
    // “三公”经费合计 with 会议费 and 培训费 beside its parts: these are none of it.
    !(/三公/.test(total.label) && behind.some(({ label }) => isOfMeetings(label))) &&
    behind.some(({ path, totalRank }) => path.length > 1 && totalRank === 1) &&
    behind.every(({ totalRank }) => totalRank < 2) &&
    isTotalOfAll([total, ...behind].map(({ label }) => label))
  );
}

/**
 * Whether the only row of a table shows by its other sums that it stands under its headings: one figure is in all that fail,
 * and sums of several parts hold, or more than one fails by as much. A slip of the hand needs one such sum, anything else two.
 */
export function isShownByOthers(proposals: readonly Proposal[], rounding: Rounding): boolean {
  const sums = proposals.filter(({ certain }) => certain).map(({ relation }) => relation);
  const failing = sums.filter((sum) => !holds(sum, rounding));
  const [first, ...others] = failing;
  const common = first && cellsOf(first).filter((cell) => others.every((sum) => cellsOf(sum).includes(cell)));
  if (!first || !common || common.length === 0) return false;
  const telling = sums.filter((sum) => !failing.includes(sum) && sum.parts.length > 1);
  const witnesses = telling.length + others.length;
  return witnesses >= (failing.every(isExplainedBySlip) ? 1 : 2);
}

function cellsOf({ total, parts }: Proposal['relation']): AmountCell[] {
  return [total, ...parts].map(({ cell }) => cell);
}
