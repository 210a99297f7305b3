import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { isNotReported } from '../../../text/amount.ts';
import { toHalfWidth } from '../../../text/width.ts';
import type { Grid } from '../../grid.ts';
import { hasWords, isTotalLabel, wordsOf } from '../../labels.ts';
import { filledUp } from '../blanks/looseBody.ts';
import { isCodeLevel } from '../codeLevels.ts';
import { isIndex } from '../head.ts';
import { areCodesAlone } from '../headings.ts';
import { type HeadReading, headReadings } from '../headReadings.ts';
import { blocksOf, type LeafKind, leafOf } from '../leaves.ts';
import { hasLikelyGroups } from '../likelyGroups.ts';
import type { PlacedGrid } from '../place.ts';
import { isFigure, isWholeCode, type Token, tokensOf } from '../tokens.ts';
import {
  addsUpButForOne,
  addsUpThroughout,
  areBorneOut,
  type HeadedRows,
  isContradicted,
  sumsShown,
} from './headedRows.ts';
import { rowOf } from './rowOf.ts';
import { readingsInLines } from './underStackedHead.ts';

/** Headings of more columns than any table has. */
const MAX_HEADINGS = 60;
/** So many cells of a row stand in front of its first figure, or of its first blank one. */
const MAX_LABELS = 4;
const MIN_ROWS = 3;
/** A code, or that of a project, in which letters may stand. */
const CODE = /^(?:\d{1,12}|[\dA-Z]{12,30})$/;

interface Way extends HeadedRows {
  /** The first cell behind the headings. */
  readonly start: number;
  /** Whether the last row ends with the last cell, blank ones at its end counted. */
  readonly isWhole: boolean;
  /** Whether a column that is headed as one of figures holds what may be codes. */
  readonly holdsCodes: boolean;
}

/**
 * Places the cells of a table of which the sequence is left with its blank cells, so that each row has one cell for every
 * column: headings, which may stand over each other, say how many columns there are and what each holds. Where several
 * readings of the headings fit all rows, those count that the figures bear out, and of several the headings that all of
 * them have over a column. Undefined where none fits, or where it is not certain how many columns there are.
 */
export function evenCells(grid: Grid): PlacedGrid | undefined {
  const all = grid.rows.flatMap((row) => row.cells);
  const cells = all.slice(0, all.findLastIndex(({ text }) => text !== '') + 1);
  const blank = cells.findIndex(({ text }) => text === '');
  const figure = cells.findIndex((cell) => cell.text !== '' && !hasWords(wordsOf(cell)));
  if (figure === -1) return undefined;
  const end = Math.min(blank === -1 ? figure : blank, figure, MAX_HEADINGS);
  const starts = Array.from({ length: Math.min(MAX_LABELS, end) + 1 }, (_, labels) => end - labels);
  const fitting = starts.flatMap((start) => waysAt(cells, start, all.length));
  const whole = fitting.filter(({ isWhole }) => isWhole);
  const ways = (whole.length > 0 ? whole : fitting).filter((way) => !way.holdsCodes || areBorneOut(way));
  const believed = believedOf(ways);
  const [way, ...others] = believed;
  if (!way || others.some((other) => !areAsWide(other, way))) return undefined;
  const { heads, isCertain } = headsOf(believed, cells);
  const unsure = new Set(grid.rows.flatMap((row) => (row.unsure ? row.cells.map(placeOf) : [])));
  const rows = way.rows.map((row): RowNode => {
    const isUnsure = row.some((cell) => unsure.has(placeOf(cell)));
    return { ...rowOf(row), ...(isUnsure && { unsure: true }) };
  });
  return {
    grid: { ...grid, rows: [...heads, ...rows] },
    partial: !isCertain,
    ...(isCertain && { grouped: true }),
  };
}

/**
 * Where headings may stand over more or fewer others, the figures tell which, and among those that they tell nothing of
 * the headings that tables are known to have.
 */
