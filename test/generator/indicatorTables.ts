import fc from 'fast-check';
import { nationalIndicators } from '#core/catalogue/data.ts';
import { anyLayout, type IndicatorLayout } from './indicatorLayouts.ts';

/** An indicator of the library. */
type Indicator = ReturnType<typeof nationalIndicators>['all'][number];

/** What the writer fills in stands so in the library's names: 购置**数量. */
const BLANK = '**';

/** An indicator of the model, as a careful writer would print it. */
export interface ModelIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly operator: string;
  readonly number: string;
  readonly unit: string;
  readonly weight: number;
}

export interface IndicatorTable {
  readonly indicators: readonly ModelIndicator[];
  readonly layout: IndicatorLayout;
  /** 项目名称 of the form. */
  readonly project?: string;
  /** 项目起止时间 of the form; that of its year by default. */
  readonly period?: string;
}

type Choice = readonly [name: string, operator: string, number: string, unit: string];

const CHOICES: readonly (readonly [level1: string, level2: string, ...Choice[]])[] = [
  [
    '产出指标',
    '数量指标',
    ['组织培训班次', '≥', '6', '次'],
    ['购置台式计算机', '=', '12', '台'],
    ['道路养护里程', '≥', '35.6', '公里'],
    ['资助困难学生', '≥', '1,200', '人'],
    ['检查企业', '≥', '80', '家'],
  ],
  [
    '产出指标',
    '质量指标',
    ['设备验收合格率', '≥', '98', '%'],
    ['培训考试通过率', '≥', '90', '%'],
    ['系统故障修复率', '=', '100', '%'],
  ],
  [
    '产出指标',
    '时效指标',
    ['资金拨付及时率', '≥', '95', '%'],
    ['故障响应时间', '≤', '2', '小时'],
    ['项目按期完成率', '≥', '95', '%'],
  ],
  ['成本指标', '经济成本指标', ['培训费', '≤', '8.5', '万元'], ['设备购置费', '≤', '46', '万元']],
  [
    '效益指标',
    '社会效益指标',
    ['群众政策知晓率', '≥', '85', '%'],
    ['安全生产事故', '≤', '2', '起'],
    ['带动就业', '≥', '150', '人'],
  ],
  ['效益指标', '生态效益指标', ['空气优良天数比例', '≥', '88', '%']],
  ['效益指标', '可持续影响指标', ['设备可使用年限', '≥', '5', '年']],
  [
    '满意度指标',
    '服务对象满意度指标',
    ['参训人员满意度', '≥', '92', '%'],
    ['办事群众满意度', '≥', '95', '%'],
  ],
];

/** Kinds that every list has (domain rules §4.2, P1); the others may be missing. */
const ALWAYS: ReadonlySet<string> = new Set([
  '数量指标',
  '质量指标',
  '时效指标',
  '社会效益指标',
  '服务对象满意度指标',
]);

/** Headings have no more indicators of the library than these. */
const MOST_OF_A_HEADING = 4;

/** The weights of the national template by 一级 heading (财预〔2021〕101号); they add up to 90. */
const SHARES: Readonly<Record<'withCost' | 'withoutCost', Readonly<Record<string, number>>>> = {
  withCost: { 成本指标: 20, 产出指标: 40, 效益指标: 20, 满意度指标: 10 },
  withoutCost: { 产出指标: 50, 效益指标: 30, 满意度指标: 10 },
};

/** Units of which a whole number is usual. */
const COUNTED: ReadonlySet<string> = new Set(
  '人 次 人次 个 件 公里 户 亩 篇 场 套 批次 家 平方米 座 份 辆 条 天 小时 分钟 个工作日 处'.split(' '),
);

/** What the library has for a 二级 heading, as a writer takes it over from completion: names, signs and units. */
const FROM_LIBRARY: ReadonlyMap<string, readonly fc.Arbitrary<Choice>[]> = new Map(
  CHOICES.map(([, level2]) => [
    level2,
    nationalIndicators()
      .all.filter(({ category, name, operator }) => isUsable(category, level2, name, operator))
      .flatMap((indicator) => choiceOf(indicator) ?? []),
  ]),
);

function isUsable(category: string, level2: string, name: string, operator: string): boolean {
  return category === level2 && !name.includes(BLANK) && operator !== '定性';
}

/** A value as is usual for an indicator; undefined for units of which the number cannot be made up. */
function choiceOf({ name, operator, units = [], value }: Indicator): fc.Arbitrary<Choice> | undefined {
  const [unit = ''] = units;
  if (unit !== '%' && !COUNTED.has(unit)) return undefined;
  const numbers = numbersOf(operator, unit, value);
  return numbers.map((number): Choice => [name, operator, number, unit]);
}

function numbersOf(operator: string, unit: string, value: string | undefined): fc.Arbitrary<string> {
  if (unit !== '%') return fc.integer({ min: 2, max: operator === '≤' ? 20 : 900 }).map(String);
  if (value !== undefined) return fc.constant(value);
  if (operator === '=') return fc.constant('100');
  return fc.integer(operator === '≥' ? { min: 85, max: 98 } : { min: 1, max: 8 }).map(String);
}

const own = (level1: string, level2: string, choices: readonly Choice[]) =>
  fc
    .subarray([...choices], { minLength: ALWAYS.has(level2) ? 1 : 0 })
    .map((chosen) => chosen.map((choice): Placed => ({ level1, level2, choice })));

const fromLibrary = (level1: string, level2: string, choices: readonly Choice[]) => {
  const known = FROM_LIBRARY.get(level2) ?? [];
  if (known.length === 0) return own(level1, level2, choices);
  return fc
    .uniqueArray(fc.oneof(...known), {
      minLength: ALWAYS.has(level2) ? 1 : 0,
      maxLength: MOST_OF_A_HEADING,
      selector: ([name]) => name,
    })
    .map((chosen) => chosen.map((choice): Placed => ({ level1, level2, choice })));
};

interface Placed {
  readonly level1: string;
  readonly level2: string;
  readonly choice: Choice;
}

/** Correct target tables of a layout, with the weights of the template. */
export function tablesOf(
  layouts: fc.Arbitrary<IndicatorLayout>,
  names: 'own' | 'library' = 'own',
): fc.Arbitrary<IndicatorTable> {
  const group = names === 'own' ? own : fromLibrary;
  return fc
    .tuple(layouts, ...CHOICES.map(([level1, level2, ...choices]) => group(level1, level2, choices)))
    .map(([layout, ...groups]) => ({ indicators: weighted(groups.flat()), layout }));
}

/** Correct target tables of any layout whose separators are kept. */
export const indicatorTables: fc.Arbitrary<IndicatorTable> = tablesOf(anyLayout);

function weighted(all: readonly Placed[]): readonly ModelIndicator[] {
  const shares = SHARES[all.some(({ level1 }) => level1 === '成本指标') ? 'withCost' : 'withoutCost'];
  return all.map(({ level1, level2, choice: [name, operator, number, unit] }, index) => {
    const share = shares[level1] ?? 0;
    const count = all.filter((each) => each.level1 === level1).length;
    const each = Math.floor(share / count);
    const isFirst = all.findIndex((other) => other.level1 === level1) === index;
    const weight = isFirst ? share - each * (count - 1) : each;
    return { level1, level2, name, operator, number, unit, weight };
  });
}
