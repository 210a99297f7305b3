import type { Catalogue, CodeRecord } from '../../catalogue/catalogue.ts';
import { codesWithoutSlipOfLength, nearCodes } from '../../catalogue/nearCodes.ts';
import { nameBefore } from '../../codes/proseNames.ts';
import type { Finding } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { namedCode, report } from '../codes/report.ts';
import type { CodeMention } from './mentions.ts';
import { codeFix } from './proseFixes.ts';

/** Digits of another number may be an amount behind a name: those of 项 are too many for most. */
const LONGEST_DOUBTFUL = 6;
/** Money behind the bracket: then the digits in it are none. */
const MONEY_BEHIND = /^[）)]\s*(?:(?:支出|预算|安排|经费)\s*)?[\d０-９][\d０-９,，.．]*\s*[千万亿]{0,2}元/;

/**
 * Digits in brackets that can be no code, behind the name of the one code a slip of the keys away (`code-digits`). So
 * many digits as an amount may have only count where something else shows that they are a code: other codes in
 * the line, or the amount behind the bracket.
 *
 * @param isListOfCodes whether another code stands beside its name in the line
 */
export function oddDigits(
  { digits, span, text, frontEnd }: CodeMention,
  isListOfCodes: boolean,
  catalogue: Catalogue,
  year: number | undefined,
): Finding[] {
  const mayBeAmount = digits.length <= LONGEST_DOUBTFUL && !isListOfCodes;
  if (mayBeAmount && !MONEY_BEHIND.test(text.slice(span.end))) return [];
  const before = text.slice(0, frontEnd);
  const meant = codeMeant(digits, before, catalogue, year);
  if (!meant) return [];
  const params = {
    code: digits,
    name: nameBefore(catalogue, meant.code, before) ?? '',
    suggestion: namedCode(meant),
  };
  return report('code-digits', rangeOf(span), params, { fixes: [codeFix(span, meant, true)] });
}

/** The one code a slip of the keys away from digits that a text in front of them names. */
export function codeMeant(
  digits: string,
  before: string,
  catalogue: Catalogue,
  year: number | undefined,
): CodeRecord | undefined {
  const near = [
    ...codesWithoutSlipOfLength(catalogue, digits, year),
    ...nearCodes(catalogue, digits, year),
  ].filter((each) => nameBefore(catalogue, each.code, before));
  const [meant, second] = near;
  return second ? undefined : meant;
}
