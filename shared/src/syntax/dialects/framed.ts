import { parseAmount } from '../../text/amount.ts';
import { maxOf } from '../../text/lists.ts';
import { displayWidth } from '../../text/width.ts';
import { isBarrier } from '../barrier.ts';
import type { CellNode, RowNode } from '../nodes.ts';
import { breaksNumber, type DialectReader } from './dialect.ts';
import { pipeDialect } from './pipe.ts';

/** `+-----+=====+`: a line of the frame, with marks of how columns are aligned. */
const FRAME = /^\s*\+(?:[-=:]+\+)+\s*$/;
/** `|     +-----+`: one that passes by a cell over several rows. */
const PART_OF_FRAME = /^\s*[|+].*\+[-=:]{2,}\+/;

/**
 * Tables drawn with signs, as word processors' files are turned into plain text: bars part the cells, and lines of `+---+`
 * the rows, whose cells may go over several lines. Where lines with figures follow each other between two lines of the frame,
 * each of them is a row, as programs print what they took out of a database.
 */
export const framedDialect: DialectReader = { dialect: 'pipe', extent, read };

function extent(lines: readonly string[], first: number): number {
  if (!FRAME.test(lines[first] ?? '') || !isBarred(lines[first + 1])) return 0;
  let end = first + 1;
  while (isBarred(lines[end]) || isFrame(lines[end] ?? '')) end++;
  return end - first;
}

function isBarred(line: string | undefined): boolean {
  return line?.trimStart().startsWith('|') === true && !isBarrier(line) && pipeDialect.recognises(line);
}

function isFrame(line: string): boolean {
  return FRAME.test(line) || PART_OF_FRAME.test(line);
}

function read(lines: readonly string[]): RowNode[] {
  const edges = edgesOf(lines);
  const groups: RowNode[][] = [[]];
  lines.forEach((text, line) => {
    if (isFrame(text)) groups.push([]);
    else groups.at(-1)?.push(placed(pipeDialect.readRow(text, line), text, edges));
  });
  return groups.flatMap((group) => (areRows(group) ? group : joined(group)));
}

/** Where the columns begin and end, by the places of the signs in all lines of the frame, which are one character wide each. */
function edgesOf(lines: readonly string[]): readonly number[] {
  const places = new Set<number>();
  for (const line of lines)
    if (FRAME.test(line)) for (const { index } of line.matchAll(/\+/g)) places.add(index);
  return [...places].sort((a, b) => a - b);
}

/** A row with its cells in their columns, where some of them span several. */
function placed(row: RowNode, text: string, edges: readonly number[]): RowNode {
  const columns = edges.length - 1;
  const { cells } = row;
  if (cells.length >= columns) return row;
  const bars = [...text.matchAll(/(?<!\\)\|/g)].map(({ index }) => displayWidth(text.slice(0, index)));
  const starts = bars.map((bar) => edges.indexOf(bar));
  const isSpread = bars.length === cells.length + 1 && !starts.includes(-1);
  if (!isSpread) return cells.length > 1 ? { ...row, unsure: true } : row;
  const spread = cells.flatMap((cell, at): CellNode[] => {
    const [from = 0, to = columns] = [starts[at], starts[at + 1]];
    const { line, end } = cell.span;
    const blank = (column: number): CellNode => ({ span: { line, start: end, end }, column, text: '' });
    const rest = Array.from({ length: to - from - 1 }, (_, index) => blank(from + 1 + index));
    return [{ ...cell, column: from, ...(rest.length > 0 && { columns: to - from }) }, ...rest];
  });
  return { ...row, cells: spread };
}

/** Whether lines between two lines of the frame are rows each: their figures in some column are no broken one. */
function areRows(group: readonly RowNode[]): boolean {
  const width = group.length > 1 ? maxOf(group, ({ cells }) => cells.length, 0) : 0;
  return Array.from({ length: width }, (_, column) =>
    group.map(({ cells }) => cells[column]?.text ?? '').filter((text) => parseAmount(text) !== undefined),
  ).some((figures) => figures.length > 1 && parseAmount(figures.join('')) === undefined);
}

/** The one row whose cells go over these lines. */
function joined(lines: readonly RowNode[]): RowNode[] {
  const [first, second] = lines;
  if (!first || !second) return first ? [first] : [];
  const width = maxOf(lines, ({ cells }) => cells.length, 0);
  const cells = Array.from({ length: width }, (_, column): CellNode => {
    const own = lines.flatMap((row) => row.cells[column] ?? []);
    const [cell = blankBehind(first, column), ...more] = own.filter(({ text }) => text !== '');
    const whole = [cell, ...more].map(({ text }) => text).join('');
    return more.length > 0 ? { ...cell, whole } : cell;
  });
  const unsure = lines.some((row) => row.unsure) || cells.some(breaksNumber);
  return [{ line: first.line, separator: false, cells, ...(unsure && { unsure: true }) }];
}

/** A cell that no line fills. */
function blankBehind({ line, cells }: RowNode, column: number): CellNode {
  const end = (cells[column] ?? cells.at(-1))?.span.end ?? 0;
  return { span: { line, start: end, end }, column, text: '' };
}
