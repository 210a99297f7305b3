import type { NumberToken, Tokens, YearToken } from './tokens.ts';

/** A part of a sentence between two marks. Offsets are those of the compact text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** The mark behind it: , ; : 。 ( ) 、 or empty at the end of the text. */
  readonly mark: string;
  readonly sentence: number;
  /** Counts the parts of the text between semicolons and full stops. */
  readonly group: number;
  /** How many brackets with figures in them it stands in. */
  readonly depth: number;
  readonly numbers: readonly NumberToken[];
  readonly years: readonly YearToken[];
  /** Its place among the clauses. */
  readonly index: number;
}

/** An aside in brackets, or a title, is no longer. */
const MAX_ASIDE = 200;

/**
 * Parts a text into clauses. Brackets without figures, as in 因公出国(境)费, and titles in 《》 are words of their
 * clause; brackets with figures hold clauses of their own. 、 parts figures, not words.
 */
export function readClauses(text: string, { numbers, years }: Tokens): Clause[] {
  const asides = readAsides(text, numbers);
  const unitEnds = new Set(numbers.filter(({ unit }) => unit !== '').map(({ unitEnd }) => unitEnd));
  const stated = outside(numbers, asides.titles);
  const spoken = outside(years, asides.titles);
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  let group = 0;
  let depth = 0;
  let nextNumber = 0;
  let nextYear = 0;
  const close = (end: number, mark: string) => {
    const [firstNumber, firstYear] = [nextNumber, nextYear];
    while (nextNumber < stated.length && (stated[nextNumber]?.start ?? 0) < end) nextNumber++;
    while (nextYear < spoken.length && (spoken[nextYear]?.start ?? 0) < end) nextYear++;
    clauses.push({
      start,
      end,
      mark,
      sentence,
      group,
      depth,
      numbers: stated.slice(firstNumber, nextNumber),
      years: spoken.slice(firstYear, nextYear),
      index: clauses.length,
    });
    start = end + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const skip = asides.inert.get(at);
    if (skip !== undefined) {
      at = skip;
      continue;
    }
    const found = markAt(text, at, unitEnds);
    // A full stop in brackets ends no sentence: the words behind the brackets go on.
    const mark = found === '。' && depth > 0 ? ';' : found;
    if (mark === undefined) continue;
    if ((mark === '(' || mark === ')') && !asides.live.has(at)) continue;
    close(at, mark);
    if (mark === '(') depth++;
    else if (mark === ')') depth = Math.max(0, depth - 1);
    else if (mark === ';') group++;
    else if (mark === '。') {
      group++;
      sentence++;
    }
  }
  if (start < text.length) close(text.length, '');
  return clauses;
}

/** The tokens that stand in no title; both lists are in the order of the text. */
function outside<T extends { readonly start: number }>(tokens: readonly T[], titles: readonly Title[]): T[] {
  let next = 0;
  return tokens.filter(({ start }) => {
    while (next < titles.length && (titles[next]?.end ?? 0) < start) next++;
    const title = titles[next];
    return !title || start < title.start;
  });
}

interface Title {
  readonly start: number;
  readonly end: number;
}

interface Asides {
  /** Where brackets, titles and numbers begin that are in one clause, and where they end. */
  readonly inert: ReadonlyMap<number, number>;
  /** Brackets with figures in them. */
  readonly live: ReadonlySet<number>;
  readonly titles: readonly Title[];
}

function readAsides(text: string, numbers: readonly NumberToken[]): Asides {
  const inert = new Map<number, number>();
  const live = new Set<number>();
  const titles: Title[] = [];
  const open: number[] = [];
  let title = -1;
  let next = 0;
  let lastFigure = -1;
  for (let at = 0; at < text.length; at++) {
    const number = numbers[next];
    if (number && number.start <= at) {
      if (number.unit !== '') lastFigure = number.start;
      // The comma of 3,434.40 parts nothing.
      inert.set(number.start, number.end - 1);
      next++;
    }
    const char = text.charAt(at);
    if (char === '《' && title === -1) title = at;
    else if (char === '》' && title !== -1) {
      if (at - title <= MAX_ASIDE) {
        titles.push({ start: title, end: at });
        inert.set(title, at);
      }
      title = -1;
    } else if (char === '(') open.push(at);
    else if (char === ')') {
      const from = open.pop();
      if (from === undefined || at - from > MAX_ASIDE) continue;
      if (lastFigure > from) {
        live.add(from);
        live.add(at);
      } else inert.set(from, at);
    }
  }
  return { inert, live, titles };
}

/** The mark at an offset, the half-width ones as their full-width twins mean. */
function markAt(text: string, at: number, unitEnds: ReadonlySet<number>): string | undefined {
  const char = text.charAt(at);
  switch (char) {
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case '。':
      return char;
    case '!':
    case '?':
      return '。';
    case '、':
      return unitEnds.has(at) ? char : undefined;
    case '.':
      // A half-width full stop behind a Chinese word; else it belongs to a number.
      return text.charCodeAt(at - 1) > 0x2e80 && !/\d/.test(text.charAt(at + 1)) ? '。' : undefined;
    default:
      return undefined;
  }
}
