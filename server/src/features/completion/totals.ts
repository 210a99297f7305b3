import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import type { EditedRow } from '#core/disclosure/editedRow.ts';
import { computedTotals } from '#core/relations/suppose.ts';
import { toHalfWidth } from '#core/text/width.ts';
import type { FeatureContext } from '../context.ts';
import { formulaOf } from '../figureText.ts';
import { type Typed, typedIn, writeCell } from './slotEdit.ts';

/** Digits and what may part them, as far as a figure has been typed. */
const FIGURE = /^[-(]?[\d,.\s]*$/;

/**
 * What a cell comes to, for cells that are the total of a sum. While a figure is being typed it is offered only
 * as long as it begins alike: who types another total shall not have it taken away by the next Tab.
 */
export function totalCompletions(
  row: EditedRow,
  character: number,
  analysis: Analysis,
  context: FeatureContext,
): CompletionList | undefined {
  const typed = typedIn(row, character);
  const begun = digitsOf(typed.before);
  if (!FIGURE.test(toHalfWidth(typed.text))) return undefined;
  const totals = computedTotals(analysis, { line: row.line, start: typed.start, end: typed.end }).filter(
    ({ text }) => text !== typed.text && digitsOf(text).startsWith(begun),
  );
  if (totals.length === 0) return undefined;
  const items = totals.map(
    ({ text, evaluation }, order): CompletionItem => ({
      label: text,
      kind: CompletionItemKind.Value,
      detail: `${context.words.figures.kinds[evaluation.relation.rule]} ${formulaOf(evaluation, () => undefined)}`,
      sortText: String(order),
      filterText: filterText(typed, text),
      textEdit: writeCell(row, typed, text),
    }),
  );
  return { isIncomplete: true, items };
}

/** The client filters by what stands in front of the cursor, however the separators were typed. */
function filterText({ before }: Typed, text: string): string {
  return before === '' ? text : before;
}

function digitsOf(text: string): string {
  return toHalfWidth(text).replace(/[,\s]/g, '');
}
