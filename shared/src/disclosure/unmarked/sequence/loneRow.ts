import { isHeadingOrPart } from '../../../syntax/headingWords.ts';
import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { compactLabel } from '../../../text/width.ts';
import type { Grid } from '../../grid.ts';
import { wordsOf } from '../../labels.ts';
import type { ColumnSum } from '../blanks/columnSums.ts';
import { type Figure, figureOf, finestPlace, isFilled } from '../blanks/figure.ts';
import { filledUp } from '../blanks/looseBody.ts';
import { type Columns, type Placement, strictPlacements, without } from '../blanks/placements.ts';
import { declaredSums } from '../declaredSums.ts';
import type { HeadReading } from '../headReadings.ts';
import { leafOf } from '../leaves.ts';
import type { PlacedGrid } from '../place.ts';
import { isFigure, isWholeCode, type Token, tokensOf } from '../tokens.ts';
import { readingsInLines } from './underStackedHead.ts';

/** A way to read the headings, and one to put the figures below them. */
interface Way {
  readonly reading: HeadReading;
  readonly columns: readonly number[];
}

/** Headings, and the one row below them. */
interface Parts {
  readonly headings: readonly Token[];
  /** Its code and name, its name, or nothing. */
  readonly labels: readonly Token[];
  readonly figures: readonly Token[];
}

/**
 * Places the one row of figures of a table below headings of which nothing shows how they were stacked: as its figures
 * add up by what the headings then say. One figure may be wrong where a sum of several parts holds without it. Undefined
 * where headings that the figures bear out differ.
 */
export function loneRow(grid: Grid): PlacedGrid | undefined {
  const parts = partsOf(grid.rows.flatMap(tokensOf));
  const ways = parts ? waysBelow(parts) : [];
  const [way, ...others] = ways;
  if (!parts || !way || others.some((other) => !isAlike(other.reading, way.reading))) return undefined;
  const { labels, figures } = parts;
  const placed = figures.map((_, at) => [...new Set(ways.map(({ columns }) => columns[at] ?? -1))]);
  const heads = way.reading.rows.map(
    (cells): RowNode => ({ line: cells[0]?.span.line ?? 0, separator: false, cells: filledUp(cells) }),
  );
  const named = labels.map(({ cell }, column): CellNode => ({ ...cell, column }));
  const cells = [...named, ...cellsOf(figures, placed, way.columns)];
  const body = { line: cells[0]?.span.line ?? 0, separator: false, cells: filledUp(cells) };
  return { grid: { ...grid, rows: [...heads, body] }, partial: false, grouped: true };
}

/** Headings and the row behind them; undefined where something else is among its figures. */
function partsOf(tokens: readonly Token[]): Parts | undefined {
  const first = tokens.findIndex(isFigure);
  if (first < 1) return undefined;
  const isCoded = isWholeCode(tokens[first]?.cell.text ?? '') && tokens[first + 1]?.kind === 'words';
  const isNamed = !isCoded && tokens.slice(0, first).some(({ cell }) => leafOf(cell).kind === 'name');
  const start = isNamed ? first - 1 : first;
  const behind = isCoded ? first + 2 : first;
  if (isNamed && mayBeTorn(tokens[start - 1], tokens[start])) return undefined;
  const [headings, labels, figures] = [
    tokens.slice(0, start),
    tokens.slice(start, behind),
    tokens.slice(behind),
  ];
  return headings.every(({ kind }) => kind === 'words') && figures.every(isFigure)
    ? { headings, labels, figures }
    : undefined;
}

/** Whether the last heading is none that tables are known to have, and may be the first line of the name behind it. */
function mayBeTorn(heading: Token | undefined, name: Token | undefined): boolean {
  const [upper, lower] = [heading, name].map((token) => compactLabel(token?.cell.text ?? ''));
  return !isHeadingOrPart(upper ?? '') && (lower ?? '').length <= (upper ?? '').length;
}

/** The ways in which figures add up below headings; where they do in none, those in which all but one of them do. */
function waysBelow({ headings, labels, figures: row }: Parts): Way[] {
  const place = finestPlace(row);
  const figures = row.map((token) => figureOf(token, place));
  const first = labels.length;
  const readings = readingsInLines(headings).flatMap((reading) => {
    const sums = declaredSums(reading, first);
    const width = widthBehind(reading, first);
    return sums.length > 0 && width !== undefined && width >= row.length ? { reading, sums, width } : [];
  });
  const fitting = (given: readonly Figure[]): Way[] =>
    readings.flatMap(({ reading, sums, width }) =>
      placementsBelow(given, { width, ways: [sums] })
        .filter((placement) => areShown(placement, sums))
        .map(({ columns }) => ({ reading, columns: columns.map((column) => column + first) })),
    );
  const strict = fitting(figures);
  return strict.length > 0 ? strict : figures.flatMap((_, at) => fitting(without(figures, at)));
}

/** How many columns of figures stand behind those of the labels, remarks left out; undefined where others are among them. */
function widthBehind({ leaves }: HeadReading, labels: number): number | undefined {
  const kinds = leaves.map((leaf) => leafOf(leaf).kind);
  const end = kinds.findLastIndex((kind) => kind !== 'text') + 1;
  const areLabels = kinds.slice(0, labels).every((kind) => kind === 'code' || kind === 'name');
  const areFigures = kinds.slice(labels, end).every((kind) => kind === 'figure');
  return areLabels && areFigures ? end - labels : undefined;
}

function placementsBelow(figures: readonly Figure[], columns: Columns): readonly Placement[] {
  return strictPlacements(figures, columns, () => true) ?? [];
}

/** Whether a sum of several parts holds in which all figures are known, or two of these leave the same value to the one that is not. */
function areShown({ row }: Placement, sums: readonly ColumnSum[]): boolean {
  const several = sums.filter(({ parts }) => parts.filter((part) => isFilled(row[part])).length > 1);
  const open = several.filter(({ total, parts }) =>
    [total, ...parts].some((column) => row[column] === undefined),
  );
  return several.length > open.length || open.length > 1;
}

/** Whether two ways to read headings have the same in all columns, and the same above them. */
function isAlike(one: HeadReading, other: HeadReading): boolean {
  const [first, second] = [one, other].map(({ rows }) =>
    rows
      .map((cells) => cells.map((cell) => `${cell.column}${compactLabel(wordsOf(cell))}`).join('|'))
      .join(';'),
  );
  return first === second;
}

/** Figures in the columns in which they may stand, marked where these are several. */
function cellsOf(
  row: readonly Token[],
  placed: readonly (readonly number[])[],
  example: readonly number[],
): CellNode[] {
  const byColumn = new Map<number, CellNode>();
  const put = (at: number, column: number): void => {
    const cell = row[at]?.cell;
    if (!cell || byColumn.has(column)) return;
    byColumn.set(column, { ...cell, column, ...((placed[at] ?? []).length > 1 && { unplaced: true }) });
  };
  for (const [at, column] of example.entries()) put(at, column);
  for (const [at, columns] of placed.entries()) for (const column of columns) put(at, column);
  return [...byColumn.values()].sort((a, b) => a.column - b.column);
}
