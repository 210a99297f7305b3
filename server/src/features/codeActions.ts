import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import type { Edit, Finding, Fix } from '#core/findings.ts';
import { comparePositions } from '#core/text/range.ts';
import type { DocumentIdentity, FeatureContext } from './context.ts';
import { diagnosticOf } from './diagnostics.ts';

/**
 * The fixes of the findings that a range touches, and, where the client asks for it by kind, one action that
 * applies every preferred fix. Everything is worked out anew from the analysis: what the client still shows
 * may be older.
 *
 * @param only kinds the client wants, as in `CodeActionContext.only`; all if undefined
 */
export function codeActionsAt(
  analysis: Analysis,
  range: Range,
  only: readonly string[] | undefined,
  document: DocumentIdentity,
  context: FeatureContext,
): CodeAction[] {
  if (!context.client.codeActionLiterals) return [];
  const actions: CodeAction[] = [];
  if (only === undefined || isAsked(only, CodeActionKind.QuickFix)) {
    for (const finding of analysis.findings) {
      if (!meets(finding.range, range) || finding.fixes.length === 0) continue;
      const diagnostic = diagnosticOf(finding, document.uri, context);
      actions.push(...finding.fixes.map((fix) => quickFix(fix, diagnostic, document, context)));
    }
  }
  if (only !== undefined && isAsked(only, CodeActionKind.SourceFixAll)) {
    const edits = preferredEdits(analysis.findings);
    if (edits.length > 0) {
      const edit = workspaceEdit(edits, document, context);
      actions.push({ title: context.words.fixAll, kind: CodeActionKind.SourceFixAll, edit });
    }
  }
  return actions;
}

function quickFix(
  fix: Fix,
  diagnostic: Diagnostic,
  document: DocumentIdentity,
  context: FeatureContext,
): CodeAction {
  return {
    title: context.language.fix(fix.action),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(fix.edits, document, context),
    ...(fix.preferred && { isPreferred: true }),
  };
}

/** Two causes seldom share a cell; where they do, only the first is fixed and the rest is looked at again. */
function preferredEdits(findings: readonly Finding[]): Edit[] {
  const taken: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find(({ preferred }) => preferred);
    if (!fix || fix.edits.some((edit) => taken.some((other) => meets(edit.range, other.range)))) continue;
    taken.push(...fix.edits);
  }
  return taken;
}

function workspaceEdit(
  edits: readonly Edit[],
  { uri, version }: DocumentIdentity,
  { client }: FeatureContext,
): WorkspaceEdit {
  const textEdits: TextEdit[] = edits.map(({ range, newText }) => ({ range, newText }));
  if (!client.versionedEdits) return { changes: { [uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}

/** A client that asks for `source` gets `source.fixAll` too; `source.fixAll.other` asks for something else. */
function isAsked(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function meets(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
