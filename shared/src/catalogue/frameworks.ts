import {
  categoriesOf,
  type FirstLevel,
  firstLevelOf,
  type IndicatorCategory,
  stemOf,
} from './indicatorHeadings.ts';

/** A place among the headings of a framework. */
export interface FrameworkPlace {
  /** 一级 heading. */
  readonly level1: string;
  /** 二级 heading; absent where the group has none. */
  readonly level2?: string;
}

/**
 * Where a category stands in the framework before 2021 and in that of 财预〔2021〕101号, which made 成本指标 a
 * 一级 heading and names no 可持续影响指标 (domain rules §4.1). Undefined where a framework has no such heading.
 */
export interface FrameworkPlaces {
  readonly before2021?: FrameworkPlace;
  readonly since2021?: FrameworkPlace;
}

const OUTPUT = '产出指标';
const COST = '成本指标';
const BENEFIT = '效益指标';
const SATISFACTION = '满意度指标';

const PLACES: { readonly [C in IndicatorCategory]: FrameworkPlaces } = {
  数量指标: both(OUTPUT, '数量指标'),
  质量指标: both(OUTPUT, '质量指标'),
  时效指标: both(OUTPUT, '时效指标'),
  成本指标: costPlaces('经济成本指标'),
  经济成本指标: costPlaces('经济成本指标'),
  社会成本指标: { since2021: { level1: COST, level2: '社会成本指标' } },
  生态环境成本指标: { since2021: { level1: COST, level2: '生态环境成本指标' } },
  经济效益指标: both(BENEFIT, '经济效益指标'),
  社会效益指标: both(BENEFIT, '社会效益指标'),
  生态效益指标: both(BENEFIT, '生态效益指标'),
  可持续影响指标: { before2021: { level1: BENEFIT, level2: '可持续影响指标' } },
  服务对象满意度指标: both(SATISFACTION, '服务对象满意度指标'),
  预算执行: { before2021: { level1: '预算执行率' }, since2021: { level1: '预算执行率' } },
  整体支出: {},
};

/** The place of a category in both frameworks. */
export function placesOf(category: IndicatorCategory): FrameworkPlaces {
  return PLACES[category];
}

/** The 二级 headings under each 一级 heading, in the order of the tables. */
export const HEADINGS_UNDER: {
  readonly [F in keyof FrameworkPlaces]-?: ReadonlyMap<string, readonly string[]>;
} = {
  before2021: headingsUnder('before2021'),
  since2021: headingsUnder('since2021'),
};

/** Every heading that the frameworks know. */
export type StandardHeading = IndicatorCategory | FirstLevel;

/** What a printed heading is. */
export interface Heading {
  readonly level: 1 | 2;
  /** The name it should have: 可持续影响指标 for 可持续发展指标. */
  readonly standard: StandardHeading;
  /** Whether it is printed in a form of its own: 产出数量, 可持续发展指标. */
  readonly local: boolean;
  /** What belongs under it. */
  readonly categories: readonly IndicatorCategory[];
}

/** Reads a 一级 or 二级 heading in whatever form it is printed; undefined for what is none. */
export function readHeading(text: string): Heading | undefined {
  const categories = categoriesOf(text);
  const [category] = categories;
  const stem = stemOf(text);
  if (category === undefined) return undefined;
  const first = firstLevelOf(stem);
  const standard = first ?? category;
  return {
    level: first === undefined ? 2 : 1,
    standard,
    local: stemOf(standard) !== stem,
    categories,
  };
}

function both(level1: string, level2: string): FrameworkPlaces {
  return { before2021: { level1, level2 }, since2021: { level1, level2 } };
}

/** Before 2021 成本指标 stood under 产出指标; since then it is a 一级 heading with headings of its own. */
function costPlaces(level2: string): FrameworkPlaces {
  return { before2021: { level1: OUTPUT, level2: COST }, since2021: { level1: COST, level2 } };
}

function headingsUnder(framework: keyof FrameworkPlaces): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  const order =
    framework === 'since2021' ? [COST, OUTPUT, BENEFIT, SATISFACTION] : [OUTPUT, BENEFIT, SATISFACTION];
  for (const level1 of order) groups.set(level1, []);
  for (const places of Object.values(PLACES)) {
    const { level1, level2 } = places[framework] ?? {};
    const group = level1 === undefined ? undefined : groups.get(level1);
    if (group && level2 !== undefined && !group.includes(level2)) group.push(level2);
  }
  return groups;
}
