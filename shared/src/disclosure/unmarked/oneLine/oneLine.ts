import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { toHalfWidth } from '../../../text/width.ts';
import type { Grid } from '../../grid.ts';
import { isTotalLabel } from '../../labels.ts';
import { leafOf } from '../leaves.ts';
import type { PlacedGrid } from '../place.ts';
import { isWholeCode, joined, type Token, tokensOf } from '../tokens.ts';
import { cutIntoRows, type Run } from './sequence.ts';

/** So many codes on one line are rows that stand behind each other. */
const MIN_CODES = 5;
/** So many figures have rows of any table at most. */
const MAX_FIGURES = 16;
/** Codes, names, and a number in front of them. */
const MAX_STUB = 3;
/** Of the rows, so many must be written alike. */
const REGULAR_SHARE = 1 / 2;
/** Codes go up from row to row; so many may be misprinted. */
const DISORDER_SHARE = 1 / 10;

/** A row with its parts told apart. */
interface Parts {
  readonly code?: CellNode;
  readonly name: CellNode;
  readonly figures: readonly CellNode[];
}

/** The headings of a table on one line, and where its body begins. */
interface Opening {
  readonly stub: readonly CellNode[];
  readonly figures: readonly CellNode[];
  /** Words of unknown meaning stand in front of the headings: they may be groups over these. */
  readonly isGrouped: boolean;
  /** Index of the first token of the body. */
  readonly body: number;
}

/**
 * Parts a table whose rows stand behind each other on one line, as `经济科目 科目名称 总计 301 工资福利支出 998.24
 * 30101 基本工资 …`: each row has a code, its name and a figure a heading. Undefined where the rows could be
 * parted in more than one way, or their codes are in no order: then it is no such table, or too much of it
 * was mixed up.
 */
export function rowsOnOneLine(grid: Grid): PlacedGrid | undefined {
  if (!grid.rows.some(({ cells }) => countCodes(cells) >= MIN_CODES)) return undefined;
  const tokens = grid.rows.flatMap(tokensOf);
  const kinds = tokens.map(kindOf).join('');
  const openings = openingsOf(tokens, kinds);
  const found = openings.flatMap((opening) => placedAs(grid, tokens, kinds, opening) ?? []);
  return found.length === 1 ? found[0] : undefined;
}

function countCodes(cells: readonly CellNode[]): number {
  return cells.filter(({ text }) => isWholeCode(text)).length;
}

/** What a token is to {@link cutIntoRows}. Digits that are no whole code are a figure; junk fits nowhere. */
function kindOf({ kind, cell }: Token): string {
  if (kind === 'words') return isTotalLabel(cell.text) ? 't' : 'w';
  if (kind === 'junk') return '?';
  return isWholeCode(cell.text) ? 'c' : 'f';
}

/** The body begins with the first code or figure, or with the words in front of it. */
function openingsOf(tokens: readonly Token[], kinds: string): Opening[] {
  const first = kinds.search(/[cf]/);
  return [first, first - 1].flatMap((body) => openingAt(tokens, body) ?? []);
}

function openingAt(tokens: readonly Token[], body: number): Opening | undefined {
  const headings = tokens.slice(0, Math.max(0, body)).map(({ cell }) => leafOf(cell));
  const last = headings.findLastIndex(({ kind }) => kind === 'name' || kind === 'code');
  const stubEnd = last + 1;
  let start = stubEnd;
  while (start > 0 && stubEnd - start < MAX_STUB && isStub(headings[start - 1]?.kind)) start--;
  const figures = headings.slice(stubEnd).map(({ cell }) => cell);
  if (start === stubEnd || figures.length === 0 || figures.length > MAX_FIGURES) return undefined;
  const before = headings.slice(0, start).map(({ cell }) => cell);
  const stub = headings.slice(start, stubEnd).map(({ cell }) => cell);
  return { stub, figures, isGrouped: before.some((cell, index) => !isAside(cell, before[index - 1])), body };
}

function isStub(kind: string | undefined): boolean {
  return kind === 'name' || kind === 'code';
}

/** 填报单位：…, 单位: 万元, or the title. */
function isAside(cell: CellNode, before: CellNode | undefined): boolean {
  return /[:：]|表$/.test(cell.text) || /[:：]$/.test(before?.text ?? '');
}

function placedAs(
  grid: Grid,
  tokens: readonly Token[],
  kinds: string,
  opening: Opening,
): PlacedGrid | undefined {
  const { body, figures } = opening;
  const runs = cutIntoRows(kinds.slice(body), figures.length);
  if (!runs) return undefined;
  const rows = runs.flatMap(({ start, end }) => partsOf(tokens.slice(body + start, body + end)) ?? []);
  if (!isCertain(runs, rows, figures.length)) return undefined;
  if (isTwofold(kinds.slice(body), tokens.slice(body), runs)) return undefined;
  const head = headRow(opening);
  const placed = rows.map((row) => bodyRow(row, figures.length));
  return { grid: { ...grid, rows: [head, ...placed] }, partial: opening.isGrouped };
}

function partsOf(tokens: readonly Token[]): Parts | undefined {
  const code = tokens.find((token) => kindOf(token) === 'c')?.cell;
  const figures = tokens.filter((token) => kindOf(token) === 'f').map(({ cell }) => cell);
  const [first, ...more] = tokens.filter(({ kind }) => kind === 'words').map(({ cell }) => cell);
  return first && { name: joined([first, ...more], 1), figures, ...(code && { code }) };
}

/** Whether the rows bear out that they were parted rightly: most are alike, their codes go up, some have all figures. */
function isCertain(runs: readonly Run[], rows: readonly Parts[], figures: number): boolean {
  const codes = rows.flatMap(({ code }) => (code ? toHalfWidth(code.text).trim() : []));
  const disorder = codes.filter((code, index) => index > 0 && code <= (codes[index - 1] ?? '')).length;
  const regular = runs.filter(({ regular: isRegular }) => isRegular).length;
  return (
    codes.length >= MIN_CODES &&
    regular >= REGULAR_SHARE * runs.length &&
    disorder <= DISORDER_SHARE * codes.length &&
    rows.some((row) => row.figures.length === figures)
  );
}

/**
 * Whether a row ends and the next begins with the same figure: rather, the first has two figures, and there is
 * a column of which no heading is known.
 */
function isTwofold(kinds: string, tokens: readonly Token[], runs: readonly Run[]): boolean {
  return runs.some(
    ({ end }) =>
      kinds.slice(end - 1, end + 1) === 'ff' && tokens[end - 1]?.cell.text === tokens[end]?.cell.text,
  );
}

function headRow({ stub, figures }: Opening): RowNode {
  const [name, code] = stub.toReversed();
  return rowOf([code, name, ...figures]);
}

/** Code, name and figures in their columns. A row that lacks a figure does not show which. */
function bodyRow({ code, name, figures }: Parts, count: number): RowNode {
  const isPartial = figures.length > 0 && figures.length < count;
  return { ...rowOf([code, name, ...figures]), ...(isPartial && { unsure: true }) };
}

/** A row of these cells in their columns, with an empty one for each that is missing. */
function rowOf(cells: readonly (CellNode | undefined)[]): RowNode {
  const line = Math.min(...cells.flatMap((cell) => cell?.span.line ?? []));
  const start = Math.min(...cells.flatMap((cell) => cell?.span.start ?? []));
  const empty = { span: { line, start, end: start }, text: '' };
  return { line, separator: false, cells: cells.map((cell, column) => ({ ...(cell ?? empty), column })) };
}
