import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { CodeRecord } from '#core/catalogue/catalogue.ts';
import { explanationOf } from '../codeText.ts';
import type { FeatureContext } from '../context.ts';

/** What every suggestion of a code shows beside the list: the path to it and what it pays for. */
export function codeItem(record: CodeRecord, context: FeatureContext): Omit<CompletionItem, 'label'> {
  const explanation = explanationOf(record, context);
  return {
    kind: CompletionItemKind.Value,
    detail: parentsOf(record, context).join(' › '),
    ...(explanation !== undefined && { documentation: explanation }),
  };
}

/** A suggestion of a code with its name. Its row shows what it belongs to, because many codes have the same name. */
export function codeWithNameItem(record: CodeRecord, name: string, context: FeatureContext): CompletionItem {
  const [parent = ''] = parentsOf(record, context).slice(-1);
  return {
    ...codeItem(record, context),
    label: `${record.code} ${name}`,
    labelDetails: { description: parent },
  };
}

/** The names above a code; of a 类 the classification. */
function parentsOf(record: CodeRecord, { catalogue, language }: FeatureContext): readonly string[] {
  const names = catalogue.parents(record.code).map(({ name }) => name);
  return names.length > 0 ? names : [language.classification[record.classification]];
}
