import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { toHalfWidth } from '../../../text/width.ts';
import type { Grid } from '../../grid.ts';
import { hasWords, isTotalLabel } from '../../labels.ts';
import { filledUp } from '../blanks/looseBody.ts';
import { isIndex } from '../head.ts';
import { type HeadReading, headReadings } from '../headReadings.ts';
import { blocksOf, type LeafKind, leafOf } from '../leaves.ts';
import type { PlacedGrid } from '../place.ts';
import { isFigure, isWholeCode, type Token, tokensOf } from '../tokens.ts';
import { areBorneOut, type HeadedRows } from './headedRows.ts';
import { rowOf } from './rowOf.ts';
import { readingsInLines } from './underStackedHead.ts';

/** Headings of more columns than any table has. */
const MAX_HEADINGS = 60;
/** So many cells of a row stand in front of its first figure, or of its first blank one. */
const MAX_LABELS = 4;
const MIN_ROWS = 3;
const CODE = /^\d{1,12}$/;

interface Way extends HeadedRows {
  /** The first cell behind the headings. */
  readonly start: number;
}

/**
 * Places the cells of a table of which the sequence is left with its blank cells, so that each row has one cell for every
 * column: headings, which may stand over each other, say how many columns there are and what each holds. Undefined where
 * no reading of the headings fits all rows, or where several fit that have others over the columns.
 */
export function evenCells(grid: Grid): PlacedGrid | undefined {
  const all = grid.rows.flatMap((row) => row.cells);
  const cells = all.slice(0, all.findLastIndex(({ text }) => text !== '') + 1);
  const blank = cells.findIndex(({ text }) => text === '');
  const figure = cells.findIndex(({ text }) => text !== '' && !hasWords(text));
  if (figure === -1) return undefined;
  const end = Math.min(blank === -1 ? figure : blank, figure, MAX_HEADINGS);
  const starts = Array.from({ length: Math.min(MAX_LABELS, end) + 1 }, (_, labels) => end - labels);
  const ways = starts.flatMap((start) => waysAt(cells, start));
  // Where headings may stand over more or fewer others, the figures tell which; where they do not, none is believed.
  const believed = areAllAlike(ways) ? ways : ways.filter(areBorneOut);
  const [way] = believed;
  if (!way || !areAllAlike(believed)) return undefined;
  const printed = [...overLists(way, cells), ...way.reading.rows];
  // A heading of which nothing tells what it stands over is left out.
  const isWhole = printed.flat().length === way.start;
  const heads = printed.map(
    (own): RowNode => ({ line: own[0]?.span.line ?? 0, separator: false, cells: filledUp(own) }),
  );
  const unsure = new Set(grid.rows.flatMap((row) => (row.unsure ? row.cells.map(placeOf) : [])));
  const rows = way.rows.map((row): RowNode => {
    const isUnsure = row.some((cell) => unsure.has(placeOf(cell)));
    return { ...rowOf(row), ...(isUnsure && { unsure: true }) };
  });
  return {
    grid: { ...grid, rows: [...heads, ...rows] },
    partial: !isWhole,
    ...(isWhole && { grouped: true }),
  };
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

/** Whether all have the same headings over the columns and below each other. */
function areAllAlike([first, ...others]: readonly Way[]): boolean {
  const shapeOf = ({ reading }: HeadedRows): string =>
    JSON.stringify(reading.rows.map((row) => row.map(({ column, span }) => [column, span.line, span.start])));
  return first !== undefined && others.every((other) => shapeOf(other) === shapeOf(first));
}

/** The ways to read the cells in front of one as headings of all that stands behind them. */
function waysAt(cells: readonly CellNode[], start: number): Way[] {
  const headings = rowOf(cells.slice(0, start));
  const tokens = tokensOf(headings);
  return [...headReadings([headings]), ...readingsInLines(tokens)].flatMap((reading) => {
    const rows = headsNamesAlone(reading, tokens) ? undefined : rowsBelow(reading, cells.slice(start));
    if (!rows) return [];
    const [block, ...others] = blocksOf(reading.leaves.map(leafOf));
    return block && others.length === 0
      ? [{ reading, first: block.stub.length, rows, start }]
      : [{ reading, first: 0, rows, start }];
  });
}

/** Whether headings of names or codes stand over others of which nothing tells which these are. */
function headsNamesAlone({ leaves, rows }: HeadReading, headings: readonly Token[]): boolean {
  const above = headings.slice(0, headings.length - leaves.length);
  return rows.length === 1 && above.some(({ cell }) => ['name', 'code'].includes(leafOf(cell).kind));
}

/** Cells cut into rows of one for each column; undefined where one holds something else than its heading says. */
function rowsBelow({ leaves }: HeadReading, cells: readonly CellNode[]): CellNode[][] | undefined {
  if (leaves.length < 2) return undefined;
  const kinds = leaves.map((leaf) => leafOf(leaf).kind);
  const rows = Array.from({ length: Math.ceil(cells.length / leaves.length) }, (_, row) =>
    cells
      .slice(row * leaves.length, (row + 1) * leaves.length)
      .map((cell, column): CellNode => ({ ...cell, column })),
  );
  const isBody = (row: readonly CellNode[]): boolean =>
    row.every(({ text }, column) => mayHold(kinds[column], text));
  const areRows = rows.every((row) => isBody(row) || isIndex({ line: 0, separator: false, cells: row }));
  const holdsCodes = kinds.some(
    (kind, column) => kind === 'figure' && areCodes(rows.map((row) => row[column])),
  );
  return areRows && !holdsCodes && rows.length >= MIN_ROWS ? rows : undefined;
}

/** Whether all cells of a column that are filled hold whole codes. */
function areCodes(column: readonly (CellNode | undefined)[]): boolean {
  const filled = column.flatMap((cell) => (cell && cell.text !== '' ? cell.text : []));
  return filled.length > 0 && filled.every(isWholeCode);
}

/** Whether a column of a kind may hold a cell; totals have their word where others have their codes. */
function mayHold(kind: LeafKind | undefined, text: string): boolean {
  if (text === '' || kind === 'text') return true;
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
