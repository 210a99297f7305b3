import type { CompletionList } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { editedRowAt } from '#core/disclosure/editedRow.ts';
import { tableAt } from '#core/disclosure/locate.ts';
import type { Position } from '#core/text/range.ts';
import { cellRowCompletions } from './completion/cellRows.ts';
import { codeCompletions } from './completion/codes.ts';
import { indicatorCompletions } from './completion/indicators.ts';
import { plainRowCompletions } from './completion/plainRows.ts';
import { proseCompletions } from './completion/prose.ts';
import { totalCompletions } from './completion/totals.ts';
import type { FeatureContext } from './context.ts';

/**
 * Characters that ask for completion without being part of a word: the ends of cells, the digits of codes, the
 * brackets around a code in a sentence, and operators of indicators.
 */
export const TRIGGER_CHARACTERS: string[] = [...'0123456789', '\t', '|', '（', '(', '≥', '≤'];

/** What may be written where the cursor is: codes, names, indicators and totals in tables, codes in sentences. */
export function completionAt(
  analysis: Analysis,
  position: Position,
  context: FeatureContext,
): CompletionList {
  const { lines, disclosure } = analysis;
  const row = editedRowAt(lines, disclosure, position);
  const list =
    row &&
    (codeCompletions(row, position.character, analysis, context) ??
      indicatorCompletions(row, position.character, disclosure, context) ??
      totalCompletions(row, position.character, analysis, context));
  const plain =
    list ??
    plainRowCompletions(analysis, position, context) ??
    cellRowCompletions(analysis, position, context);
  const inProse = !plain && !tableAt(disclosure, position.line);
  return (
    plain ?? (inProse ? proseCompletions(analysis, position, context) : { isIncomplete: false, items: [] })
  );
}
