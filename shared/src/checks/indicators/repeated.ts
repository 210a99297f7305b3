import { normalizeName } from '../../catalogue/names.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';

/** Shorter names may be what is left of longer ones that wrapped. */
const MIN_NAME = 4;

/**
 * An indicator printed twice in one list, under the same heading or in two rows one below the other
 * (`indicator-duplicate`, P9).
 */
export function repeatedIndicators({ entries }: TableIndicators): Finding[] {
  const first = new Map<string, IndicatorEntry>();
  return entries.flatMap((entry, index): Finding[] => {
    const name = normalizeName(entry.name);
    const above = entries[index - 1];
    if (entry.torn) return [];
    const isLong = name.length >= MIN_NAME && entry.level2 !== undefined;
    const key = isLong ? `${entry.section} ${entry.level2?.cell.span.line} ${name}` : undefined;
    const known = key === undefined ? undefined : first.get(key);
    if (key !== undefined && !known) first.set(key, entry);
    const before = known ?? (above && name !== '' && isSame(above, entry) ? above : undefined);
    if (!before) return [];
    return [
      {
        rule: 'indicator-duplicate',
        severity: RULES['indicator-duplicate'].severity,
        range: rangeOf(entry.cell.span),
        params: { name: entry.name },
        related: [{ range: rangeOf(before.cell.span), role: 'same-indicator', label: before.name }],
        fixes: [],
      },
    ];
  });
}

/** Whether two rows are one: each with its headings, name and value, as where a row was pasted twice. */
function isSame(one: IndicatorEntry, other: IndicatorEntry): boolean {
  return (
    !one.torn &&
    one.section === other.section &&
    one.level2?.categories[0] === other.level2?.categories[0] &&
    normalizeName(one.name) === normalizeName(other.name) &&
    one.valueCell?.text === other.valueCell?.text
  );
}
