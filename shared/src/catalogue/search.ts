import { lazy } from '../text/lazy.ts';
import { groupedBy } from '../text/lists.ts';

import { normalizeName } from './names.ts';
import { isLetters, type Pinyin } from './pinyin.ts';
import type { Classification, CodeRecord, Level } from './record.ts';

/** What a search is narrowed to. */
export interface SearchOptions {
  readonly classification?: Classification;
  readonly level?: Level;
  /** Only codes below this one. */
  readonly under?: string;
  /** The document's year: only codes in use then. Without it, only those in use today. */
  readonly year?: number;
  /** How many at most; 50 if not said. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 50;

/**
 * Returns the search function of a catalogue. `all` must be sorted by code.
 * Digits are looked for at the beginning of codes; other text in names, where a name that begins with the
 * text comes before one that only holds it, and a shorter code before a longer one. Letters are looked for in
 * the pinyin of names, in the same order.
 */
export function createSearch(
  all: () => readonly CodeRecord[],
  isValid: (record: CodeRecord, year: number) => boolean,
  pinyin: Pinyin,
): (text: string, options?: SearchOptions) => readonly CodeRecord[] {
  // 行政运行 is the name of many codes; each name is looked at once.
  const named = lazy(() => groupedBy(all(), (record) => normalizeName(record.name)));

  return (text, options = {}) => {
    const { limit = DEFAULT_LIMIT } = options;
    const wanted = normalizeName(text.slice(0, 200));
    const fits = (record: CodeRecord) => fitsOptions(record, options, isValid);
    if (/^\d*$/.test(wanted)) return firstWithPrefix(all(), wanted, limit, fits);

    const letters = isLetters(wanted) ? wanted : undefined;
    const fitOf = (name: string): 'beginning' | 'within' | undefined => {
      const at = name.indexOf(wanted);
      if (at !== -1) return at === 0 ? 'beginning' : 'within';
      return letters === undefined ? undefined : pinyin.fit(name, letters);
    };
    const beginning: CodeRecord[] = [];
    const within: CodeRecord[] = [];
    for (const [name, records] of named()) {
      const fit = fitOf(name);
      if (fit !== undefined) (fit === 'beginning' ? beginning : within).push(...records.filter(fits));
    }
    const byLevel = (a: CodeRecord, b: CodeRecord) =>
      a.code.length - b.code.length || (a.code < b.code ? -1 : 1);
    return [...beginning.sort(byLevel), ...within.sort(byLevel)].slice(0, limit);
  };
}

function firstWithPrefix(
  records: readonly CodeRecord[],
  digits: string,
  limit: number,
  fits: (record: CodeRecord) => boolean,
): readonly CodeRecord[] {
  const found: CodeRecord[] = [];
  for (let i = lowerBound(records, digits); i < records.length && found.length < limit; i++) {
    const record = records[i];
    if (!record?.code.startsWith(digits)) break;
    if (fits(record)) found.push(record);
  }
  return found;
}

/** The index of the first record whose code is not before `code`. */
function lowerBound(records: readonly CodeRecord[], code: string): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle]?.code ?? '') < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fitsOptions(
  record: CodeRecord,
  options: SearchOptions,
  isValid: (record: CodeRecord, year: number) => boolean,
): boolean {
  if (options.classification && record.classification !== options.classification) return false;
  if (options.level && record.level !== options.level) return false;
  if (options.under !== undefined) {
    if (record.code === options.under || !record.code.startsWith(options.under)) return false;
  }
  return options.year === undefined ? record.until === undefined : isValid(record, options.year);
}
