import type { CellNode } from '../../../syntax/nodes.ts';
import { isRatioLabel, wordsOf } from '../../labels.ts';
import type { Block } from '../leaves.ts';
import type { PlacedRow } from '../placeRow.ts';
import { addsUp, type ColumnSum } from './columnSums.ts';
import { type Figure, isFilled, NOTHING } from './figure.ts';
import { fillBlanks, type LooseRow, sharedSums, totalsOfAll, waysShown } from './fillBlanks.ts';
import { isBrokenDownOnce, isTotalOfAll } from './leadingTotal.ts';
import { type BodyRow, inColumns, looseBody } from './looseBody.ts';
import { scatteredRow } from './scattered.ts';

/** So many rows that add up with several parts show that the first column is the total of all others. */
const MIN_SEVERAL = 3;
/** So many different amounts that stand in both of two columns show that the second holds all there is of the first. */
const MIN_AMOUNTS = 5;

/**
 * Places the figures of rows that have blanks, as far as sums tell their columns. The table has one label a
 * row, and its headings are known. A figure that may stand in several columns is put into each of them,
 * marked as unplaced.
 *
 * @param known the ways in which the columns of figures may add up, where these are known
 */
export function placeBlanks(
  rows: readonly BodyRow[],
  block: Block,
  known: readonly (readonly ColumnSum[])[] = [],
): PlacedBlanks {
  const columns = block.rest.flatMap(({ kind }, index) =>
    kind === 'figure' ? block.stub.length + index : [],
  );
  const headings = headingsOf(block);
  const ratios = headings.map(isRatioLabel);
  const { parts, rows: loose } = looseBody(rows, block);
  const width = columns.length;
  const ways = known.length > 0 ? known : waysOf(loose, headings);
  const possible = fillBlanks(loose, { width, ways, ratios });
  return {
    rows: rows.map(({ placed }, index) => {
      const own = parts[index];
      const cells =
        placed.fit === 'partial' && !placed.torn && own && inColumns(own, possible[index], columns);
      return cells ? { fit: 'whole', cells } : placed;
    }),
    sums: sumsOf(ways, columns),
  };
}

function waysOf(rows: readonly LooseRow[], headings: readonly string[]): ColumnSum[][] {
  const shown = isTotalOfAll(headings) ? waysShown(rows, headings.length) : [];
  return shown.length > 0 ? shown : waysDeclared(rows, headings);
}

/** How columns add up by their headings alone, if most rows can. */
function waysDeclared(rows: readonly LooseRow[], headings: readonly string[]): ColumnSum[][] {
  const width = headings.length;
  const filled = rows.filter(({ figures }) => figures.length > 1);
  if (!isTotalOfAll(headings) || !isBrokenDownOnce(headings)) return [];
  const sum = { total: 0, parts: headings.slice(1).map((_, index) => 1 + index) };
  const fitting = filled.filter(({ figures }) => {
    const blanks = Array.from({ length: width - figures.length }, () => NOTHING);
    return addsUp([...figures, ...blanks], sum);
  });
  return 2 * fitting.length > filled.length ? [[sum]] : [];
}

/** The rows of a table, those with blanks as far as sums tell their columns. */
export interface PlacedBlanks {
  readonly rows: readonly PlacedRow[];
  /** Which columns of the table add up to which. */
  readonly sums: readonly ColumnSum[];
}

/** A table in which some columns are blank throughout. */
export interface UnderTotal extends PlacedBlanks {
  /** The headings that are known to stand over its columns: those of the names, and at least that of the total of all. */
  readonly headings: readonly CellNode[];
}

/**
 * Places the figures of a table in which no row fills all columns: some are blank throughout, and nothing tells
 * which. The total of all rows has a figure wherever one of them has; so many columns there are. They have no
 * headings, but for the first, the total of all.
 *
 * @param listed whether the block lists whatever stands in front of the body, groups of headings as well: where
 * they are just as many as the columns there are no groups, and each heads one
 * @param slipped whether figures are known to have left their places: they may be in no order
 * @param declared whether the words of the headings are enough where the total of all rows shows nothing by itself
 */
