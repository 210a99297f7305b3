import { isKnownHeading } from '../syntax/headingWords.ts';
import type { RowNode } from '../syntax/nodes.ts';
import { closedHeadWidth } from './closedHead.ts';
import type { Grid } from './grid.ts';
import { groupsOverLists } from './groupStarts.ts';
import { headLines } from './headings.ts';
import type { Table } from './table.ts';

/** 部门：某某局, 单位：万元 beside each other in front of the headings. */
const ASIDE = /[:：]/;

/** A table of cells parted by tabs that lost its blank ones with those that merged headings leave. */
export interface LostBlanks {
  /** Whether all rows are equally long, and have as many cells as the headings have columns at least: they lost none. */
  readonly areRowsWhole: boolean;
  /** Whether the two lines of headings tell how many columns there are at least. */
  readonly isClosed: boolean;
}

/**
 * Tells whether a table lost its blank cells: none is left, not even at the end of a row, and of several lines of headings the lowest has
 * fewer cells than the widest row, or the one above it has fewer than it, each a heading by itself. Then no heading stands over what it
 * heads, though all lines begin in the first column.
 *
 * @param table as its places would have it
 */
export function lostBlanksOf({ dialect, rows }: Grid, table: Table): LostBlanks | undefined {
  if (dialect !== 'tab' || rows.some(keepsBlank)) return undefined;
  const kinds = new Map(table.rows.map(({ line, kind }) => [line, kind]));
  const isHead = ({ line, cells }: RowNode) =>
    kinds.get(line) === 'header' && !cells.some(({ text }) => ASIDE.test(text));
  const head = rows.filter(isHead);
  const body = rows.filter(({ line, separator }) => !separator && kinds.get(line) !== 'header');
  const [upper, lowest] = head.slice(-2);
  if (!upper || !lowest) return undefined;
  const lengths = new Set(body.map(({ cells }) => cells.length));
  const widest = Math.max(0, ...lengths);
  if (widest <= lowest.cells.length && !areGroupsPacked(upper, lowest)) return undefined;
  const least = closedHeadWidth(head, body);
  return { areRowsWhole: lengths.size === 1 && widest >= (least ?? 0), isClosed: least !== undefined };
}

/** Whether a line of groups has no blanks between them, and nothing shows which of the headings below each is over. */
function areGroupsPacked(upper: RowNode, lowest: RowNode): boolean {
  if (upper.cells.length < 2 || !upper.cells.every(({ text }) => isKnownHeading(text))) return false;
  const [line = [], own = []] = headLines([upper.cells, lowest.cells]);
  return line.length < own.length && !groupsOverLists(line, own)?.length;
}

function keepsBlank({ separator, cells }: RowNode): boolean {
  return !separator && cells.some(({ text }) => text === '');
}
