import type { CellNode } from '../../../syntax/nodes.ts';
import { addsUp, type ColumnSum, leavesOneValue } from '../blanks/columnSums.ts';
import { type Figure, figureOf, finestPlace, isFilled, NOTHING } from '../blanks/figure.ts';
import { declaredSums } from '../declaredSums.ts';
import { isIndex } from '../head.ts';
import type { HeadReading } from '../headReadings.ts';
import { isFigure, tokensOf } from '../tokens.ts';
import { rowOf } from './rowOf.ts';

/** A way to read headings, and rows below them. */
export interface HeadedRows {
  readonly reading: HeadReading;
  /** The first column of figures. */
  readonly first: number;
  /** Cells with their columns. */
  readonly rows: readonly (readonly CellNode[])[];
}

const MIN_ROWS = 3;
/** Of the rows that say anything about a sum of columns, so many may be wrong. */
const FAILING_SHARE = 1 / 4;

/** Whether there are rows that add up as the headings say, and hardly one that does not. */
export function areBorneOut(headed: HeadedRows): boolean {
  const tried = sumsTried(headed);
  const failing = tried.filter(({ holds }) => !holds).length;
  return tried.length - failing >= MIN_ROWS && failing <= FAILING_SHARE * tried.length;
}

/** Whether more rows than may be wrong do not add up as the headings say. */
export function isContradicted(headed: HeadedRows): boolean {
  const tried = sumsTried(headed);
  return tried.filter(({ holds }) => !holds).length > FAILING_SHARE * tried.length;
}

/** Whether all rows add up as the headings say, and a total is that of several parts somewhere. */
export function addsUpThroughout(headed: HeadedRows): boolean {
  return sumsTried(headed).every(({ holds }) => holds) && sumsShown(headed) > 0;
}

/**
 * The same but for one figure, which may be wrong: without it all rows add up, and what it should be is the same by all of
 * its sums. Another sum of several parts must be there that shows it.
 */
export function addsUpButForOne(headed: HeadedRows): boolean {
  const rows = figuresOf(headed);
  const sums = sumsOf(headed);
  return rows.some((row, at) =>
    row.some((figure, column) => {
      const isOf = ({ total, parts }: ColumnSum) => total === column || parts.includes(column);
      if (!figure || !isFilled(figure) || !sums.some(isOf)) return false;
      const open = row.with(column, undefined);
      const all = rows.with(at, open);
      return (
        all.every((each) => sums.every((sum) => addsUp(each, sum))) &&
        leavesOneValue(open, sums) &&
        all.some((each) => sums.some((sum) => isShownBy(each, sum)))
      );
    }),
  );
}

/** Whether all figures of a sum of several parts are known. */
function isShownBy(row: readonly Figure[], { total, parts }: ColumnSum): boolean {
  const filled = parts.filter((part) => isFilled(row[part]));
  return filled.length > 1 && [total, ...filled].every((column) => row[column] !== undefined);
}

/** In how many places a total stands with several parts, as the headings say. */
export function sumsShown(headed: HeadedRows): number {
  return sumsTried(headed).filter(({ parts }) => parts > 1).length;
}

/** For each total in each row whether it is that of its parts, and how many of these are filled. */
function sumsTried(headed: HeadedRows): { holds: boolean; parts: number }[] {
  const rows = figuresOf(headed);
  return sumsOf(headed).flatMap((sum) =>
    rows
      .filter((row) => isFilled(row[sum.total]))
      .map((row) => ({
        holds: addsUp(row, sum),
        parts: sum.parts.filter((part) => isFilled(row[part])).length,
      })),
  );
}

/** Which columns of the table add up to which, by its headings. */
export function sumsOf({ reading, first }: HeadedRows): ColumnSum[] {
  return declaredSums(reading, first).map((sum) => ({
    ...sum,
    total: sum.total + first,
    parts: sum.parts.map((part) => part + first),
  }));
}

/** The figures of each row by column; numbers of columns are none. */
function figuresOf({ reading, rows }: HeadedRows): Figure[][] {
  const body = rows.filter((cells) => !isIndex(rowOf(cells.filter(({ text }) => text !== ''))));
  const tokens = body.map((cells) => tokensOf({ line: 0, separator: false, cells }).filter(isFigure));
  const place = finestPlace(tokens.flat());
  return tokens.map((row) => {
    const figures: Figure[] = reading.leaves.map(() => NOTHING);
    for (const token of row) figures[token.cell.column] = figureOf(token, place);
    return figures;
  });
}

/** Whether two ways to read headings have the same over all columns. */
export function isAlike(one: HeadedRows, other: HeadedRows): boolean {
  const [first, second] = [one, other].map(({ reading }) =>
    reading.leaves.map(({ span }) => `${span.line}:${span.start}`).join('|'),
  );
  return first === second;
}
