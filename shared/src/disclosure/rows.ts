import { NAME_MARK } from '../syntax/figureShape.ts';
import type { RowNode } from '../syntax/nodes.ts';
import { type Amount, isDamagedFigure, isNotReported, parseAmount } from '../text/amount.ts';
import { parseNumbering } from '../text/numbering.ts';
import { remember } from '../text/remember.ts';
import { compactLabel, toHalfWidth } from '../text/width.ts';
import {
  type CodeCarry,
  carryAfter,
  codeColumn,
  isNamedCode,
  NO_CARRY,
  numbersBody,
  readCode,
  readUnitCode,
} from './codes.ts';
import type { Grid } from './grid.ts';
import { hasWords, isTotalLabel, totalRank, wordsOf } from './labels.ts';
import type { CodeReading, RowKind, UnitCodeReading } from './table.ts';
import {
  cellsOfCode,
  isBoughtBy,
  isOfUnit,
  type UnitColumn,
  unitBehindCodes,
  unitColumn,
  unnumberedUnit,
} from './unitColumn.ts';

/** A row of which we know what it is for, before its columns are understood. */
export interface ReadRow {
  readonly node: RowNode;
  readonly kind: RowKind;
  readonly code?: CodeReading;
  readonly body?: UnitCodeReading;
  /** Set where the number of a body stands between the code and the name. */
  readonly ofUnit?: true;
  /** Set where it is what the body buys whose row with the same code stands above. */
  readonly bought?: true;
  /** By column. */
  readonly amounts: ReadonlyMap<number, Amount>;
  /** Set where its cells do not stand under the headings that they belong to. */
  readonly slid?: true;
}

/** Headers of real tables are stacked up to six rows deep; an index row further down is something else. */
const MAX_HEADER_ROWS = 8;

const DASH = /^[-—–－]+$/;
/** A single dash may be drawn under a heading. */
const MIN_DASHES = 2;

/** How many rows a table begins with before its body. */
export const headLength = remember((rows: readonly RowNode[]): number =>
  firstDataRow(rows, codeColumn(rows.map((row) => row.cells))),
);

/** Sorts the rows into header, index, separator, data and total rows. */
export function readRows(grid: Grid): ReadRow[] {
  // What stands in a row that lost cells may stand anywhere.
  const start = codeColumn(grid.rows.flatMap(({ unsure, cells }) => (unsure ? [] : [cells])));
  const dataStart = bodyStart(grid, start);
  const units = unitColumn(grid.rows.slice(0, dataStart), start);
  const rows: ReadRow[] = [];
  const known = new Set<string>();
  let carry: CodeCarry = NO_CARRY;
  let above: ReadRow | undefined;
  grid.rows.forEach((node, index) => {
    const amounts = readAmounts(node);
    if (node.separator) rows.push({ node, kind: 'separator', amounts });
    else if (isIndexRow(node)) rows.push({ node, kind: 'index', amounts });
    else if (index < dataStart || repeatsHeader(grid.rows, index, grid.rows.slice(0, dataStart))) {
      rows.push({ node, kind: 'header', amounts });
    } else {
      const reading = readCode(cellsOfCode(node.cells, units), carry, start);
      const next = grid.rows[index + 1]?.cells;
      const code = isNamedCode(reading) && !numbersBody(reading, next, start) ? reading : undefined;
      carry = carryAfter(code ?? (node.torn ? reading : undefined), carry);
      const unit = code ? undefined : unitOf(node, start, units);
      // Six digits that go on from a 科目 above are a code that is being typed, and no 单位.
      const body = unit && known.has(unit.code.slice(0, 5)) ? undefined : unit;
      if (code) known.add(code.digits);
      const kind = !code && isTotalRow(node, amounts) ? 'total' : 'data';
      const ofUnit = code !== undefined && isOfUnit(node.cells, units);
      const isOfOneCode = code !== undefined && above?.code?.digits === code.digits;
      const bought = above && units && isOfOneCode && isBoughtBy(above.node.cells, node.cells, units);
      const row: ReadRow = {
        ...{ node, kind, amounts },
        ...(code && { code }),
        ...(body && { body }),
        ...(ofUnit && { ofUnit }),
        ...(bought && { bought }),
      };
      if (!bought) above = ofUnit ? row : undefined;
      rows.push(row);
    }
  });
  return units ? withUnnumberedUnit(rows, units) : rows;
}

