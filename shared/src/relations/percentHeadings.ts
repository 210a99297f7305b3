import type { Column } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { isChangeColumn } from './changeColumns.ts';
import { isEarlier } from './changeSums.ts';
import type { Formula } from './percentColumns.ts';

/** 增减%, 比上年增减（%）, and without the sign what can be nothing but a rate where a column of percentages has it. */
const CHANGE_PERCENT = /(?:增减|增长|变动|变化)(?:率|幅度?|百分比)?[(]?%?[)]?$/;
/** 占比, 占总额的比重（%）: of the total row. */
const SHARE =
  /^(?:所?占比[重例]?|比重|占(?:合计|总[额量计数]|总(?:收入|支出|预算))的?(?:比[重例]?)?)[(]?%?[)]?$/;
/** 完成预算, 完成年初预算%, 预算完成率, 执行率. */
const COMPLETION =
  /^(?:占|为|完成)?(年初|调整|全年)?(?:预算)?数?的?(?:完成|执行)?(?:率|进度|比例|百分比)?[(]?%?[)]?$/;
const DONE = /决算|执行|完成|实际/;
const PLANNED = /预算|计划/;

/**
 * Whether the headings say that a column of percentages is worked out in a way: the change between two years in percent
 * of the earlier one, the share of the total row, or how much of a budget was spent (A18, A19).
 *
 * @param amounts the other columns of amounts of its block
 */
export function isHeadedSo(formula: Formula, column: Column, amounts: readonly Column[]): boolean {
  const heading = compactLabel(column.path.at(-1) ?? '');
  const { dividend, divisor, isChange } = formula;
  if (!divisor) return SHARE.test(heading);
  if (isChange) return CHANGE_PERCENT.test(heading) && isEarlier(divisor, dividend);
  const isOfChange =
    CHANGE_PERCENT.test(heading) &&
    isChangeColumn(dividend) &&
    amounts.some((now) => now !== dividend && isEarlier(divisor, now));
  return isOfChange || isCompletion(heading, dividend, divisor);
}

function isCompletion(heading: string, dividend: Column, divisor: Column): boolean {
  const stage = COMPLETION.exec(heading);
  if (!stage || !/完成|执行/.test(heading)) return false;
  const [done, planned] = [dividend, divisor].map(({ path }) => compactLabel(path.join('')));
  return (
    DONE.test(done ?? '') &&
    PLANNED.test(planned ?? '') &&
    !DONE.test(planned ?? '') &&
    (stage[1] === undefined || planned?.includes(stage[1]) === true)
  );
}