function believedOf(ways: readonly Way[]): readonly Way[] {
  if (haveSameLeaves(ways)) return ways;
  const borneOut = shownByFigures(ways);
  const left = borneOut.length > 0 ? borneOut : ways;
  const likely = left.filter((way) => hasLikelyGroups(way.reading) && !isContradicted(way));
  return likely.length > 0 ? likely : left;
}

/**
 * Those of several ways that the figures bear out: of few rows all of them, one figure at most being wrong, by no fewer
 * sums than another way has.
 */
function shownByFigures(ways: readonly Way[]): readonly Way[] {
  if (ways.every(({ rows }) => rows.length > MIN_ROWS)) return ways.filter(areBorneOut);
  const most = Math.max(...ways.map(sumsShown));
  const telling = ways.filter((way) => sumsShown(way) === most);
  const right = telling.filter(addsUpThroughout);
  if (right.length > 0) return right;
  // No figure need be wrong where another way has none that is.
  return ways.some(addsUpThroughout) ? [] : telling.filter(addsUpButForOne);
}

/** The rows of headings that ways to read them have in common, and whether these are all headings. */
function headsOf(ways: readonly Way[], cells: readonly CellNode[]): { heads: RowNode[]; isCertain: boolean } {
  const rowsOf = (way: Way) => [...overLists(way, cells), ...way.reading.rows];
  // A heading of which nothing tells what it stands over is left out.
  const complete = ways.filter((way) => rowsOf(way).flat().length === way.start);
  const [way] = haveSameRows(complete) && haveSameLeaves(ways) ? complete : [];
  const shown = way ? rowsOf(way) : [commonLeaves(ways)];
  const heads = shown
    .filter((own) => own.length > 0)
    .map((own): RowNode => ({ line: own[0]?.span.line ?? 0, separator: false, cells: filledUp(own) }));
  return { heads, isCertain: way !== undefined };
}

/** The headings that stand straight over the same column in all ways. */
function commonLeaves([first, ...others]: readonly Way[]): CellNode[] {
  const leaves = first?.reading.leaves ?? [];
  return leaves.filter((leaf, at) => others.every(({ reading }) => isSameCell(reading.leaves[at], leaf)));
}

function isSameCell(one: CellNode | undefined, other: CellNode): boolean {
  return one !== undefined && placeOf(one) === placeOf(other);
}

/** Whether two ways have as many columns, and the same rows. */
function areAsWide(one: Way, other: Way): boolean {
  return one.start === other.start && one.reading.leaves.length === other.reading.leaves.length;
}

/** 收入 | 支出: headings in front of those of several lists, one over each. */
function overLists({ reading: { leaves, rows }, start }: Way, cells: readonly CellNode[]): CellNode[][] {
  const above = cells.slice(0, start - leaves.length);
  const blocks = blocksOf(leaves.map(leafOf));
  if (rows.length > 1 || blocks.length < 2 || above.length !== blocks.length) return [];
  return [above.map((cell, at): CellNode => ({ ...cell, column: blocks[at]?.start ?? 0 }))];
}

function placeOf({ span }: CellNode): string {
  return `${span.line}:${span.start}`;
}

/** Whether all have the same headings over the columns. */
function haveSameLeaves(ways: readonly Way[]): boolean {
  return areAlike(ways, ({ start, reading }) => [start, ...reading.leaves.map(placeOf)]);
}

/** Whether all have the same headings over the columns and below each other. */
function haveSameRows(ways: readonly Way[]): boolean {
  return areAlike(ways, ({ reading }) =>
    reading.rows.map((row) => row.map((cell) => [cell.column, placeOf(cell)])),
  );
}

function areAlike(ways: readonly Way[], shapeOf: (way: Way) => unknown): boolean {
  const [first, ...others] = ways.map((way) => JSON.stringify(shapeOf(way)));
  return first !== undefined && others.every((other) => other === first);
}

/**
 * The ways to read the cells in front of one as headings of all that stands behind them.
 *
 * @param end how many cells there are, with the blank ones at the end
 */
