import type { Range } from '#core/text/range.ts';

/** Whole lines, both inclusive, without the break behind the last. */
export function lineRange(first: number, last: number, lines: readonly string[]): Range {
  return {
    start: { line: first, character: 0 },
    end: { line: last, character: lines[last]?.length ?? 0 },
  };
}
