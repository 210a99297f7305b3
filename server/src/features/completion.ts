import type { CompletionList } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { editedRowAt } from '#core/disclosure/editedRow.ts';
import type { Position } from '#core/text/range.ts';
import { codeCompletions } from './completion/codes.ts';
import { indicatorCompletions } from './completion/indicators.ts';
import type { FeatureContext } from './context.ts';

/** Characters that ask for completion without being part of a word: the ends of cells, and the digits of codes. */
export const TRIGGER_CHARACTERS: string[] = [...'0123456789', '\t', '|'];

/** What may be written where the cursor is. Nothing outside the columns of codes, their names and indicators. */
export function completionAt(
  analysis: Analysis,
  position: Position,
  context: FeatureContext,
): CompletionList {
  const { lines, disclosure } = analysis;
  const row = editedRowAt(lines, disclosure, position);
  const list =
    row &&
    (codeCompletions(row, position.character, context) ??
      indicatorCompletions(row, position.character, disclosure, context));
  return list ?? { isIncomplete: false, items: [] };
}
