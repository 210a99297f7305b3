import { headingWords } from '../syntax/headingWords.ts';
import type { RowNode } from '../syntax/nodes.ts';
import { isNaming } from './headerFit.ts';
import { type HeadLine, headLines } from './headings.ts';

/**
 * How many columns a table has at least whose cells stand close, though its header has two lines: the blank cells of both
 * were lost (功能分类科目 | 2023年预算数 | 2024年预算数 above 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出). A heading above heads two columns at
 * least, or one that has no heading below. Undefined where blank cells stand in the table, or headings may be in parts.
 */
export function closedHeadWidth(head: readonly RowNode[], rows: readonly RowNode[]): number | undefined {
  const lines = headLines(head.map(({ cells }) => cells)).filter((line) => line.length > 1);
  const [top, below, ...more] = lines;
  if (!top || !below || more.length > 0 || !isClosedHead(top, below) || rows.some(hasBlank)) return undefined;
  const [over, under] = [namesIn(top), namesIn(below)];
  const [groups, parts] = [top.length - over, below.length - under];
  const alone = groups - Math.min(groups, Math.floor(parts / 2));
  // Of the names above one heads those below.
  return over + under - (over > 0 && under > 0 ? 1 : 0) + parts + alone;
}

/** Whether no line of a header of two says where its headings stand, and those below are whole headings of figures. */
export function isClosedHead(top: HeadLine, below: HeadLine): boolean {
  const figures = below.slice(namesIn(below));
  return (
    [top, below].every((line) => line.every(({ column, columns }, at) => column === at && !columns)) &&
    figures.length > 0 &&
    figures.every(({ text }) => !isNaming(text) && headingWords(text).isLeaf) &&
    top.slice(namesIn(top)).every(({ text }) => !isNaming(text))
  );
}

/** How many headings in front name the rows. */
function namesIn(line: HeadLine): number {
  const first = line.findIndex(({ text }) => !isNaming(text));
  return first === -1 ? line.length : first;
}

function hasBlank({ cells, separator }: RowNode): boolean {
  const last = cells.findLastIndex(({ text }) => text !== '');
  return !separator && cells.slice(0, last + 1).some(({ text }) => text === '');
}
