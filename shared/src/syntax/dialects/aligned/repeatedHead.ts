import { isGapped, shapeOf } from './shape.ts';

/**
 * How many lines from `at` on are those that a table begins with, sign by sign: a page has the headings of the table
 * again, and what stands below them stands where it stands on the first page. 0 where they are not, or are no
 * headings: some of these stand apart.
 *
 * @param first index of the first line of the table
 * @param start index behind its headings
 */
export function repeatedHead(lines: readonly string[], first: number, start: number, at: number): number {
  let length = 0;
  while (first + length < start && isSame(lines[first + length], lines[at + length])) length++;
  const head = lines.slice(first, first + length).map(shapeOf);
  const words = head.findLastIndex(({ kind }) => kind !== 'blank') + 1;
  return head.slice(0, words).some(isGapped) ? words : 0;
}

function isSame(line: string | undefined, other: string | undefined): boolean {
  return line !== undefined && line.trimEnd() === other?.trimEnd();
}

/** Whether a page may end with a line. */
function isEnd(line: string | undefined): boolean {
  const kind = line === undefined ? undefined : shapeOf(line).kind;
  return kind === 'blank' || kind === 'page';
}

/** A table without the headings that its pages repeat. */
export interface OnePage {
  /** All lines; those of repeated headings are empty. */
  readonly lines: readonly string[];
  /** Index behind the headings as far as their repeats tell it: what stands below them begins the body. */
  readonly headEnd: number | undefined;
}

/**
 * Takes out the headings that stand again within a table, each time behind a blank line, the number of a page or themselves,
 * and as long.
 *
 * @param start index of the first row of figures
 */
export function withoutRepeatedHeads(lines: readonly string[], start: number): OnePage {
  const first = lines.findIndex((line) => line.trim() !== '');
  const repeats: { readonly at: number; readonly length: number }[] = [];
  lines.forEach((line, at) => {
    const before = repeats.at(-1);
    const isAgain = at > first && isSame(lines[first], line);
    const isTop = isAgain && (isEnd(lines[at - 1]) || (before && before.at + before.length === at));
    const length = isTop ? repeatedHead(lines, first, start, at) : 0;
    if (length > 0) repeats.push({ at, length });
  });
  const [length = 0, ...others] = new Set(repeats.map((repeat) => repeat.length));
  if (length === 0 || others.length > 0) return { lines, headEnd: undefined };
  const isRepeated = (index: number) => repeats.some(({ at }) => index >= at && index < at + length);
  return {
    lines: lines.map((line, index) => (isRepeated(index) ? '' : line)),
    headEnd: first + length,
  };
}
