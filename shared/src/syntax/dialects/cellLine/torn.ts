import { parseNumbering } from '../../../text/numbering.ts';
import { ENDS_IN_TOTAL } from '../../../text/totalWords.ts';
import { toHalfWidth } from '../../../text/width.ts';
import type { CellNode, RowNode } from '../../nodes.ts';
import type { Shape } from './shape.ts';

const DIGIT = /\d/;
const WORDS = /[一-鿿]/;

/**
 * Marks rows with a name that may be the rest of the one in front of it: a name is wrapped into two lines, and
 * the first of them is then a cell without figures. It is as long as the line could be, so that the rest is no
 * longer; and neither numbering nor the word of a total shows that another name begins. A heading of names stands beside
 * those of figures, and is whole.
 */
export function markTorn(rows: readonly RowNode[], { types }: Shape): RowNode[] {
  const names = [...types.keys()].filter(
    (column) => types[column] === 'words' && types[column + 1] !== 'words',
  );
  let open = '';
  return rows.map((row) => {
    let torn = false;
    for (const [index, column] of names.entries()) {
      const own = row.cells.slice((names[index - 1] ?? -1) + 1, names[index + 1] ?? row.cells.length);
      const name = compact(row.cells[column]);
      const isFilled = own.some((cell) => cell.column > column && DIGIT.test(compact(cell)));
      torn ||= isFilled && name !== '' && open !== '' && mayGoOn(name, open) && !isCoded(own, column);
      const isHead = own.some((cell) => types[cell.column] === 'figure' && WORDS.test(cell.text));
      if (name !== '' || isFilled) open = isFilled || isHead ? '' : name;
    }
    return torn ? { ...row, torn } : row;
  });
}

/** Whether a name may be the rest of another one: no longer, and without what shows that a name begins. */
export function mayGoOn(name: string, open: string): boolean {
  return (
    name.length <= open.length &&
    !parseNumbering(name) &&
    !ENDS_IN_TOTAL.test(name) &&
    !DIGIT.test(name[0] ?? '')
  );
}

/** Whether a number in front of the name shows that a row begins with it. */
function isCoded(own: readonly CellNode[], column: number): boolean {
  return own.some((cell) => cell.column < column && DIGIT.test(compact(cell)));
}

function compact(cell: CellNode | undefined): string {
  return toHalfWidth(cell?.text ?? '').replace(/\s/g, '');
}
