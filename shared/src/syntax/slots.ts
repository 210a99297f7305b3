import type { Dialect } from './nodes.ts';

/** The room of a cell in its line: all that stands between two separators, blanks included. */
export interface Slot {
  /** Ordinal in the line, as in {@link CellNode.column}. */
  readonly column: number;
  /** UTF-16 offsets in the line. */
  readonly start: number;
  readonly end: number;
}

/** The separator of a dialect whose cells have room to write in. Flattened tables have lost theirs. */
const SEPARATORS: { readonly [D in Dialect]?: string } = { tab: '\t', pipe: '|' };

/**
 * The slot a cursor is in, also where no cell has been written yet: behind the last separator of a line, or
 * in a line without any separator, which is one slot. Undefined in front of a row's first pipe and in
 * flattened tables.
 */
export function slotAt(dialect: Dialect, text: string, character: number): Slot | undefined {
  const separator = SEPARATORS[dialect];
  if (separator === undefined) return undefined;
  const cursor = Math.min(Math.max(character, 0), text.length);
  const before = dialect === 'pipe' && isPipeRow(text) ? -1 : 0;
  let column = before;
  let start = 0;
  for (let at = nextSeparator(text, separator, 0); at !== -1; at = nextSeparator(text, separator, at + 1)) {
    if (cursor <= at) return column < 0 ? undefined : { column, start, end: at };
    column++;
    start = at + 1;
  }
  return column < 0 ? undefined : { column, start, end: text.length };
}

/** The slot behind another one, or undefined where the line ends with that one. */
export function nextSlot(dialect: Dialect, text: string, slot: Slot): Slot | undefined {
  return slot.end < text.length ? slotAt(dialect, text, slot.end + 1) : undefined;
}

/** Whether a line begins with a pipe, so that its first cell stands behind that pipe. */
export function isPipeRow(text: string): boolean {
  return text.trimStart().startsWith('|');
}

/** A pipe escaped with a backslash belongs to the cell. */
function nextSeparator(text: string, separator: string, from: number): number {
  let at = text.indexOf(separator, from);
  while (separator === '|' && at > 0 && text[at - 1] === '\\') at = text.indexOf(separator, at + 1);
  return at;
}
