import type { IndicatorCategory } from '../../catalogue/indicatorHeadings.ts';
import type { Finding } from '../../findings.ts';
import { bySection, type IndicatorEntry, type TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';

/** What every project has to show (P1); any one of a group will do. */
const NEEDED: Readonly<Record<string, readonly IndicatorCategory[]>> = {
  数量指标: ['数量指标'],
  质量指标: ['质量指标'],
  效益指标: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
};
/** A shorter list may be one of which most was lost. */
const MIN_ENTRIES = 4;

/**
 * A list of indicators that lacks a kind which every project has (`indicator-missing`). Said only where it is
 * known of each indicator what it stands under.
 */
export function missingKinds({ entries }: TableIndicators): Finding[] {
  return bySection(entries).flatMap((all): Finding[] => {
    const named = all.filter(({ name }) => name !== '');
    const [first] = named;
    if (!first || named.length < MIN_ENTRIES || !named.every(isPlaced)) return [];
    const present = new Set(named.flatMap(({ level2 }) => level2?.categories ?? []));
    const missing = Object.keys(NEEDED).filter((kind) => !NEEDED[kind]?.some((each) => present.has(each)));
    if (missing.length === 0 || present.size < 2) return [];
    return [
      {
        rule: 'indicator-missing',
        severity: RULES['indicator-missing'].severity,
        range: rangeOf(first.cell.span),
        params: { missing },
        related: [],
        fixes: [],
      },
    ];
  });
}

function isPlaced({ level2 }: IndicatorEntry): boolean {
  return level2 !== undefined;
}
