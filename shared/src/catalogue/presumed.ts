import type { IndicatorCategory } from './indicatorHeadings.ts';
import type { Indicator } from './indicators.ts';

/** How an indicator is usually set. */
export type Measure = Pick<Indicator, 'operator' | 'units' | 'value'>;

/** What the ending of a name tells, the more special first. */
const BY_ENDING: readonly (readonly [ending: RegExp, measure: Measure])[] = [
  [/(?:投诉|事故|死亡|发病|失业|差错|故障|超标|下降幅度)率$/, { operator: '≤', units: ['%'] }],
  [/成本控制率$/, { operator: '≤', units: ['%'] }],
  [/(?:率|满意度|比例|占比|比重)$/, { operator: '≥', units: ['%'] }],
  [/(?:投诉|事故)(?:发生)?(?:次数|起数|数量)$/, { operator: '≤', units: ['次', '起'] }],
  [/人次(?:数)?$/, { operator: '≥', units: ['人次'] }],
  [/(?:人数|人员|人员数量)$/, { operator: '≥', units: ['人'] }],
  [/(?:次数|频次)$/, { operator: '≥', units: ['次'] }],
  [/场次$/, { operator: '≥', units: ['场次'] }],
  [/批次$/, { operator: '≥', units: ['批次'] }],
  [/户数$/, { operator: '≥', units: ['户'] }],
  [/面积$/, { operator: '≥', units: ['平方米', '亩'] }],
  [/(?:里程|长度)$/, { operator: '≥', units: ['公里', '米'] }],
  [/(?:成本|费用|经费|支出|控制数|总额|造价)$/, { operator: '≤', units: ['万元', '元'] }],
  [/(?:响应|修复|排除|到场)时间$/, { operator: '≤', units: ['小时', '分钟'] }],
  [/(?:时限|时长)$/, { operator: '≤', units: ['个工作日', '天', '小时'] }],
  [/年限$/, { operator: '≥', units: ['年'] }],
  [/(?:数量|个数)$/, { operator: '≥', units: ['个', '台', '套', '件', '项'] }],
];

const SHARE: Measure = { operator: '≥', units: ['%'] };
const COST: Measure = { operator: '≤', units: ['万元', '元'] };
/** What is usual under a 二级 heading. 时效指标 are dates as often as shares; effects are as often words. */
const BY_CATEGORY: Readonly<Partial<Record<IndicatorCategory, Measure>>> = {
  数量指标: { operator: '≥', units: ['个', '人', '次', '项', '件', '套'] },
  质量指标: SHARE,
  时效指标: SHARE,
  成本指标: COST,
  经济成本指标: COST,
  经济效益指标: SHARE,
  社会效益指标: SHARE,
  生态效益指标: SHARE,
  可持续影响指标: { operator: '≥', units: ['年'] },
  服务对象满意度指标: SHARE,
};

/** The operator and units that are usual in a category; undefined where there are none. */
export function usualMeasure(category: IndicatorCategory): Measure | undefined {
  return BY_CATEGORY[category];
}

/** The operator and units that the ending of a name calls for; undefined where it tells nothing. */
export function presumedMeasure(name: string): Measure | undefined {
  return BY_ENDING.find(([ending]) => ending.test(name))?.[1];
}