function unitOf(
  { cells }: RowNode,
  start: number,
  units: UnitColumn | undefined,
): UnitCodeReading | undefined {
  return readUnitCode(cells, start) ?? (units && unitBehindCodes(cells, units));
}

/** The one row of a body without its number in front of all 科目: of several it is open which are parts of which. */
function withUnnumberedUnit(rows: ReadRow[], units: UnitColumn): ReadRow[] {
  const unnumbered = rows.flatMap((row) => {
    const isBare = row.kind === 'data' && !row.code && !row.body && row.amounts.size > 0;
    const body = isBare ? unnumberedUnit(row.node.cells, units) : undefined;
    return body ? [{ row, body }] : [];
  });
  const [only, second] = unnumbered;
  const named = rows.find(({ code, body }) => code ?? body);
  if (!only || second || (named && rows.indexOf(named) < rows.indexOf(only.row))) return rows;
  return rows.map((row) => (row === only.row ? { ...row, body: only.body } : row));
}

/** 1, （1）, ①, 1=2+3. */
const NUMBERED = /^\(?(\d{1,2}|[\u2460-\u2473])\)?(?:=[\d+\-*/×÷()%]+)?$/;
const CIRCLED_ONE = 0x2460;
const MIN_NUMBERS = 3;

/**
 * `** ** 1 2 3 …`: the row that numbers the columns. It is the only safe end of a header. Without stars it
 * must count up from its first number; with them a stray word or number beside them changes nothing.
 */
export function isIndexRow(row: RowNode): boolean {
  if (countsUp(row)) return true;
  const texts = row.cells
    .map((cell) => toHalfWidth(cell.text).replace(/[\s栏次]+/g, ''))
    .filter((text) => text !== '');
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text));
  const stars = texts.filter((text) => /^\*+$/.test(text));
  const names = texts.filter((text) => /^[类款项]$/.test(text));
  if (row.cells.some((cell) => /^[栏行]\s*次$/.test(cell.text.trim()))) {
    return numbers.length > 0 && numbers.length + names.length === texts.length;
  }
  return (
    stars.length > 0 &&
    texts.length >= 2 &&
    texts.every((text) => stars.includes(text) || numbers.includes(text) || hasWords(text))
  );
}

/** `1 2 3`, `— — 1 2 3`, `甲 乙 （1） （2） （3）`, `栏次 1=2+3 2 3`: nothing but numbers that count up, and marks in front of them. */
function countsUp({ cells }: RowNode): boolean {
  const texts = cells.map(({ text }) => toHalfWidth(text).replace(/\s+/g, '')).filter((text) => text !== '');
  const first = texts.findIndex((text) => !NAME_MARK.test(text));
  const numbers = first === -1 ? [] : texts.slice(first).map(columnNumber);
  return (
    numbers.length >= MIN_NUMBERS &&
    numbers.every((number, at) => number !== undefined && number === (numbers[0] ?? 0) + at)
  );
}

function columnNumber(text: string): number | undefined {
  const digits = NUMBERED.exec(text)?.[1];
  if (digits === undefined) return undefined;
  return /\d/.test(digits) ? Number(digits) : digits.charCodeAt(0) - CIRCLED_ONE + 1;
}

/** A row that stands below headings which are known is none, though it has nothing but words and a dash. */
function bodyStart({ rows, bodyLine }: Grid, start: number): number {
  const below = bodyLine === undefined ? -1 : rows.findIndex(({ line }) => line >= bodyLine);
  const data = firstDataRow(rows, start);
  return below === -1 ? data : Math.min(below, data);
}

