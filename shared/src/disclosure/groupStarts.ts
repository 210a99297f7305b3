import { isNaming } from './headerFit.ts';
import type { Heading, HeadLine } from './headings.ts';
import { totalRank } from './labels.ts';

/** A line may have slid by so many columns. */
const MOST_COLUMNS = 3;

/**
 * The groups over a line that heads every column, without those of which nothing shows where they begin; where
 * one is left out, so are all above it, lest a heading be missing in the midst of a path.
 *
 * A line of groups whose first stands over the first column did not slide. Of the others a group is sure that
 * begins with its 小计 or 合计; it shows where the line stands, and only the first heading of a line moves alone.
 *
 * @param groups from the top down
 * @param own the line that heads every column
 */
export function withoutLooseGroups(groups: readonly HeadLine[], own: HeadLine): HeadLine[] {
  const sure = groups.map((line, index) => sureGroups(line, own, index === 0));
  const loose = sure.findLastIndex((line, index) => line.length < (groups[index]?.length ?? 0));
  return sure.map((line, index) => (index < loose ? [] : line));
}

function sureGroups(line: HeadLine, own: HeadLine, outermost: boolean): HeadLine {
  const over = ({ column }: Heading, left = 0) => own[column - left]?.text ?? '';
  const rank = (heading: Heading, left = 0) => totalRank(over(heading, left));
  const [first] = line;
  if (!first || first.column === 0) return line;
  const isOff = line.some((heading) => isNaming(heading.text) && !isNaming(over(heading)));
  if (isOff || isAbreast(own) || !line.some((heading) => opens(rank(heading)))) return [];
  const better = (left: number) =>
    line.every((heading) => opens(rank(heading, left)) && rank(heading, left) > rank(heading));
  if (outermost && [1, 2, MOST_COLUMNS].some(better)) return [];
  return line.filter((heading) => heading !== first || opens(rank(heading)));
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
