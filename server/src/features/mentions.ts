import type { CodeAction, Location } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { cellsOfMention, mentionEdits, mentionsIn, mentionsOf } from '#core/checks/prose/mentions.ts';
import { amountRange } from '#core/relations/amountFix.ts';
import { figureAt } from '#core/relations/lookUp.ts';
import type { Position, Range } from '#core/text/range.ts';
import { confirmedEdit } from './codeActions/workspaceEdits.ts';
import type { DocumentIdentity, FeatureContext } from './context.ts';

/** Rewrites sentences, which nobody asked for: it belongs among the refactorings. */
export const UPDATE_MENTIONS_KIND = 'refactor.rewrite.updateMentions';

/** The cells that print what a figure of a sentence under the cursor states; null where there is none. */
export function mentionedCellsAt(
  { disclosure, relations }: Analysis,
  position: Position,
  uri: string,
): Location[] | null {
  const mention = mentionsIn(disclosure, relations).find(({ range }) => isIn(range, position));
  if (!mention) return null;
  return cellsOfMention(mention).map(({ cell, home }) => ({
    uri,
    range: amountRange(cell, home),
  }));
}

/** The figures of sentences that speak of the amount under the cursor. */
export function mentionsAt({ disclosure, relations }: Analysis, position: Position, uri: string): Location[] {
  const figure = figureAt(disclosure, position);
  if (!figure) return [];
  return mentionsOf(figure.cell, mentionsIn(disclosure, relations)).map(({ range }) => ({ uri, range }));
}

/** One edit that brings all sentences in line with the amount under the cursor, where some differ from it. */
export function updateMentionsActions(
  { disclosure, relations }: Analysis,
  position: Position,
  document: DocumentIdentity,
  context: FeatureContext,
): CodeAction[] {
  const figure = figureAt(disclosure, position);
  if (!figure) return [];
  const edits = mentionEdits(figure.cell, mentionsIn(disclosure, relations));
  if (edits.length === 0) return [];
  const title = context.words.figures.updateMentions(edits.length);
  return [{ title, kind: UPDATE_MENTIONS_KIND, edit: confirmedEdit(edits, title, document, context) }];
}

function isIn({ start, end }: Range, { line, character }: Position): boolean {
  return start.line === line && start.character <= character && character <= end.character;
}
