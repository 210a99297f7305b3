import { isKnownHeading } from '../../../syntax/headingWords.ts';
import type { CellNode } from '../../../syntax/nodes.ts';
import { GROUP_TOTAL } from '../../../text/totalWords.ts';
import { wordsOf } from '../../labels.ts';
import { type HeadNode, headTree } from '../declaredSums.ts';
import type { HeadReading } from '../headReadings.ts';
import { figureCount, kindOfHeading, leafOf } from '../leaves.ts';
import { hasLikelyGroups, leavesOutColumn } from '../likelyGroups.ts';
import type { Token } from '../tokens.ts';
import { readingsInLines } from './underStackedHead.ts';

/** Names stand in front of all figures, and remarks behind them. */
const PLAIN = /^(?:(?:code|name),)+figure(?:,figure)*(?:,text)?$/;
/** So many rows that are equally long are no accident. */
const MIN_ROWS = 2;

/**
 * The headings of the columns where it is known how many of these there are, so that nothing but which headings are those
 * of groups is to be told: a row numbers or marks all of them, or each group has its 小计, and the rows are as long. Each
 * heading is one that tables are known to have, and all ways to hang them that leave so many columns, with groups as law
 * and custom have them, give the columns the same ones. Undefined where there are several, or where some row has not a
 * figure for each column of figures, or none is a zero.
 *
 * @param marks the cells that number the columns, if there are any
 * @param figures those of each row
 */
export function leavesByCount(
  headings: readonly Token[],
  marks: readonly Token[],
  figures: readonly (readonly Token[])[],
): readonly Token[] | undefined {
  const isNumbered = marks.length > 1;
  const lengths = new Set(figures.map(({ length }) => length));
  if (isNumbered) lengths.delete(0);
  const [width, ...otherLengths] = lengths;
  if (width === undefined || otherLengths.length > 0) return undefined;
  // Where zeros are printed no column is blank in all rows.
  const hasZeros = figures.flat().some(({ cell }) => !/[1-9]/.test(cell.text));
  if (!hasZeros || (!isNumbered && figures.length < MIN_ROWS)) return undefined;
  if (!headings.every(({ cell }) => isKnownHeading(wordsOf(cell)))) return undefined;
  // What seems to be a group may be a column.
  if (isNumbered && mayBeMarked({ leaves: headings.map(({ cell }) => cell) }, marks)) return undefined;
  const [first, ...others] = readingsInLines(headings)
    .filter((reading) => (isNumbered ? mayBeMarked(reading, marks) : areGroupsTotalled(reading, headings)))
    .filter((reading) => !leavesOutColumn(headings, reading) && hasLikelyGroups(reading))
    .map(({ leaves }) => leaves)
    .filter((leaves) => PLAIN.test(leaves.map((leaf) => leafOf(leaf).kind).join()));
  if (!first || others.some((other) => !areSame(other, first))) return undefined;
  const isFull = figureCount(first.map(leafOf)) === width;
  return isFull ? first.map((cell) => ({ cell, kind: 'words' })) : undefined;
}

/**
 * Whether the columns may be those that have marks: all, or all but the remarks, or those of figures alone where numbers are
 * the only marks; of others stars stand below the names.
 */
function mayBeMarked({ leaves }: Pick<HeadReading, 'leaves'>, marks: readonly Token[]): boolean {
  const kinds = leaves.map((leaf) => leafOf(leaf).kind);
  const names = kinds.filter((kind) => kind === 'code' || kind === 'name').length;
  const remarks = kinds.at(-1) === 'text' ? 1 : 0;
  const stars = marks.filter(({ cell }) => cell.text.startsWith('*')).length;
  const isOver = (columns: number): boolean => marks.length === columns || marks.length === columns - remarks;
  if (stars === 0) return isOver(kinds.length) || isOver(kinds.length - names);
  return isOver(kinds.length) && (stars === marks.length || stars === names);
}

/**
 * Whether there are groups, each with its total in front, and no such total stands elsewhere but that of all, behind the
 * names; of groups in front of all headings nothing tells more than that there is one for each total.
 */
function areGroupsTotalled(reading: HeadReading, headings: readonly Token[]): boolean {
  const tops = headTree(reading);
  const total = tops.findIndex(isTotal);
  const isOfAll = total > 0 && kindOfHeading(tops[total - 1]?.label ?? '') !== 'figure';
  const others = tops.filter((_, at) => !(isOfAll && at === total));
  if (reading.rows.length === 1) {
    const leaves = new Set(reading.leaves.map(({ span }) => span.line));
    const above = headings.filter(({ cell }) => !leaves.has(cell.span.line));
    const groups = above.filter(({ cell }) => leafOf(cell).kind === 'figure').length;
    return groups > 0 && groups === others.filter(isTotal).length;
  }
  return (
    others.some(({ below: [first] }) => first !== undefined && isTotal(first)) &&
    others.every((top) => !isTotal(top) && areTotalled(top))
  );
}

/** Whether each group at a heading or below it begins with its total; those of codes and names have none. */
function areTotalled({ below }: HeadNode): boolean {
  const [first] = below;
  if (first && kindOfHeading(first.label) !== 'figure') return !below.some(isTotal);
  return below.every((node, at) => isTotal(node) === (at === 0) && areTotalled(node));
}

function isTotal({ label }: HeadNode): boolean {
  return GROUP_TOTAL.test(label);
}

function areSame(one: readonly CellNode[], other: readonly CellNode[]): boolean {
  return one.every(({ span }, at) => span.line === other[at]?.span.line);
}
