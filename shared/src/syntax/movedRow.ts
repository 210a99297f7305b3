import type { RowNode } from './nodes.ts';

/** A row with its cells, put on other lines of its table. */
export function movedRow(row: RowNode, place: (line: number) => number): RowNode {
  const cells = row.cells.map((cell) => ({
    ...cell,
    span: { ...cell.span, line: place(cell.span.line) },
  }));
  return { ...row, line: place(row.line), cells };
}
