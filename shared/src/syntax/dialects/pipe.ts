import { hasSeveralFigures, parseAmount } from '../../text/amount.ts';
import { maxOf, minOf } from '../../text/lists.ts';
import { compactLabel } from '../../text/width.ts';
import type { CellNode, RowNode } from '../nodes.ts';
import { cellOf, type RowDialect, rowDialect } from './dialect.ts';

/** The heading of a column that holds no figures. */
const REMARK = /^(?:备注|说明)$/;

const rows = rowDialect('pipe', recognises, readRow);

/**
 * Markdown tables: `| a | b |`. The `|---|` line may stand anywhere; page breaks put it under data rows.
 *
 * Tables taken from web pages have no bar in front: `a | b |`. There empty cells were left out and bars put at
 * the end instead, so of a row with blank cells it is not known which columns its cells belong to, unless other rows
 * show that blank cells are kept.
 */
export const pipeDialect: RowDialect = { ...rows, extent, read };

function extent(lines: readonly string[], first: number): number {
  // Bars alone, with no row below, are a blank cell of a web page.
  const isBlank = /^[\s|]*$/.test(lines[first] ?? '') && !recognises(lines[first + 1] ?? '');
  return isBlank ? 0 : rows.extent(lines, first);
}

function recognises(line: string): boolean {
  const trimmed = line.trim();
  if (trimmed.startsWith('|')) return trimmed.indexOf('|', 1) !== -1;
  const first = nextPipe(trimmed, 0);
  return first !== -1 && trimmed.endsWith('|') && first < trimmed.length - 1;
}

function read(lines: readonly string[]): RowNode[] {
  return withRemarks(readRows(lines));
}

/**
 * Rows of which nothing but the remark is blank: as many figures are left as there are columns for them, so that the last
 * figure, which is no remark, shows where all of them belong.
 */
function withRemarks(rows: readonly RowNode[]): RowNode[] {
  // A title may stand in a row above the headings.
  const head =
    rows.find(({ separator, cells }) => !separator && cells.filter(isFilled).length > 1)?.cells ?? [];
  const isRemark = head.at(-1) !== undefined && REMARK.test(compactLabel(head.at(-1)?.text ?? ''));
  if (!isRemark || head.some(({ text }) => text === '')) return [...rows];
  return rows.map(({ unsure, ...row }) => {
    const filled = row.cells.filter(isFilled);
    const isSure =
      row.cells.length === head.length &&
      filled.length === head.length - 1 &&
      parseAmount(row.cells.at(-2)?.text ?? '') !== undefined;
    return unsure && !isSure ? { ...row, unsure } : row;
  });
}

function isFilled({ text }: CellNode): boolean {
  return text !== '';
}

/**
 * Bars at the ends of all rows alike are of no column: a title or a note that spans more columns than the table has put
 * them there.
 */
function withoutPadding(rows: readonly RowNode[], width: number): readonly RowNode[] {
  const padded = rows.filter(({ separator, cells }) => !separator && cells.length === width);
  const blanks = ({ cells }: RowNode) => width - 1 - cells.findLastIndex(isFilled);
  const padding = minOf(padded, blanks);
  if (padded.length < 2 || padding === 0 || padding >= width) return rows;
  return rows.map(({ unsure, ...row }) => {
    if (row.cells.length !== width) return unsure ? { ...row, unsure } : row;
    const cells = row.cells.slice(0, width - padding);
    return { ...row, cells, ...(unsure && !cells.every(isFilled) && { unsure }) };
  });
}

function readRows(lines: readonly string[]): RowNode[] {
  const read = lines.map(readRow);
  const width = maxOf(
    read.filter((_, index) => !isBarred(lines[index] ?? '')),
    ({ cells }) => cells.length,
    0,
  );
  const isOpen = lines.every((line) => !isBarred(line) || /^[\s|]*$/.test(line));
  return withBlanksKept(isOpen ? withoutPadding(read, width) : read, lines);
}

/** The rows, whose blank cells stand where they are if some of them show that. */
function withBlanksKept(rows: readonly RowNode[], lines: readonly string[]): RowNode[] {
  const open = rows.filter((_, index) => !isBarred(lines[index] ?? ''));
  const width = maxOf(open, ({ cells }) => cells.length, 0);
  if (!open.some((row) => row.cells.length === width && hasBlankAmid(row))) return [...rows];
  // Where no bar stands in front of the other rows, one does in front of a row whose first cell is blank.
  const whole = rows.map((row, index) =>
    isBarred(lines[index] ?? '') && row.cells.length === width - 1
      ? readCells(lines[index] ?? '', row.line, 0)
      : row,
  );
  const isKept = whole.every(
    ({ cells }) => cells.length === width || !cells.some(({ text }) => /\d/.test(text)),
  );
  return isKept ? whole.map(({ unsure: _, ...row }) => row) : [...rows];
}

/** A blank cell that stands between filled ones, as none does where blank cells were left out. */
function hasBlankAmid({ cells }: RowNode): boolean {
  const texts = cells.map(({ text }) => text);
  const [first, last] = [texts.findIndex((text) => text !== ''), texts.findLastIndex((text) => text !== '')];
  return texts.slice(first, last).includes('');
}

function isBarred(text: string): boolean {
  return text.trimStart().startsWith('|');
}

function readRow(text: string, line: number): RowNode {
  return readCells(text, line, isBarred(text) ? text.indexOf('|') + 1 : 0);
}

/** @param from where the first cell begins */
function readCells(text: string, line: number, from: number): RowNode {
  const cells: CellNode[] = [];
  let start = from;
  for (let column = 0; start <= text.length; column++) {
    const pipe = nextPipe(text, start);
    if (pipe === -1) {
      if (text.slice(start).trim() !== '') cells.push(cellOf(text, start, text.length, line, column));
      break;
    }
    cells.push(cellOf(text, start, pipe, line, column));
    start = pipe + 1;
  }
  const filled = cells.filter((cell) => cell.text !== '');
  const separator = filled.length > 0 && filled.every((cell) => /^:?-+:?$/.test(cell.text));
  const unsure =
    (!isBarred(text) && filled.length < cells.length) || filled.some((cell) => hasSeveralFigures(cell.text));
  return { line, separator, cells, ...(unsure && { unsure }) };
}

/** A pipe escaped with a backslash belongs to the cell. */
function nextPipe(text: string, from: number): number {
  let pipe = text.indexOf('|', from);
  while (pipe > 0 && text[pipe - 1] === '\\') pipe = text.indexOf('|', pipe + 1);
  return pipe;
}
