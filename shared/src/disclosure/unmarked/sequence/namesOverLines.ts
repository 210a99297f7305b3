import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import type { Grid } from '../../grid.ts';
import { hasWords, isTotalLabel } from '../../labels.ts';
import { isNameOverLines } from '../../wholeNames.ts';
import { isWholeCode, joined } from '../tokens.ts';

/** A blank line may stand between both halves of a name, where the figures of its row stood beside it. */
const MAX_STEP = 2;

/**
 * Names of rows that go over two lines of a sequence put together: only together they are a name that tables are known to
 * have, or that of the code in front of them.
 */
export function withNamesJoined(grid: Grid): Grid {
  const rows: RowNode[] = [];
  for (const row of grid.rows) {
    const whole = joinedWith(rows, row);
    if (whole) rows[rows.length - 1] = whole;
    else rows.push(row);
  }
  return rows.length === grid.rows.length ? grid : { ...grid, rows };
}

function joinedWith(rows: readonly RowNode[], row: RowNode): RowNode | undefined {
  const above = rows.at(-1);
  const [upper, lower] = [above && nameIn(above), nameIn(row)];
  if (!above || !upper || !lower || row.line - above.line > MAX_STEP || isTotalLabel(lower.text))
    return undefined;
  const [code] = rows.at(-2)?.cells ?? [];
  const digits = code && isWholeCode(code.text) ? code.text.trim() : undefined;
  return isNameOverLines(upper.text, lower.text, digits)
    ? { ...above, cells: [joined([upper, lower], upper.column)] }
    : undefined;
}

/** The only cell of a row, where it holds words and is not put together already. */
function nameIn({ cells: [cell, ...others] }: RowNode): CellNode | undefined {
  return cell && others.length === 0 && cell.whole === undefined && hasWords(cell.text) ? cell : undefined;
}
