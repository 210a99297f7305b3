import type { CellNode } from '../nodes.ts';
import { cellOf, type DialectReader } from './dialect.ts';

/** Cells parted by tabs, as a spreadsheet pastes them. Empty cells are kept. */
export const tabDialect: DialectReader = {
  dialect: 'tab',
  recognises(line) {
    // A paragraph indented with tabs is prose: a row has a tab after something, or is all blank cells.
    const first = line.search(/[^\t ]/);
    return first === -1 ? line.includes('\t') : line.indexOf('\t', first) !== -1 || /^\t{2,}/.test(line);
  },
  admits(line) {
    return line.trim() !== '';
  },
  readRow(text, line) {
    const cells: CellNode[] = [];
    let start = 0;
    for (let column = 0; ; column++) {
      const tab = text.indexOf('\t', start);
      cells.push(cellOf(text, start, tab === -1 ? text.length : tab, line, column));
      if (tab === -1) return { line, separator: false, cells };
      start = tab + 1;
    }
  },
};
