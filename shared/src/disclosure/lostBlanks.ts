import { isKnownHeading } from '../syntax/headingWords.ts';
import type { RowNode } from '../syntax/nodes.ts';
import { maxOf } from '../text/lists.ts';
import type { Grid } from './grid.ts';
import { groupsOverLists } from './groupStarts.ts';
import { headLines } from './headings.ts';
import type { Table } from './table.ts';

/** 部门：某某局, 单位：万元 beside each other in front of the headings. */
const ASIDE = /[:：]/;

/**
 * Whether a table of cells parted by tabs lost its blank ones with those that merged headings leave: no row has any, and of several lines
 * of headings the lowest has fewer cells than the widest row, or the one above it has fewer than it, each a heading by itself. Then no
 * heading stands over what it heads, though all lines begin in the first column.
 *
 * @param table as its places would have it
 */
export function hasLostBlanks({ dialect, rows }: Grid, table: Table): boolean {
  if (dialect !== 'tab' || rows.some(hasBlank)) return false;
  const kinds = new Map(table.rows.map(({ line, kind }) => [line, kind]));
  const isHead = ({ line, cells }: RowNode) =>
    kinds.get(line) === 'header' && !cells.some(({ text }) => ASIDE.test(text));
  const [upper, lowest] = rows.filter(isHead).slice(-2);
  if (!upper || !lowest) return false;
  const widest = maxOf(
    rows.filter(({ line }) => kinds.get(line) !== 'header'),
    ({ cells }) => cells.length,
  );
  return widest > lowest.cells.length || areGroupsPacked(upper, lowest);
}

/** Whether a line of groups has no blanks between them, and nothing shows which of the headings below each is over. */
function areGroupsPacked(upper: RowNode, lowest: RowNode): boolean {
  if (upper.cells.length < 2 || !upper.cells.every(({ text }) => isKnownHeading(text))) return false;
  const [line = [], own = []] = headLines([upper.cells, lowest.cells]);
  return line.length < own.length && !groupsOverLists(line, own)?.length;
}

function hasBlank({ separator, cells }: RowNode): boolean {
  return !separator && cells.some(({ text }) => text === '');
}
