import { lazy } from '../text/lazy.ts';
import { groupedBy } from '../text/lists.ts';
import { remember } from '../text/remember.ts';

import { createExplain, type Explanation } from './explain.ts';
import {
  type CodeLists,
  indexCrosswalk,
  indexNames,
  mapByCode,
  mergeRecords,
  parentCode,
} from './indexes.ts';
import { createJudge, type Judgement } from './judge.ts';
import { type CodeNames, compareName, type NameMatch, normalizeName } from './names.ts';
import { createPinyin, type Pinyin } from './pinyin.ts';
import type {
  ChangeEntry,
  Classification,
  CodeEntry,
  CodeRecord,
  ConflictEntry,
  CrosswalkEntry,
  EnglishName,
  ExplanationEntry,
  RecurringExplanation,
  SyllableEntry,
  Validity,
} from './record.ts';
import { createSearch, type SearchOptions } from './search.ts';

export type { Explanation } from './explain.ts';
export { isCodeShaped, type Judgement, type Verdict } from './judge.ts';
export { type CodeNames, type NameMatch, normalizeName } from './names.ts';
export type { Classification, CodeRecord, Confidence, CrosswalkEntry, Level, Validity } from './record.ts';
export type { SearchOptions } from './search.ts';

/** What a catalogue is made of. Arrays are taken as they are and never changed. */
export interface CatalogueData {
  readonly codes: { readonly [C in Classification]: readonly CodeEntry[] };
  readonly crosswalk: readonly CrosswalkEntry[];
  readonly conflicts: readonly ConflictEntry[];
  readonly changes: readonly ChangeEntry[];
  readonly explanations: readonly ExplanationEntry[];
  readonly recurring: readonly RecurringExplanation[];
  readonly english: readonly EnglishName[];
  readonly syllables: readonly SyllableEntry[];
}

/** Records laid over a catalogue, such as a province's own: an entry replaces the one with the same code. */
export interface CatalogueAddition extends Omit<Partial<CatalogueData>, 'codes'> {
  readonly codes?: CodeLists;
}

/**
 * Look-ups over 政府收支分类科目. Pure and frozen; every index is built when a look-up first needs it.
 * Codes are digits only (`2010301`); joining `201`, `03`, `01` is the caller's business.
 */
export interface Catalogue {
  /** Every record with this code. More than one only where an addition uses a number of its own kind. */
  lookup(code: string): readonly CodeRecord[];
  /** The record with this code, if there is one. */
  record(code: string): CodeRecord | undefined;
  /** The known codes above, outermost first: 类, 款. Works for unknown codes too. */
  parents(code: string): readonly CodeRecord[];
  /** The parents and, if known, the code itself: 类 › 款 › 项. */
  path(code: string): readonly CodeRecord[];
  /** The codes directly below, past ones included, in the order of their codes. */
  children(code: string): readonly CodeRecord[];
  /** Records with this name, in any of its accepted or former forms; current names come first. */
  byName(name: string, classification?: Classification): readonly CodeRecord[];
  /** Every name of a record. */
  names(record: CodeRecord): CodeNames;
  /** How a printed name stands to a record's names. A name that belongs to a sibling is never `cut`. */
  matchName(record: CodeRecord, printed: string): NameMatch;
  /** Whether the printed name can stand for the record: anything but `variant` and `different`. */
  nameMatches(record: CodeRecord, printed: string): boolean;
  /** Crosswalk lines that hold this economic code on either side. */
  crosswalk(code: string): readonly CrosswalkEntry[];
  /** Whether all codes directly below are here. `undefined` is no claim, and never false. */
  isComplete(code: string): true | undefined;
  /** Where a code's work went when the code ended. */
  successors(record: CodeRecord): readonly CodeRecord[];
  validity(record: CodeRecord): Validity;
  /** Whether a code may stand in a document of this year; doubt counts for the document. */
  isValid(record: CodeRecord, year: number): boolean;
  /** Added, renamed, removed: what is known to have happened to this code, oldest first. */
  changes(code: string): readonly ChangeEntry[];
  /** Remarks on names or years where documents disagree. */
  conflict(code: string): ConflictEntry | undefined;
  /** What the code pays for, in our own words, never an official text. */
  explanation(code: string): Explanation | undefined;
  /** A short English name, in our own words; undefined where nobody has written one. */
  englishName(code: string): string | undefined;
  /**
   * Judges what stands in a code column. `code`: digits, from a place that is known to hold 科目 codes; unit
   * and project codes must not come here. `printedName`: the name beside it. `year`: the document's.
   */
  judge(code: string, printedName?: string, year?: number): Judgement;
  /**
   * Records whose code begins with the digits, or whose name holds the text or is read as the letters say
   * (`xzyx`, `xingzheng`); the best fit first. An empty text fits all.
   */
  search(text: string, options?: SearchOptions): readonly CodeRecord[];
  /** How well letters fit the pinyin of a text. */
  readonly readAs: Pinyin['fit'];
  /** Whether two characters may be typed for each other by sound. */
  readonly soundAlike: Pinyin['soundAlike'];
  /** All records, sorted by code. */
  all(): readonly CodeRecord[];
}

