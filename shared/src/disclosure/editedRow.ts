import { cellOf } from '../syntax/dialects/dialect.ts';
import type { CellNode } from '../syntax/nodes.ts';
import { type Slot, slotAt, slotsOf } from '../syntax/slots.ts';
import type { Position } from '../text/range.ts';
import type { Disclosure } from './disclosure.ts';
import { rowIndexAt, tableIndexAt } from './locate.ts';
import type { PlacedTable, Row } from './table.ts';

/** A row with a cursor in it: one of a table, or the line right below a table, where its next row is begun. */
export interface EditedRow {
  /** Index in `disclosure.tables`. */
  readonly tableIndex: number;
  readonly placed: PlacedTable;
  /** The document line and its text. */
  readonly line: number;
  readonly text: string;
  /** Where in the line the cursor's cell is, written or not. */
  readonly slot: Slot;
  /** The column of the table that the slot belongs to. */
  readonly column: number;
  /** By column. In HTML they may stand on several lines; in other dialects on this one. */
  readonly cells: readonly (CellNode | undefined)[];
  /** The row as it was read; undefined on the line below the table. */
  readonly row?: Row;
  /** Index in `placed.table.rows` of this row, or of the one that would follow the last. */
  readonly rowIndex: number;
}

/** The row a cursor is in, or undefined outside tables and in tables whose columns are lost. */
export function editedRowAt(
  lines: readonly string[],
  disclosure: Disclosure,
  position: Position,
): EditedRow | undefined {
  const text = lines[position.line];
  if (text === undefined) return undefined;
  const tableIndex = tableIndexAt(disclosure, position.line);
  if (tableIndex === -1) return rowBelow(text, disclosure, position);
  const placed = disclosure.tables[tableIndex];
  if (!placed) return undefined;
  const slot = slotAt(placed.table.dialect, text, position.character);
  const rowIndex = rowIndexAt(placed, position.line);
  const row = placed.table.rows[rowIndex];
  const line = position.line - placed.line;
  if (!slot || !row) return undefined;
  const inSlot = row.cells.find(
    (cell) => cell?.span.line === line && slot.start <= cell.span.start && cell.span.end <= slot.end,
  );
  // A row of HTML may have a line for each cell; of others only the first line is edited.
  if (row.line !== line && !(inSlot && placed.table.dialect === 'html')) return undefined;
  const column = inSlot?.column ?? slot.column;
  return { tableIndex, placed, line: position.line, text, slot, column, cells: row.cells, row, rowIndex };
}

function rowBelow(text: string, disclosure: Disclosure, position: Position): EditedRow | undefined {
  const { line } = position;
  const tableIndex = tableIndexAt(disclosure, line - 1);
  const placed = disclosure.tables[tableIndex];
  if (!placed || placed.line + placed.table.lineCount !== line) return undefined;
  const { dialect, rows } = placed.table;
  const slot = slotAt(dialect, text, position.character);
  if (!slot) return undefined;
  const cells = Array.from(slotsOf(dialect, text), ({ start, end, column }) =>
    cellOf(text, start, end, line - placed.line, column),
  );
  return { tableIndex, placed, line, text, slot, column: slot.column, cells, rowIndex: rows.length };
}
