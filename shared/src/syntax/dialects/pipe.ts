import type { CellNode, RowNode } from '../nodes.ts';
import { cellOf, type RowDialect, rowDialect } from './dialect.ts';

const rows = rowDialect('pipe', recognises, readRow);

/**
 * Markdown tables: `| a | b |`. The `|---|` line may stand anywhere; page breaks put it under data rows.
 *
 * Tables taken from web pages have no bar in front: `a | b |`. There empty cells were left out and bars put at
 * the end instead, so of a row with blank cells it is not known which columns its cells belong to.
 */
export const pipeDialect: RowDialect = { ...rows, extent };

function extent(lines: readonly string[], first: number): number {
  // Bars alone, with no row below, are a blank cell of a web page.
  const isBlank = /^[\s|]*$/.test(lines[first] ?? '') && !recognises(lines[first + 1] ?? '');
  return isBlank ? 0 : rows.extent(lines, first);
}

function recognises(line: string): boolean {
  const trimmed = line.trim();
  if (trimmed.startsWith('|')) return trimmed.indexOf('|', 1) !== -1;
  const first = nextPipe(trimmed, 0);
  return first !== -1 && trimmed.endsWith('|') && first < trimmed.length - 1;
}

function readRow(text: string, line: number): RowNode {
  const cells: CellNode[] = [];
  const isBarred = text.trimStart().startsWith('|');
  let start = isBarred ? text.indexOf('|') + 1 : 0;
  for (let column = 0; start <= text.length; column++) {
    const pipe = nextPipe(text, start);
    if (pipe === -1) {
      if (text.slice(start).trim() !== '') cells.push(cellOf(text, start, text.length, line, column));
      break;
    }
    cells.push(cellOf(text, start, pipe, line, column));
    start = pipe + 1;
  }
  const filled = cells.filter((cell) => cell.text !== '');
  const separator = filled.length > 0 && filled.every((cell) => /^:?-+:?$/.test(cell.text));
  const unsure = !isBarred && filled.length < cells.length;
  return { line, separator, cells, ...(unsure && { unsure }) };
}

/** A pipe escaped with a backslash belongs to the cell. */
function nextPipe(text: string, from: number): number {
  let pipe = text.indexOf('|', from);
  while (pipe > 0 && text[pipe - 1] === '\\') pipe = text.indexOf('|', pipe + 1);
  return pipe;
}
