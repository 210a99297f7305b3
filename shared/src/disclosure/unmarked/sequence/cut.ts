import { type Order, type Shape, type Slip, shapesAt, type Writing } from './shapes.ts';

/** A row of a sequence of tokens: `start` to `end`, exclusive, and whether it is laid out as most rows are. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly regular: boolean;
  readonly slip?: Slip;
}

/** The best ways to cut a sequence from some token on. */
interface Best {
  readonly cost: number;
  /** All shapes of the first row with which it costs as little. */
  readonly shapes: readonly Shape[];
}

const IMPOSSIBLE: Best = { cost: Number.POSITIVE_INFINITY, shapes: [] };
const DONE: Best = { cost: 0, shapes: [] };

/**
 * Cuts a sequence of tokens into rows: `c` a code, `w` words, `t` the word of a total, `f` a figure. Each row
 * has a code with its name and some figures, or is a total. Rows are written alike; where text was
 * taken out of a page line by line some parts of them were swapped, and the way with the fewest swaps is the
 * right one. Undefined where there is none, or several are as good. Takes time in proportion to the length.
 */
export function cutIntoRows(kinds: string, writing: Writing): Run[] | undefined {
  const [only, ...others] = waysToCut(kinds, writing, 1);
  return others.length === 0 ? only : undefined;
}

/** All ways to cut a sequence with the fewest swaps; none where there are more than `most`. */
export function waysToCut(kinds: string, writing: Writing, most: number): Run[][] {
  const found = (['cw', 'wc'] as const).map((order) => bestWays(kinds, writing, order));
  const costs = found.map(([first]) => first?.cost ?? Number.POSITIVE_INFINITY);
  const least = Math.min(...costs);
  if (!Number.isFinite(least)) return [];
  const ways = found.flatMap((best, index) => (costs[index] === least ? runsOf(best, most) : []));
  return ways.length > most ? [] : ways;
}

/** The best ways from each token to the end. */
function bestWays(kinds: string, writing: Writing, order: Order): Best[] {
  const ways: Best[] = Array.from({ length: kinds.length + 1 }, () => IMPOSSIBLE);
  ways[kinds.length] = DONE;
  for (let at = kinds.length - 1; at >= 0; at--) {
    let best = IMPOSSIBLE;
    for (const shape of shapesAt(kinds, at, writing, order)) {
      const cost = shape.cost + (ways[shape.end]?.cost ?? Number.POSITIVE_INFINITY);
      if (cost < best.cost) best = { cost, shapes: [shape] };
      else if (cost === best.cost && Number.isFinite(cost)) best = { cost, shapes: [...best.shapes, shape] };
    }
    ways[at] = best;
  }
  return ways;
}

/** The rows up to some token, the last of them first. */
interface Trail {
  readonly run: Run;
  readonly before: Trail | undefined;
}

/** The ways to cut that the best shapes give; where there are more than `most`, more than `most` of them. */
function runsOf(ways: readonly Best[], most: number): Run[][] {
  const done: (Trail | undefined)[] = [];
  let open: (Trail | undefined)[] = [undefined];
  while (open.length > 0 && done.length + open.length <= most) {
    done.push(...open.filter((trail) => trail?.run.end === ways.length - 1));
    open = open.flatMap((before) => {
      const start = before?.run.end ?? 0;
      return (ways[start]?.shapes ?? []).map(({ end, cost, slip }) => {
        const run = { start, end, regular: cost === 0, ...(slip && { slip }) };
        return { run, before };
      });
    });
  }
  return [...done, ...open].map(unrolled);
}

function unrolled(last: Trail | undefined): Run[] {
  const runs: Run[] = [];
  for (let trail = last; trail; trail = trail.before) runs.push(trail.run);
  return runs.reverse();
}
