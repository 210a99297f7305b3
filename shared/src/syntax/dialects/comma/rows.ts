import { toHalfWidth } from '../../../text/width.ts';
import { isBarrier } from '../../barrier.ts';
import type { CellNode } from '../../nodes.ts';
import { cellOf } from '../dialect.ts';

/** A quoted cell with line breaks goes over so many lines at most; further down its end was forgotten. */
export const MAX_ROW_LINES = 8;

const QUOTE = /[\s\ufeff]*"/y;
const BEHIND_QUOTE = /\s*(?=,|$)/y;

/** A stretch of one line. */
interface Part {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A cell, without its quotes: one part, or several where line breaks stand between quotes. */
interface Field {
  readonly parts: readonly Part[];
  readonly quoted: boolean;
}

/** A row as it stands in its lines. */
export interface Row {
  readonly fields: readonly Field[];
  readonly lineCount: number;
}

/** What a cell holds, in half width. */
export interface Content {
  readonly text: string;
  readonly quoted: boolean;
}

/** What the cells of a row hold. */
export function contentsOf(lines: readonly string[], { fields }: Row): Content[] {
  return fields.map(({ parts, quoted }) => {
    const text = parts.map(({ line, start, end }) => lines[line]?.slice(start, end) ?? '').join('');
    return { text: toHalfWidth(text).trim(), quoted };
  });
}

/** The cells of a row, in their columns; of one that goes over lines, the first line with words. */
export function cellsOf(lines: readonly string[], { fields }: Row): CellNode[] {
  return fields.map((field, column) => cell(lines, field, column));
}

function cell(lines: readonly string[], { parts }: Field, column: number): CellNode {
  const cells = parts.map(({ line, start, end }) => cellOf(lines[line] ?? '', start, end, line, column));
  const filled = cells.filter(({ text }) => text !== '');
  const first = filled[0] ?? cells[0] ?? cellOf('', 0, 0, 0, column);
  return filled.length < 2 ? first : { ...first, whole: filled.map(({ text }) => text).join('') };
}

/** Reads the row that begins at `first`, or undefined where the line is none. */
export function readRow(lines: readonly string[], first: number): Row | undefined {
  const fields: Field[] = [];
  let text = lines[first];
  if (text === undefined || !text.includes(',') || isBarrier(text)) return undefined;
  for (let line = first, at = 0; ; at++) {
    const field = readField(lines, first, line, at);
    const last = field?.parts.at(-1);
    if (!field || !last) return undefined;
    fields.push(field);
    line = last.line;
    text = lines[line] ?? '';
    at = field.quoted ? endOf(BEHIND_QUOTE, text, last.end + 1) : last.end;
    if (at === -1) return undefined;
    if (at === text.length) return { fields, lineCount: line - first + 1 };
  }
}

/** Reads the cell that begins at an offset of a line, or undefined where its quote is not closed. */
function readField(lines: readonly string[], first: number, line: number, at: number): Field | undefined {
  const text = lines[line] ?? '';
  const quote = endOf(QUOTE, text, at);
  if (quote === -1) {
    const comma = text.indexOf(',', at);
    return { parts: [{ line, start: at, end: comma === -1 ? text.length : comma }], quoted: false };
  }
  const parts: Part[] = [];
  let start = quote;
  for (let each = line; each < first + MAX_ROW_LINES; each++, start = 0) {
    const content = lines[each];
    if (content === undefined || isBarrier(content)) return undefined;
    const close = closingQuote(content, start);
    parts.push({ line: each, start, end: close === -1 ? content.length : close });
    if (close !== -1) return { parts, quoted: true };
  }
  return undefined;
}

/** Where a match that begins at an offset ends, or -1. */
function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : -1;
}

/** A quote that belongs to the cell is doubled. */
function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote;
}
