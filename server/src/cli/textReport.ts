import { styleText } from 'node:util';
import type { Finding } from '#core/findings.ts';
import { findingMessage, type Language } from '#core/messages/language.ts';
import type { Severity } from '#core/rules.ts';
import { isUnrecognised } from '../reading.ts';
import { countFindings, countSilenced, type FileReport } from './report.ts';
import type { Counts, Words } from './words.ts';

/** How a report for people is written. */
export interface TextReportOptions {
  readonly language: Language;
  readonly words: Words;
  /** Whether findings of severity hint are listed; they are counted in any case. */
  readonly hints: boolean;
  readonly colour: boolean;
}

type Style = Parameters<typeof styleText>[0];

const SEVERITY_STYLES: { readonly [S in Severity]: Style } = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  information: 'blue',
  hint: 'dim',
};

/**
 * The report for people: a line a finding, file by file, as `path:line:column: severity: message [rule]` (line
 * and column from 1, so that terminals link and problem matchers read it), a line a file that says what was read of
 * it, and a line that sums up.
 */
export function textReport(reports: readonly FileReport[], options: TextReportOptions): string {
  const groups = reports.flatMap(({ file, findings }) => {
    const shown = findings.filter(({ severity }) => options.hints || severity !== 'hint');
    return shown.length === 0
      ? []
      : shown.map((finding) => `${findingLine(file, finding, options)}\n`).join('');
  });
  const readings = reports.map(({ file, reading }) => `${options.words.reading(file, reading)}\n`).join('');
  return [...groups, `${readings}${summary(reports, options)}\n`].join('\n');
}

function findingLine(file: string, finding: Finding, { language, words, colour }: TextReportOptions): string {
  const { line, character } = finding.range.start;
  const paint = (style: Style, text: string) =>
    // Whether to colour was decided by the caller, for the stream that this text is written to.
    colour ? styleText(style, text, { validateStream: false }) : text;
  const severity = paint(SEVERITY_STYLES[finding.severity], words.severities[finding.severity]);
  const message = visible(findingMessage(language, finding));
  return `${file}:${line + 1}:${character + 1}: ${severity}: ${message} ${paint('dim', `[${finding.rule}]`)}`;
}

function summary(reports: readonly FileReport[], { words, hints }: TextReportOptions): string {
  const hintCount = countFindings(reports, 'hint');
  const shown: Counts = {
    error: countFindings(reports, 'error'),
    warning: countFindings(reports, 'warning'),
    information: countFindings(reports, 'information'),
    hint: hints ? hintCount : 0,
  };
  return words.summary({
    files: reports.length,
    unrecognised: reports.filter(({ reading }) => isUnrecognised(reading)).length,
    shown,
    hiddenHints: hints ? 0 : hintCount,
    silenced: countSilenced(reports),
  });
}

/** Labels are quoted from the file: a control character in them must neither break the line nor steer a terminal. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
