import fc from 'fast-check';

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

/** How a target table is laid out: as the samples and the national template print them. */
export interface IndicatorLayout {
  readonly dialect: 'tab' | 'pipe';
  /** `指标1：` in front of each name, counted anew under each heading. */
  readonly prefixed: boolean;
  /** Headings printed on each row, or once for all rows below them. */
  readonly merged: boolean;
  /** 权重 in a column of its own. */
  readonly weights: boolean;
  /** A label of the whole list in a first column: 年度绩效指标. */
  readonly labelled: boolean;
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

const layouts: fc.Arbitrary<IndicatorLayout> = fc.record({
  dialect: fc.constantFrom('tab', 'pipe'),
  prefixed: fc.boolean(),
  merged: fc.boolean(),
  weights: fc.boolean(),
  labelled: fc.boolean(),
});

/** The project's time and money: the costs of the model are within. */
const WITHIN = '2023年1月—2023年12月';
const MONEY = '54.50';

/** The weights of the national template by 一级 heading (财预〔2021〕101号); they add up to 90. */
const SHARES: Readonly<Record<'withCost' | 'withoutCost', Readonly<Record<string, number>>>> = {
  withCost: { 成本指标: 20, 产出指标: 40, 效益指标: 20, 满意度指标: 10 },
  withoutCost: { 产出指标: 50, 效益指标: 30, 满意度指标: 10 },
};

/** Correct target tables of any of the layouts, with the weights of the template. */
export const indicatorTables: fc.Arbitrary<IndicatorTable> = fc
  .tuple(
    layouts,
    ...CHOICES.map(([level1, level2, ...choices]) =>
      fc
        .subarray(choices, { minLength: ALWAYS.has(level2) ? 1 : 0 })
        .map((chosen) => chosen.map((choice) => ({ level1, level2, choice }))),
    ),
  )
  .map(([layout, ...groups]) => {
    const all = groups.flat();
    const shares = SHARES[all.some(({ level1 }) => level1 === '成本指标') ? 'withCost' : 'withoutCost'];
    const indicators = all.map(({ level1, level2, choice: [name, operator, number, unit] }, index) => {
      const share = shares[level1] ?? 0;
      const count = all.filter((each) => each.level1 === level1).length;
      const each = Math.floor(share / count);
      const isFirst = all.findIndex((other) => other.level1 === level1) === index;
      const weight = isFirst ? share - each * (count - 1) : each;
      return { level1, level2, name, operator, number, unit, weight };
    });
    return { indicators, layout };
  });

/** Prints a table of 2023 with its title and a line of prose behind it. One row an indicator. */
export function printIndicatorTable({
  indicators,
  layout,
  project = '业务能力提升',
  period = WITHIN,
}: IndicatorTable): string {
  const rows = indicators.map((indicator, index) => rowOf(indicator, index, indicators, layout));
  const heading = [
    ...(layout.labelled ? ['年度绩效指标'] : []),
    '一级指标',
    '二级指标',
    '三级指标',
    '指标值',
    ...(layout.weights ? ['权重'] : []),
  ];
  const form = [
    ['项目名称', project],
    ['项目起止时间', period],
    ['资金总额（万元）', MONEY],
    ['财政资金', MONEY],
    ['其他资金', ''],
  ].map((cells) => heading.map((_, index) => cells[index] ?? ''));
  const lines = [...form, heading, ...rows].map((cells) => lineOf(cells, layout));
  const rule =
    layout.dialect === 'pipe'
      ? [
          lineOf(
            heading.map(() => '---'),
            layout,
          ),
        ]
      : [];
  const [first = '', ...others] = lines;
  const table = layout.dialect === 'pipe' ? [first, ...rule, ...others] : lines;
  return ['2023年项目支出绩效目标表', '', ...table, '', '以上目标经集体研究确定。', ''].join('\n');
}

function rowOf(
  { level1, level2, name, operator, number, unit, weight }: ModelIndicator,
  index: number,
  all: readonly ModelIndicator[],
  { prefixed, merged, weights, labelled }: IndicatorLayout,
): string[] {
  const before = all[index - 1];
  const count = all.slice(0, index + 1).filter((each) => each.level2 === level2).length;
  return [
    ...(labelled ? [''] : []),
    merged && before?.level1 === level1 ? '' : level1,
    merged && before?.level2 === level2 ? '' : level2,
    prefixed ? `指标${count}：${name}` : name,
    `${operator}${number}${unit}`,
    ...(weights ? [String(weight)] : []),
  ];
}

function lineOf(cells: readonly string[], { dialect }: IndicatorLayout): string {
  return dialect === 'tab' ? cells.join('\t') : `| ${cells.join(' | ')} |`;
}
