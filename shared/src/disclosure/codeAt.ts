import { WHOLE_CODE } from '../text/codeShape.ts';
import type { Position, Range, Span } from '../text/range.ts';
import { rangeOf, touches } from '../text/range.ts';
import { toHalfWidth } from '../text/width.ts';
import { isCodeHeader } from './codeHeader.ts';
import type { Disclosure } from './disclosure.ts';
import { hasWords } from './labels.ts';
import { rowAt, tableAt } from './locate.ts';
import type { Cell, Column, PlacedTable, Row, Table } from './table.ts';

/** A 科目编码 under a cursor. */
export interface CodePlace {
  /** All digits, those of other cells and rows included: `2010301`. */
  readonly digits: string;
  /** The name printed beside it; empty where there is none. */
  readonly name: string;
  /** The cell, or the part of it, that the cursor is on. */
  readonly range: Range;
}

/** Whether a text printed beside digits is a name of the code they would be. */
export type NamesCode = (digits: string, text: string) => boolean;

type Cells = readonly (Cell | undefined)[];

/** With the levels that places have below those of the national lists; longer numbers may be of anything. */
const LOCAL_CODE = /^[1235]\d{2}(?:\d{2}){3,4}$/;
const GLUED_CODE = /^[[【(]?([1235]\d{2}(?:\d{2}){0,2})[\]】)]?(?:\s*[-—–_])?\s*(?=\p{Script=Han})/u;
/** In a flattened row amounts may stand between a code and its name. */
const TOKEN_REACH = 6;
const PROSE_REACH = 60;
const PROSE_CODE =
  /[（(]\s*([1235]\d{2}(?:\d{2}){0,2})\s*[）)]|(?<![\d.,])([1235]\d{2}(?:\d{2}){0,2})(?![\d.,])/g;
