import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Finding } from '../findings.ts';
import type { DocumentRelations } from '../relations/documentRelations.ts';
import { againstLastYear } from './others/lastYear.ts';
import { type DisclosureSummary, isOfYearBefore, summaryOf, totalsOf } from './others/summary.ts';
import { againstUnits } from './others/units.ts';

/**
 * What other disclosures contradict: that of the same organ of the year before, and those of the bodies of a
 * department. Where two of them claim to be the same one, neither is asked.
 */
export function checkAgainstOthers(
  disclosure: Disclosure,
  relations: DocumentRelations,
  others: readonly DisclosureSummary[],
): Finding[] {
  const own = others.length === 0 ? undefined : summaryOf(disclosure, relations);
  if (!own) return [];
  const [before, ...more] = others.filter((other) => isOfYearBefore(other, own));
  return [
    ...(before && more.length === 0 ? againstLastYear(disclosure.prose.passages, own, before) : []),
    ...againstUnits(own, totalsOf(disclosure, relations), disclosure.tables, others),
  ];
}
