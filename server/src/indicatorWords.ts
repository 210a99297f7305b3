import type { FrameworkPlace, FrameworkPlaces, StandardHeading } from '#core/catalogue/frameworks.ts';
import type { IndicatorCategory } from '#core/catalogue/indicatorHeadings.ts';
import type { Indicator, NamedIndicator } from '#core/catalogue/indicators.ts';

/** How a value is compared; `words`: described in words. */
export type Operator = Indicator['operator'];

/** What belongs under a heading of performance tables. */
type HeadingTexts = { readonly [H in StandardHeading]: string };

/** What the features say of performance indicators, in one language. */
export interface IndicatorWords {
  readonly headings: HeadingTexts;
  /** The 二级 headings of a 一级 heading. */
  readonly belonging: (categories: readonly IndicatorCategory[]) => string;
  /** Where a heading stands in both frameworks. */
  readonly places: (places: FrameworkPlaces) => readonly string[];
  /** The printed heading is a form of its own. */
  readonly localHeading: (printed: string, standard: string) => string;
  readonly category: (category: IndicatorCategory) => string;
  readonly formula: (name: string, formula: string) => string;
  /** Operator and units as usual, with the usual value if there is one. */
  readonly usual: (indicator: Indicator) => string;
  readonly kinds: (kinds: readonly string[]) => string;
  /** How the printed name stands to the one in the library; undefined where it is that name. */
  readonly namedBy: (printed: string, named: NamedIndicator) => string | undefined;
  readonly own: string;
  /** Stand where the writer is to put a number or words. */
  readonly placeholders: { readonly number: string; readonly words: string };
  /** Of a heading that only one of the frameworks has. */
  readonly framework: { readonly [F in keyof FrameworkPlaces]-?: string };
  /** A whole set of rows for a kind of project. */
  readonly set: (kind: string) => string;
  readonly operators: { readonly [O in Operator]: { readonly title: string; readonly text: string } };
}

/** In Chinese. */
export const INDICATORS_ZH_CN: IndicatorWords = {
  headings: {
    产出指标: '本年提供的产品和服务：做了多少、做得怎样、是否按时；2021 年以前还包括花了多少。',
    效益指标: '产出带来的效果：对经济、社会、生态的影响，旧框架还包括可持续影响。',
    满意度指标: '服务对象或受益人群的认可程度，用调查得出的比例。',
    预算执行率: '实际支出占预算的比例，绩效自评时计分（一般 10 分），设定目标时不填。',
    数量指标: '产出的数量：人数、次数、面积、里程、台套等，要有计量单位。',
    质量指标: '产出达到的标准：合格率、达标率、准确率、覆盖率等。',
    时效指标: '产出完成的时间：完成时限、及时率、响应时间等。',
    成本指标: '产出所需的成本：总成本、单位成本、费用标准；不超过批准的预算。',
    经济成本指标: '项目花费的资金：总成本、单位成本、费用标准；工程、购置项目应当设置。',
    社会成本指标: '项目对社会、公众造成的负面影响，如扰民、占地；尽可能用货币或次数表示。',
    生态环境成本指标: '项目对生态环境造成的负面影响，如排放、占用；尽可能用数量表示。',
    经济效益指标: '产出对经济的影响：增收、节支、税收、带动投资等。',
    社会效益指标: '产出对社会的影响：受益人数、覆盖面、事故和投诉的变化、公共服务水平等。',
    生态效益指标: '产出对环境的影响：水质、空气、绿化、节能减排等。',
    可持续影响指标: '项目长期的作用：使用年限、管护机制、持续发挥作用的期限。',
    服务对象满意度指标: '服务对象或受益人群中表示满意的比例；不直接面向公众的项目可以不设。',
    预算执行: '预算资金到位、支付的程度，用于绩效自评和整体支出绩效。',
    整体支出: '部门整体支出绩效中的投入和管理指标：预算配置、执行、管理、资产、公开。',
  },
  belonging: (categories) => `二级指标：${categories.join('、')}`,
  places: placesZh,
  localHeading: (printed, standard) => `“${printed}”是地方写法，规范名称是“${standard}”`,
  category: (category) => `二级指标：${category}`,
  formula: (name, formula) => `公式：${name} = ${formula}`,
  usual: (indicator) => `通常写法：${usualOf(indicator, '用文字描述（定性），要写明可以核对的结果')}`,
  kinds: (kinds) => `适用项目：${kinds.join('、')}`,
  namedBy: (printed, { indicator, by }) => {
    if (by === 'alias') return `“${printed}”与指标库的“${indicator.name}”是同一指标`;
    if (by === 'misspelling') return `“${printed}”是误写，应为“${indicator.name}”`;
    if (by === 'beginning') return `“${printed}”像是被截断，可能是“${indicator.name}”`;
    return by === 'ending' ? `“${printed}”不在指标库中，按“${indicator.name}”说明` : undefined;
  },
  own: '来自设置中的指标库',
  placeholders: { number: '数值', words: '写明可以核对的结果' },
  framework: { before2021: '2021 年以前的框架', since2021: '财预〔2021〕101号的框架' },
  set: (kind) => `整套指标：${kind}`,
  operators: {
    '≥': {
      title: '≥ 不低于',
      text: '越大越好的指标：数量、合格率、覆盖率、满意度、效益。完成值达到或超过指标值为完成。',
    },
    '≤': {
      title: '≤ 不超过',
      text: '越小越好的指标：成本、时限、事故和投诉次数、失业率。完成值不超过指标值为完成。',
    },
    '=': {
      title: '= 等于',
      text: '必须正好达到的指标：编制和在岗人数、固定的期数、按标准足额发放的比例。多做少做都算偏离。',
    },
    定性: {
      title: '定性',
      text: '不能用数字表示的指标，用文字描述；应写明可以核对的结果，少用“有所提升”“良好”。',
    },
  },
};