/** Makes a catalogue. Additions are laid over `data` one after the other, the last one on top. */
export function createCatalogue(data: CatalogueData, ...additions: readonly CatalogueAddition[]): Catalogue {
  const layers: readonly CatalogueAddition[] = [data, ...additions];
  const all = lazy(() => mergeRecords(layers.map((layer) => layer.codes ?? {})));
  const byCode = lazy(() => groupedBy(all(), (record) => record.code));
  const conflicts = lazy(() => mapByCode(layers.flatMap((layer) => layer.conflicts ?? [])));
  const changesByCode = lazy(() =>
    groupedBy(
      layers.flatMap((layer) => layer.changes ?? []),
      (change) => change.code,
    ),
  );
  const crosswalks = lazy(() => indexCrosswalk(layers.flatMap((layer) => layer.crosswalk ?? [])));
  const childrenByParent = lazy(() => {
    const known = byCode();
    return groupedBy(all(), (record) => parentCode(record.code, known) ?? '');
  });
  const nameIndex = lazy(() => indexNames(all(), names));

  const record = (code: string) => byCode().get(code)?.[0];
  const children = (code: string) => (code === '' ? [] : (childrenByParent().get(code) ?? []));

  function names(of: CodeRecord): CodeNames {
    const conflict = conflicts().get(of.code);
    return {
      current: of.name,
      alternatives: conflict?.names ?? [],
      former: of.former ?? [],
      variants: conflict?.variants ?? [],
    };
  }

  function parents(code: string): readonly CodeRecord[] {
    const found: CodeRecord[] = [];
    for (let at = parentCode(code, byCode()); at !== undefined; at = parentCode(at, byCode())) {
      const above = record(at);
      if (above) found.unshift(above);
    }
    return found;
  }

  function siblings(of: CodeRecord): readonly CodeRecord[] {
    const parent = parentCode(of.code, byCode()) ?? '';
    return (childrenByParent().get(parent) ?? []).filter(
      (other) => other.code !== of.code && other.classification === of.classification,
    );
  }

  function matchName(of: CodeRecord, printed: string): NameMatch {
    const match = compareName(names(of), printed);
    if (match !== 'cut' && match !== 'suffix') return match;
    const name = normalizeName(printed);
    return siblings(of).some((other) => normalizeName(other.name) === name) ? 'different' : match;
  }

  function nameMatches(of: CodeRecord, printed: string): boolean {
    const match = matchName(of, printed);
    return match !== 'variant' && match !== 'different';
  }

  const validity = remember((of: CodeRecord): Validity => {
    // A code is not older than those above it, so where its own first year is not known theirs will do.
    const lineage = [of, ...[...parents(of.code)].reverse()];
    const start = lineage.find((each) => each.from !== undefined);
    return {
      ...(start?.from === undefined ? {} : { from: start.from }),
      ...(of.until === undefined ? {} : { until: of.until }),
      margin: Math.max(of.margin ?? 0, start?.margin ?? 0),
      unsure: lineage.some((each) => conflicts().get(each.code)?.yearsUnsure === true),
    };
  });

  function isValid(of: CodeRecord, year: number): boolean {
    const { from, until, margin, unsure } = validity(of);
    if (unsure) return true;
    if (until !== undefined && year > until + margin) return false;
    return from === undefined || year >= from - margin || hadEarlierLife(of, from, year);
  }

  function successors(of: CodeRecord): readonly CodeRecord[] {
    const own = of.successors ?? [];
    if (own.length > 0) return own.flatMap((code) => record(code) ?? []);
    const parent = parents(of.code).at(-1);
    // The 项 of a 款 that moved as a whole are found again by name: 2100601 中医（民族医）药专项 under 21017.
    return (parent?.successors ?? []).flatMap((code) =>
      children(code).filter((each) => each.name === of.name),
    );
  }

  function byName(name: string, classification?: Classification): readonly CodeRecord[] {
    const found = nameIndex().get(normalizeName(name)) ?? [];
    return classification ? found.filter((each) => each.classification === classification) : found;
  }

  const english = lazy(() => mapByCode(layers.flatMap((layer) => layer.english ?? [])));
  const englishName = (code: string) => english().get(code)?.en;
  const pinyin = createPinyin(layers.flatMap((layer) => layer.syllables ?? []));
  const isComplete = (code: string) => record(code)?.complete || undefined;
  const explain = createExplain(
    layers.flatMap((layer) => layer.explanations ?? []),
    layers.flatMap((layer) => layer.recurring ?? []),
    { parents, children, englishName },
  );

  return Object.freeze({
    lookup: (code) => byCode().get(code) ?? [],
    record,
    parents,
    path: (code) => {
      const own = record(code);
      return own ? [...parents(code), own] : parents(code);
    },
    children,
    byName,
    names,
    matchName,
    nameMatches,
    crosswalk: (code) => crosswalks().get(code) ?? [],
    isComplete,
    successors,
    validity,
    isValid,
    changes: (code) => changesByCode().get(code) ?? [],
    conflict: (code) => conflicts().get(code),
    explanation: (code) => {
      const own = record(code);
      return own && explain(own);
    },
    englishName,
    judge: createJudge({
      record,
      parents,
      siblingsBelow: (parent) => childrenByParent().get(parent) ?? [],
      byName,
      names,
      isComplete,
      successors,
      validity,
      isValid,
    }),
    search: createSearch(all, isValid, pinyin),
    readAs: pinyin.fit,
    soundAlike: pinyin.soundAlike,
    all,
  } satisfies Catalogue);
}

/** A number may have had another meaning before its present one: 30311 was 住房公积金 until 2017. */
function hadEarlierLife(record: CodeRecord, from: number, year: number): boolean {
  return (record.former ?? []).some(
    ({ until, margin = 0 }) => until + margin < from && year <= until + margin,
  );
}
