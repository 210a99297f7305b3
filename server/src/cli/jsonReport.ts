import type { Finding } from '#core/findings.ts';
import { findingMessage, type Language } from '#core/messages/language.ts';
import type { RuleId, Severity } from '#core/rules.ts';
import type { PrintedAmount } from '#core/tableRuleParams.ts';
import type { Range } from '#core/text/range.ts';
import type { FileReport } from './report.ts';

/** One file of the JSON report. Other programs read this shape: fields are added, never changed. */
export interface JsonFile {
  readonly file: string;
  readonly diagnostics: readonly JsonDiagnostic[];
}

/** A finding as programs read it. */
export interface JsonDiagnostic {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** As in LSP: 0-based, UTF-16 units, the end exclusive. */
  readonly range: Range;
  readonly message: string;
  /**
   * Amounts in plain notation (`2371.41`), in the table's own unit; digits of codes; names of codes where the
   * name is wrong. Null where nothing is known.
   */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  readonly fixes: readonly JsonFix[];
}

/** A fix as programs read it: edits at 0-based positions in UTF-16 units. */
export interface JsonFix {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** The report for programs, with findings of every severity, as one line of JSON. */
export function jsonReport(reports: readonly FileReport[], language: Language): string {
  const files: readonly JsonFile[] = reports.map(({ file, findings }) => ({
    file,
    diagnostics: findings.map((finding) => jsonDiagnostic(finding, language)),
  }));
  return `${JSON.stringify(files)}\n`;
}

function jsonDiagnostic(finding: Finding, language: Language): JsonDiagnostic {
  return {
    rule: finding.rule,
    severity: finding.severity,
    range: finding.range,
    message: findingMessage(language, finding),
    ...expectedAndActual(finding),
    related: finding.related.map((place) => ({ range: place.range, message: language.related(place) })),
    fixes: finding.fixes.map((fix) => ({
      title: language.fix(fix.action),
      preferred: fix.preferred,
      edits: fix.edits.map(({ range, newText }) => ({ range, newText })),
    })),
  };
}

function expectedAndActual(finding: Finding): Pick<JsonDiagnostic, 'expected' | 'actual'> {
  const { params } = finding;
  if ('operands' in params || 'witnesses' in params) {
    return { expected: plainAmount(params.expected), actual: plainAmount(params.actual) };
  }
  if ('right' in params) return { expected: params.right, actual: params.name };
  if (!('code' in params)) return { expected: null, actual: null };
  const suggestion = 'suggestion' in params ? params.suggestion : undefined;
  return { expected: suggestion?.code ?? null, actual: params.code };
}

/** All decimals that were printed, and more where the value has more. */
function plainAmount({ value, decimals }: PrintedAmount): string {
  return value.toFixed(Math.max(decimals, value.decimalPlaces()));
}
