import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Finding } from '../findings.ts';
import type { DocumentRelations } from '../relations/documentRelations.ts';
import type { RuleId } from '../rules.ts';
import { againstLastYear } from './others/lastYear.ts';
import { type DisclosureSummary, isOfYearBefore, summaryOf, totalsOf } from './others/summary.ts';
import { againstUnits, bodiesAtHand } from './others/units.ts';

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
  const before = yearBeforeAtHand(own, others);
  return [
    ...(before ? againstLastYear(disclosure.prose.passages, own, before) : []),
    ...againstUnits(own, totalsOf(disclosure, relations), disclosure.tables, others),
  ];
}

/**
 * Whether a rule has what it needs to speak. One about other disclosures that are not at hand says nothing, whatever
 * is wrong.
 */
export function canSpeak(
  rule: RuleId,
  disclosure: Disclosure,
  relations: DocumentRelations,
  others: readonly DisclosureSummary[],
): boolean {
  if (rule !== 'last-year' && rule !== 'department-sum') return true;
  const own = others.length === 0 ? undefined : summaryOf(disclosure, relations);
  if (!own) return false;
  const asked =
    rule === 'last-year' ? yearBeforeAtHand(own, others) : bodiesAtHand(own, disclosure.tables, others);
  return asked !== undefined;
}

function yearBeforeAtHand(
  own: DisclosureSummary,
  others: readonly DisclosureSummary[],
): DisclosureSummary | undefined {
  const [before, ...more] = others.filter((other) => isOfYearBefore(other, own));
  return more.length === 0 ? before : undefined;
}
