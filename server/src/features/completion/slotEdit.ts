import type { TextEdit } from 'vscode-languageserver';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import type { Dialect } from '#core/syntax/nodes.ts';
import { nextSlot, type Slot } from '#core/syntax/slots.ts';

/** What stands between two cells that are written together. */
const JOINTS: { readonly [D in Dialect]?: string } = { tab: '\t', pipe: ' | ' };

/** What is written in the cell under the cursor. */
export interface Typed {
  /** All of it, without the blanks around it. */
  readonly text: string;
  /** What stands in front of the cursor, from `start`. */
  readonly before: string;
  /** Offsets in the line of what a completion replaces: the text and the cursor. */
  readonly start: number;
  readonly end: number;
}

/** Reads the cell under the cursor. */
export function typedIn({ text, slot }: EditedRow, character: number): Typed {
  const content = text.slice(slot.start, slot.end);
  const trimmed = content.trim();
  if (trimmed === '') return { text: '', before: '', start: character, end: character };
  const textStart = slot.start + content.indexOf(trimmed);
  const start = Math.min(textStart, character);
  const end = Math.max(textStart + trimmed.length, character);
  return { text: trimmed, before: text.slice(start, character), start, end };
}

/** The slot `count` places behind, as far as the line goes; undefined beyond its end. */
export function slotBehind({ placed, text }: EditedRow, from: Slot, count: number): Slot | undefined {
  let slot: Slot | undefined = from;
  for (let step = 0; step < count && slot; step++) slot = nextSlot(placed.table.dialect, text, slot);
  return slot;
}

/** Whether the next `count` cells are empty or not yet there, so that they may be written together. */
export function isFreeBehind(row: EditedRow, count: number): boolean {
  for (let step = 1; step <= count; step++) {
    const slot = slotBehind(row, row.slot, step);
    if (slot && row.text.slice(slot.start, slot.end).trim() !== '') return false;
  }
  return true;
}

/** Writes the cell under the cursor and leaves the rest of the row alone. */
export function writeCell(row: EditedRow, typed: Typed, content: string): TextEdit {
  return edit(row, typed, typed.end, content);
}

/**
 * Writes the cell under the cursor and the cells behind it, in the table's own dialect: cells that are there
 * are filled, cells that are not are made. The cells behind must be free.
 *
 * @param contents what the cells hold then, beginning with the one under the cursor
 */
export function writeCells(row: EditedRow, typed: Typed, contents: readonly string[]): TextEdit {
  if (contents.length < 2) return writeCell(row, typed, contents[0] ?? '');
  const last = slotBehind(row, row.slot, contents.length - 1);
  return edit(
    row,
    typed,
    last?.end ?? row.text.length,
    contents.join(JOINTS[row.placed.table.dialect] ?? ' '),
  );
}

/** In a pipe table a cell has a blank on either side, and a row ends with a pipe. */
function edit({ line, text, placed }: EditedRow, { start }: Typed, end: number, content: string): TextEdit {
  let newText = content;
  if (placed.table.dialect === 'pipe') {
    if (!text.includes('|')) newText = `| ${newText}`;
    else if (text[start - 1] === '|') newText = ` ${newText}`;
    if (text[end] === '|') newText = `${newText} `;
    else if (text.slice(end).trim() === '') newText = `${newText} |`;
  }
  return { range: { start: { line, character: start }, end: { line, character: end } }, newText };
}
