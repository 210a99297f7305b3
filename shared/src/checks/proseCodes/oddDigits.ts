import type { Catalogue } from '../../catalogue/catalogue.ts';
import { codesWithoutSlipOfLength, nearCodes } from '../../catalogue/nearCodes.ts';
import { nameBefore } from '../../codes/proseNames.ts';
import type { Finding } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { namedCode, report } from '../codes/report.ts';
import type { CodeMention } from './mentions.ts';
import { codeFix } from './proseFixes.ts';

/** Four or six digits behind 办公费 may be an amount: only those of 项 are looked at. */
const SHORTEST_CODE = 7;

/** Digits in brackets that can be no code, behind the name of the one code a slip of the keys away (`code-digits`). */
export function oddDigits(
  { digits, span, text, frontEnd }: CodeMention,
  catalogue: Catalogue,
  year: number | undefined,
): Finding[] {
  const before = text.slice(0, frontEnd);
  const near = [
    ...codesWithoutSlipOfLength(catalogue, digits, year),
    ...nearCodes(catalogue, digits, year),
  ].filter((each) => each.code.length >= SHORTEST_CODE && nameBefore(catalogue, each.code, before));
  const [meant, second] = near;
  if (!meant || second) return [];
  const params = {
    code: digits,
    name: nameBefore(catalogue, meant.code, before) ?? '',
    suggestion: namedCode(meant),
  };
  return report('code-digits', rangeOf(span), params, { fixes: [codeFix(span, meant, true)] });
}
