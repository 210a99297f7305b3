import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '#core/findings.ts';
import { comparePositions, type Range } from '#core/text/range.ts';
import type { DocumentIdentity, FeatureContext } from '../context.ts';

/** Edits in one row are seen where they are made; those of several are shown before they are made. */
const ANNOTATION = 'several-places';

/** Edits of one document as the client can take them: bound to the document's version where it knows versions. */
export function workspaceEdit(
  edits: readonly Edit[],
  { uri, version }: DocumentIdentity,
  { client }: FeatureContext,
): WorkspaceEdit {
  const textEdits: TextEdit[] = edits.map(({ range, newText }) => ({ range, newText }));
  if (!client.versionedEdits) return { changes: { [uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}

/** The same for edits in several places, which the user looks at and confirms. */
export function reviewedEdit(
  edits: readonly Edit[],
  label: string,
  document: DocumentIdentity,
  context: FeatureContext,
): WorkspaceEdit {
  const lines = new Set(edits.map(({ range }) => range.start.line));
  return lines.size < 2
    ? workspaceEdit(edits, document, context)
    : confirmedEdit(edits, label, document, context);
}

/** Edits that the client shows before it makes them, where it can. */
export function confirmedEdit(
  edits: readonly Edit[],
  label: string,
  document: DocumentIdentity,
  context: FeatureContext,
): WorkspaceEdit {
  const plain = workspaceEdit(edits, document, context);
  if (!context.client.changeAnnotations || !plain.documentChanges) return plain;
  const annotation: ChangeAnnotation = { label, needsConfirmation: true };
  const annotated: AnnotatedTextEdit[] = edits.map(({ range, newText }) => ({
    range,
    newText,
    annotationId: ANNOTATION,
  }));
  const { uri, version } = document;
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: annotated }],
    changeAnnotations: { [ANNOTATION]: annotation },
  };
}

/** Whether two ranges share a place, be it only an end. */
export function meets(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
