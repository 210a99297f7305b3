import { isKnownHeading } from '../syntax/headingWords.ts';
import type { Dialect, RowNode } from '../syntax/nodes.ts';
import { parseAmount } from '../text/amount.ts';

/** In these a cell in front of all others moves them; cells of HTML say where they stand. */
const MOVABLE: ReadonlySet<Dialect> = new Set(['tab', 'pipe', 'comma']);
/** Fewer rows may have a blank first cell because they name nothing. */
const MIN_ROWS = 3;
const MIN_HEADINGS = 3;

/**
 * The rows of a table whose body stands a column to the right of its header, as a paste with a blank column in front leaves it: with
 * the body where it belongs. All of its rows begin with a blank cell, the first heading stands over nothing, and the last figures have no
 * heading. Others are the very same.
 */
export function withBodyUnderHead(rows: readonly RowNode[], dialect: Dialect): readonly RowNode[] {
  if (!MOVABLE.has(dialect)) return rows;
  const first = rows.findIndex(hasAmount);
  const head = rows.slice(0, first).filter(({ separator }) => !separator);
  const body = rows.slice(first).filter(({ separator }) => !separator);
  const isShifted =
    first > 0 &&
    body.length >= MIN_ROWS &&
    head.some(({ cells: [heading] }) => isKnownHeading(heading?.text ?? '')) &&
    headingsIn(head) >= MIN_HEADINGS &&
    body.every(
      ({ cells: [blank, ...others] }) => blank?.text === '' && others.some(({ text }) => text !== ''),
    ) &&
    reach(body) === reach(head) + 1;
  return isShifted ? rows.map((row, index) => (index < first || row.separator ? row : moved(row))) : rows;
}

/** How many headings tables are known to have: the labels of a form are none. */
function headingsIn(rows: readonly RowNode[]): number {
  return rows.flatMap(({ cells }) => cells.filter(({ text }) => isKnownHeading(text))).length;
}

/** How many columns are filled up to the last that is. */
function reach(rows: readonly RowNode[]): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.findLastIndex(({ text }) => text !== '') + 1));
}

/** An amount with a point or separators: years and codes stand in headings and names. */
function hasAmount({ cells }: RowNode): boolean {
  return cells.some(({ text }) => /\d[.,]\d/.test(text) && parseAmount(text) !== undefined);
}

function moved(row: RowNode): RowNode {
  return { ...row, cells: row.cells.slice(1).map((cell) => ({ ...cell, column: cell.column - 1 })) };
}
