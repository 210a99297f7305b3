import type { Analysis } from '#core/analyse.ts';
import { tableAt } from '#core/disclosure/locate.ts';
import type { CellNode, RowNode } from '#core/syntax/nodes.ts';
import { parseAmount } from '#core/text/amount.ts';
import { type Position, type Range, rangeOf, touches } from '#core/text/range.ts';
import { lastIndexUpTo } from '#core/text/sorted.ts';
import { lineRange } from '../lineRange.ts';

/** In a table: the number in a cell, the cell, its row, the rows of this page, those of all pages. */
export function tableSteps({ tree, disclosure, lines }: Analysis, position: Position): Range[] {
  const block = tree.blocks[lastIndexUpTo(tree.blocks, position.line, ({ line }) => line)];
  if (block?.node.kind !== 'table') return [];
  const { line, node } = block;
  const rows = node.rows.filter(
    (row) => line + row.line <= position.line && position.line <= line + lastLine(row),
  );
  const row = rows.find(({ cells }) => cells.some((cell) => touches(cell.span, position, line))) ?? rows[0];
  const cell = row?.cells.find(({ span, text }) => text !== '' && touches(span, position, line));
  const placed = tableAt(disclosure, position.line);
  return [
    ...(cell ? cellSteps(cell, line) : []),
    ...(row ? rowSteps(row, line, rows.length > 1, lines) : []),
    lineRange(line, line + node.lineCount - 1, lines),
    ...(placed ? [lineRange(placed.line, placed.line + placed.table.lineCount - 1, lines)] : []),
  ];
}

function cellSteps({ span, text }: CellNode, baseLine: number): Range[] {
  const amount = parseAmount(text);
  const digits = amount && { ...span, start: span.start + amount.start, end: span.start + amount.end };
  return [...(digits ? [rangeOf(digits, baseLine)] : []), rangeOf(span, baseLine)];
}

/** A row that shares its line with others reaches from its first cell to its last. */
function rowSteps(row: RowNode, baseLine: number, isShared: boolean, lines: readonly string[]): Range[] {
  const whole = lineRange(baseLine + row.line, baseLine + lastLine(row), lines);
  const [first, last] = [row.cells[0], row.cells.at(-1)];
  if (!isShared || !first || !last) return [whole];
  const { start } = rangeOf(first.span, baseLine);
  return [{ start, end: rangeOf(last.span, baseLine).end }, whole];
}

function lastLine(row: RowNode): number {
  return Math.max(row.line, row.cells.at(-1)?.span.line ?? row.line);
}
