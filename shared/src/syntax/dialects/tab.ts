import type { CellNode, RowNode } from '../nodes.ts';
import { cellOf, rowDialect } from './dialect.ts';

/** Cells parted by tabs, as a spreadsheet pastes them. Empty cells are kept. */
export const tabDialect = rowDialect('tab', recognises, readRow, { between, opens });

/** Rows that lost the empty cells behind their names stand together no longer than a list of 类. */
const MAX_BARE_NAMES = 30;
/** A name, with the empty cell in front of it or without, and no sentence, title or unit. */
const BARE_NAME = /^\t?[^\t。；;：:，!?]{2,30}(?<!表[)）]?)$/;
/** `\t基本支出`: a group over columns further right, whose empty cells at the end were left out. */
const BARE_GROUP = /^\t[^\t。；;：:，!?]{2,40}(?<!表[)）]?)$/;

/**
 * Rows without their empty cells at the end may have no tab left. A single line is taken for one whatever it
 * says; several only where they are names and a row with figures follows.
 */
function between(lines: readonly string[], index: number): number {
  if (lines[index]?.trim() === '') return 0;
  if (recognises(lines[index + 1] ?? '')) return 1;
  for (let end = index; end < index + MAX_BARE_NAMES; end++) {
    const line = lines[end] ?? '';
    if (end > index && recognises(line)) return /\d/.test(line) ? end - index : 0;
    if (!BARE_NAME.test(line)) return 0;
  }
  return 0;
}

function opens(line: string): boolean {
  return BARE_GROUP.test(line);
}

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
