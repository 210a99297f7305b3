import { type AnalyseOptions, type Analysis, analyse } from '#core/analyse.ts';
import { counterpartsOf, type DisclosureSummary, summaryOf } from '#core/checks/others/summary.ts';
import { readingOf } from '../reading.ts';
import { type ReadProblem, readText } from '../readText.ts';
import type { FileReport } from './report.ts';

/** What came of checking a file: what was found, or why it could not be read, or on what the checks failed. */
export type CheckedFile =
  | { readonly file: string; readonly report: FileReport; readonly problem?: never; readonly failure?: never }
  | {
      readonly file: string;
      readonly report?: never;
      readonly problem: ReadProblem;
      readonly failure?: never;
    }
  | { readonly file: string; readonly report?: never; readonly problem?: never; readonly failure: string };

/** A file after the first look at it. */
interface Seen {
  readonly checked: CheckedFile;
  readonly summary?: DisclosureSummary;
}

/**
 * Checks files one after the other, and then once more those of which others say something: the disclosure of the
 * year before, or those of the bodies of a department. Of all others only the totals are kept meanwhile.
 */
export async function checkFiles(
  files: readonly string[],
  options: AnalyseOptions,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<CheckedFile[]> {
  const seen: Seen[] = [];
  for (const file of files) seen.push(await checkFile(file, options, readFile));
  const checked: CheckedFile[] = [];
  for (const each of seen) {
    const { summary } = each;
    const all = seen.flatMap((other) => (other === each ? [] : (other.summary ?? [])));
    const others = summary ? counterpartsOf(summary, all) : [];
    const again =
      others.length > 0 ? await checkFile(each.checked.file, { ...options, others }, readFile) : each;
    checked.push(again.checked);
  }
  return checked;
}

async function checkFile(
  file: string,
  options: AnalyseOptions,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<Seen> {
  const { text, problem } = await readText(file, readFile);
  if (problem) return { checked: { file, problem } };
  try {
    const analysis = analyse(text, options);
    const summary = summaryOf(analysis.disclosure, analysis.relations);
    return { checked: { file, report: reportOf(file, analysis) }, ...(summary && { summary }) };
  } catch (error) {
    // Nothing throws, whatever the text; if something does all the same, the other files are checked nevertheless.
    return { checked: { file, failure: error instanceof Error ? error.message : String(error) } };
  }
}

function reportOf(file: string, analysis: Analysis): FileReport {
  const { findings, silenced } = analysis;
  return { file, findings, reading: readingOf(analysis), silenced: silenced.length };
}
