import type { CellNode, RowNode } from '../syntax/nodes.ts';
import { compactLabel } from '../text/width.ts';
import type { IndicatorColumns } from './table.ts';

/** The label of the name of a project, in a form or at the head of a column. */
export const PROJECT_NAME = /^(?:项目|专项)(?:\(?政策\)?)?名称[:：]?$/;

/**
 * Finds the columns of a performance table by its heading row (一级指标 | 二级指标 | 三级指标 | 指标值),
 * which may stand anywhere below the form that such tables begin with.
 */
export function readIndicatorColumns(rows: readonly RowNode[]): IndicatorColumns | undefined {
  for (const row of rows) {
    const columns = indicatorHeading(row.cells, row.line);
    if (columns) return columns;
  }
  return undefined;
}

/** The columns a row names if it is such a heading row. A table may have several, one a section. */
export function indicatorHeading(
  cells: readonly (CellNode | undefined)[],
  line: number,
): IndicatorColumns | undefined {
  const at = (pattern: RegExp) => cells.find((cell) => cell && pattern.test(compactLabel(cell.text)))?.column;
  const level1 = at(/^一级指标$/);
  const level2 = at(/^二级指标$/);
  // Beside its two neighbours a heading that was torn or misread can only be this one: 三级指, 三级专.
  const torn = level1 !== undefined && level2 !== undefined ? at(/^三级.{0,3}$/) : undefined;
  const name = at(/^(?:三级指标|指标内容|指标名称)$/) ?? torn;
  if (name === undefined) return undefined;
  const isTorn = name === torn && cells.some((cell) => cell?.column === name + 1 && isRest(cell.text));
  if (level2 === undefined && level1 === undefined && at(/^指标值$/) === undefined) return undefined;
  // 前年 | 上年 | 预计当年实现 stand where other forms have 指标值.
  const value =
    at(/^(?:年度(?:[(（]?\/?项目[)）]?)?|实际|目标)?指标值(?:[(（].*)?$/) ?? at(/^预[计期]当年(?:实现)?值?$/);
  const lastYear = at(/^上年(?:实际|完成|实现)?值?$/);
  const operator = at(/^(?:指标)?(?:性质|方向)$/);
  const unit = at(/^(?:计量|度量)单位$/);
  const weight = at(/^(?:指标)?(?:权重|分值)(?:[(（].*)?$/);
  const project = at(PROJECT_NAME);
  return {
    line,
    name,
    ...(project !== undefined && project < name && { project }),
    ...(isTorn && { nameRest: name + 1 }),
    ...(level1 !== undefined && { level1 }),
    ...(level2 !== undefined && { level2 }),
    ...(value !== undefined && { value }),
    ...(lastYear !== undefined && { lastYear }),
    ...(operator !== undefined && { operator }),
    ...(unit !== undefined && { unit }),
    ...(weight !== undefined && { weight }),
  };
}

/**
 * What is left of the columns on a page that repeats no heading: it may have lost or moved columns, so that only
 * the order of its cells tells the value.
 */
export function namesOnly({ line, name, nameRest, level1, level2 }: IndicatorColumns): IndicatorColumns {
  return {
    line,
    name,
    ...(nameRest !== undefined && { nameRest }),
    ...(level1 !== undefined && { level1 }),
    ...(level2 !== undefined && { level2 }),
  };
}

/** The end of 三级指标 in a cell of its own. */
function isRest(text: string): boolean {
  return /^(?:级指标|指标|标)$/.test(compactLabel(text));
}
