import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { GLUED_TO_NAME } from '../../../text/codeShape.ts';
import type { Grid } from '../../grid.ts';
import { hasWords } from '../../labels.ts';
import { filledUp } from '../blanks/looseBody.ts';
import { type Block, blocksOf, figureCount, leafOf } from '../leaves.ts';
import { leavesOutColumn } from '../likelyGroups.ts';
import type { PlacedGrid } from '../place.ts';
import { type PlacedRow, placeRow } from '../placeRow.ts';
import { type Token, tokensOf } from '../tokens.ts';
import { areBorneOut, type HeadedRows, isAlike, sumsOf } from './headedRows.ts';
import { countIndex } from './heads.ts';
import { headingsEnd } from './rowsAtNames.ts';
import { readingsInLines } from './underStackedHead.ts';

/** Longer sequences would cost too much time. */
const MAX_TOKENS = 2000;
/** Headings of more columns than such tables have: each way to break them costs time. */
const MAX_HEADINGS = 22;
/** Words in front of the first figure, which a row may begin with. */
const MAX_WORDS = 4;
const MIN_ROWS = 3;

/**
 * Places the rows of a table with several columns of words (采购项目, 规格要求, 计量单位), of which only the sequence of the
 * cells is left: each row has a figure in all columns of figures, and words in all columns of words or its name alone.
 * Undefined where rows can be cut otherwise, or where headings can be read otherwise and the figures bear that out as well.
 */
export function evenRows(grid: Grid): PlacedGrid | undefined {
  const tokens = grid.rows.flatMap(tokensOf);
  if (tokens.length > MAX_TOKENS) return undefined;
  const ways = partings(tokens).flatMap((parts) => {
    const { length } = parts.headings;
    return length > 1 && length <= MAX_HEADINGS ? waysAt(parts) : [];
  });
  const [way, ...others] = ways.filter(areBorneOut);
  return way && others.every((other) => isAlike(other, way)) ? placedAs(grid, way) : undefined;
}

function placedAs(grid: Grid, way: HeadedRows): PlacedGrid {
  const { reading, rows } = way;
  const line = reading.leaves[0]?.span.line ?? 0;
  const head = { line, separator: false, cells: filledUp(reading.leaves) };
  const nodes = rows.map((cells): RowNode => {
    const line = Math.min(...cells.map(({ span }) => span.line));
    return { line, separator: false, cells: filledUp(cells) };
  });
  return { grid: { ...grid, rows: [head, ...nodes] }, partial: true, sums: sumsOf(way) };
}

/** Headings, and the rows below them. */
interface Parts {
  readonly headings: readonly Token[];
  readonly body: readonly Token[];
  /** How many columns have a number or a mark: no fewer there are. */
  readonly least: number;
}

/** Where the headings may end: in front of the numbers of the columns, or in front of the name of the first row. */
function partings(tokens: readonly Token[]): Parts[] {
  const first = tokens.findIndex(({ kind }) => kind !== 'words');
  const least = countIndex(tokens.slice(Math.max(first, 0)));
  if (least > 0) return [{ headings: tokens.slice(0, first), body: tokens.slice(first + least), least }];
  const end = headingsEnd(tokens);
  return Array.from({ length: MAX_WORDS }, (_, words) => end - words)
    .filter((start) => start > 0)
    .map((start) => ({ headings: tokens.slice(0, start), body: tokens.slice(start), least }));
}

/** The ways to read headings as those of rows below them. */
function waysAt({ headings, body, least }: Parts): HeadedRows[] {
  // No way to read headings makes words of what heads figures, and there are many ways to look at.
  if (headings.filter(({ cell }) => headsWords(cell)).length < 2) return [];
  const cuts = new Map<string, readonly PlacedRow[] | undefined>();
  return readingsInLines(headings).flatMap((reading) => {
    const [block, ...others] = blocksOf(reading.leaves.map(leafOf));
    if (!block || others.length > 0 || !hasSeveralTexts(block) || reading.leaves.length < least) return [];
    if (leavesOutColumn(headings, reading)) return [];
    const key = [...block.stub, ...block.rest].map(({ kind }) => kind).join();
    if (!cuts.has(key)) cuts.set(key, onlyCut(body, block));
    const rows = cuts.get(key);
    if (!rows || rows.length < MIN_ROWS || !haveSeveralTexts(rows, block)) return [];
    return [{ reading, first: block.stub.length, rows: rows.map(({ cells }) => cells) }];
  });
}

/** Where names are the only words of a row, where it begins is told by them. */
function hasSeveralTexts({ stub, rest }: Block): boolean {
  const words = [...stub, ...rest].filter(({ cell }) => headsWords(cell));
  return words.length > 1 && stub.some(({ kind }) => kind !== 'code') && figureCount(rest) > 1;
}

function headsWords(cell: CellNode): boolean {
  const { kind } = leafOf(cell);
  return kind === 'name' || kind === 'text';
}

/**
 * Whether some rows have other words beside their name, without which nothing but the number of figures would tell the
 * rows, and no headings are sure; words that begin with a code are those of a row, and no remarks.
 */
function haveSeveralTexts(rows: readonly PlacedRow[], { stub }: Block): boolean {
  const words = rows.map(({ cells }) => cells.filter(({ text }) => hasWords(text)));
  const isRowName = ({ column, text }: CellNode) => column >= stub.length && GLUED_TO_NAME.test(text);
  return words.some((own) => own.length > 1) && !words.flat().some(isRowName);
}

/** The only way to cut tokens into rows that fill all columns of figures; undefined where there is none, or several. */
function onlyCut(tokens: readonly Token[], block: Block): readonly PlacedRow[] | undefined {
  const least = 1 + figureCount(block.rest);
  const most = block.stub.length + block.rest.length;
  // The rows from each token on, or whether there is no way to cut them, or more than one.
  const ways: (readonly PlacedRow[] | 'none' | 'several')[] = [];
  ways[tokens.length] = [];
  for (let at = tokens.length - 1; at >= 0; at--) {
    ways[at] = 'none';
    for (let end = at + least; end <= Math.min(at + most, tokens.length); end++) {
      const behind = ways[end] ?? 'none';
      if (behind === 'none') continue;
      const row = placeRow(tokens.slice(at, end), [block]);
      if (row.fit !== 'whole') continue;
      ways[at] = ways[at] === 'none' && behind !== 'several' ? [row, ...behind] : 'several';
    }
  }
  const [first] = ways;
  return typeof first === 'string' ? undefined : first;
}
