import { remember } from '../text/remember.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import type { Indicator, NamedIndicator } from './indicators.ts';
import { normalizeName } from './names.ts';

/** What stands in a name for what the writer fills in: 购置**数量. */
export const BLANK = '**';
/** No name is as long; what is longer is a sentence. */
const LONGEST_NAME = 60;
/** A shorter ending fits names of any meaning. */
const SHORTEST_ENDING = 4;
/** A shorter beginning may be that of a name nobody knows. */
const SHORTEST_BEGINNING = 5;

/** `指标1：`, `指标 2: `, `指标:4: `, `1.`, `（1）`, and nothing else in front of a name. */
const PREFIX = /^(?:指标:?\d*:|\(?\d{1,2}[.、)])/;
const CLOSING = /[;。.,、:]/;

/** The names an indicator is known by, as they are compared: its own first, then aliases, then misspellings. */
export const comparedNames: (indicator: Indicator) => readonly string[] = remember(
  ({ name, aliases = [], misspellings = [] }: Indicator) =>
    [name, ...aliases, ...misspellings].map(normalizeName),
);

/** A printed name without what forms put around it, as it is compared. */
export function comparedName(text: string): string {
  return trimEndOf(normalizeName(text.slice(0, 2 * LONGEST_NAME)).replace(PREFIX, ''), CLOSING);
}

/** A name with a blank: what stands in front of it and behind. */
interface Pattern {
  readonly before: string;
  readonly after: string;
  readonly named: NamedIndicator;
}

type LookUp = (text: string) => NamedIndicator | undefined;

/** Makes the look-ups of {@link Indicators}. Of several with the same name the first counts. */
export function createNames(data: readonly Indicator[]): {
  readonly named: LookUp;
  readonly exactly: LookUp;
} {
  const exact = new Map<string, NamedIndicator>();
  const patterns: Pattern[] = [];
  for (const indicator of data) {
    for (const [name, by] of printedNames(indicator)) {
      const named = { indicator, by };
      const key = normalizeName(name);
      if (!exact.has(key)) exact.set(key, named);
      const [before, after] = name.split(BLANK);
      if (before !== undefined && after !== undefined)
        patterns.push({ before: normalizeName(before), after: normalizeName(after), named });
    }
  }
  return {
    exactly: (text) => exact.get(comparedName(text)),
    named(text) {
      const name = comparedName(text);
      if (name === '' || name.length > LONGEST_NAME) return undefined;
      return (
        exact.get(name) ??
        patterns.find((each) => fits(each, name))?.named ??
        byEnding(name) ??
        byBeginning(name)
      );
    },
  };

  /** The only indicator whose own name goes on from this one, as cells that are cut off by their width leave it. */
  function byBeginning(name: string): NamedIndicator | undefined {
    if (name.length < SHORTEST_BEGINNING) return undefined;
    const [indicator, other] = data.filter((each) => comparedNames(each)[0]?.startsWith(name));
    return indicator && !other ? { indicator, by: 'beginning' } : undefined;
  }

  /** The longest rate that the name ends with: what it is computed from is told by its ending. */
  function byEnding(name: string): NamedIndicator | undefined {
    for (let start = 1; start <= name.length - SHORTEST_ENDING; start++) {
      const found = exact.get(name.slice(start));
      if (found?.indicator.formula !== undefined && found.by !== 'misspelling')
        return { indicator: found.indicator, by: 'ending' };
    }
    return undefined;
  }
}

function printedNames({ name, aliases = [], misspellings = [] }: Indicator) {
  return [
    [name, 'name'] as const,
    ...aliases.map((each) => [each, 'alias'] as const),
    ...misspellings.map((each) => [each, 'misspelling'] as const),
  ];
}

function fits({ before, after }: Pattern, name: string): boolean {
  return name.length > before.length + after.length && name.startsWith(before) && name.endsWith(after);
}
