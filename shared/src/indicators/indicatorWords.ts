import { categoriesOf, type IndicatorCategory } from '../catalogue/indicatorHeadings.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import { compactLabel } from '../text/width.ts';
import { isDots, prefixesLength, prefixLength } from './indicatorPrefix.ts';

/** What closes a name that is printed as a sentence: 入驻政务服务部门； */
const CLOSING_MARK = /[\s;；。,，]/;
/** What values have and headings have not. */
const MEASURE = /[≥≧≤≦>=<%％]|\d\s*$/;
/** 满意度指<br>标: its brackets are no sign of less and more. */
const LINE_BREAK = /<br ?\/?>/gi;
/** 满意度 and 成本 head a group in one framework and a 二级 in the other; their column tells which. */
const EITHER_LEVEL = /^(?:[一二三四五六七八九十]+、)?(?:满意度?|成本)(?:指标)?$/;

/** Whether a text has the marks of a value: `满意度≧90%` is one, though its words are those of a heading. */
export function hasMeasure(text: string): boolean {
  return MEASURE.test(text.replace(LINE_BREAK, ''));
}

/** The categories a cell stands for as a heading, the exact one first; empty where it is none. */
export function headingCategories(text: string): readonly IndicatorCategory[] {
  return hasMeasure(text) || IS_TAIL.test(text) ? [] : categoriesOf(withoutListLabel(text));
}

/** `）数量` is the end of a name that goes over lines. */
const IS_TAIL = /^\s*[)）]/;

/** 绩效指标, the label of the whole list, printed once more in front of each 一级 heading and only one blank apart. */
const LABEL_IN_FRONT = /^(?:年度|长期)?绩效(?:目标)?(?:指标|目标)\s+(?=\S)/;

/** A heading without the label of the whole list in front of it: 产出指标 of `绩效指标 产出指标`. */
export function withoutListLabel(heading: string): string {
  return heading.replace(LABEL_IN_FRONT, '');
}

/** 质量指标 达到要求: a heading with the name behind it, only one blank apart, and not several headings in a heap. */
const HEADING_IN_FRONT = /^(\S{2,10}指标)\s+(?!.*指标)(?=\S*\p{Script=Han}{2})/u;

/** The heading in front of a name in one cell, with the blanks behind it; empty where there is none. */
export function headingInFront(text: string): string {
  const [words = '', heading = ''] = HEADING_IN_FRONT.exec(text) ?? [];
  return headingCategories(text).length === 0 && headingCategories(heading).length > 0 ? words : '';
}

/** 二级 headings that stand for more than one category. */
const SECOND_LEVEL = /^(?:[一二三四五六七八九十]+、)?(?:经济成本|预算执行)/;

/**
 * Whether a heading is a 一级 one.
 *
 * @param label without blanks
 * @param inFirstColumn whether it stands where 一级指标 heads a column, which tells of words that head either
 */
export function isFirstLevel(label: string, inFirstColumn: boolean): boolean {
  if (EITHER_LEVEL.test(label)) return inFirstColumn;
  return categoriesOf(label).length !== 1 && !SECOND_LEVEL.test(label);
}

/** 合计, or 总分 of all weights. */
const TOTAL_OF_WEIGHTS = /^(?:[合总]计|总分)$/;

/** Whether a cell is the label of the sum of weights, and no name. */
export function isTotalLabel(text: string): boolean {
  return TOTAL_OF_WEIGHTS.test(compactLabel(text));
}

/** The heading beside a whole list: 年度绩效指标, 长期绩效目标1; printed downwards, a row has a piece of it. */
const LIST_LABEL = /^(?:年度|长期|实施期|当年|总体)?(?:绩效)?(?:指标|目标|目标指标)\d*$|^[绩效指标]{1,3}$/;

/** Whether a cell is the label of a whole list of indicators, and no part of one of them. */
export function isListLabel(text: string): boolean {
  return LIST_LABEL.test(compactLabel(text));
}

/**
 * The name in a cell without `指标1：` in front, be it there more than once, and marks behind; and where it begins.
 *
 * @param rest what stands of the name in another cell
 */
export function nameIn(text: string, rest = ''): { readonly name: string; readonly nameStart: number } {
  const front = headingInFront(text).length;
  const nameStart = front + prefixesLength(text.slice(front));
  const printed = text.slice(nameStart) + rest;
  return { name: isDots(printed) ? '' : trimEndOf(printed, CLOSING_MARK).trim(), nameStart };
}

/** A printed name without one `指标1：` in front and marks behind. */
export function withoutMarks(printed: string): string {
  return trimEndOf(printed.slice(prefixLength(printed)), CLOSING_MARK);
}
