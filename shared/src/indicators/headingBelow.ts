import { hasWords } from '../disclosure/labels.ts';
import { toHalfWidth } from '../text/width.ts';
import { numberInPrefix } from './indicatorPrefix.ts';
import { headingCategories } from './indicatorWords.ts';

/** How a list of indicators is read, row by row. */
export interface ListReader<R, H> {
  /** The texts of a row's cells. */
  readonly texts: (row: R) => readonly string[];
  /** The 二级 heading that a row prints itself. */
  readonly heading: (row: R) => H | undefined;
  /** Whether another list begins with a row. */
  readonly isEnd: (row: R) => boolean;
}

/** A heading that spans rows stands no further below the first of them. */
const REACH = 12;

/** Which of the indicators of its 二级 a row is by its own words; undefined where they do not say. */
function ordinalOf(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    const number = numberInPrefix(toHalfWidth(text));
    if (number !== undefined) return number;
  }
  return undefined;
}

/**
 * The 二级 heading below a row that it stands under all the same: one that spans rows is printed in the midst of
 * them. A row says so that begins to count anew (指标1), or that no heading stands above; then the heading has to be in
 * the middle, with as many rows below it as above, or one more or less.
 *
 * @param index of the row, which prints no 二级 heading itself
 * @param isFirst whether no 二级 heading stands above it in its list
 */
export function headingBelow<R, H>(
  rows: readonly R[],
  index: number,
  isFirst: boolean,
  list: ListReader<R, H>,
): H | undefined {
  const row = rows[index];
  if (row === undefined) return undefined;
  const isCounted = ordinalOf(list.texts(row)) === 1;
  const isAtTop = isFirst && isTopOfList(rows, index, list);
  if ((!isCounted && !isAtTop) || isHeadingAlone(rows[index - 1], list)) return undefined;
  const below = rowsOfHeading(rows, index, list);
  const heading = below && list.heading(below.row);
  if (!below || heading === undefined) return undefined;
  const span = below.index - index;
  return isCounted || Math.abs(rowsBehind(rows, below.index, span, list) - span) <= 1 ? heading : undefined;
}

/** Whether nothing with a word in it stands between a row and the heading row of its list. */
function isTopOfList<R, H>(rows: readonly R[], index: number, list: ListReader<R, H>): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const row = rows[at];
    if (row !== undefined && list.texts(row).some(hasWords)) return list.isEnd(row);
  }
  return true;
}

/** Whether a row holds headings and nothing else, so that what they are for stands below. */
function isHeadingAlone<R, H>(row: R | undefined, list: ListReader<R, H>): boolean {
  if (row === undefined || list.heading(row) === undefined) return false;
  return list.texts(row).every((text) => text === '' || headingCategories(text).length > 0);
}

/** The next row with a 二级 heading, unless another group or list begins in front of it. */
function rowsOfHeading<R, H>(
  rows: readonly R[],
  index: number,
  list: ListReader<R, H>,
): { readonly row: R; readonly index: number } | undefined {
  for (let at = index + 1; at <= index + REACH; at++) {
    const row = rows[at];
    if (row === undefined || list.isEnd(row) || ordinalOf(list.texts(row)) === 1) return undefined;
    if (list.heading(row) !== undefined) return { row, index: at };
  }
  return undefined;
}

/** How many rows without a heading of their own stand below one; one more than `span` at most. */
function rowsBehind<R, H>(rows: readonly R[], index: number, span: number, list: ListReader<R, H>): number {
  let count = 0;
  while (count <= span + 1) {
    const row = rows[index + count + 1];
    if (row === undefined || list.isEnd(row) || list.heading(row) !== undefined) break;
    count++;
  }
  return count;
}
