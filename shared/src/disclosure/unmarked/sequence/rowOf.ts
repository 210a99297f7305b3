import type { CellNode, RowNode } from '../../../syntax/nodes.ts';

/** A row of these cells in their columns, with an empty one for each that is missing. */
export function rowOf(cells: readonly (CellNode | undefined)[]): RowNode {
  const line = Math.min(...cells.flatMap((cell) => cell?.span.line ?? []));
  const [start = 0] = cells
    .flatMap((cell) => (cell?.span.line === line ? cell.span.start : []))
    .sort((a, b) => a - b);
  const empty = { span: { line, start, end: start }, text: '' };
  return { line, separator: false, cells: cells.map((cell, column) => ({ ...(cell ?? empty), column })) };
}
