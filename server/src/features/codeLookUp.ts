import type { Analysis } from '#core/analyse.ts';
import { englishNames, explanationOf } from './codeText.ts';
import type { FeatureContext } from './context.ts';

/** The name of the request by which a client looks codes up. Answered for any text, with or without a document. */
export const LOOK_UP_REQUEST = 'budgetDisclosure/lookUpCode';

export interface LookUpParams {
  /** Digits, words or pinyin. */
  readonly text: string;
  /** The document the user is in, whose year counts. */
  readonly uri?: string;
}

/** One code as a list shows it. */
export interface FoundCode {
  readonly code: string;
  readonly name: string;
  /** What the name means, for those who read English; empty for others. */
  readonly english: string;
  /** 类 › 款 above it; the list it is from for a 类. */
  readonly path: string;
  /** What it pays for; empty where nobody has written it yet. */
  readonly explanation: string;
}

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
