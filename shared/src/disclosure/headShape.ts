import type { Heading, HeadLine } from './headings.ts';

/** How many columns the lines reach over. */
export function reach(lines: readonly HeadLine[]): number {
  let width = 0;
  for (const line of lines) for (const { column } of line) width = Math.max(width, column + 1);
  return width;
}

/** Whether a line has a heading over each of so many columns. */
export function isComplete(line: HeadLine, width: number): boolean {
  return line.length === width && line.every(({ column }, index) => column === index);
}

/** What stands over one column alone, from the top down, and each group with the columns below it. */
export interface Tiles {
  readonly own: ReadonlyMap<number, HeadLine>;
  readonly groups: readonly { readonly heading: Heading; readonly last: number }[];
}

/**
 * Takes headings apart that stand as they do where each is printed in the first line and first column of what
 * it heads: every column from the first on is headed, and a heading over several columns has others below it,
 * the first of them straight below. Undefined where they stand otherwise.
 */
export function tilesOf(lines: readonly HeadLine[]): Tiles | undefined {
  return tilesWithin(lines, 0, reach(lines) - 1);
}

function tilesWithin([top, ...below]: readonly HeadLine[], first: number, last: number): Tiles | undefined {
  if (!top) return undefined;
  const line = top.filter(({ column }) => first <= column && column <= last);
  if (line.length === 0) return tilesWithin(below, first, last);
  if (line[0]?.column !== first) return undefined;
  const own = new Map<number, HeadLine>();
  const groups: { readonly heading: Heading; readonly last: number }[] = [];
  for (const [index, heading] of line.entries()) {
    const { column } = heading;
    const end = (line[index + 1]?.column ?? last + 1) - 1;
    if (end === column) {
      own.set(
        column,
        [top, ...below].flatMap((each) => each.filter((other) => other.column === column)),
      );
      continue;
    }
    const inner = tilesWithin(below, column, end);
    if (!inner) return undefined;
    for (const [at, headings] of inner.own) own.set(at, headings);
    groups.push({ heading, last: end }, ...inner.groups);
  }
  return { own, groups };
}