const AFTER_WORD = /[\p{Script=Han}）)]$/u;
const LEADING_WORDS = /^\s*([\p{Script=Han}（）()、“”"]+)/u;

/**
 * The 科目编码 a cursor is on: in a code column, over several cells, carried from a row above, glued to its
 * name, on the name beside it, among the cells of a flattened row, or in prose (`事业运行（2010350）`).
 *
 * Three, five or seven digits alone may be anything. They are a code where a code column, the brackets behind
 * a name, or a fitting name beside them says so; `namesCode` decides what fits.
 */
export function codeAt(
  lines: readonly string[],
  disclosure: Disclosure,
  position: Position,
  namesCode: NamesCode,
): CodePlace | undefined {
  const placed = tableAt(disclosure, position.line);
  const row = placed && rowAt(placed, position);
  const inRow = placed && row && codeInRow(placed, row, position, namesCode);
  return inRow ?? codeInProse(lines[position.line] ?? '', position, namesCode);
}

function codeInRow(
  placed: PlacedTable,
  row: Row,
  position: Position,
  namesCode: NamesCode,
): CodePlace | undefined {
  const { code } = row;
  if (code && (placed.table.coded || namesCode(code.digits, code.name))) {
    const span = [...code.spans, ...(code.nameSpan ? [code.nameSpan] : [])].find((each) =>
      touches(each, position, placed.line),
    );
    if (span) return { digits: code.digits, name: code.name, range: rangeOf(span, placed.line) };
  }
  const index = row.cells.findIndex((each) => each && touches(each.span, position, placed.line));
  const cell = row.cells[index];
  if (!cell || cell.text === '') return undefined;
  const found =
    placed.table.dialect === 'flattened'
      ? codeAmongTokens(row.cells, index, namesCode)
      : (codeInCell(cell, row.cells, placed.table, namesCode) ??
        codeOfName(cell, row.cells, placed.table, namesCode));
  return found && { ...found, range: rangeOf(found.span, placed.line) };
}

interface Found {
  readonly digits: string;
  readonly name: string;
  readonly span: Span;
}

/** Digits in a cell of any column: its header, or the name in the next cell, tells what they are. */
function codeInCell(cell: Cell, cells: Cells, table: Table, namesCode: NamesCode): Found | undefined {
  const half = toHalfWidth(cell.text);
  const glued = GLUED_CODE.exec(half);
  if (glued?.[1] !== undefined) {
    const name = cell.text.slice(glued[0].length);
    return namesCode(glued[1], name) ? { digits: glued[1], name, span: cell.span } : undefined;
  }
  const isLocal = isLocalCode(half, table.columns[cell.column]);
  if (!WHOLE_CODE.test(half) && !isLocal) return undefined;
  const [before, behind] = [cells[cell.column - 1]?.text ?? '', cells[cell.column + 1]?.text ?? ''];
  const name = [behind, before].find((text) => hasWords(text) && namesCode(half, text));
  if (name !== undefined) return { digits: half, name, span: cell.span };
  if (!isLocal && !isCodeHeader(table.columns[cell.column]?.label ?? '')) return undefined;
  return { digits: half, name: hasWords(behind) ? behind : '', span: cell.span };
}

/** A name whose code stands in the cell before it. */
function codeOfName(cell: Cell, cells: Cells, table: Table, namesCode: NamesCode): Found | undefined {
  const digits = toHalfWidth(cells[cell.column - 1]?.text ?? '');
  if (!hasWords(cell.text)) return undefined;
  const fits =
    isLocalCode(digits, table.columns[cell.column - 1]) ||
    (WHOLE_CODE.test(digits) && namesCode(digits, cell.text));
  return fits ? { digits, name: cell.text, span: cell.span } : undefined;
}

/** Digits longer than those of the national lists, in a column of codes. */
function isLocalCode(digits: string, column: Column | undefined): boolean {
  return LOCAL_CODE.test(digits) && (column?.kind === 'code' || isCodeHeader(column?.label ?? ''));
}

/** In a flattened row a code and its name are near each other, in either order. */
function codeAmongTokens(cells: Cells, index: number, namesCode: NamesCode): Found | undefined {
  const cell = cells[index];
  if (!cell) return undefined;
  const half = toHalfWidth(cell.text);
  const isCode = WHOLE_CODE.test(half);
  if (!isCode && !hasWords(cell.text)) return undefined;
  for (let distance = 1; distance <= TOKEN_REACH; distance++) {
    for (const other of [cells[index + distance], cells[index - distance]]) {
      if (!other) continue;
      const [digits, name] = isCode ? [half, other.text] : [toHalfWidth(other.text), cell.text];
      const fits = WHOLE_CODE.test(digits) && hasWords(name) && namesCode(digits, name);
      if (fits) return { digits, name, span: cell.span };
    }
  }
  return undefined;
}

/** `工资福利支出（301）` or `2010301行政运行`. Seven digits in brackets behind a word are a code in any case. */
function codeInProse(text: string, position: Position, namesCode: NamesCode): CodePlace | undefined {
  const from = Math.max(0, position.character - PROSE_REACH);
  const near = text.slice(from, position.character + PROSE_REACH);
  const half = toHalfWidth(near);
  for (const match of half.matchAll(PROSE_CODE)) {
    const end = match.index + match[0].length;
    if (position.character < from + match.index || position.character > from + end) continue;
    const digits = match[1] ?? match[2] ?? '';
    const before = near.slice(0, match.index);
    const behind = LEADING_WORDS.exec(near.slice(end))?.[1] ?? '';
    const name = match[1] === undefined ? behind : before;
    const sure = match[1]?.length === 7 && AFTER_WORD.test(before);
    if (!sure && !(name !== '' && namesCode(digits, name))) continue;
    const start = from + match.index + match[0].indexOf(digits);
    const { line } = position;
    const range = { start: { line, character: start }, end: { line, character: start + digits.length } };
    return { digits, name: '', range };
  }
  return undefined;
}
