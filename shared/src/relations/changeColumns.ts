import type { Column } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';

/** 增减额, 比上年增减; not 增减%, and not the reason for it. */
const CHANGE =
  /^(?:[比较与]?(?:上年|去年|\d{4}年)?(?:预算|执行|决算)?数?)?(?:相比)?(?:增减|变动|变化)(?:金?额|数|情况)?$/;

/** Whether a column is headed as the change between two years. */
export function isChangeColumn({ path }: Column): boolean {
  return CHANGE.test(compactLabel(path.at(-1) ?? ''));
}
