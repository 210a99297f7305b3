import type { Severity } from '#core/rules.ts';
import type { Reading } from '../reading.ts';
import type { ReadProblem } from '../readText.ts';
import type { LanguageName, Misuse } from './arguments.ts';
import type { OwnFileFault } from './ownFiles.ts';
import { en } from './words.en.ts';
import { zhCn } from './words.zh-cn.ts';

/** How many findings of each severity a report holds. */
export type Counts = { readonly [S in Severity]: number };

/** What a run over files came to. */
export interface Totals {
  readonly files: number;
  /** Files in which neither a table nor an amount was found. */
  readonly unrecognised: number;
  readonly shown: Counts;
  /** Findings that are counted but not shown. */
  readonly hiddenHints: number;
  /** Findings that the files ask to be silent about. */
  readonly silenced: number;
}

/** Everything the terminal itself says, in one language. Sentences of findings come from messages/. */
export interface Words {
  readonly help: string;
  /** Where to read on after a misuse. */
  readonly seeHelp: string;
  readonly severities: { readonly [S in Severity]: string };
  misuse(misuse: Misuse): string;
  unreadable(path: string, problem: ReadProblem): string;
  /** That the checks failed on a file, which is a fault of theirs. */
  failed(path: string, detail: string): string;
  catalogueFault(fault: OwnFileFault): string;
  libraryFault(fault: OwnFileFault): string;
  /** What was read of a file, in a line. */
  reading(file: string, reading: Reading): string;
  summary(totals: Totals): string;
  /** That a folder holds files of Word, Excel or PDF, which were left out. */
  leftOut(folder: string, count: number): string;
  readonly defaultSeverity: string;
  readonly quickFix: string;
  readonly available: string;
  readonly notAvailable: string;
  readonly documentation: string;
  readonly crashed: string;
}

/** The words of every language that `--language` can name. */
export const WORDS: { readonly [L in LanguageName]: Words } = { 'zh-cn': zhCn, en };
