import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { CodeRecord } from '#core/catalogue/catalogue.ts';
import { explanationOf } from '../codeText.ts';
import type { FeatureContext } from '../context.ts';

/** What every suggestion of a code shows beside its label: the path to the code, and what it pays for. */
export function codeItem(record: CodeRecord, context: FeatureContext): Omit<CompletionItem, 'label'> {
  const path = context.catalogue.parents(record.code).map(({ name }) => name);
  const explanation = explanationOf(record, context);
  return {
    kind: CompletionItemKind.Value,
    detail: path.join(' › ') || context.language.classification[record.classification],
    ...(explanation !== undefined && { documentation: explanation }),
  };
}
