import { normalizeName } from './names.ts';

/** 二级指标 headings of both frameworks, and the two groups of whole-department tables. */
export type IndicatorCategory =
  | '数量指标'
  | '质量指标'
  | '时效指标'
  | '成本指标'
  | '经济成本指标'
  | '社会成本指标'
  | '生态环境成本指标'
  | '经济效益指标'
  | '社会效益指标'
  | '生态效益指标'
  | '可持续影响指标'
  | '服务对象满意度指标'
  | '预算执行'
  | '整体支出';

/** 一级 headings, but for 成本指标, which is a 二级 heading as well. */
export type FirstLevel = '产出指标' | '效益指标' | '满意度指标' | '预算执行率';

const QUANTITY: readonly IndicatorCategory[] = ['数量指标'];
const QUALITY: readonly IndicatorCategory[] = ['质量指标'];
const TIME: readonly IndicatorCategory[] = ['时效指标'];
const NEW_COST: readonly IndicatorCategory[] = ['经济成本指标', '社会成本指标', '生态环境成本指标'];
const COST: readonly IndicatorCategory[] = ['成本指标', ...NEW_COST];
const BENEFIT: readonly IndicatorCategory[] = [
  '经济效益指标',
  '社会效益指标',
  '生态效益指标',
  '可持续影响指标',
];
const OUTPUT: readonly IndicatorCategory[] = [...QUANTITY, ...QUALITY, ...TIME, '成本指标'];
const SATISFACTION: readonly IndicatorCategory[] = ['服务对象满意度指标'];
const EXECUTION: readonly IndicatorCategory[] = ['预算执行', '整体支出'];

/** 一级 headings: what belongs under each, and the forms in use for it without the closing 指标. */
const FIRST_LEVEL_FORMS: Readonly<
  Record<FirstLevel, { readonly categories: readonly IndicatorCategory[]; readonly forms: readonly string[] }>
> = {
  产出指标: { categories: OUTPUT, forms: ['产出', '项目产出', '项目完成', '完成'] },
  效益指标: { categories: BENEFIT, forms: ['效益', '效果', '项目效益', '项目效果'] },
  满意度指标: { categories: SATISFACTION, forms: ['满意度', '满意'] },
  预算执行率: { categories: EXECUTION, forms: ['预算执行率', '执行率'] },
};

/**
 * 二级 headings and the forms in use for them, without the closing 指标. Both frameworks: 成本 is a 二级 heading of
 * the older one and a 一级 heading of the newer one (财预〔2021〕101号). Local forms: domain rules §4.1.
 */
const SECOND_LEVEL_FORMS: Readonly<Record<string, readonly IndicatorCategory[]>> = {
  数量: QUANTITY,
  产出数量: QUANTITY,
  质量: QUALITY,
  产出质量: QUALITY,
  时效: TIME,
  产出时效: TIME,
  时效性: TIME,
  成本: COST,
  产出成本: COST,
  项目成本: COST,
  经济成本: ['经济成本指标', '成本指标'],
  社会成本: ['社会成本指标'],
  生态环境成本: ['生态环境成本指标'],
  生态成本: ['生态环境成本指标'],
  环境成本: ['生态环境成本指标'],
  经济效益: ['经济效益指标'],
  社会效益: ['社会效益指标'],
  生态效益: ['生态效益指标'],
  环境效益: ['生态效益指标'],
  生态环境效益: ['生态效益指标'],
  可持续影响: ['可持续影响指标'],
  可持续发展: ['可持续影响指标'],
  可持续发展影响: ['可持续影响指标'],
  可持续性影响: ['可持续影响指标'],
  可持续: ['可持续影响指标'],
  服务对象满意度: SATISFACTION,
  服务对象满意: SATISFACTION,
  受益对象满意度: SATISFACTION,
  社会公众满意度: SATISFACTION,
  社会公众及服务对象满意度: SATISFACTION,
  社会公众和服务对象满意度: SATISFACTION,
  社会公众或服务对象满意度: SATISFACTION,
  预算执行: ['预算执行', '整体支出'],
  预算配置: ['整体支出'],
  整体支出: ['整体支出'],
  // Groups of self-evaluations that the frameworks do not have.
  决策: ['整体支出'],
  过程: ['整体支出'],
  管理: ['整体支出'],
};

const FIRST_LEVELS = new Map<string, FirstLevel>();
const CATEGORIES = new Map(Object.entries(SECOND_LEVEL_FORMS));
for (const [standard, { categories, forms }] of Object.entries(FIRST_LEVEL_FORMS)) {
  for (const form of forms) {
    FIRST_LEVELS.set(form, standard as FirstLevel);
    CATEGORIES.set(form, categories);
  }
}

/** Every heading of {@link categoriesOf} without its closing 指标, longer ones first. */
export const HEADING_STEMS: readonly string[] = [...CATEGORIES.keys()].sort((a, b) => b.length - a.length);

/** The categories a printed heading stands for, the exact one first; empty where it stands for none. */
export function categoriesOf(heading: string): readonly IndicatorCategory[] {
  return CATEGORIES.get(stemOf(heading)) ?? [];
}

/** Stems of two characters and more, each closed by 指标 as headings in full are. */
const WHOLE_HEADINGS = [...CATEGORIES.keys()].filter(({ length }) => length > 1).map((stem) => `${stem}指标`);

/**
 * The heading that a text in full length is but for one character: 数量指标 for 数两指标. Undefined where it is a
 * heading as it stands, or one of several could be meant.
 */
export function nearHeading(text: string): string | undefined {
  const label = normalizeName(text.slice(0, 100)).replace(/^[一二三四五六七八九十\d]+[、.]/, '');
  if (categoriesOf(label).length > 0) return undefined;
  const [near, other] = WHOLE_HEADINGS.filter((heading) => differsInOne(heading, label));
  return other === undefined ? near : undefined;
}

function differsInOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differences = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) differences++;
  return differences === 1;
}

/** A printed heading without its number, blanks and the closing 指标 or 类指标, cut off or not: 数量 for `1.数量指 标`. */
export function stemOf(heading: string): string {
  const letters = normalizeName(heading.slice(0, 100)).replace(/[^\p{Script=Han}]/gu, '');
  const closed = letters.replace(/(?:指标|指)$/, '');
  const stem = closed === letters ? closed : closed.replace(/类$/, '');
  return CATEGORIES.has(stem) ? stem : stem.replace(/^[一二三四五六七八九十]+/, '');
}

/** The 一级 heading that a stem ({@link stemOf}) is a form of; undefined where it is none. */
export function firstLevelOf(stem: string): FirstLevel | undefined {
  return FIRST_LEVELS.get(stem);
}
