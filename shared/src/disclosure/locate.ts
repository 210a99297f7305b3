import type { Position } from '../text/range.ts';
import { lastIndexUpTo } from '../text/sorted.ts';
import type { Disclosure } from './disclosure.ts';
import type { PlacedTable, Row } from './table.ts';

/** The index in `disclosure.tables` of the table that covers a document line, or -1. */
export function tableIndexAt(disclosure: Disclosure, line: number): number {
  const index = lastIndexUpTo(disclosure.tables, line, (placed) => placed.line);
  const placed = disclosure.tables[index];
  return placed && line < placed.line + placed.table.lineCount ? index : -1;
}

/** The table that covers a document line. Lines between the joined pages of a table are covered too. */
export function tableAt(disclosure: Disclosure, line: number): PlacedTable | undefined {
  return disclosure.tables[tableIndexAt(disclosure, line)];
}

/**
 * The index in `placed.table.rows` of the last row that begins on a document line or above it, or -1. In some
 * dialects a row takes several lines.
 */
export function rowIndexAt(placed: PlacedTable, line: number): number {
  return lastIndexUpTo(placed.table.rows, line - placed.line, (row) => row.line);
}

/**
 * The last row that begins at a position or above it. Where several rows stand on one line, a row reaches from
 * its first cell to that of the next.
 */
export function rowAt(placed: PlacedTable, { line, character }: Position): Row | undefined {
  const { rows } = placed.table;
  const last = rowIndexAt(placed, line);
  for (let index = last; rows[index]?.line === line - placed.line; index--) {
    const row = rows[index];
    if (row && startOf(row) <= character) return row;
  }
  return rows[last];
}

/** Where the first cell of a row begins in the row's line. */
function startOf({ line, cells }: Row): number {
  const starts = cells.flatMap((cell) => (cell?.span.line === line ? cell.span.start : []));
  return Math.min(...starts);
}
