import { type FindingOf, replaceFix } from '../../findings.ts';
import { RULES, type Severity } from '../../rules.ts';
import type { Range } from '../../text/range.ts';

/**
 * Words that were typed for others (`word-slip`), at their place in the text, with those that are meant.
 *
 * @param context the words around a slip too short to be found by itself
 */
export function wordSlip(
  range: Range,
  printed: string,
  meant: string,
  severity: Severity = RULES['word-slip'].severity,
  context = '',
): FindingOf<'word-slip'> {
  return {
    rule: 'word-slip',
    severity,
    range,
    params: { printed, meant, context },
    related: [],
    fixes: [replaceFix(range, meant, true)],
  };
}
