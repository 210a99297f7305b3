import {
  type CancellationToken,
  CodeActionTriggerKind,
  type Connection,
  type ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { codeActionsAt } from './features/codeActions.ts';
import { codeLensesOf } from './features/codeLenses.ts';
import { prepareRenameAt, renameAt } from './features/codeRename.ts';
import { completionAt } from './features/completion.ts';
import { documentSymbolsOf, flatSymbolsOf } from './features/documentSymbols.ts';
import { foldingRangesOf } from './features/foldingRanges.ts';
import { hoverAt } from './features/hover.ts';
import { inlayHintsIn } from './features/inlayHints.ts';
import { definitionAt, highlightsAt, referencesAt } from './features/navigation.ts';
import { selectionRangesAt } from './features/selectionRanges.ts';
import type { DisclosureView } from './workspaceDisclosures.ts';

/** An open document as a feature sees it, all of one version. */
export interface View extends DisclosureView {
  readonly version: number;
  /** Equal for views with equal diagnostics. */
  readonly resultId: string;
}

/**
 * Answers a request about an open document by what a feature makes of it, and with `empty` where the document has
 * changed or gone meanwhile.
 */
export type Answer = <T>(
  name: string,
  uri: string,
  token: CancellationToken,
  empty: T,
  feature: (view: View) => T,
) => Promise<T | ResponseError<never>>;

/** Answers each request that asks for nothing but one document: one feature of `features/` each. */
export function answerFeatures(connection: Connection, answer: Answer): void {
  connection.onHover(({ textDocument, position }, token) =>
    answer('hover', textDocument.uri, token, null, (view) => hoverAt(view.analysis, position, view.context)),
  );

  connection.onCompletion(({ textDocument, position }, token) =>
    answer('completion', textDocument.uri, token, null, (view) =>
      completionAt(view.analysis, position, view.context),
    ),
  );

  connection.onCodeAction(({ textDocument, range, context: { only, triggerKind } }, token) =>
    answer('code action', textDocument.uri, token, [], (view) => {
      const isAutomatic = triggerKind === CodeActionTriggerKind.Automatic;
      return codeActionsAt(view.analysis, range, only, view, view.context, isAutomatic);
    }),
  );

  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer('document symbol', uri, token, [], ({ analysis, context }) => {
      const symbols = documentSymbolsOf(analysis, context);
      return context.client.hierarchicalSymbols ? symbols : flatSymbolsOf(symbols, uri);
    }),
  );

  connection.onFoldingRanges(({ textDocument }, token) =>
    answer('folding range', textDocument.uri, token, [], (view) => foldingRangesOf(view.analysis)),
  );

  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer('code lens', uri, token, [], ({ analysis, context }) => codeLensesOf(analysis, uri, context)),
  );

  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answer('inlay hint', textDocument.uri, token, [], (view) =>
      inlayHintsIn(view.analysis, range, view.context),
    ),
  );

  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answer('definition', uri, token, null, ({ analysis, context }) =>
      definitionAt(analysis, position, uri, context),
    ),
  );

  connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
    answer('references', uri, token, [], ({ analysis, context }) =>
      referencesAt(analysis, position, includeDeclaration, uri, context),
    ),
  );

  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    answer('document highlight', textDocument.uri, token, [], (view) =>
      highlightsAt(view.analysis, position, view.context),
    ),
  );

  connection.onPrepareRename(({ textDocument, position }, token) =>
    answer('prepare rename', textDocument.uri, token, null, (view) =>
      prepareRenameAt(view.analysis, position, view.context),
    ),
  );

  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    answer<WorkspaceEdit | ResponseError<void> | null>('rename', textDocument.uri, token, null, (view) =>
      renameAt(view.analysis, position, newName, view, view.context),
    ),
  );

  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    answer('selection range', textDocument.uri, token, [], (view) =>
      selectionRangesAt(view.analysis, positions),
    ),
  );
}
