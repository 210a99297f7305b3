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
  [/年限$/, { operator: '≥', units: ['年'] }],
  [/(?:数量|个数)$/, { operator: '≥', units: ['个', '台', '套', '件', '项'] }],
];

/** The operator and units that the ending of a name calls for; undefined where it tells nothing. */
export function presumedMeasure(name: string): Measure | undefined {
  return BY_ENDING.find(([ending]) => ending.test(name))?.[1];
}
