import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { toHalfWidth } from '../../../text/width.ts';
import type { Grid } from '../../grid.ts';
import { isRatioLabel, isTotalLabel } from '../../labels.ts';
import type { PlacedGrid } from '../place.ts';
import { isWholeCode, joined, type Token, tokensOf } from '../tokens.ts';
import { cutIntoRows, type Run } from './cut.ts';
import { type Opening, openingsOf } from './opening.ts';
import { rowOf } from './rowOf.ts';

/** So many codes on one line are rows that stand behind each other. */
const MIN_CODES = 5;
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

/** Whether rows of a table stand behind each other on one line. */
export function hasRowsOnOneLine({ rows }: Grid): boolean {
  return rows.some((row) => tokensOf(row).filter((token) => kindOf(token) === 'c').length >= MIN_CODES);
}

/**
 * Parts a table whose rows stand behind each other on one line, as `经济科目 科目名称 总计 301 工资福利支出 998.24
 * 30101 基本工资 …`: each row has a code, its name and a figure a heading. Undefined where the rows could be
 * parted in more than one way, or the codes are in no order: then it is no such table, or too much of it was
 * mixed up.
 */
export function rowsOnOneLine(grid: Grid): PlacedGrid | undefined {
  const tokens = grid.rows.flatMap(tokensOf);
  const kinds = tokens.map(kindOf).join('');
  const openings = openingsOf(tokens, kinds);
  const [placed, ...others] = openings.flatMap((opening) => placedAs(grid, tokens, kinds, opening) ?? []);
  return others.length === 0 ? placed : undefined;
}

/** What a token is to {@link cutIntoRows}. Digits that are no whole code are a figure; junk fits nowhere. */
function kindOf({ kind, cell }: Token): string {
  if (kind === 'words') return isTotalLabel(cell.text) ? 't' : 'w';
  if (kind === 'junk') return '?';
  return isWholeCode(cell.text) ? 'c' : 'f';
}

function placedAs(
  grid: Grid,
  tokens: readonly Token[],
  kinds: string,
  { body, figures, row: head, isGrouped }: Opening,
): PlacedGrid | undefined {
  const runs = cutIntoRows(kinds.slice(body), { figures: figures.length, slips: figures.length === 1 });
  if (!runs) return undefined;
  const rows = runs.flatMap(({ start, end }) => partsOf(tokens.slice(body + start, body + end)) ?? []);
  if (!isCertain(runs, rows, figures)) return undefined;
  if (isTwofold(kinds.slice(body), tokens.slice(body), runs)) return undefined;
  const placed = rows.map((row) => bodyRow(row, figures.length));
  return { grid: { ...grid, rows: [head, ...placed] }, partial: isGrouped };
}

function partsOf(tokens: readonly Token[]): Parts | undefined {
  const code = tokens.find((token) => kindOf(token) === 'c')?.cell;
  const figures = tokens.filter((token) => kindOf(token) === 'f').map(({ cell }) => cell);
  const [first, ...more] = tokens.filter(({ kind }) => kind === 'words').map(({ cell }) => cell);
  return first && { name: joined([first, ...more], 1), figures, ...(code && { code }) };
}

/**
 * Whether the rows bear out that they were parted rightly: most are alike, their codes go up, some have all
 * figures, and percentages stand under headings of ratios.
 */
function isCertain(runs: readonly Run[], rows: readonly Parts[], headings: readonly CellNode[]): boolean {
  const codes = rows.flatMap(({ code }) => (code ? toHalfWidth(code.text).trim() : []));
  const disorder = codes.filter((code, index) => index > 0 && code <= (codes[index - 1] ?? '')).length;
  const regular = runs.filter(({ regular: isRegular }) => isRegular).length;
  return (
    codes.length >= MIN_CODES &&
    regular >= REGULAR_SHARE * runs.length &&
    disorder <= DISORDER_SHARE * codes.length &&
    rows.some((row) => row.figures.length === headings.length) &&
    rows.every((row) => row.figures.length < headings.length || fitsRatios(row.figures, headings))
  );
}

function fitsRatios(figures: readonly CellNode[], headings: readonly CellNode[]): boolean {
  return figures.every(
    ({ text }, index) => !/[%％]$/.test(text) || isRatioLabel(headings[index]?.text ?? ''),
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

/** Code, name and figures in their columns. A row that lacks a figure does not show which. */
function bodyRow({ code, name, figures }: Parts, count: number): RowNode {
  const isPartial = figures.length > 0 && figures.length < count;
  return { ...rowOf([code, name, ...figures]), ...(isPartial && { unsure: true }) };
}
