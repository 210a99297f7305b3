import type { SideRow } from '../disclosure/table.ts';
import { REMAINS } from '../text/totalWords.ts';
import { compactLabel } from '../text/width.ts';

const TOTAL_OF_YEAR = /^[本当]年(收入|支出)?[合小]计$/;
const TOTAL_OF_ALL = /^(?:[本当]年)?(收入|支出)?(?:合计|总计)$/;

/**
 * Whether a list goes from 本年收入合计 to 收入总计, or from 本年支出合计 to 支出总计, over rows of what is carried over from
 * one year to another and no others: then the one is the other and all these rows (A2, A4), in whatever table.
 *
 * @param total the row of all
 * @param more the total of the year, alone
 * @param entries the rows between them
 */
export function isYearWithRemains(
  total: SideRow,
  more: readonly SideRow[],
  entries: readonly SideRow[],
): boolean {
  const [year, second] = more.map(({ label }) => TOTAL_OF_YEAR.exec(compactLabel(label)));
  const all = TOTAL_OF_ALL.exec(compactLabel(total.label));
  return (
    year != null &&
    second === undefined &&
    all?.[1] === year[1] &&
    entries.length > 0 &&
    entries.every(({ label }) => REMAINS.test(label))
  );
}
