import { compactLabel } from '../text/width.ts';
import type { ReadRow } from './rows.ts';
import type { IndicatorColumns } from './table.ts';

/**
 * Finds the columns of a performance table by its heading row (一级指标 | 二级指标 | 三级指标 | 指标值),
 * which may stand anywhere below the form that such tables begin with.
 */
export function readIndicatorColumns(rows: readonly ReadRow[]): IndicatorColumns | undefined {
  for (const row of rows) {
    const at = (pattern: RegExp) =>
      row.node.cells.find((cell) => pattern.test(compactLabel(cell.text)))?.column;
    const name = at(/^(?:三级指标|指标内容|指标名称)$/);
    const level1 = at(/^一级指标$/);
    const level2 = at(/^二级指标$/);
    if (name === undefined || (level2 === undefined && level1 === undefined && at(/^指标值$/) === undefined))
      continue;
    const value = at(/^指标值(?:[(（].*)?$/);
    return {
      line: row.node.line,
      name,
      ...(level1 !== undefined && { level1 }),
      ...(level2 !== undefined && { level2 }),
      ...(value !== undefined && { value }),
    };
  }
  return undefined;
}
