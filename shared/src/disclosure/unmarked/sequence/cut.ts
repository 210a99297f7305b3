/** A row of a sequence of tokens: `start` to `end`, exclusive, and whether it is laid out as most rows are. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly regular: boolean;
}

/** A way a row may be written, and how far it is from how rows are written by rule. */
interface Shape {
  readonly pattern: string;
  readonly cost: number;
}

/** The best ways to cut a sequence from some token on. */
interface Best {
  readonly cost: number;
  /** Whether another way costs as little. */
  readonly tied: boolean;
  readonly shape?: Shape;
}

/** Names are torn into so many words at most. */
const MAX_WORDS = 3;

const IMPOSSIBLE: Best = { cost: Number.POSITIVE_INFINITY, tied: false };
const DONE: Best = { cost: 0, tied: false };

/**
 * Cuts a sequence of tokens into rows: `c` a code, `w` words, `t` the word of a total, `f` a figure. Each row
 * has a code with its name and up to `figures` figures, or is a total. Rows are written alike; where text was
 * taken out of a page line by line some parts of them were swapped, and the way with the fewest swaps is the
 * right one. Undefined where there is none, or several are as good. Takes time in proportion to the length.
 */
export function cutIntoRows(kinds: string, figures: number): Run[] | undefined {
  const ways = [shapesOf('cw', figures), shapesOf('wc', figures)].map((shapes) => bestWays(kinds, shapes));
  const costs = ways.map(([first]) => first?.cost ?? Number.POSITIVE_INFINITY);
  const least = Math.min(...costs);
  const cheapest = ways.filter((_, index) => costs[index] === least);
  const [only, ...others] = cheapest;
  if (!only || others.length > 0 || !Number.isFinite(least)) return undefined;
  return runsOf(only);
}

/** How rows may be written where most are written in this order of code and words. */
function shapesOf(order: 'cw' | 'wc', figures: number): Shape[] {
  const shapes: Shape[] = [];
  const add = (pattern: string, cost: number) => shapes.push({ pattern, cost });
  for (let count = 0; count <= figures; count++) {
    const row = 'f'.repeat(count);
    const blank = count === 0 ? 1 : 0;
    for (let words = 1; words <= MAX_WORDS; words++) {
      const name = 'w'.repeat(words);
      const torn = words - 1;
      add(`c${name}${row}`, blank + torn + (order === 'cw' ? 0 : 1));
      add(`${name}c${row}`, blank + torn + (order === 'wc' ? 0 : 1));
    }
    if (count > 0) add(`t${row}`, 0);
  }
  // A single figure may have slipped in front of its row or between code and name.
  if (figures === 1) for (const pattern of ['fcw', 'fwc', 'cfw', 'wfc', 'ft']) add(pattern, 2);
  return shapes;
}

/** The best way from each token to the end. */
function bestWays(kinds: string, shapes: readonly Shape[]): Best[] {
  const ways: Best[] = Array.from({ length: kinds.length + 1 }, () => IMPOSSIBLE);
  ways[kinds.length] = DONE;
  for (let at = kinds.length - 1; at >= 0; at--) {
    let best = IMPOSSIBLE;
    for (const shape of shapes) {
      const rest = kinds.startsWith(shape.pattern, at) ? ways[at + shape.pattern.length] : undefined;
      const cost = shape.cost + (rest?.cost ?? Number.POSITIVE_INFINITY);
      if (rest && cost < best.cost) best = { cost, tied: rest.tied, shape };
      else if (rest && cost === best.cost && Number.isFinite(cost)) best = { ...best, tied: true };
    }
    ways[at] = best;
  }
  return ways;
}

function runsOf(ways: readonly Best[]): Run[] | undefined {
  const runs: Run[] = [];
  if (ways[0]?.tied) return undefined;
  for (let start = 0; ways[start]?.shape; ) {
    const { pattern, cost } = ways[start]?.shape ?? { pattern: '', cost: 0 };
    runs.push({ start, end: start + pattern.length, regular: cost === 0 });
    start += pattern.length;
  }
  return runs;
}
