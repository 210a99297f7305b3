import type { CellNode, RowNode } from '../syntax/nodes.ts';
import { wordsOf } from './labels.ts';
import { isWholeCode } from './unmarked/tokens.ts';
import { isWholeNameOf } from './wholeNames.ts';

/** A row with a code, and the cell that names it. */
interface Named {
  readonly digits: string;
  readonly cell: CellNode;
}

/**
 * Gives lines of names back to the rows that they are of. Where a line below a row was taken for more of its name, though
 * that is the whole name of its code in the catalogue, it is of the next row, if it makes the name of that one's code
 * whole (社会保障和就业支出 over 行政事业单位养 over `20805 老支出`).
 */
export function withNamesApart(rows: readonly RowNode[]): readonly RowNode[] {
  if (!rows.some(({ cells }) => cells.some(({ whole }) => whole !== undefined))) return rows;
  const own = [...rows];
  for (const index of own.keys()) {
    const [row, next] = own.slice(index, index + 2);
    const named = row && namedBy(row);
    if (!named || !hasMore(named)) continue;
    const { cell } = named;
    own[index] = renamed(row, cell, cell.text);
    const below = next && namedBy(next);
    const words = wordsOf(cell).slice(cell.text.length) + (below ? wordsOf(below.cell) : '');
    if (below && isWholeNameOf(below.digits, words)) own[index + 1] = renamed(next, below.cell, words);
  }
  return own;
}

/** Whether the first line of a name is all of it. */
function hasMore({ digits, cell: { text, whole = '' } }: Named): boolean {
  return whole.startsWith(text) && !isWholeNameOf(digits, whole) && isWholeNameOf(digits, text);
}

function namedBy({ cells }: RowNode): Named | undefined {
  const [code, cell] = cells.filter(({ text }) => text !== '');
  if (!code || !cell || !isWholeCode(code.text)) return undefined;
  return { digits: code.text, cell };
}

/** The row with another name, which is all of it. */
function renamed({ torn: _, ...row }: RowNode, cell: CellNode, words: string): RowNode {
  const { whole: __, ...bare } = cell;
  const named = words === cell.text ? bare : { ...bare, whole: words };
  return { ...row, cells: row.cells.map((each) => (each === cell ? named : each)) };
}
