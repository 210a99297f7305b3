import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { totalRank } from '../labels.ts';
import { isCalled, isCodeLevel } from './codeLevels.ts';
import type { HeadReading } from './headReadings.ts';

/** Whole headings of names, to the last character: a part of a torn one is none. */
const NAMES = /^(?:(?:支出)?(?:功能|(?:部门|政府)?(?:预算)?经济)?(?:分类)?(?:科目)|单位|部门)名称$/;
const CODES = /^(?:(?:支出)?(?:功能|(?:部门|政府)?(?:预算)?经济)?(?:分类)?(?:科目)?|单位|部门)(?:编码|代码)$/;
/** What stands over codes and names, and the upper half of either. */
const OVER_NAMES = /^(?:项目|科目|(?:支出)?(?:功能|(?:部门|政府)?(?:预算)?经济)分类(?:科目)?)$/;

/**
 * What is certain of headings of which some are torn over several lines, so that their order is lost: those of
 * codes and names, which stand in front of all others, and that of the total, the first of the figures. Behind
 * them stand the words of all other headings, whole or torn, which say nothing but what kinds of columns there may be.
 * Undefined unless there is one heading of names, one of codes at most, and one total.
 */
export function bareReading(rows: readonly RowNode[]): HeadReading | undefined {
  const cells = rows.flatMap((row) => row.cells.filter(({ text }) => text !== ''));
  const [name, ...moreNames] = cells.filter(isCalled(NAMES));
  const [code, ...moreCodes] = cells.filter(isCalled(CODES));
  const levels = cells.filter(isCodeLevel);
  const figures = cells.filter((cell) => ![NAMES, CODES, OVER_NAMES].some((each) => isCalled(each)(cell)));
  const [total, ...moreTotals] = figures.filter(({ text }) => totalRank(text) > 0);
  if (!name || !total || moreNames.length + moreCodes.length + moreTotals.length > 0) return undefined;
  const others = figures.filter((cell) => cell !== total && !levels.includes(cell));
  if (others.some((cell) => isInFront(cell, total))) return undefined;
  const codes = levels.length > 0 ? levels : [code ?? []].flat();
  const leaves = [...codes, name, total, ...others].map((cell, column) => ({ ...cell, column }));
  return { leaves, rows: [leaves] };
}

/** Whether a heading stands over those of codes and names. */
export const isOverNames = isCalled(OVER_NAMES);

function isInFront({ span }: CellNode, { span: { line, start } }: CellNode): boolean {
  return span.line === line && span.start < start;
}
