import { compactLabel } from '../text/width.ts';
import { isNaming } from './headerFit.ts';
import type { Heading, HeadLine } from './headings.ts';
import { tilesOf } from './headShape.ts';
import { isOfWhich, totalRank } from './labels.ts';

/** A line may have slid by so many columns. */
const MOST_COLUMNS = 3;

/**
 * The groups over a line that heads every column, without those of which nothing shows where they begin; where
 * one is left out, so are all above it, lest a heading be missing in the midst of a path.
 *
 * A line of groups whose first stands over the first column did not slide, nor did smaller groups below it that
 * begin where those do which they divide. Others begin with their 小计 or 合计, if there are as many of them. Else a group is sure that stands over its total; it shows where the line stands,
 * and only the first heading of a line moves alone.
 *
 * @param groups from the top down
 * @param own the line that heads every column
 */
export function withoutLooseGroups(groups: readonly HeadLine[], own: HeadLine): HeadLine[] {
  if (groups[0]?.[0]?.column === 0 && tilesOf([...groups, own])) return [...groups];
  const ranks = (depth: number) => (groups.length === 1 ? [2, 1] : depth === 0 ? [2] : [1]);
  const sure = groups.map((line, depth) => sureGroups(line, own, ranks(depth)));
  const loose = sure.findLastIndex((line, index) => line.length < (groups[index]?.length ?? 0));
  return sure.map((line, index) => (index < loose ? [] : line));
}

/** 收入 and 支出, each over a list with names of its own. */
const SIDE = /^(?:收入|支出)(?:预算|决算|部分)?$/;

/**
 * Groups over lists of the same kind, which lost the blanks that merged cells leave: 收入 | 支出 over 项目 | 预算数 | 项目 | 预算数, or
 * 上年预算数 | 本年预算数 over headings that repeat. Undefined for headings with blanks between them, and for others; empty where nothing shows
 * where they begin.
 */
export function groupsOverLists(line: HeadLine, own: HeadLine): HeadLine | undefined {
  const arePacked =
    line.length > 1 && line.length < own.length && line.every(({ column }, index) => column === index);
  if (!arePacked) return undefined;
  const areSides = line.every(({ text }) => SIDE.test(compactLabel(text)));
  const begins = areSides ? listStarts(own) : repeatStarts(own, line.length);
  if (begins.length === line.length)
    return line.map((heading, index) => ({ ...heading, column: begins[index] ?? heading.column }));
  return areSides ? [] : undefined;
}

/** Where names stand behind figures. */
function listStarts(own: HeadLine): number[] {
  return own.flatMap(({ column, text }, index) =>
    isNaming(text) && !isNaming(own[index - 1]?.text ?? '') ? [column] : [],
  );
}

/** Where headings begin anew that repeat so many times. */
function repeatStarts(own: HeadLine, times: number): number[] {
  const length = own.length / times;
  if (!Number.isInteger(length) || length < 2) return [];
  const repeats = own.every(({ text }, index) => text === own[index % length]?.text);
  return repeats ? own.flatMap(({ column }, index) => (index % length === 0 ? [column] : [])) : [];
}

/**
 * @param ranks of the totals that the groups may begin with, the likeliest first
 */
function sureGroups(line: HeadLine, own: HeadLine, ranks: readonly number[]): HeadLine {
  if (line[0] === undefined || line[0].column === 0) return line;
  const over = ({ column }: Heading) => own[column]?.text ?? '';
  const names = line.filter(({ text }) => isNaming(text));
  if (isAbreast(own) || names.some((heading) => !isNaming(over(heading)))) return [];
  const groups = line.filter((heading) => !names.includes(heading));
  for (const rank of ranks) {
    const starting = startingAt(groups, own, rank);
    if (starting) return [...names, ...starting];
  }
  const isOpened = (heading: Heading) => opens(totalRank(over(heading)));
  if (!groups.some(isOpened)) return names;
  return [...names, ...groups.filter((heading) => heading !== groups[0] || isOpened(heading))];
}

/**
 * The headings at the totals that begin their groups, if there are as many 小计, or 合计, as groups, one near
 * each.
 */
function startingAt(line: HeadLine, own: HeadLine, rank: number): HeadLine | undefined {
  // 合计 right behind the names may be that of all.
  const isOfAll = (index: number): boolean => rank > 1 && isNaming(own[index - 1]?.text ?? '');
  const totals = own.filter(({ text }, index) => totalRank(text) === rank && !isOfAll(index));
  // 其中 heads parts of what stands in front of it.
  if (totals.length !== line.length || line.some(({ text }) => isOfWhich(text))) return undefined;
  const starts = line.map((heading, index) => ({
    ...heading,
    column: totals[index]?.column ?? heading.column,
  }));
  const isNear = ({ column }: Heading, index: number): boolean => {
    const right = (line[index]?.column ?? column) - column;
    return -1 <= right && right <= MOST_COLUMNS;
  };
  return starts.every(isNear) ? starts : undefined;
}

/** Whether names stand behind figures: then groups are blocks, and begin with names. */
function isAbreast(own: HeadLine): boolean {
  const figure = own.findIndex(({ text }) => !isNaming(text));
  return own.slice(figure).some(({ text }) => isNaming(text));
}

/** 总计 stands over groups, not in them. */
function opens(rank: number): boolean {
  return rank === 1 || rank === 2;
}
