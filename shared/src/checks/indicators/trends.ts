import type { Finding } from '../../findings.ts';
import type { IndicatorTrendState } from '../../indicatorRuleParams.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { MeasuredValue } from '../../indicators/indicatorValue.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';
import { isBoundedRate, isUnderSatisfaction } from './wording.ts';

/** So many times more or less is seldom meant. */
const FAR = 10;

/**
 * Targets that fall behind what was reached the year before (`indicator-trend`, P15): a rate of which more is better
 * with less, a limit with more, and any value ten times as large or as small. Amounts of work differ from year to
 * year.
 */
export function trends({ entries }: TableIndicators): Finding[] {
  return entries.flatMap((entry): Finding[] => {
    const { name, valueCell, value, lastYear } = entry;
    if (name === '' || !valueCell || value?.kind !== 'measured' || lastYear?.kind !== 'measured') return [];
    const state = value.unit === lastYear.unit ? stateOf(entry, value, lastYear) : undefined;
    if (!state) return [];
    return [
      {
        rule: 'indicator-trend',
        severity: RULES['indicator-trend'].severity,
        range: rangeOf(valueCell.span),
        params: {
          state,
          name,
          value: compactLabel(valueCell.text),
          last: `${lastYear.number.toString()}${lastYear.unit}`,
        },
        related: [],
        fixes: [],
      },
    ];
  });
}

function stateOf(
  entry: IndicatorEntry,
  { number, operator }: MeasuredValue,
  { number: last }: MeasuredValue,
): IndicatorTrendState | undefined {
  const rate = isBoundedRate(entry.name) || isUnderSatisfaction(entry) === true;
  if (rate && operator !== '≤' && operator !== '<' && number.lt(last)) return 'less';
  if ((operator === '≤' || operator === '<') && number.gt(last) && last.gt(0)) return 'more';
  if (number.lte(0) || last.lte(0)) return undefined;
  return number.gte(last.times(FAR)) || last.gte(number.times(FAR)) ? 'far' : undefined;
}
