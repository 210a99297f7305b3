import type { CodeRecord, CrosswalkEntry, Judgement } from '#core/catalogue/catalogue.ts';
import type { Words } from '../words.ts';
import type { FeatureContext } from './context.ts';
import type { TextBlock } from './markdown.ts';

/** A government code gathers up to twenty departmental ones; more than this reads like noise. */
const MOST_CODES = 8;
const CODE_IN_TEXT = /(?<!\d)[1235]\d{2}(?:\d{2}){0,2}(?!\d)/g;

/** The known verdicts: there is a record to speak of. */
export type KnownJudgement = Extract<Judgement, { readonly record: CodeRecord }>;

/** A code as a document prints it. */
export interface PrintedCode {
  /** Longer than those of the record where a place has codes of its own. */
  readonly digits: string;
  /** The name beside it; empty where there is none. */
  readonly name: string;
}

/** Whether there is a record to speak of. */
export function isKnown(judgement: Judgement): judgement is KnownJudgement {
  return 'record' in judgement;
}

/** What there is to say about a code, be it in the catalogue or not; undefined for digits below no 类. */
export function codeBlocks(
  printed: PrintedCode,
  judgement: Judgement,
  context: FeatureContext,
): TextBlock[] | undefined {
  return isKnown(judgement)
    ? knownCodeBlocks(printed, judgement, context)
    : unknownCodeBlocks(printed, judgement, context);
}

/** Where a code that the catalogue does not have would belong, and which one is likely meant. */
function unknownCodeBlocks(
  { digits, name }: PrintedCode,
  judgement: Exclude<Judgement, KnownJudgement>,
  context: FeatureContext,
): TextBlock[] | undefined {
  const { catalogue, words } = context;
  const parents = catalogue.parents(digits);
  if (parents.length === 0) return undefined;
  const { suggestion } = judgement;
  return [
    { kind: 'title', text: `${digits} ${name}`.trim() },
    { kind: 'lines', lines: [parents.map((each) => `${each.code} ${each.name}`).join(' › ')] },
    { kind: 'lines', lines: [words.notInCatalogue] },
    ...(suggestion
      ? [{ kind: 'list', items: [words.namedLike(`${suggestion.code} ${suggestion.name}`)] } as const]
      : []),
  ];
}

/**
 * Code and name; its path and classification; what it pays for; codes it is taken for, its counterparts in the
 * other economic classification, its years and former names.
 */
function knownCodeBlocks(
  { digits, name }: PrintedCode,
  judgement: KnownJudgement,
  context: FeatureContext,
): TextBlock[] {
  const { record } = judgement;
  const { catalogue, language, words } = context;
  const path = catalogue.path(record.code).map(({ name }) => name);
  const facts = [
    ...(path.length > 1 ? [path.join(' › ')] : []),
    `${language.classification[record.classification]}（${record.level}）`,
  ];
  const explanation = explanationOf(record, context);
  const notes = [
    ...confusionNotes(record, context),
    ...crosswalkNotes(record, context),
    ...yearNotes(judgement, context),
  ];
  const rest = digits.slice(record.code.length);
  const isPadded = Number(rest) === 0;
  const national = `${record.code} ${record.name}`;
  if (rest !== '') notes.unshift(isPadded ? words.padded(national) : words.local(national));
  if (record.confidence === 'unsure') notes.push(words.codeUnsure);
  return [
    { kind: 'title', text: isPadded ? titleOf(digits, record, context) : `${digits} ${name}`.trim() },
    { kind: 'lines', lines: facts },
    ...(explanation === undefined ? [] : [{ kind: 'lines', lines: [explanation] } as const]),
    { kind: 'list', items: notes },
  ];
}

function titleOf(digits: string, record: CodeRecord, context: FeatureContext): string {
  return [`${digits} ${record.name}`, ...englishNames(record.code, context)].join(' · ');
}

/** What the name of a code means, for those who read English. */
export function englishNames(code: string, { catalogue, words }: FeatureContext): string[] {
  const english = words.translatesNames ? catalogue.englishName(code) : undefined;
  return english === undefined ? [] : [english];
}

/** What the code pays for, in our own words; undefined where nobody has written them yet. */
export function explanationOf(record: CodeRecord, { catalogue, words }: FeatureContext): string | undefined {
  const explanation = catalogue.explanation(record.code);
  return explanation && words.explanation(explanation);
}

/**
 * The codes that the explanation names to tell them from this one: what institutions use instead, what a trip
 * abroad is. The codes that this one is a part of, and its own parts, are none to be taken for it.
 */
function confusionNotes(record: CodeRecord, { catalogue, words }: FeatureContext): string[] {
  const text = catalogue.explanation(record.code)?.zh ?? '';
  const codes = [...text.matchAll(CODE_IN_TEXT)].map(([code]) => code);
  const others = [...new Set(codes)]
    .filter((code) => !code.startsWith(record.code) && !record.code.startsWith(code))
    .flatMap((code) => catalogue.record(code) ?? []);
  return others.length > 0 ? [words.confusedWith(listOf(others, words))] : [];
}

/** Years of use, former names and successors. */
function yearNotes(judgement: KnownJudgement, { catalogue, words }: FeatureContext): string[] {
  const { record } = judgement;
  const { from, until, margin, unsure } = catalogue.validity(record);
  const notes: string[] = [];
  if (from !== undefined && until === undefined) notes.push(words.since(from, margin));
  if (until !== undefined) notes.push(words.until(until, margin));
  if (unsure) notes.push(words.yearsUnsure);
  for (const former of record.former ?? []) notes.push(words.formerName(former.name, former.until));
  const successors = catalogue.successors(record);
  if (successors.length > 0) notes.push(words.successors(listOf(successors, words)));
  return notes;
}

/**
 * The codes on the other side of the crosswalk. Departmental codes go to one government code for offices and
 * to another for institutions (505, 506). What is only presumed (`former`, `unsure`) is left out.
 */
function crosswalkNotes(record: CodeRecord, { catalogue, words }: FeatureContext): string[] {
  const entries = catalogue
    .crosswalk(record.code)
    .filter(({ relation }) => relation !== 'former' && relation !== 'unsure');
  const codesOf = (side: 'government' | 'department', wanted: (entry: CrosswalkEntry) => boolean) =>
    entries.filter(wanted).flatMap((entry) => catalogue.record(entry[side]) ?? []);
  if (record.classification === 'economic-government') {
    const codes = codesOf('department', () => true);
    return codes.length === 0 ? [] : [words.departmentCodes(listOf(codes, words))];
  }
  const offices = codesOf('government', ({ relation }) => relation !== 'expanded');
  const institutions = codesOf('government', ({ relation }) => relation === 'expanded');
  return [
    ...(offices.length > 0 ? [words.governmentCode(listOf(offices, words))] : []),
    ...(institutions.length > 0 ? [words.governmentCodeOfInstitutions(listOf(institutions, words))] : []),
  ];
}

function listOf(records: readonly CodeRecord[], words: Words): string {
  const shown = records.slice(0, MOST_CODES).map(({ code, name }) => `${code} ${name}`);
  const list = shown.join(words.listSeparator);
  return records.length > MOST_CODES ? `${list}${words.more(records.length)}` : list;
}
