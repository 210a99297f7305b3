import type { Finding } from '#core/findings.ts';
import type { Severity } from '#core/rules.ts';

/** What was found in one file. */
export interface FileReport {
  /** The path as it was given. */
  readonly file: string;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
}

/** How many findings of a severity the reports hold. */
export function countFindings(reports: readonly FileReport[], severity: Severity): number {
  const inFile = ({ findings }: FileReport) =>
    findings.filter((finding) => finding.severity === severity).length;
  return reports.reduce((sum, report) => sum + inFile(report), 0);
}
