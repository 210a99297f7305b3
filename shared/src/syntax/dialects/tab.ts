import type { CellNode, RowNode } from '../nodes.ts';
import { cellOf, rowDialect } from './dialect.ts';

/** Cells parted by tabs, as a spreadsheet pastes them. Empty cells are kept. */
export const tabDialect = rowDialect('tab', recognises, readRow, (line) => line.trim() !== '');

/** A paragraph indented with tabs is prose: a row has a tab after something, or is all blank cells. */
function recognises(line: string): boolean {
  const first = line.search(/[^\t ]/);
  if (first === -1) return line.includes('\t');
  return line.indexOf('\t', first) !== -1 || /^\t{2,}/.test(line);
}

function readRow(text: string, line: number): RowNode {
  const cells: CellNode[] = [];
  let start = 0;
  for (let column = 0; ; column++) {
    const tab = text.indexOf('\t', start);
    cells.push(cellOf(text, start, tab === -1 ? text.length : tab, line, column));
    if (tab === -1) return { line, separator: false, cells };
    start = tab + 1;
  }
}
