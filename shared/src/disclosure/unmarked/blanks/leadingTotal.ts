import { compactLabel } from '../../../text/width.ts';
import { isRatioLabel, totalRank } from '../../labels.ts';

/** Headings of figures that are no part of the total in front of them. */
const NO_PART = /执行|20\d{2}年|上年(?!结转|结余|实户资金)|[增减]|比|其中|数量|单价|人数|编制|面积/;

/** Whether a column of this heading is no part of a total in front of it. */
export function isNoPart(label: string): boolean {
  return NO_PART.test(label) || isRatioLabel(label);
}

/** Two parts that are all there is by law (预算法实施条例第五条), behind their whole. */
const WHOLES = [
  /(?:合计|支出|预算数?|决算数?)\/基本支出\/项目支出/,
  /基本支出\/人员(?:经费|支出|经费支出)\/(?:日常)?公用(?:经费|支出|经费支出)$/,
];

/** Whether the headings of columns say that the first is the total of all of them. */
export function isTotalOfAll(headings: readonly string[]): boolean {
  const labels = headings.map(compactLabel);
  const [first = '', ...others] = labels;
  if (others.length === 0 || others.some(isNoPart)) return false;
  return totalRank(first) > 0 || WHOLES.some((whole) => whole.test(labels.slice(0, 3).join('/')));
}

/** Headings that may stand over the parts of another one. */
const NESTED =
  /^(?:人员|(?:日常)?公用)(?:经费|支出|经费支出)$|购置|运行|^(?:经常性|延续性|一次性|部门|公共)项目/;

/** Whether, where the first of several headings is the total of all, none of the others may be a part of another. */
export function isBrokenDownOnce([, ...others]: readonly string[]): boolean {
  const labels = others.map(compactLabel);
  const hasBasic = labels.some((label) => /基本支出|公务用车|^项目支出/.test(label));
  return labels.every((label) => totalRank(label) === 0 && !(hasBasic && NESTED.test(label)));
}
