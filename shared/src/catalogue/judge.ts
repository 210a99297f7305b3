import { onlyOf } from '../text/lists.ts';
import { type CodeNames, equalButForSuffix, normalizeName } from './names.ts';
import {
  type Classification,
  type CodeRecord,
  classificationOf,
  deepestLength,
  type Validity,
} from './record.ts';

/**
 * What a code column's content is.
 * - `known`: in the catalogue and in use.
 * - `local`: a known code with further digits, a province's own level or filling zeros. Nothing is wrong.
 * - `retired`, `not-yet`: known, but not in the document's year.
 * - `unknown`: not here. It may exist all the same, so this is a warning at most.
 * - `surely-wrong`: not here, and there is evidence that it does not exist.
 */
export type Judgement =
  | { readonly verdict: 'known'; readonly record: CodeRecord }
  | { readonly verdict: 'local'; readonly record: CodeRecord }
  | {
      readonly verdict: 'retired';
      readonly record: CodeRecord;
      readonly until: number;
      readonly successors: readonly CodeRecord[];
    }
  | { readonly verdict: 'not-yet'; readonly record: CodeRecord; readonly from: number }
  | { readonly verdict: 'unknown'; readonly suggestion?: CodeRecord }
  | {
      readonly verdict: 'surely-wrong';
      /** `shape`: no code looks like this. `name-of-sibling`: the printed name is another code's. */
      readonly reason: 'shape' | 'name-of-sibling';
      readonly suggestion?: CodeRecord;
    };

/** What a judgement comes to, without its evidence. */
export type Verdict = Judgement['verdict'];

/** The look-ups a judgement needs. */
export interface JudgeContext {
  record(code: string): CodeRecord | undefined;
  parents(code: string): readonly CodeRecord[];
  /** Codes directly below `parent`; the empty string is above every 类. */
  siblingsBelow(parent: string): readonly CodeRecord[];
  byName(name: string, classification?: Classification): readonly CodeRecord[];
  names(record: CodeRecord): CodeNames;
  isComplete(code: string): true | undefined;
  successors(record: CodeRecord): readonly CodeRecord[];
  validity(record: CodeRecord): Validity;
  isValid(record: CodeRecord, year: number): boolean;
}

/** Makes the judge of codes. Its rules are those of docs/CATALOGUE.md; an error needs evidence. */
export function createJudge(
  context: JudgeContext,
): (code: string, printedName?: string, year?: number) => Judgement {
  return (code, printedName = '', year) => {
    const record = context.record(code);
    if (record) return judgeKnown(context, record, year);
    const base = knownBase(context, code);
    if (base) return judgeExtended(context, code, base, normalizeName(printedName.slice(0, 200)), year);
    if (!isCodeShaped(code)) return { verdict: 'surely-wrong', reason: 'shape' };
    return judgeAbsent(context, code, normalizeName(printedName.slice(0, 200)), year);
  };
}

function judgeKnown(context: JudgeContext, record: CodeRecord, year: number | undefined): Judgement {
  const { from, until, unsure } = context.validity(record);
  const inUse = year === undefined ? unsure || until === undefined : context.isValid(record, year);
  if (inUse) return { verdict: 'known', record };
  if (until !== undefined && (year === undefined || year > until)) {
    return { verdict: 'retired', record, until, successors: context.successors(record) };
  }
  return from === undefined ? { verdict: 'known', record } : { verdict: 'not-yet', record, from };
}

/** A code filled up with zeros is the code above, unless the name beside it is that of one code below. */
function judgeExtended(
  context: JudgeContext,
  code: string,
  base: CodeRecord,
  name: string,
  year: number | undefined,
): Judgement {
  const below = context
    .siblingsBelow(base.code)
    .filter((each) => each.code.length === code.length && maySuggest(context, each, year));
  const meant = onlyOf(below.filter((each) => hasName(context, each, name)));
  if (!meant || !code.endsWith('00') || hasName(context, base, name))
    return { verdict: 'local', record: base };
  return { verdict: 'unknown', suggestion: meant };
}

/** The known code that these digits extend: with zeros, or below the deepest national level. */
function knownBase(context: JudgeContext, code: string): CodeRecord | undefined {
  for (let base = code; base.endsWith('00') && base.length > 3; ) {
    base = base.slice(0, -2);
    const record = context.record(base);
    if (record) return record;
  }
  const classification = classificationOf(code);
  if (!classification || !/^\d+$/.test(code)) return undefined;
  const depth = deepestLength(classification);
  return code.length > depth ? context.record(code.slice(0, depth)) : undefined;
}

/**
 * Whether digits can be a 科目 code at all: a first group of three that begins with 1, 2, 3 or 5, then pairs,
 * none of them 00 unless only zeros follow. Unit codes such as `993001` or `052001` are not shaped so.
 */
export function isCodeShaped(code: string): boolean {
  if (!/^[1235]\d\d(?:\d\d){0,4}$/.test(code)) return false;
  for (let i = 3; i + 2 < code.length; i += 2) {
    if (code.slice(i, i + 2) === '00' && /[1-9]/.test(code.slice(i + 2))) return false;
  }
  return true;
}

function judgeAbsent(context: JudgeContext, code: string, name: string, year: number | undefined): Judgement {
  if (name === '') return { verdict: 'unknown' };
  const parent = code.slice(0, -2);
  const known = context.siblingsBelow(code.length === 3 ? '' : parent);
  const namesakes = known.filter(
    (each) =>
      each.code.length === code.length &&
      each.classification === classificationOf(code) &&
      maySuggest(context, each, year) &&
      hasName(context, each, name),
  );
  const sibling = onlyOf(namesakes);
  if (sibling && context.isComplete(parent)) {
    return { verdict: 'surely-wrong', reason: 'name-of-sibling', suggestion: sibling };
  }
  const elsewhere = context
    .byName(name, classificationOf(code))
    .filter((each) => each.code.length === code.length && maySuggest(context, each, year));
  const suggestion = sibling ?? (namesakes.length === 0 ? onlyOf(elsewhere) : undefined);
  return suggestion ? { verdict: 'unknown', suggestion } : { verdict: 'unknown' };
}

function maySuggest(context: JudgeContext, record: CodeRecord, year: number | undefined): boolean {
  if (record.confidence === 'unsure') return false;
  return year === undefined ? record.until === undefined : context.isValid(record, year);
}

function hasName(context: JudgeContext, record: CodeRecord, name: string): boolean {
  const { current, alternatives } = context.names(record);
  return [current, ...alternatives].some((each) => equalButForSuffix(normalizeName(each), name));
}
