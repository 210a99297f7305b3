import type { Catalogue, CodeRecord } from '../../catalogue/catalogue.ts';
import { nameStanding } from '../../catalogue/nameStanding.ts';
import type { Finding } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { report } from '../codes/report.ts';
import { yearParams } from '../codes/years.ts';
import type { CodeMention } from './mentions.ts';
import type { NamesBeside, PrintedName } from './namesBeside.ts';
import { codeFix, nameFix } from './proseFixes.ts';

const YEARS = /(?:19|20)\d{2}(?=\s*年)/g;

/**
 * A code beside its own name may be no longer or not yet in use in the document's year (`code-year`), or the
 * name may be one of former years, or one that documents are known to print instead (`code-name`). A sentence that
 * speaks of the year in which it was right is left alone.
 */
export function ownNameFindings(
  mention: CodeMention,
  beside: NamesBeside,
  catalogue: Catalogue,
  year: number | undefined,
): Finding[] {
  const record = catalogue.record(mention.digits);
  if (!record || record.confidence === 'unsure') return [];
  const variant = beside.variant(mention);
  if (variant) return variantName(mention, variant, record);
  const printed = beside.own(mention);
  if (!printed || year === undefined) return [];
  const spokenOf = [...mention.text.matchAll(YEARS)].map(([each]) => Number(each));
  const untimely = untimelyCode(mention, printed, record, catalogue, year, spokenOf);
  return untimely.length > 0 ? untimely : oldName(mention, printed, record, catalogue, year, spokenOf);
}

function untimelyCode(
  { digits, span }: CodeMention,
  { name }: PrintedName,
  record: CodeRecord,
  catalogue: Catalogue,
  year: number,
  spokenOf: readonly number[],
): Finding[] {
  const params = yearParams({ code: digits, name }, catalogue.judge(digits, name, year), year);
  if (!params || spokenOf.some((each) => catalogue.isValid(record, each))) return [];
  const [successor, second] = params.successors;
  const fixes =
    successor && !second && successor.name === record.name ? [codeFix(span, successor, false)] : [];
  return report('code-year', rangeOf(span), params, { fixes });
}

/** 国内差旅费（30211). */
function variantName(
  { digits, span, text }: CodeMention,
  { name, start, end }: PrintedName,
  record: CodeRecord,
): Finding[] {
  const nameSpan = { line: span.line, start, end };
  return report(
    'code-name',
    rangeOf(nameSpan),
    { code: digits, name, state: 'altered', right: record.name },
    { fixes: [nameFix(nameSpan, record.name, text, true)] },
  );
}

function oldName(
  { digits, span, text }: CodeMention,
  { name, start, end }: PrintedName,
  record: CodeRecord,
  catalogue: Catalogue,
  year: number,
  spokenOf: readonly number[],
): Finding[] {
  const standing = nameStanding(catalogue, record, name, year);
  if (standing.kind !== 'old' || spokenOf.some((each) => each <= standing.until)) return [];
  const nameSpan = { line: span.line, start, end };
  return report(
    'code-name',
    rangeOf(nameSpan),
    { code: digits, name, state: 'old', right: record.name, until: standing.until },
    { fixes: [nameFix(nameSpan, record.name, text, true)] },
  );
}
