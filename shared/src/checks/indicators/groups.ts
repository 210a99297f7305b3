import type { IndicatorCategory } from '../../catalogue/indicatorHeadings.ts';
import type { IndicatorNames } from '../../catalogue/indicators.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorGroupState } from '../../indicatorRuleParams.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import type { Severity } from '../../rules.ts';
import { isAmountUnit } from '../../text/amountUnits.ts';
import { rangeOf } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';
import { isUnderSatisfaction, speaksOfSatisfaction } from './wording.ts';

/** What is counted in pieces is done or bought, and no effect. */
const UNITS_OF_THINGS: ReadonlySet<string> = new Set(['台', '套', '辆', '册', '批', '场', '期', '篇', '次']);
/** What happens, or had better not, and what others do with the work is counted in 次 as well. */
const EVENTS =
  /事故|投诉|上访|信访|事件|发生|舆情|差错|违规|违纪|案|灾|被|引用|采[用纳]|转[载发]|报道|浏览|点击|阅读|下载|访问|获奖|表彰|求助/;
/** What is produced, and how well and in time. */
export const OUTPUTS: ReadonlySet<IndicatorCategory> = new Set(['数量指标', '质量指标', '时效指标']);
const BENEFITS: ReadonlySet<IndicatorCategory> = new Set([
  '经济效益指标',
  '社会效益指标',
  '生态效益指标',
  '可持续影响指标',
]);
const TIMELY = /(?:及时率|按时[^率]{0,6}率|时限|完成时间|完工时间)$/;
const UNTIMELY: ReadonlySet<IndicatorCategory> = new Set(['数量指标']);
/** What is paid for the work; money that comes in or is handed out is what is done. */
const COST = /^(?!.*(?:[收征缴补]|发放|节约|减少|降低)).*(?:费|费用|成本)$/;

/**
 * Indicators under a heading that they do not belong to (`indicator-group`, P3): satisfaction anywhere but under
 * 满意度 (some take it for a measure of quality), pieces under an effect, times under 数量, costs anywhere but under 成本;
 * not what the library has under the very heading.
 */
export function strayIndicators({ entries }: TableIndicators, library: IndicatorNames): Finding[] {
  return entries.flatMap((entry) => {
    const state = entry.name === '' || isInPlace(entry, library) ? undefined : stateOf(entry);
    return state ? finding(entry, state) : [];
  });
}

/** What the library has under this very heading stands where others have it as well; its value may be wrong all the same. */
function isInPlace({ name, level2, valueCell }: IndicatorEntry, library: IndicatorNames): boolean {
  const known = library.exactly(name);
  const isKnown = known !== undefined && known.indicator.category === level2?.categories[0];
  return isKnown && !speaksOfSatisfaction(valueCell?.text ?? '');
}

function stateOf(entry: IndicatorEntry): IndicatorGroupState | undefined {
  const { name, measure, valueCell, level2 } = entry;
  if (isUnderSatisfaction(entry) === false && level2) {
    if (speaksOfSatisfaction(name))
      return isUnder(entry, '质量指标') ? 'satisfaction-of-quality' : 'satisfaction-name';
    if (speaksOfSatisfaction(valueCell?.text ?? '')) return 'satisfaction-value';
  }
  const [category] = level2?.categories ?? [];
  if (!category) return undefined;
  if (UNTIMELY.has(category) && TIMELY.test(compactLabel(name))) return 'time';
  if (isCost(entry) && (OUTPUTS.has(category) || BENEFITS.has(category))) return 'cost';
  const isThing = measure !== undefined && UNITS_OF_THINGS.has(measure.unit) && measure.operator !== '≤';
  return isThing && BENEFITS.has(category) && !EVENTS.test(name) ? 'thing' : undefined;
}

function isCost({ name, measure }: IndicatorEntry): boolean {
  return measure !== undefined && isAmountUnit(measure.unit) && COST.test(compactLabel(name));
}

function isUnder({ level2 }: IndicatorEntry, category: IndicatorCategory): boolean {
  return level2?.categories[0] === category;
}

const SEVERITIES: { readonly [S in IndicatorGroupState]: Severity } = {
  'satisfaction-name': 'warning',
  'satisfaction-of-quality': 'information',
  'satisfaction-value': 'warning',
  thing: 'information',
  cost: 'information',
  time: 'information',
};

function finding(entry: IndicatorEntry, state: IndicatorGroupState): Finding {
  const { name, cell, valueCell, level2, level1 } = entry;
  const place = state === 'satisfaction-value' && valueCell ? valueCell : cell;
  return {
    rule: 'indicator-group',
    severity: SEVERITIES[state],
    range: rangeOf(place.span),
    params: { state, name, group: compactLabel((level2 ?? level1)?.cell.text ?? '') },
    related: [],
    fixes: [],
  };
}
