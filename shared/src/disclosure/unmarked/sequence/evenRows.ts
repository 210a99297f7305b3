import type { RowNode } from '../../../syntax/nodes.ts';
import type { Grid } from '../../grid.ts';
import { addsUp, type ColumnSum } from '../blanks/columnSums.ts';
import { type Figure, figureOf, finestPlace, isFilled, NOTHING } from '../blanks/figure.ts';
import { filledUp } from '../blanks/looseBody.ts';
import { declaredSums } from '../declaredSums.ts';
import type { HeadReading } from '../head.ts';
import { type Block, blocksOf, figureCount, leafOf } from '../leaves.ts';
import type { PlacedGrid } from '../place.ts';
import { type PlacedRow, placeRow } from '../placeRow.ts';
import { isFigure, type Token, tokensOf } from '../tokens.ts';
import { headingsEnd } from './rowsByNames.ts';
import { readingsInLines } from './underStackedHead.ts';

/** Longer sequences would cost too much time. */
const MAX_TOKENS = 2000;
/** Headings of more columns than any table has. */
const MAX_HEADINGS = 40;
/** Words in front of the first figure, which a row may begin with. */
const MAX_WORDS = 4;
const MIN_ROWS = 3;
/** Of the rows that say anything about a sum of columns, so many may be wrong. */
const FAILING_SHARE = 1 / 4;

/** A way to read headings, and the only way to cut what stands behind them into rows below them. */
interface Way {
  readonly reading: HeadReading;
  readonly block: Block;
  readonly rows: readonly PlacedRow[];
}

/**
 * Places the rows of a table with several columns of words (采购项目, 规格要求, 计量单位), of which only the sequence of the
 * cells is left: each row has a figure in all columns of figures, and words in all columns of words or its name alone.
 * Undefined where rows can be cut otherwise, or where headings can be read otherwise and the figures bear that out as well.
 */
export function evenRows(grid: Grid): PlacedGrid | undefined {
  const tokens = grid.rows.flatMap(tokensOf);
  const end = tokens.length > MAX_TOKENS ? 0 : headingsEnd(tokens);
  const starts = Array.from({ length: MAX_WORDS }, (_, words) => end - words);
  const ways = starts.flatMap((start) => (start > 1 && start <= MAX_HEADINGS ? waysAt(tokens, start) : []));
  const borneOut = ways.filter(areBorneOut);
  const [way, ...others] = borneOut;
  if (!way || others.some((other) => !isAlike(other, way))) return undefined;
  const { reading, rows } = way;
  const head = { line: tokens[0]?.cell.span.line ?? 0, separator: false, cells: filledUp(reading.leaves) };
  const nodes = rows.map(({ cells }): RowNode => {
    const line = Math.min(...cells.map(({ span }) => span.line));
    return { line, separator: false, cells: filledUp(cells) };
  });
  return { grid: { ...grid, rows: [head, ...nodes] }, partial: true, sums: sumsOf(way) };
}

/** The ways to read what stands in front of a token as headings of all that stands behind it. */
function waysAt(tokens: readonly Token[], start: number): Way[] {
  const body = tokens.slice(start);
  const cuts = new Map<string, readonly PlacedRow[] | undefined>();
  return readingsInLines(tokens.slice(0, start)).flatMap((reading) => {
    const [block, ...others] = blocksOf(reading.leaves.map(leafOf));
    if (!block || others.length > 0 || !hasSeveralTexts(block)) return [];
    const key = [...block.stub, ...block.rest].map(({ kind }) => kind).join();
    if (!cuts.has(key)) cuts.set(key, onlyCut(body, block));
    const rows = cuts.get(key);
    return rows && rows.length >= MIN_ROWS ? [{ reading, block, rows }] : [];
  });
}

/** Where names are the only words of a row, where it begins is told by them. */
function hasSeveralTexts({ stub, rest }: Block): boolean {
  const words = [...stub, ...rest].filter(({ kind }) => kind === 'name' || kind === 'text');
  return words.length > 1 && stub.some(({ kind }) => kind !== 'code') && figureCount(rest) > 1;
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

/** Whether there are rows that add up as the headings say, and hardly one that does not. */
function areBorneOut(way: Way): boolean {
  const rows = figuresOf(way);
  const tried = sumsOf(way).flatMap((sum) =>
    rows.filter((row) => isFilled(row[sum.total])).map((row) => addsUp(row, sum)),
  );
  const failing = tried.filter((holds) => !holds).length;
  return tried.length - failing >= MIN_ROWS && failing <= FAILING_SHARE * tried.length;
}

/** Which columns of the table add up to which, by its headings. */
function sumsOf({ reading, block }: Way): ColumnSum[] {
  const first = block.stub.length;
  return declaredSums(reading, first).map((sum) => ({
    ...sum,
    total: sum.total + first,
    parts: sum.parts.map((part) => part + first),
  }));
}

/** The figures of each row by column. */
function figuresOf({ reading, rows }: Way): Figure[][] {
  const tokens = rows.map(({ cells }) => tokensOf({ line: 0, separator: false, cells }).filter(isFigure));
  const place = finestPlace(tokens.flat());
  return tokens.map((row) => {
    const figures: Figure[] = reading.leaves.map(() => NOTHING);
    for (const token of row) figures[token.cell.column] = figureOf(token, place);
    return figures;
  });
}

/** Whether two ways to read headings have the same over all columns. */
function isAlike(one: Way, other: Way): boolean {
  const [first, second] = [one, other].map(({ reading }) =>
    reading.leaves.map(({ span }) => `${span.line}:${span.start}`).join('|'),
  );
  return first === second;
}
