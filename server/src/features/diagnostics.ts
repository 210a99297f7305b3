import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import type { Finding } from '#core/findings.ts';
import { findingMessage } from '#core/messages/language.ts';
import { DIAGNOSTIC_SOURCE } from '#core/protocol.ts';
import type { Severity } from '#core/rules.ts';
import { rememberLast } from '#core/text/remember.ts';
import type { FeatureContext } from './context.ts';

const SEVERITIES: { readonly [S in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** All findings as diagnostics, in their order. The only validator: what is pushed and what is pulled. */
export function diagnosticsOf(analysis: Analysis, uri: string, context: FeatureContext): Diagnostic[] {
  return analysis.findings.map((finding) => diagnosticOf(finding, uri, context));
}

/** One finding as a diagnostic; the same object as before where nothing about it has changed. */
export function diagnosticOf(finding: Finding, uri: string, context: FeatureContext): Diagnostic {
  return rendered(finding, { uri, context });
}

interface Rendering {
  readonly uri: string;
  readonly context: FeatureContext;
}

const rendered = rememberLast(
  (finding: Finding, { uri, context }: Rendering): Diagnostic => render(finding, uri, context),
  (a, b) =>
    a.uri === b.uri &&
    a.context.language === b.context.language &&
    a.context.client === b.context.client &&
    a.context.docsUri === b.context.docsUri,
);

function render(finding: Finding, uri: string, { language, client, docsUri }: FeatureContext): Diagnostic {
  return {
    range: finding.range,
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: DIAGNOSTIC_SOURCE,
    message: findingMessage(language, finding),
    ...(client.codeDescription &&
      docsUri !== undefined && { codeDescription: { href: rulePage(docsUri, finding.rule) } }),
    ...(client.relatedInformation &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.map((place) => ({
          location: { uri, range: place.range },
          message: language.related(place),
        })),
      }),
  };
}

/** The heading of a rule in the packaged docs. */
function rulePage(docsUri: string, rule: string): string {
  return `${docsUri.replace(/\/+$/, '')}/RULES.md#${rule}`;
}
