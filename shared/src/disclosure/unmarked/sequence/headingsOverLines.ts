import { isKnownHeading } from '../../../syntax/headingWords.ts';
import type { RowNode } from '../../../syntax/nodes.ts';
import type { Grid } from '../../grid.ts';
import { hasWords } from '../../labels.ts';
import { joined } from '../tokens.ts';

/**
 * Headings that go over two lines of a sequence put together: the first line is no heading, and with the second one it is
 * one that tables are known to have.
 */
export function withHeadingsJoined(grid: Grid): Grid {
  const first = grid.rows.findIndex(({ cells }) => cells.some(({ text }) => text !== '' && !hasWords(text)));
  const rows: RowNode[] = [];
  for (const row of grid.rows.slice(0, Math.max(first, 0))) {
    const whole = joinedWith(rows.at(-1), row);
    if (whole) rows[rows.length - 1] = whole;
    else rows.push(row);
  }
  return rows.length === first || first < 0 ? grid : { ...grid, rows: [...rows, ...grid.rows.slice(first)] };
}

function joinedWith(above: RowNode | undefined, row: RowNode): RowNode | undefined {
  const [upper, ...besideUpper] = above?.cells ?? [];
  const [lower, ...besideLower] = row.cells;
  if (!above || !upper || !lower || besideUpper.length > 0 || besideLower.length > 0) return undefined;
  if (upper.text === '' || lower.text === '' || upper.whole !== undefined) return undefined;
  if (isKnownHeading(upper.text) || !isKnownHeading(upper.text + lower.text)) return undefined;
  return { ...above, cells: [joined([upper, lower], upper.column)] };
}
