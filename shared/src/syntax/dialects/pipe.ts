import type { CellNode, RowNode } from '../nodes.ts';
import { cellOf, rowDialect } from './dialect.ts';

/** Markdown tables: `| a | b |`. The `|---|` line may stand anywhere; page breaks put it under data rows. */
export const pipeDialect = rowDialect('pipe', recognises, readRow);

function recognises(line: string): boolean {
  const trimmed = line.trimStart();
  return trimmed.startsWith('|') && trimmed.indexOf('|', 1) !== -1;
}

function readRow(text: string, line: number): RowNode {
  const cells: CellNode[] = [];
  let start = text.indexOf('|') + 1;
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
  return { line, separator, cells };
}

/** A pipe escaped with a backslash belongs to the cell. */
function nextPipe(text: string, from: number): number {
  let pipe = text.indexOf('|', from);
  while (pipe > 0 && text[pipe - 1] === '\\') pipe = text.indexOf('|', pipe + 1);
  return pipe;
}
