import {
  type CodeAction,
  CodeActionKind,
  type SnippetTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { type TableExtent, tableExtents } from '#core/disclosure/tableExtent.ts';
import type { Finding, FixAction } from '#core/findings.ts';
import { REASON_PLACEHOLDER } from '#core/silence/silences.ts';
import { silenceLine } from '#core/syntax/silenceLine.ts';
import type { Range } from '#core/text/range.ts';
import type { DocumentIdentity, FeatureContext } from '../context.ts';
import { diagnosticOf } from '../diagnostics.ts';
import { workspaceEdit } from './workspaceEdits.ts';

/** What is to be silent, and the line in front of which that is written. */
interface Target {
  readonly line: number;
  /** Whether it covers a whole table. */
  readonly table: boolean;
}

/**
 * Actions that write into the text that a finding is to be silent, with the place of the reason selected where
 * the client can; for a silence without use, one that deletes it. A merge conflict cannot be silenced.
 */
export function silenceActions(
  finding: Finding,
  analysis: Analysis,
  document: DocumentIdentity,
  context: FeatureContext,
): CodeAction[] {
  const action = (fix: FixAction, edit: WorkspaceEdit): CodeAction => ({
    title: context.language.fix(fix),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, document.uri, context)],
    edit,
  });
  const { rule, range } = finding;
  if (rule === 'merge-conflict') return [];
  if (rule === 'silence-unused') {
    if (finding.params.state !== 'unused') return [];
    const edit = { range: wholeLine(range.start.line), newText: '' };
    return [action({ kind: 'remove-silence' }, workspaceEdit([edit], document, context))];
  }
  return targetsOf(finding, analysis).map(({ line, table }) => {
    const written = insertion(context.words.ruleInText(rule), line, isMarkdown(analysis), document, context);
    return action({ kind: 'silence', rule, table }, written);
  });
}

/** In front of the row where the rows of the table may be parted, and in front of the whole table. */
function targetsOf({ range }: Finding, { disclosure }: Analysis): Target[] {
  const { line } = range.start;
  const extent = tableExtents(disclosure.tables).find(({ first, last }) => first <= line && line <= last);
  if (!extent) return [{ line, table: false }];
  const table: Target = { line: extent.first, table: true };
  return takesSilences(extent) && line > extent.placed.line ? [{ line, table: false }, table] : [table];
}

/** A line between the rows of a Markdown table ends it for other programs, and other dialects go by the lines. */
function takesSilences({ placed }: TableExtent): boolean {
  return placed.table.dialect === 'tab';
}

/** A comment of Markdown is not shown by programs that know Markdown; plain text shows it, so brackets are plainer. */
function isMarkdown({ disclosure }: Analysis): boolean {
  return disclosure.tables.some(({ table: { dialect } }) => dialect === 'pipe' || dialect === 'html');
}

function insertion(
  rule: string,
  line: number,
  markdown: boolean,
  document: DocumentIdentity,
  context: FeatureContext,
): WorkspaceEdit {
  const start = { line, character: 0 };
  const range: Range = { start, end: start };
  const { versionedEdits, snippetEdits } = context.client;
  if (!versionedEdits || !snippetEdits) {
    const newText = `${silenceLine(rule, REASON_PLACEHOLDER, markdown)}\n`;
    return workspaceEdit([{ range, newText }], document, context);
  }
  const value = `${silenceLine(rule, `\${1:${REASON_PLACEHOLDER}}`, markdown)}\n`;
  const edit: SnippetTextEdit = { range, snippet: { kind: 'snippet', value } };
  const { uri, version } = document;
  return { documentChanges: [{ textDocument: { uri, version }, edits: [edit] }] };
}

/** The line with its line end. */
function wholeLine(line: number): Range {
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}