/** In English. */
export const INDICATORS_EN: IndicatorWords = {
  headings: {
    产出指标:
      'Output: what is provided this year, how much, how well and when; before 2021 also at what cost.',
    效益指标: 'Benefit: what the output brings about for the economy, society and the environment.',
    满意度指标: 'Satisfaction of those served, as a share found by a survey.',
    预算执行率: 'Share of the budget that was spent; scored (mostly 10 points) when results are assessed.',
    数量指标: 'Output, quantity: persons, times, area, length, sets; with a unit.',
    质量指标: 'Output, quality: rates of acceptance, compliance, accuracy, coverage.',
    时效指标: 'Output, time: deadlines, rates of timeliness, response times.',
    成本指标: 'Output, cost: total and unit costs, standards of expense; not above the budget.',
    经济成本指标: 'Cost in money: total and unit costs; expected of works and purchases.',
    社会成本指标: 'Cost to society: disturbance, land; as a sum or a count where possible.',
    生态环境成本指标: 'Cost to the environment: emissions, land; as an amount where possible.',
    经济效益指标: 'Benefit to the economy: income, savings, taxes, investment.',
    社会效益指标: 'Benefit to society: people reached, fewer accidents and complaints, better services.',
    生态效益指标: 'Benefit to the environment: water, air, green areas, energy saved.',
    可持续影响指标: 'Lasting effect: years of use, upkeep, how long it works.',
    服务对象满意度指标: 'Share of those served who are satisfied.',
    预算执行: 'How far the money has arrived and was spent.',
    整体支出: 'Whole-department targets: how the budget is set, spent, managed and published.',
  },
  belonging: (categories) => `二级指标: ${categories.join(', ')}`,
  places: placesEn,
  localHeading: (printed, standard) => `“${printed}” is a local form of “${standard}”`,
  category: (category) => `二级指标: ${category}`,
  formula: (name, formula) => `Formula: ${name} = ${formula}`,
  usual: (indicator) => `Usually: ${usualOf(indicator, 'in words (定性), as a result that can be verified')}`,
  kinds: (kinds) => `Projects: ${kinds.join(', ')}`,
  namedBy: (printed, { indicator, by }) => {
    if (by === 'alias') return `“${printed}” is the library’s “${indicator.name}”`;
    if (by === 'misspelling') return `“${printed}” is misspelt; it should be “${indicator.name}”`;
    if (by === 'beginning') return `“${printed}” seems cut off; perhaps it is “${indicator.name}”`;
    return by === 'ending'
      ? `“${printed}” is not in the library; explained as “${indicator.name}”`
      : undefined;
  },
  own: 'From the library of the settings',
  placeholders: { number: '数值', words: '写明可以核对的结果' },
  framework: { before2021: 'Framework before 2021', since2021: 'Framework of 财预〔2021〕101号' },
  set: (kind) => `整套指标：${kind} (set of rows)`,
  operators: {
    '≥': {
      title: '≥ at least',
      text: 'The more the better: quantities, rates, coverage, satisfaction, benefits.',
    },
    '≤': { title: '≤ at most', text: 'The less the better: costs, deadlines, accidents, complaints.' },
    '=': {
      title: '= exactly',
      text: 'Must be met exactly: established posts, fixed issues, payments in full.',
    },
    定性: {
      title: '定性 in words',
      text: 'Described in words: say what can be verified, not just “improved” or “good”.',
    },
  },
};

function placesZh({ before2021, since2021 }: FrameworkPlaces): string[] {
  if (!before2021 && !since2021) return ['用于部门整体支出绩效目标，不在项目绩效目标的框架内'];
  const [old, renewed] = [pathOf(before2021), pathOf(since2021)];
  if (old === renewed && old !== undefined) return [`新旧框架：${old}`];
  return [
    `2021 年以前：${old ?? '没有单列'}`,
    `财预〔2021〕101号：${renewed ?? '没有单列，各地多仍保留，或按内容归入其他效益指标'}`,
  ];
}

function placesEn({ before2021, since2021 }: FrameworkPlaces): string[] {
  if (!before2021 && !since2021) return ['For whole-department targets, outside the framework of projects'];
  const [old, renewed] = [pathOf(before2021), pathOf(since2021)];
  if (old === renewed && old !== undefined) return [`Both frameworks: ${old}`];
  return [
    `Before 2021: ${old ?? 'none'}`,
    `财预〔2021〕101号: ${renewed ?? 'none, though many places keep it'}`,
  ];
}

function pathOf(place: FrameworkPlace | undefined): string | undefined {
  return place && [place.level1, place.level2].filter(Boolean).join(' › ');
}

function usualOf({ operator, value, units }: Indicator, inWords: string): string {
  if (operator === '定性') return inWords;
  return [operator, value, units?.join(' / ')].filter(Boolean).join(' ');
}
