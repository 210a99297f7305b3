import { cellOf } from '../syntax/dialects/dialect.ts';
import type { CellNode, Dialect } from '../syntax/nodes.ts';
import { type Slot, slotAt, slotsOf } from '../syntax/slots.ts';
import type { Position } from '../text/range.ts';
import type { Disclosure } from './disclosure.ts';
import { rowIndexAt, tableIndexAt } from './locate.ts';
import type { PlacedTable, Row } from './table.ts';

/** A row with a cursor in it: one of a table, or a line right below one, where another row is begun. */
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
  /** The row as it was read; undefined on a line where one is only begun. */
  readonly row?: Row;
  /** Index in `placed.table.rows` of this row, or the one that a begun row would have. */
  readonly rowIndex: number;
}

/** Dialects whose rows stand on one line, so that a line without a row may be one that is begun. */
const ONE_LINE_ROWS: ReadonlySet<Dialect> = new Set<Dialect>(['tab', 'pipe', 'comma']);

/** The row a cursor is in, or undefined outside tables and in tables whose columns are lost. */
export function editedRowAt(
  lines: readonly string[],
  disclosure: Disclosure,
  position: Position,
): EditedRow | undefined {
  const text = lines[position.line];
  if (text === undefined) return undefined;
  const tableIndex = tableIndexAt(disclosure, position.line);
  const placed = disclosure.tables[tableIndex];
  if (!placed) return begunRow(text, disclosure, position);
  const slot = slotAt(placed.table.dialect, text, position.character);
  const rowIndex = rowIndexAt(placed, position.line);
  const row = placed.table.rows[rowIndex];
  const line = position.line - placed.line;
  if (!slot || !row) return undefined;
  if (row.line < line && ONE_LINE_ROWS.has(placed.table.dialect)) return begunRow(text, disclosure, position);
  const inSlot = row.cells.find(
    (cell) => cell?.span.line === line && slot.start <= cell.span.start && cell.span.end <= slot.end,
  );
  // A row of HTML may have a line for each cell; of others only the first line is edited.
  if (row.line !== line && !(inSlot && placed.table.dialect === 'html')) return undefined;
  const column = inSlot?.column ?? slot.column;
  return { tableIndex, placed, line: position.line, text, slot, column, cells: row.cells, row, rowIndex };
}

/**
 * A row that is begun right below another one: under the table, or inside it, where a line without any separator yet
 * is taken for words between two pages.
 */
function begunRow(text: string, disclosure: Disclosure, position: Position): EditedRow | undefined {
  const { line } = position;
  const tableIndex = tableIndexAt(disclosure, line - 1);
  const placed = disclosure.tables[tableIndex];
  if (!placed) return undefined;
  const { dialect, rows, lineCount } = placed.table;
  const above = rowIndexAt(placed, line - 1);
  const isBelow = placed.line + lineCount === line;
  if (!isBelow && !(rows[above] && endsAt(rows[above], line - 1 - placed.line))) return undefined;
  const slot = slotAt(dialect, text, position.character);
  if (!slot) return undefined;
  const cells = Array.from(slotsOf(dialect, text), ({ start, end, column }) =>
    cellOf(text, start, end, line - placed.line, column),
  );
  return { tableIndex, placed, line, text, slot, column: slot.column, cells, rowIndex: above + 1 };
}

/** Whether a row stands on this line of its table and does not go on in the next. */
function endsAt(row: Row, line: number): boolean {
  return row.line === line && !row.cells.some((cell) => cell?.whole !== undefined);
}
