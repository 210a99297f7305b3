import { lazy } from '../text/lazy.ts';
import { groupBy } from './indexes.ts';
import { comparedNames, createNames } from './indicatorNames.ts';
import { normalizeName } from './names.ts';
import type { Pinyin } from './pinyin.ts';
import type { ProjectKind } from './projectKinds.ts';

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

/** A performance indicator that a 三级指标 cell may hold. */
export interface Indicator {
  /** `**` in a name stands for what the writer fills in: 购置**数量. */
  readonly name: string;
  readonly category: IndicatorCategory;
  /** Units to choose from; none where the indicator is described in words. */
  readonly units?: readonly string[];
  /** `定性`: described in words, not by a number. */
  readonly operator: '≥' | '≤' | '=' | '定性';
  /** A usual value, where there is one. */
  readonly value?: string;
  /** What it measures, and by what it is shown, in Chinese. A user's own may have none. */
  readonly meaning?: string;
  /** How it is computed: every rate has one. */
  readonly formula?: string;
  /** The kinds of project it fits; any project where there are none. */
  readonly kinds?: readonly ProjectKind[];
  /** Other names in use, as good as the name. */
  readonly aliases?: readonly string[];
  /** Wrong spellings that are printed for it. */
  readonly misspellings?: readonly string[];
  /**
   * Read in a sample disclosure, in other published documents, in a public repository, or general knowledge;
   * `own`: out of a file of the user's.
   */
  readonly origin: 'seed' | 'public' | 'github' | 'knowledge' | 'own';
}

/** An indicator as a document names it. */
export interface NamedIndicator {
  readonly indicator: Indicator;
  /**
   * `beginning`: the name was cut off, and one name alone goes on from there. `ending`: the library has only what
   * the name ends with, as 验收合格率 in 门窗验收合格率; it is computed alike.
   */
  readonly by: 'name' | 'alias' | 'misspelling' | 'beginning' | 'ending';
}

/** Look-ups over the library of indicators. */
export interface Indicators {
  readonly all: readonly Indicator[];
  /**
   * Indicators that fit a printed 二级 or 一级 heading, in whatever form it is printed (产出数量, 社会效益指,
   * `经济效益 指标`, 1.质量指标); the exact category first. Empty for a heading that says nothing.
   */
  indicatorsFor(heading: string): readonly Indicator[];
  /** The indicator that a printed name means; undefined where the library has none. */
  named(text: string): NamedIndicator | undefined;
  /** How well letters fit the pinyin of an indicator's name. */
  readonly readAs: Pinyin['fit'];
  /** This library with others laid over it in their order. */
  with(libraries: readonly (readonly Indicator[])[]): Indicators;
}

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

/**
 * What headings mean, without the closing 指标. Both frameworks: 成本 is a 二级 heading of the older one and
 * a 一级 heading of the newer one (财预〔2021〕101号). Local forms: domain rules §4.1.
 */
const CATEGORIES_OF_HEADING: Readonly<Record<string, readonly IndicatorCategory[]>> = {
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
  满意度: SATISFACTION,
  满意: SATISFACTION,
  社会公众满意度: SATISFACTION,
  社会公众及服务对象满意度: SATISFACTION,
  社会公众和服务对象满意度: SATISFACTION,
  社会公众或服务对象满意度: SATISFACTION,
  产出: OUTPUT,
  项目产出: OUTPUT,
  项目完成: OUTPUT,
  完成: OUTPUT,
  效益: BENEFIT,
  效果: BENEFIT,
  项目效益: BENEFIT,
  项目效果: BENEFIT,
  预算执行: ['预算执行', '整体支出'],
  预算执行率: EXECUTION,
  执行率: EXECUTION,
  预算配置: ['整体支出'],
  整体支出: ['整体支出'],
};

/** Every heading of {@link categoriesOf} without its closing 指标, longer ones first. */
export const HEADING_STEMS: readonly string[] = Object.keys(CATEGORIES_OF_HEADING).sort(
  (a, b) => b.length - a.length,
);

/** Makes the look-ups. `data` keeps its order within a category. */
export function createIndicators(data: readonly Indicator[], pinyin: Pinyin): Indicators {
  const byCategory = lazy(() => groupBy(data, ({ category }) => category));
  const names = lazy(() => createNames(data));
  return Object.freeze({
    all: data,
    readAs: pinyin.fit,
    with: (libraries: readonly (readonly Indicator[])[]) =>
      createIndicators(mergeIndicators([data, ...libraries]), pinyin),
    named: (text: string) => names()(text),
    indicatorsFor: (heading: string) =>
      categoriesOf(heading).flatMap((category) => byCategory().get(category) ?? []),
  });
}

/**
 * Libraries laid over each other. An indicator takes the place of those before it that have its name among
 * their own names, and stands in front of them: what a body has set for itself it wants first.
 */
function mergeIndicators(libraries: readonly (readonly Indicator[])[]): readonly Indicator[] {
  return libraries.reduce((below, above) => {
    const own = new Set(above.map(({ name }) => normalizeName(name)));
    return [...above, ...below.filter((each) => !comparedNames(each).some((name) => own.has(name)))];
  }, []);
}

/** The categories a printed heading stands for, the exact one first; empty where it stands for none. */
export function categoriesOf(heading: string): readonly IndicatorCategory[] {
  return CATEGORIES_OF_HEADING[stemOf(heading)] ?? [];
}

/** A printed heading without its number, blanks and the closing 指标, cut off or not: 数量 for `1.数量指 标`. */
export function stemOf(heading: string): string {
  const letters = normalizeName(heading.slice(0, 100)).replace(/[^\p{Script=Han}]/gu, '');
  const stem = letters.replace(/(?:指标|指)$/, '');
  return Object.hasOwn(CATEGORIES_OF_HEADING, stem) ? stem : stem.replace(/^[一二三四五六七八九十]+/, '');
}
