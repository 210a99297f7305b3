import { type CodeAction, type LSPAny, Position, type WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { tableExtents } from '#core/disclosure/tableExtent.ts';
import { recalculate } from '#core/relations/recalculate.ts';
import { confirmedEdit } from './codeActions/workspaceEdits.ts';
import type { DocumentIdentity, FeatureContext } from './context.ts';

/** Rewrites what is there, which nobody asked for: it belongs among the refactorings. */
export const RECALCULATE_KIND = 'refactor.rewrite.recalculateTable';

/** An edit, or a message that says why there is none. */
type Outcome =
  | { readonly edit: WorkspaceEdit; readonly message?: never }
  | { readonly edit?: never; readonly message: string };

/** Recalculates the totals of the table at a position, its title included. */
export function recalculationAt(
  analysis: Analysis,
  { line }: Position,
  document: DocumentIdentity,
  context: FeatureContext,
): Outcome {
  const { figures } = context.words;
  const extent = tableExtents(analysis.disclosure.tables).find(
    ({ first, last }) => first <= line && line <= last,
  );
  if (!extent) return { message: figures.notRecalculated({ reason: 'no-table' }) };
  const result = recalculate(extent.placed, analysis.relations);
  if (result.kind === 'refused') return { message: figures.notRecalculated(result.refusal) };
  if (result.edits.length === 0) return { message: figures.nothingToRecalculate };
  return { edit: confirmedEdit(result.edits, figures.recalculate, document, context) };
}

/** The same as a code action, where there is something to change. */
export function recalculateActions(
  analysis: Analysis,
  position: Position,
  document: DocumentIdentity,
  context: FeatureContext,
): CodeAction[] {
  const { edit } = recalculationAt(analysis, position, document, context);
  return edit ? [{ title: context.words.figures.recalculate, kind: RECALCULATE_KIND, edit }] : [];
}

/** Reads the arguments of the command; undefined where they are none of its. */
export function placeOf(
  given: readonly LSPAny[] | undefined,
): { readonly uri: string; readonly position: Position } | undefined {
  const [uri, position] = given ?? [];
  return typeof uri === 'string' && Position.is(position) ? { uri, position } : undefined;
}
