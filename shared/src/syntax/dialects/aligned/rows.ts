import { displayWidth } from '../../../text/width.ts';
import type { CellNode, RowNode } from '../../nodes.ts';
import type { Atom } from './atoms.ts';
import type { Layout } from './layout.ts';
import { MAX_INDENT } from './pieces.ts';
import { offsetAt } from './ruler.ts';

/** A line of the table whose atoms were put into columns. */
export interface PlacedLine {
  readonly number: number;
  readonly text: string;
  readonly atoms: readonly Atom[];
  /** For each atom its column. */
  readonly slots: readonly number[];
  readonly unsure: boolean;
  /** Whether a line beside it may hold a part of its name. */
  readonly torn?: boolean;
  /** Whether it has what belongs to the code at the end of the line above. */
  readonly isLower?: boolean;
}

/** A stretch of a line. */
interface Part {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes a row of lines that belong together. It has a cell for every column; what is missing is empty. */
export function rowOf(lines: readonly PlacedLine[], layout: Layout): RowNode {
  const [top] = lines;
  const number = top?.number ?? 0;
  const text = top?.text ?? '';
  const parts = layout.columns.map((): Part[] => []);
  for (const line of lines) addParts(parts, line);
  const starts = startsOf(parts, number, text.length);
  let end = 0;
  const cells = parts.map((own, column): CellNode => {
    const [first] = own;
    if (!first) {
      const place = offsetAt(text, layout.columns[column]?.left ?? 0, layout.measure);
      const at = Math.max(end, Math.min(place, starts[column] ?? text.length));
      return { span: { line: number, start: at, end: at }, column, text: '' };
    }
    if (first.line === number) end = first.end;
    const { line, start, end: last } = first;
    const cell = { span: { line, start, end: last }, column, text: first.text };
    return own.length > 1 ? { ...cell, whole: own.map((part) => part.text).join('') } : cell;
  });
  const unsure = lines.some((line) => line.unsure);
  const torn =
    lines.some((line) => line.torn) ||
    parts.some((own, column) => !standBelowEachOther(own, lines, column === 0 ? MAX_INDENT : 0));
  return { line: number, separator: false, cells, ...(unsure && { unsure }), ...(torn && { torn }) };
}

/**
 * Whether each line of a cell stands below the one before, in part at least, or to the left of it where a first line may be
 * indented so much: else they are of two columns.
 */
function standBelowEachOther(parts: readonly Part[], lines: readonly PlacedLine[], indent: number): boolean {
  const places = parts.map(({ line, start, end }) => {
    const text = lines.find(({ number }) => number === line)?.text ?? '';
    const left = displayWidth(text.slice(0, start));
    return { left, right: left + displayWidth(text.slice(start, end)) };
  });
  return places.every(({ left, right }, index) => {
    const above = places[index - 1];
    const isBelow = (first: number) => first < right || first - left <= indent;
    return !above || (left < above.right && isBelow(above.left));
  });
}

/** Adds what a line has in each column; atoms of one column follow each other. */
function addParts(parts: readonly Part[][], { number, text, atoms, slots }: PlacedLine): void {
  for (let index = 0; index < atoms.length; ) {
    const first = atoms[index];
    const slot = slots[index] ?? -1;
    while (index + 1 < atoms.length && slots[index + 1] === slot) index++;
    const last = atoms[index];
    index++;
    if (!first || !last) continue;
    const { start } = first;
    const { end } = last;
    parts[slot]?.push({ line: number, start, end, text: text.slice(start, end) });
  }
}

/** For each column where the next filled cell behind it begins, on the row's first line. */
function startsOf(parts: readonly (readonly Part[])[], line: number, length: number): number[] {
  const starts: number[] = [];
  let next = length;
  for (let column = parts.length - 1; column >= 0; column--) {
    starts[column] = next;
    next = parts[column]?.find((part) => part.line === line)?.start ?? next;
  }
  return starts;
}
