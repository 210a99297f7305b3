import type { Finding } from '#core/findings.ts';
import type { Severity } from '#core/rules.ts';
import type { Reading } from '../reading.ts';

/** What was found in one file. */
export interface FileReport {
  /** The path as it was given. */
  readonly file: string;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  /** What there was to check. */
  readonly reading: Reading;
  /** How many findings the text asks to be silent about; absent where there are none. */
  readonly silenced?: number;
}

/** How many findings were silenced in all. */
export function countSilenced(reports: readonly FileReport[]): number {
  return reports.reduce((sum, { silenced = 0 }) => sum + silenced, 0);
}

/** How many findings of a severity the reports hold. */
export function countFindings(reports: readonly FileReport[], severity: Severity): number {
  const inFile = ({ findings }: FileReport) =>
    findings.filter((finding) => finding.severity === severity).length;
  return reports.reduce((sum, report) => sum + inFile(report), 0);
}
