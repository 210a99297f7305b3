import type { Column, Side } from '../disclosure/table.ts';
import { tenTo } from '../text/money.ts';
import type { Anchor } from './anchors.ts';
import { termAt } from './terms.ts';

/** So many rows in which 基本支出 is not its two parts, and none in which it is, show that headings were misread. */
const MIN_CONTRADICTING = 2;
/** A whole and two parts, each half a unit of the last place off at most. */
const ROUNDING = 1.5;

/**
 * Whether headings say 基本支出, 人员经费 and 公用经费 (domain rules A10–A12) of columns in which no row bears them out: then they stand over
 * other columns than they were read for, and tie no figure to another table.
 */
export function arePartsContradicted({ rows }: Side, columns: ReadonlyMap<Anchor, Column>): boolean {
  const told = rows.flatMap((entry) => {
    const [basic, staff, running] = (['basic', 'staff', 'public'] as const).map((anchor) => {
      const column = columns.get(anchor);
      return column && termAt(entry, column)?.cell.amount;
    });
    return basic && staff && running ? [{ basic, parts: staff.value.plus(running.value) }] : [];
  });
  const isHeld = told.some(({ basic, parts }) =>
    parts.minus(basic.value).abs().lte(tenTo(-basic.decimals).times(ROUNDING)),
  );
  return told.length >= MIN_CONTRADICTING && !isHeld;
}