export function placeUnderTotal(
  rows: readonly BodyRow[],
  block: Block,
  { listed = false, slipped = false, declared = false } = {},
): UnderTotal | undefined {
  const { parts, rows: loose } = looseBody(rows, block);
  const width = loose.reduce((most, { figures }) => Math.max(most, figures.length), 0);
  if (width < 2 || !isTotalOfAll(headingsOf(block))) return undefined;
  const scattered = slipped ? scatteredRow(loose, width) : undefined;
  const shown = scattered ? [scattered.sums] : waysShown(loose, width, true);
  const others = shown.length > 0 ? shown : waysOfOthers(loose, width, headingsOf(block));
  const ways = others.length > 0 || !declared ? others : waysUnderTotal(loose, width, headingsOf(block));
  if (ways.length === 0 || leavesOutZeros(loose)) return undefined;
  const first = block.stub.length;
  const columns = Array.from({ length: width }, (_, column) => first + column);
  const possible = fillBlanks(loose, {
    width,
    ways,
    ratios: columns.map(() => false),
    ...(scattered && { scattered }),
  });
  const figures = block.rest.flatMap(({ kind, cell }) => (kind === 'figure' ? cell : []));
  const headed = figures.slice(0, listed && figures.length === width ? width : 1);
  return {
    rows: rows.map(({ placed }, index): PlacedRow => {
      const own = parts[index];
      if (!own || placed.torn) return placed;
      if (own.figures.length === 0) return { fit: 'label', cells: own.stub };
      const cells = inColumns(own, possible[index], columns);
      return cells ? { fit: 'whole', cells } : { ...placed, fit: 'partial' };
    }),
    headings: [...block.stub.map(({ cell }) => cell), ...headed].map((cell, column) => ({
      ...cell,
      column,
    })),
    sums: sumsOf(ways, columns),
  };
}

/**
 * How columns add up where the only row that fills all of them, the total of all, does not add up: all others do, each to
 * its first figure, and the headings tell of no parts of parts. Of two columns the second repeats the first in every row,
 * and in enough that are no copies of each other.
 */
function waysOfOthers(rows: readonly LooseRow[], width: number, headings: readonly string[]): ColumnSum[][] {
  const totals = totalsOfAll(rows);
  const others = rows.filter((row) => !totals.includes(row) && row.figures.length > 1);
  const several = others.filter(({ figures }) => figures.length > 2);
  const parts = (count: number) => Array.from({ length: count - 1 }, (_, at) => 1 + at);
  const addUp = others.every(({ figures }) => addsUp(figures, { total: 0, parts: parts(figures.length) }));
  const amounts = new Set(others.map(({ figures: [first] }) => first?.high));
  const isShown = width > 2 ? several.length >= MIN_SEVERAL : amounts.size >= MIN_AMOUNTS;
  const isKnown = addUp && isShown && isBrokenDownOnce(headings);
  return isKnown ? [[{ total: 0, parts: parts(width) }]] : [];
}

/** The same by the headings alone, if most rows can add up so and a total of all rows fills all columns. */
function waysUnderTotal(
  rows: readonly LooseRow[],
  width: number,
  headings: readonly string[],
): ColumnSum[][] {
  const isFull = totalsOfAll(rows).some(({ figures }) => figures.length === width);
  return isFull ? waysDeclared(rows, headings.slice(0, width)) : [];
}

/**
 * Whether zeros may be missing in the total of all rows: it prints one, and rows have figures in unequal numbers all the
 * same. Then a column may have a figure in some row and none in the total.
 */
function leavesOutZeros(rows: readonly LooseRow[]): boolean {
  const filled = rows.filter(({ figures }) => figures.length > 0);
  const isZero = (figure: Figure) =>
    isFilled(figure) && figure !== undefined && figure.low + figure.high === 0n;
  return (
    filled.some(({ figures }) => figures.length !== filled[0]?.figures.length) &&
    totalsOfAll(filled).some(({ figures }) => figures.some(isZero))
  );
}

/** What all ways to add up have in common, in columns of the table; changes are told by their headings. */
export function sumsOf(ways: readonly (readonly ColumnSum[])[], columns: readonly number[]): ColumnSum[] {
  const columnOf = (index: number) => columns[index] ?? index;
  return sharedSums(ways)
    .filter(({ signed }) => !signed)
    .map(({ total, parts }) => ({ total: columnOf(total), parts: parts.map(columnOf) }));
}

function headingsOf({ rest }: Block): string[] {
  return rest.flatMap(({ kind, cell }) => (kind === 'figure' ? wordsOf(cell) : []));
}
