import { categoriesOf, type IndicatorCategory } from '../catalogue/indicatorHeadings.ts';
import { compactLabel } from '../text/width.ts';

/** `指标1：`, `指标 2: `, `指标:4: ` in front of a name. */
export const INDICATOR_PREFIX = /^指标\s*[:：]?\s*\d*\s*[:：]\s*/;
/** Dots of a form that go on with the list. */
export const DOTS = /^[\s.…。·]+$/;
/** What closes a name that is printed as a sentence: 入驻政务服务部门； */
export const CLOSING_MARKS = /[\s;；。,，]+$/;
/** What values have and headings have not. */
const MEASURE = /[≥≧≤≦>=<%％]|\d\s*$/;
/** 满意度 and 成本 head a group in one framework and a 二级 in the other; their column tells which. */
const EITHER_LEVEL = /^(?:[一二三四五六七八九十]+、)?(?:满意度?|成本)(?:指标)?$/;

/** Whether a text has the marks of a value: `满意度≧90%` is one, though its words are those of a heading. */
export function hasMeasure(text: string): boolean {
  return MEASURE.test(text);
}

/** The categories a cell stands for as a heading, the exact one first; empty where it is none. */
export function headingCategories(text: string): readonly IndicatorCategory[] {
  return hasMeasure(text) ? [] : categoriesOf(text);
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

const TOTAL = /^(?:[合总]计|总分)$/;

/** Whether a cell is the label of the sum of weights, and no name. */
export function isTotalLabel(text: string): boolean {
  return TOTAL.test(compactLabel(text));
}

/** The heading beside a whole list: 年度绩效指标, 长期绩效目标1; printed downwards, a row has a piece of it. */
const LIST_LABEL = /^(?:年度|长期|实施期|当年|总体)?(?:绩效)?(?:指标|目标)\d*$|^[绩效指标]{1,3}$/;

/** Whether a cell is the label of a whole list of indicators, and no part of one of them. */
export function isListLabel(text: string): boolean {
  return LIST_LABEL.test(compactLabel(text));
}

/**
 * The name in a cell without `指标1：` in front and marks behind, and where it begins. A form that was not filled in
 * may print several of the former in one cell: `指标1： 指标2： .....`.
 *
 * @param rest what stands of the name in another cell
 */
export function nameIn(text: string, rest = ''): { readonly name: string; readonly nameStart: number } {
  const nameStart = prefixLength(text);
  const printed = text.slice(nameStart) + rest;
  return { name: printed.replace(DOTS, '').replace(CLOSING_MARKS, '').trim(), nameStart };
}

function prefixLength(text: string): number {
  const rest = text.replace(INDICATOR_PREFIX, '');
  return rest.length === text.length ? 0 : text.length - rest.length + prefixLength(rest);
}
