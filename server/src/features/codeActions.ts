import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import type { Edit, Finding, Fix } from '#core/findings.ts';
import { rowFixes } from './codeActions/rowFixes.ts';
import { silenceActions } from './codeActions/silenceActions.ts';
import { meets, reviewedEdit, workspaceEdit } from './codeActions/workspaceEdits.ts';
import type { DocumentIdentity, FeatureContext } from './context.ts';
import { diagnosticOf } from './diagnostics.ts';
import { UPDATE_MENTIONS_KIND, updateMentionsActions } from './mentions.ts';
import { RECALCULATE_KIND, recalculateActions } from './recalculate.ts';

/**
 * The fixes of the findings that a range touches, one action for all sure fixes of the same rule, one that
 * recalculates the table, one that brings the sentences in line with an amount, and, where the client asks for it
 * by kind, one that applies every preferred fix. Everything is worked out anew from the analysis: what the client
 * still shows may be older.
 *
 * @param only kinds the client wants, as in `CodeActionContext.only`; all if undefined
 * @param isAutomatic whether no user asked, as when a file is saved
 */
export function codeActionsAt(
  analysis: Analysis,
  range: Range,
  only: readonly string[] | undefined,
  document: DocumentIdentity,
  context: FeatureContext,
  isAutomatic = false,
): CodeAction[] {
  if (!context.client.codeActionLiterals) return [];
  const actions: CodeAction[] = [];
  if (only === undefined || isAsked(only, CodeActionKind.QuickFix)) {
    const here = analysis.findings.filter((finding) => meets(finding.range, range));
    for (const finding of here) actions.push(...quickFixes(finding, analysis, document, context));
    for (const rule of new Set(here.map((finding) => finding.rule)))
      actions.push(...fixesOfRule(rule, analysis, document, context));
    for (const finding of here) actions.push(...silenceActions(finding, analysis, document, context));
  }
  if (only === undefined || isAsked(only, RECALCULATE_KIND))
    actions.push(...recalculateActions(analysis, range.start, document, context));
  if (only === undefined || isAsked(only, UPDATE_MENTIONS_KIND))
    actions.push(...updateMentionsActions(analysis, range.start, document, context));
  if (only !== undefined && isAsked(only, CodeActionKind.SourceFixAll)) {
    const edits = preferredEdits(analysis.findings);
    if (edits.length > 0) {
      const title = context.words.fixAll;
      // Who has the file mended at each save has agreed to it and is not to be asked each time.
      const edit = isAutomatic
        ? workspaceEdit(edits, document, context)
        : reviewedEdit(edits, title, document, context);
      actions.push({ title, kind: CodeActionKind.SourceFixAll, edit });
    }
  }
  return actions;
}

function quickFixes(
  finding: Finding,
  analysis: Analysis,
  document: DocumentIdentity,
  context: FeatureContext,
): CodeAction[] {
  const fixes: readonly Fix[] = [...finding.fixes, ...rowFixes(analysis, finding)];
  if (fixes.length === 0) return [];
  const diagnostics = [diagnosticOf(finding, document.uri, context)];
  return fixes.map((fix) => {
    const title = context.language.fix(fix.action);
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: reviewedEdit(fix.edits, title, document, context),
      ...(fix.preferred && { isPreferred: true }),
    };
  });
}

/** One action for every finding of a rule whose correction is certain, where there are several. */
function fixesOfRule(
  rule: Finding['rule'],
  { findings }: Analysis,
  document: DocumentIdentity,
  context: FeatureContext,
): CodeAction[] {
  const sure = findings.filter((finding) => finding.rule === rule && preferredFix(finding));
  if (sure.length < 2) return [];
  const title = context.words.fixAllOfRule(context.language.rules[rule].name, sure.length);
  const edit = reviewedEdit(preferredEdits(sure), title, document, context);
  return [{ title, kind: CodeActionKind.QuickFix, edit }];
}

/** Two causes seldom share a cell; where they do, only the first is fixed and the rest is looked at again. */
function preferredEdits(findings: readonly Finding[]): Edit[] {
  const taken: Edit[] = [];
  for (const finding of findings) {
    const fix = preferredFix(finding);
    if (!fix || fix.edits.some((edit) => taken.some((other) => meets(edit.range, other.range)))) continue;
    taken.push(...fix.edits);
  }
  return taken;
}

function preferredFix({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ preferred }) => preferred);
}

/** A client that asks for `source` gets `source.fixAll` too; `source.fixAll.other` asks for something else. */
function isAsked(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