function waysAt(cells: readonly CellNode[], start: number, end: number): Way[] {
  const headings = rowOf(cells.slice(0, start));
  const tokens = tokensOf(headings);
  // Many ways to read headings have columns of the same kinds.
  const known = new Map<string, CellNode[][] | undefined>();
  const below = (reading: HeadReading): CellNode[][] | undefined => {
    const kinds = reading.leaves.map((leaf) => leafOf(leaf).kind).join();
    if (!known.has(kinds)) known.set(kinds, rowsBelow(reading, cells.slice(start)));
    return known.get(kinds);
  };
  return [...headReadings([headings]), ...readingsInLines(tokens)].flatMap((reading): Way[] => {
    const rows = headsNamesAlone(reading, tokens) ? undefined : below(reading);
    if (!rows) return [];
    const isWhole = (end - start) % reading.leaves.length === 0;
    if (rows.length < MIN_ROWS && !isWhole) return [];
    const [block, ...others] = blocksOf(reading.leaves.map(leafOf));
    const first = block && others.length === 0 ? block.stub.length : 0;
    return [{ reading, first, rows, start, isWhole, holdsCodes: holdsCodes(reading, rows) }];
  });
}

/** Whether headings of names or codes stand over others of which nothing tells which these are: 类, 款 and 项 are of codes. */
function headsNamesAlone({ leaves, rows }: HeadReading, headings: readonly Token[]): boolean {
  const above = headings.slice(0, headings.length - leaves.length).map(({ cell }) => leafOf(cell).kind);
  return (
    rows.length === 1 && (above.includes('name') || (above.includes('code') && !leaves.some(isCodeLevel)))
  );
}

/** Cells cut into rows of one for each column; undefined where one holds something else than its heading says. */
function rowsBelow({ leaves }: HeadReading, cells: readonly CellNode[]): CellNode[][] | undefined {
  if (leaves.length < 2) return undefined;
  const rows = Array.from({ length: Math.ceil(cells.length / leaves.length) }, (_, row) =>
    cells
      .slice(row * leaves.length, (row + 1) * leaves.length)
      .map((cell, column): CellNode => ({ ...cell, column })),
  );
  const body = rows.filter((cells) => !isIndex({ line: 0, separator: false, cells }));
  const kinds = leaves.map((leaf, column) => kindOf(leaf, leaves, body, column));
  const areRows = body.every((row) => row.every((cell, column) => mayHold(kinds[column], wordsOf(cell))));
  return areRows ? rows : undefined;
}

/** What a column holds: codes where its heading names what has them (经济科目), and another beside it heads the names. */
function kindOf(
  leaf: CellNode,
  leaves: readonly CellNode[],
  rows: readonly (readonly CellNode[])[],
  column: number,
): LeafKind {
  const { kind } = leafOf(leaf);
  const beside = [leaves[column - 1], leaves[column + 1]];
  if (kind !== 'name' || !beside.some((other) => other && leafOf(other).kind === 'name')) return kind;
  const texts = rows.flatMap((row) => row[column]?.text || []);
  return texts.some(isWholeCode) && texts.every((text) => mayHold('code', text)) ? 'code' : kind;
}

/** Whether a column that is headed as one of figures holds nothing but codes. */
function holdsCodes({ leaves }: HeadReading, rows: readonly (readonly CellNode[])[]): boolean {
  return leaves.some((leaf, column) => {
    const texts = rows.flatMap((row) => row[column]?.text || []);
    return leafOf(leaf).kind === 'figure' && areCodesAlone(texts);
  });
}

/** Whether a column of a kind may hold a cell; totals have their word where others have their codes. */
function mayHold(kind: LeafKind | undefined, text: string): boolean {
  if (text === '' || kind === 'text') return true;
  if (kind === 'figure' && isNotReported(text)) return true;
  const [token] = tokensOf({
    line: 0,
    separator: false,
    cells: [{ span: { line: 0, start: 0, end: 0 }, column: 0, text }],
  });
  if (kind === 'figure') return isFigure(token);
  return token?.kind === 'words'
    ? kind === 'name' || isTotalLabel(text)
    : kind === 'code' && CODE.test(toHalfWidth(text).trim());
}
