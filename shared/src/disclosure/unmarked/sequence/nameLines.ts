import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { hasWords } from '../../labels.ts';

/** Over so many lines of a sequence a name goes at most. */
export const MAX_NAME_LINES = 4;

/** The only cell of a row, where it holds words and is not put together already: a name, or a line of one. */
export function nameIn({ cells: [cell, ...others] }: RowNode): CellNode | undefined {
  return cell && others.length === 0 && cell.whole === undefined && hasWords(cell.text) ? cell : undefined;
}
