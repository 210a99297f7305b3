import type { Dialect } from './nodes.ts';

/** The room of a cell in its line: all that stands between two separators, blanks included. */
export interface Slot {
  /** Ordinal in the line, as in {@link CellNode.column}; in HTML that of the cells that begin in it. */
  readonly column: number;
  /** UTF-16 offsets in the line. Quotes around a cell are no part of it. */
  readonly start: number;
  readonly end: number;
  /** Set where the cell stands in quotes, as those of comma-separated values may. */
  readonly quoted?: true;
}

/** Reads the slots of a line from left to right. */
type SlotReader = (text: string) => Iterable<Slot>;

/** The dialects whose cells have room to write in. In the others only blanks or line breaks part the cells. */
const READERS: { readonly [D in Dialect]?: SlotReader } = {
  tab: (text) => separated(text, '\t', 0),
  pipe: (text) => separated(text, '|', isPipeRow(text) ? -1 : 0),
  comma: quotable,
  html: tagged,
};

const CELL_TAG = /<(\/?)t([dhr])(?=[\s/>])(?:[^"'<>]|"[^"]*"|'[^']*'){0,2000}>/gi;

/**
 * The slot a cursor is in, also where no cell has been written yet: behind the last separator of a line, or
 * in a line without any separator, which is one slot. Undefined in front of a row's first pipe, between the tags of
 * HTML, and in dialects without separators.
 */
export function slotAt(dialect: Dialect, text: string, character: number): Slot | undefined {
  const cursor = Math.min(Math.max(character, 0), text.length);
  for (const slot of slotsOf(dialect, text))
    if (cursor <= slot.end) return slot.start <= cursor ? slot : undefined;
  return undefined;
}

/** The slots of a line from left to right; none in dialects without separators. */
export function slotsOf(dialect: Dialect, text: string): Iterable<Slot> {
  return READERS[dialect]?.(text) ?? [];
}

/** The slot behind another one, or undefined where the line ends with that one. */
export function nextSlot(dialect: Dialect, text: string, slot: Slot): Slot | undefined {
  for (const each of slotsOf(dialect, text)) if (each.column === slot.column + 1) return each;
  return undefined;
}

/** Whether a line begins with a pipe, so that its first cell stands behind that pipe. */
export function isPipeRow(text: string): boolean {
  return text.trimStart().startsWith('|');
}

/** @param first the column in front of the first separator; there is none where it is negative */
function* separated(text: string, separator: string, first: number): Generator<Slot> {
  let column = first;
  let start = 0;
  for (let at = nextSeparator(text, separator, 0); at !== -1; at = nextSeparator(text, separator, at + 1)) {
    if (column >= 0) yield { column, start, end: at };
    column++;
    start = at + 1;
  }
  if (column >= 0) yield { column, start, end: text.length };
}

/** A pipe escaped with a backslash belongs to the cell. */
function nextSeparator(text: string, separator: string, from: number): number {
  let at = text.indexOf(separator, from);
  while (separator === '|' && at > 0 && text[at - 1] === '\\') at = text.indexOf(separator, at + 1);
  return at;
}

/** Cells between commas; those that begin with a quote end with the next one that is not doubled. */
function* quotable(text: string): Generator<Slot> {
  for (let column = 0, start = 0; ; column++) {
    let quote = start;
    while (text[quote] === ' ') quote++;
    if (text[quote] === '"') {
      const close = closingQuote(text, quote + 1);
      yield { column, start: quote + 1, end: close, quoted: true };
      const comma = text.indexOf(',', close);
      if (comma === -1) return;
      start = comma + 1;
      continue;
    }
    const comma = text.indexOf(',', start);
    yield { column, start, end: comma === -1 ? text.length : comma };
    if (comma === -1) return;
    start = comma + 1;
  }
}

/** The end of the line for a cell that goes on in the next. */
function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote === -1 ? text.length : quote;
}

/** What stands between the tags of a cell in its line; cells with tags inside are left alone. */
function* tagged(text: string): Generator<Slot> {
  let column = 0;
  let start: number | undefined;
  for (const { 0: tag, 1: slash, 2: kind = '', index } of text.matchAll(CELL_TAG)) {
    if (start !== undefined && !text.slice(start, index).includes('<'))
      yield { column: column++, start, end: index };
    start = slash === '' && kind.toLowerCase() !== 'r' ? index + tag.length : undefined;
  }
}