function firstDataRow(rows: readonly RowNode[], start: number): number {
  const index = rows.slice(0, MAX_HEADER_ROWS).findIndex((row) => !row.separator && isIndexRow(row));
  if (index !== -1) return index + 1;
  const data = rows.findIndex((row) => !row.separator && looksLikeData(row, start));
  return data === -1 ? rows.length : data;
}

function looksLikeData(row: RowNode, start: number): boolean {
  const first = row.cells.find((cell) => cell.text !== '');
  if (!first) return false;
  const amounts = readAmounts(row);
  const code = readCode(row.cells, NO_CARRY, start);
  if (isNamedCode(code) && (code.digits.length > 3 || amounts.size > 0 || wordCells(row) === 1)) return true;
  if (isLabelled(row, amounts) && !onlyYears(row, amounts)) return true;
  // Some tables have one row of figures and no label at all.
  if (amounts.size > 1 && wordCells(row) === 0 && !onlyYears(row, amounts)) return true;
  if (isTotalRow(row, amounts) || hasDashes(row)) return true;
  const numbering = parseNumbering(first.text);
  return numbering !== undefined && numbering.value === 1 && first.column === 0 && hasWords(first.text);
}

/** Whether dashes stand behind a name, where a heading has none: nothing is reported there. */
function hasDashes({ cells }: RowNode): boolean {
  const name = cells.findIndex(({ text }) => hasWords(text));
  return name !== -1 && cells.slice(name).filter(({ text }) => DASH.test(text)).length >= MIN_DASHES;
}

/** 合计 as the first words, and no other words but those of labels abreast. */
function isTotalRow(row: RowNode, amounts: ReadonlyMap<number, Amount>): boolean {
  const first = row.cells.find((cell) => hasWords(cell.text));
  if (!first || !isTotalLabel(wordsOf(first))) return false;
  return row.cells.every(
    (cell) =>
      cell === first ||
      amounts.has(cell.column) ||
      isNotReported(cell.text) ||
      isDamagedFigure(cell.text) ||
      totalRank(wordsOf(cell)) > 0 ||
      (amounts.size > 0 && hasWords(cell.text)),
  );
}

/**
 * A page break repeats the header in the middle of the rows. A row of a single group is known by the row of
 * the header that follows it.
 */
function repeatsHeader(rows: readonly RowNode[], index: number, header: readonly RowNode[]): boolean {
  const row = rows[index];
  if (!row || wordCells(row) === 0) return false;
  const words = wordsOfRow(row);
  if (!header.some((candidate) => wordsOfRow(candidate) === words)) return false;
  if (wordCells(row) > 1) return true;
  const next = rows.slice(index + 1).findIndex(({ separator }) => !separator);
  return next !== -1 && repeatsHeader(rows, index + 1 + next, header);
}

/** All words of a row, to tell repeated ones. */
export function wordsOfRow(row: RowNode): string {
  return row.cells.map((cell) => compactLabel(cell.text)).join('|');
}

function readAmounts(row: RowNode): ReadonlyMap<number, Amount> {
  const amounts = new Map<number, Amount>();
  for (const cell of row.cells) {
    if (cell.text === '' || cell.text.length > 60 || cell.unplaced) continue;
    const amount = parseAmount(cell.text);
    if (amount) amounts.set(cell.column, amount);
  }
  return amounts;
}

/** Whether words stand in front of an amount, as a label does. */
function isLabelled(row: RowNode, amounts: ReadonlyMap<number, Amount>): boolean {
  const words = row.cells.findIndex((cell) => hasWords(cell.text));
  return words !== -1 && row.cells.slice(words).some((cell) => amounts.has(cell.column));
}

function wordCells(row: RowNode): number {
  return row.cells.filter((cell) => hasWords(cell.text)).length;
}

/** `项目 | 2022 | 2021` heads the columns of a comparison. */
function onlyYears(row: RowNode, amounts: ReadonlyMap<number, Amount>): boolean {
  return row.cells.every((cell) => !amounts.has(cell.column) || /^(?:19|20)\d{2}$/.test(cell.text.trim()));
}
