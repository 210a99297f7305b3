import type { Catalogue, CodeRecord } from '../../catalogue/catalogue.ts';
import { isEditionKnown } from '../../catalogue/editions.ts';
import { likeliestOwner, nameStanding } from '../../catalogue/nameStanding.ts';
import { classificationOf } from '../../catalogue/record.ts';
import type { Finding } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { severityOf } from '../codes/names.ts';
import { namedCode, report } from '../codes/report.ts';
import type { CodeMention } from './mentions.ts';
import type { OtherName } from './namesBeside.ts';
import { codeFix, nameFix } from './proseFixes.ts';

/** A longer list of codes that might be meant helps nobody to choose. */
const MOST_OWNERS = 3;

/** A code with the name of others beside it. */
export interface StrangeName {
  readonly mention: CodeMention;
  readonly other: OtherName;
}

/** What the codes of sentences are held against. */
export interface DocumentOfCodes {
  /** The document's year. */
  readonly year: number | undefined;
  /** The codes of its tables. */
  readonly codes: ReadonlySet<string>;
}

/**
 * A code beside the name of another one: the name is wrong (`code-name`), or the code, which is certain where there
 * is no such code (`code-unknown`). Of years of which the catalogue knows too little nothing is unknown.
 */
export function strangeNameFindings(
  { mention, other }: StrangeName,
  catalogue: Catalogue,
  document: DocumentOfCodes,
): Finding[] {
  const record = catalogue.record(mention.digits);
  return record
    ? wrongName(mention, other, record, catalogue, document)
    : unknownCode(mention, other, document);
}

/** Of the codes with a name the one that the tables have, for sentences speak of these; else the nearest. */
function ownerMeant(
  { owners }: OtherName,
  digits: string,
  { codes }: DocumentOfCodes,
): CodeRecord | undefined {
  const present = owners.filter(({ code }) => codes.has(code));
  return likeliestOwner(present.length > 0 ? present : owners, digits);
}

function unknownCode({ digits, span }: CodeMention, other: OtherName, document: DocumentOfCodes): Finding[] {
  const { name } = other;
  const owner = ownerMeant(other, digits, document);
  if (!owner || !isEditionKnown(classificationOf(digits), document.year)) return [];
  const params = { code: digits, name, suggestion: namedCode(owner) };
  return report('code-unknown', rangeOf(span), params, { fixes: [codeFix(span, owner, false)] });
}

function wrongName(
  { digits, span, text }: CodeMention,
  other: OtherName,
  record: CodeRecord,
  catalogue: Catalogue,
  document: DocumentOfCodes,
): Finding[] {
  const { name, start, end } = other;
  const { year } = document;
  const standing = nameStanding(catalogue, record, name, year);
  const severity = standing.kind === 'another' ? severityOf(standing, record, year) : undefined;
  if (!severity) return [];
  const owner = ownerMeant(other, digits, document);
  const nameSpan = { line: span.line, start, end };
  const owners = owner ? [owner] : other.owners;
  const fixes = [
    ...(owners.length <= MOST_OWNERS ? owners.map((each) => codeFix(span, each, false)) : []),
    nameFix(nameSpan, record.name, text, false),
  ];
  return report(
    'code-name',
    rangeOf(nameSpan),
    {
      code: digits,
      name,
      state: 'another',
      right: record.name,
      ...(owner && { suggestion: namedCode(owner) }),
    },
    { severity, fixes },
  );
}
