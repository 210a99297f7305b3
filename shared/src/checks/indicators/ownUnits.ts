import type { IndicatorNames } from '../../catalogue/indicators.ts';
import type { Finding } from '../../findings.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';

/**
 * Values in another unit than the user has set for the indicator in a library of his own (`indicator-value`, P6). The
 * units of the library that comes along are those that are usual, and others may be used.
 */
export function otherUnits({ entries }: TableIndicators, library: IndicatorNames): Finding[] {
  return entries.flatMap(({ name, value, valueCell, unitCell }): Finding[] => {
    if (value?.kind !== 'measured' || !valueCell) return [];
    const unit = value.unit || compactLabel(unitCell?.text ?? '');
    const { origin, units = [] } = library.exactly(name)?.indicator ?? {};
    if (origin !== 'own' || units.length === 0 || unit === '' || units.includes(unit)) return [];
    return [
      {
        rule: 'indicator-value',
        severity: RULES['indicator-value'].severity,
        range: rangeOf(valueCell.span),
        params: { state: 'other-unit', name, value: compactLabel(valueCell.text) },
        related: [],
        fixes: [],
      },
    ];
  });
}
