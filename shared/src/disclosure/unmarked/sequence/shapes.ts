/** What may be expected of the rows of a sequence: `c` a code, `w` words, `t` the word of a total, `f` a figure. */
export interface Writing {
  /** How many figures a row has at most. */
  readonly figures: number;
  /** Whether figures may have slipped in front of their row, or between its parts. */
  readonly slips: boolean;
  /** Whether the second half of the figures from `start` to `end`, exclusive, repeats the first. */
  readonly isRepeated?: (start: number, end: number) => boolean;
}

/** In which order most rows have code and words. */
export type Order = 'cw' | 'wc';

/**
 * - `row`: figures of a row slipped
 * - `twofold`: two rows of the same figures were written into each other
 */
export type Slip = 'row' | 'twofold';

/** A row as it may be written from some token on. */
export interface Shape {
  /** Index of the token behind it. */
  readonly end: number;
  /** How far it is from how rows are written by rule. */
  readonly cost: number;
  readonly slip?: Slip;
}

/** Names are torn into so many words at most. */
const MAX_WORDS = 3;
/** Figures that slipped are less likely than a torn name or a row without figures. */
const SLIP = 2;

/** `w` words of a name, `f` figures or none behind all else, `g` all figures that stand together, at least one. */
type Part = 'c' | 'w' | 't' | 'f' | 'g';

const TOTAL_ROW: readonly Part[] = ['t', 'f'];
const SLIPPED: readonly (readonly Part[])[] = [
  ['g', 'c', 'w', 'f'],
  ['g', 'w', 'c', 'f'],
  ['c', 'g', 'w', 'f'],
  ['w', 'g', 'c', 'f'],
  ['g', 't', 'f'],
];
/** Names and codes of two rows stand in front of and behind the figures of both, as cells merged over two lines give. */
const TWOFOLD: readonly Part[] = ['w', 'c', 'g', 'c'];

/** All rows that may stand from a token on. */
export function shapesAt(kinds: string, at: number, writing: Writing, order: Order): Shape[] {
  const { figures } = writing;
  const shapes: Shape[] = [];
  for (const parts of [
    ['c', 'w', 'f'],
    ['w', 'c', 'f'],
  ] as const) {
    const swapped = parts[0] === order[0] ? 0 : 1;
    for (const { end, words, filled } of matches(kinds, at, parts, { figures, words: MAX_WORDS })) {
      shapes.push({ end, cost: (filled === 0 ? 1 : 0) + words - 1 + swapped });
    }
  }
  for (const { end, filled } of matches(kinds, at, TOTAL_ROW, { figures, words: 0 })) {
    if (filled > 0) shapes.push({ end, cost: 0 });
  }
  return writing.slips ? [...shapes, ...slippedAt(kinds, at, writing)] : shapes;
}

function slippedAt(kinds: string, at: number, { figures, isRepeated }: Writing): Shape[] {
  const slipped = SLIPPED.flatMap((parts) =>
    matches(kinds, at, parts, { figures, words: MAX_WORDS }).map(
      ({ end, words }): Shape => ({ end, cost: SLIP + Math.max(words - 1, 0), slip: 'row' }),
    ),
  );
  const twofold = matches(kinds, at, TWOFOLD, { figures: 2 * figures, words: 2 * MAX_WORDS }).flatMap(
    ({ end, words, filled }): Shape | [] =>
      words % 2 === 0 && isRepeated?.(end - 1 - filled, end - 1)
        ? { end, cost: SLIP + words / 2 - 1, slip: 'twofold' }
        : [],
  );
  return [...slipped, ...twofold];
}

/** How many of its parts a row may have. */
interface Limits {
  readonly figures: number;
  readonly words: number;
}

/** A row whose parts were found one behind the other. */
interface Match {
  readonly end: number;
  readonly words: number;
  readonly filled: number;
}

function matches(kinds: string, at: number, parts: readonly Part[], limits: Limits): Match[] {
  let found: Match[] = [{ end: at, words: 0, filled: 0 }];
  for (const part of parts) found = found.flatMap((match) => goOn(kinds, match, part, limits));
  return found;
}

function goOn(kinds: string, { end, words, filled }: Match, part: Part, limits: Limits): Match[] {
  if (part === 'c' || part === 't') return kinds[end] === part ? [{ end: end + 1, words, filled }] : [];
  if (part === 'w') {
    const most = runLength(kinds, end, 'w', limits.words);
    return Array.from({ length: most }, (_, index) => ({ end: end + index + 1, words: index + 1, filled }));
  }
  const most = runLength(kinds, end, 'f', limits.figures - filled + 1);
  if (part === 'g') {
    return most > 0 && most <= limits.figures - filled
      ? [{ end: end + most, words, filled: filled + most }]
      : [];
  }
  const counts = Math.min(most, limits.figures - filled) + 1;
  return Array.from({ length: counts }, (_, count) => ({ end: end + count, words, filled: filled + count }));
}

/** How many tokens of a kind stand together from `at` on, as far as `most`. */
function runLength(kinds: string, at: number, kind: string, most: number): number {
  let length = 0;
  while (length < most && kinds[at + length] === kind) length++;
  return length;
}
