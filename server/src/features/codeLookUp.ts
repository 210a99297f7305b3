import type { Analysis } from '#core/analyse.ts';
import type { FoundCode } from '#core/protocol.ts';
import { englishNames, explanationOf } from './codeText.ts';
import type { FeatureContext } from './context.ts';

const MOST_CODES = 50;

/** The codes that fit a text best: in use in the document's year, or today. */
export function lookUpCodes(
  text: string,
  analysis: Analysis | undefined,
  context: FeatureContext,
): FoundCode[] {
  const { catalogue, language } = context;
  const year = analysis?.disclosure.year;
  return catalogue
    .search(text.trim(), { limit: MOST_CODES, ...(year !== undefined && { year }) })
    .map((record) => ({
      code: record.code,
      name: record.name,
      english: englishNames(record.code, context).join(''),
      path:
        catalogue
          .parents(record.code)
          .map(({ name }) => name)
          .join(' › ') || language.classification[record.classification],
      explanation: explanationOf(record, context) ?? '',
    }));
}
