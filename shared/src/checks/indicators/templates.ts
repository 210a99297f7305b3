import type { Finding } from '../../findings.ts';
import type { IndicatorEntry, TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';

const DOTS = /^[\s.…。·]*$/;
const PREFIX_ONLY = /^(?:指标\s*[:：]?\s*\d*\s*[:：]\s*)+[\s.…。·]*$/;

/**
 * Rows of the form that were not filled in, `指标2：……`, in a list that was (`indicator-template`, P12). A form
 * that is empty as a whole says that there is nothing to fill in.
 */
export function leftTemplates({ entries }: TableIndicators): Finding[] {
  const filledIn = new Set(entries.flatMap(({ section, name }) => (name === '' ? [] : section)));
  return entries.flatMap((entry): Finding[] => {
    if (entry.name !== '' || !filledIn.has(entry.section) || !isTemplate(entry)) return [];
    return [
      {
        rule: 'indicator-template',
        severity: RULES['indicator-template'].severity,
        range: rangeOf(entry.cell.span),
        params: { printed: entry.cell.text },
        related: [],
        fixes: [],
      },
    ];
  });
}

function isTemplate({ cell, valueCell }: IndicatorEntry): boolean {
  return PREFIX_ONLY.test(cell.text) && DOTS.test(valueCell?.text ?? '');
}
