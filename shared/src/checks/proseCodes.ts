import type { Catalogue, CodeRecord } from '../catalogue/catalogue.ts';
import { likeliestOwner, ownersOf } from '../catalogue/nameStanding.ts';
import { normalizeName } from '../catalogue/names.ts';
import { codesWithoutSlipOfLength, nearCodes } from '../catalogue/nearCodes.ts';
import { namesCode } from '../catalogue/nearName.ts';
import { classificationOf } from '../catalogue/record.ts';
import { nameBefore as nameOfCodeBefore } from '../codes/proseNames.ts';
import type { Finding, Fix } from '../findings.ts';
import type { TextNode } from '../syntax/nodes.ts';
import { rangeOf, type Span } from '../text/range.ts';
import { toHalfWidth } from '../text/width.ts';
import { namedCode, report } from './codes/report.ts';

/** Bare digits in a sentence may be anything. */
const DIGITS_IN_BRACKETS = /[（(]\s*(\d{3,10})\s*[）)]/g;
const CODE = /^[1235]\d{2}(?:\d{2}){0,2}$/;
/** Four or six digits behind 办公费 may be an amount: only those of 项 are looked at. */
const SHORTEST_CODE = 7;
/** No name is longer; what stands further in front of the brackets is not beside them. */
const NAME_REACH = 40;
const SHORTEST_NAME = 4;
/** A name as long as this is no tail of another word, whatever stands in front of it. */
const LONG_NAME = 8;
/** What a name may begin behind: the start of the sentence, a mark, or a word that no name ends with. */
const BEFORE_NAME =
  /(?:^|[\s，。；：、,;:“”"'（）()《》.．\d-])$|(?:用于|其中|包括|列入|科目|为|的|和|及|与)$/;

/**
 * Flags a code in brackets behind a name that is another code's: 事业运行（2010305）. Said only where a name of
 * the classification, whole, stands right in front of the brackets, and it is not one of the code's. Ranges
 * count lines from the block's first line. Digits of a wrong number behind a name are flagged as they are in
 * tables: 基本养老保险缴费（20805505）.
 *
 * @param year the document's
 */
export function checkProseCodes(node: TextNode, catalogue: Catalogue, year: number | undefined): Finding[] {
  return node.lines.flatMap(({ line, text }) =>
    [...toHalfWidth(text).matchAll(DIGITS_IN_BRACKETS)].flatMap((match) => {
      const [whole, digits = ''] = match;
      const start = match.index + whole.indexOf(digits);
      const from = Math.max(0, match.index - NAME_REACH);
      const before = text.slice(from, match.index).trimEnd();
      const span = { line, start, end: start + digits.length };
      return CODE.test(digits)
        ? codeFindings(digits, span, before, from)
        : digitFindings(digits, span, before);
    }),
  );

  /** Digits that can be no code behind the name of the one code a slip of the keys away. */
  function digitFindings(digits: string, span: Span, before: string): Finding[] {
    const near = [
      ...codesWithoutSlipOfLength(catalogue, digits, year),
      ...nearCodes(catalogue, digits, year),
    ].filter((each) => each.code.length >= SHORTEST_CODE && nameOfCodeBefore(catalogue, each.code, before));
    const [meant, second] = near;
    if (!meant || second) return [];
    const range = rangeOf(span);
    return report(
      'code-digits',
      range,
      {
        code: digits,
        name: nameOfCodeBefore(catalogue, meant.code, before) ?? '',
        suggestion: namedCode(meant),
      },
      {
        fixes: [
          {
            action: { kind: 'replace-code', ...namedCode(meant) },
            preferred: true,
            edits: [{ range, newText: meant.code }],
          },
        ],
      },
    );
  }

  /** `before`: the text in front of the brackets, which begins at `from` in the line. */
  function codeFindings(digits: string, span: Span, before: string, from: number): Finding[] {
    if (namesCode(catalogue, digits, before)) return [];
    const record = catalogue.record(digits);
    const named = nameBefore(before, digits);
    if (!named) return [];
    const owner = likeliestOwner(named.owners, digits);
    const params = { code: digits, name: named.name, ...(owner && { suggestion: namedCode(owner) }) };
    const fixes: Fix[] = owner
      ? [
          {
            action: { kind: 'replace-code', ...namedCode(owner) },
            preferred: false,
            edits: [{ range: rangeOf(span), newText: owner.code }],
          },
        ]
      : [];
    if (!record) return owner ? report('code-unknown', rangeOf(span), params, { fixes }) : [];
    if (record.confidence === 'unsure') return [];
    const end = from + before.length;
    return report(
      'code-name',
      rangeOf({ line: span.line, start: end - named.name.length, end }),
      { ...params, state: 'another', right: record.name },
      { severity: 'error', fixes },
    );
  }

  /** The longest name of a code of the same list that ends the text, with the codes that are called so. */
  function nameBefore(
    before: string,
    digits: string,
  ): { readonly name: string; readonly owners: readonly CodeRecord[] } | undefined {
    const classification = classificationOf(digits);
    if (!classification) return undefined;
    for (let start = 0; start <= before.length - SHORTEST_NAME; start++) {
      const name = before.slice(start);
      if (name.trimStart() !== name) continue;
      if (name.length < LONG_NAME && !BEFORE_NAME.test(before.slice(0, start))) continue;
      const owners = ownersOf(catalogue, { code: digits, classification }, normalizeName(name), year).filter(
        (each) => each.code.length === digits.length && each.classification === classification,
      );
      if (owners.length > 0) return { name, owners };
    }
    return undefined;
  }
}
