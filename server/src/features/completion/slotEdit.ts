import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import type { CellNode, Dialect } from '#core/syntax/nodes.ts';
import { nextSlot, type Slot } from '#core/syntax/slots.ts';
import { compareStarts, rangeOf } from '#core/text/range.ts';

/** What stands between two cells that are written together. */
const JOINTS: { readonly [D in Dialect]?: string } = { tab: '\t', pipe: ' | ', comma: ',' };

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
function slotBehind({ placed, text }: EditedRow, from: Slot, count: number): Slot | undefined {
  let slot: Slot | undefined = from;
  for (let step = 0; step < count && slot; step++) slot = nextSlot(placed.table.dialect, text, slot);
  return slot;
}

/** Whether the next `count` cells are empty or not yet there, so that they may be written together. */
export function isFreeBehind(row: EditedRow, count: number): boolean {
  const steps = Array.from({ length: count }, (_, index) => index + 1);
  if (row.placed.table.dialect === 'html')
    return steps.every((step) => emptyCellBehind(row, step) !== undefined);
  if (row.column !== row.slot.column || (count > 0 && row.slot.quoted)) return false;
  return steps.every((step) => {
    const slot = slotBehind(row, row.slot, step);
    return !slot || (!slot.quoted && row.text.slice(slot.start, slot.end).trim() === '');
  });
}

/** The cell of HTML `step` columns further, if it is empty and takes no other column. */
function emptyCellBehind({ cells, column }: EditedRow, step: number): CellNode | undefined {
  const cell = cells[column + step];
  if (cell?.text !== '') return undefined;
  const isShared = cells.some(
    (other) => other && other !== cell && compareStarts(other.span, cell.span) === 0,
  );
  return isShared ? undefined : cell;
}

/** The edits of a completion item. */
export type CellEdits = Required<Pick<CompletionItem, 'textEdit'>> &
  Pick<CompletionItem, 'additionalTextEdits'>;

/** Writes the cell under the cursor and leaves the rest of the row alone. */
export function writeCell(row: EditedRow, typed: Typed, content: string): TextEdit {
  return edit(row, typed, typed.end, quotedFor(row, content));
}

/**
 * Writes the cell under the cursor and the cells behind it, in the table's own dialect: cells that are there
 * are filled, cells that are not are made. The cells behind must be free.
 *
 * @param contents what the cells hold then, beginning with the one under the cursor
 */
export function writeCells(row: EditedRow, typed: Typed, contents: readonly string[]): CellEdits {
  const [first = '', ...others] = contents;
  if (others.length === 0) return { textEdit: writeCell(row, typed, first) };
  const { dialect } = row.placed.table;
  if (dialect === 'html') {
    const additionalTextEdits = others.flatMap((content, index) => {
      const cell = emptyCellBehind(row, index + 1);
      return cell ? [{ range: rangeOf(cell.span, row.placed.line), newText: content }] : [];
    });
    return { textEdit: writeCell(row, typed, first), additionalTextEdits };
  }
  const last = slotBehind(row, row.slot, contents.length - 1);
  const written = contents.map((content) => quotedFor(row, content)).join(JOINTS[dialect] ?? ' ');
  return { textEdit: edit(row, typed, last?.end ?? row.text.length, written) };
}

/** A cell between commas that has a comma or a quote in it stands in quotes. */
function quotedFor({ placed, slot }: EditedRow, content: string): string {
  if (placed.table.dialect !== 'comma' || !/[",]/.test(content)) return content;
  const doubled = content.replaceAll('"', '""');
  return slot.quoted ? doubled : `"${doubled}"`;
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
