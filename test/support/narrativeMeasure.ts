import fc from 'fast-check';
import { type Analysis, analyse } from '#core/analyse.ts';
import { nationalCatalogue } from '#core/catalogue/data.ts';
import type { Finding } from '#core/findings.ts';
import { DEFAULT_SETTINGS } from '#core/settings.ts';
import {
  arbitraryNarrative,
  arbitraryOf,
  type MarkKind,
  type Narrative,
  PROVINCES,
} from '../generator/narrative/index.ts';
import { faultsOf, type NarrativeFault, standsOn } from './narrativeFaults.ts';

const OPTIONS = { settings: DEFAULT_SETTINGS, catalogue: nationalCatalogue() };
const SENTENCES =
  /^(?:prose-|change-|reason-|missing-reason|balance|stale-year|organ-name|word-slip|document-kind|unpaired-mark)/;

/** Disclosures in the words of the seeds or of one province. */
export interface Style {
  readonly name: string;
  readonly narratives: readonly Narrative[];
}

/** What became of the faults of one kind. */
export interface KindCount {
  faults: number;
  /** Where another single slip explains the fault as well. */
  ties: number;
  /** Something new is said of the line. */
  inLine: number;
  /** At the very place. */
  onSpot: number;
  /** As an error or a warning, at the very place. */
  loud: number;
}

/** Draws disclosures, so many in the words of the seeds and so many in those of each province. */
export function stylesOf(seed: number, ofSeeds: number, ofProvince: number): Style[] {
  return [
    { name: 'seeds', narratives: fc.sample(arbitraryNarrative, { numRuns: ofSeeds, seed }) },
    ...PROVINCES.map((name) => ({
      name,
      narratives: fc.sample(arbitraryOf(name), { numRuns: ofProvince, seed }),
    })),
  ];
}

/** What is said of the sentences; a remark counts, for whose money a sentence speaks of is not always certain. */
export function saidOfSentences(text: string): Finding[] {
  return ofSentences(analyse(text, OPTIONS));
}

function ofSentences({ findings }: Analysis): Finding[] {
  return findings.filter(({ rule }) => SENTENCES.test(rule));
}

/** Puts faults into disclosures of which nothing is said, so many of each kind into each. */
export function measureFaults(styles: readonly Style[], perKind: number): ReadonlyMap<MarkKind, KindCount> {
  const counts = new Map<MarkKind, KindCount>();
  for (const { narratives } of styles)
    narratives.forEach((narrative, seed) => {
      const correct = analyse(narrative.text, OPTIONS);
      for (const fault of faultsOf(narrative, seed, perKind)) {
        const { kind } = fault.mark;
        const count = counts.get(kind) ?? { faults: 0, ties: 0, inLine: 0, onSpot: 0, loud: 0 };
        counts.set(kind, count);
        tell(count, fault, ofSentences(analyse(fault.text, OPTIONS, correct)));
      }
    });
  return counts;
}

function tell(count: KindCount, fault: NarrativeFault, findings: readonly Finding[]): void {
  const { line, open } = fault.mark;
  count.faults++;
  if (fault.tie) count.ties++;
  // Which of the figures of a sum is wrong nothing says, and the finding may stand on any of them.
  if (findings.some(({ range }) => open === true || range.start.line === line)) count.inLine++;
  const onSpot = findings.filter((finding) => standsOn(finding, fault));
  if (onSpot.length > 0) count.onSpot++;
  if (onSpot.some(({ severity }) => severity === 'error' || severity === 'warning')) count.loud++;
}
