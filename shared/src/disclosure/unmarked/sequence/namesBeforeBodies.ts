import { isKnownHeading } from '../../../syntax/headingWords.ts';
import type { RowNode } from '../../../syntax/nodes.ts';
import { range } from '../../../text/lists.ts';
import { compactLabel } from '../../../text/width.ts';
import { isTotalLabel } from '../../labels.ts';
import { joined } from '../tokens.ts';
import { MAX_NAME_LINES, nameIn } from './nameLines.ts';

/** Words that follow each other in a sequence, from one row up to another, exclusive, in front of a figure. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/**
 * Names of projects that go over lines put together, where each has the name of a body behind it: that is longer than what
 * stands in front of it somewhere, so that it is no rest of a name anywhere, and most rows have one line in front of it.
 */
export function withNamesBeforeBodies(rows: readonly RowNode[]): readonly RowNode[] {
  const runs = runsIn(rows);
  const textAt = (at: number): string => compactLabel(rows[at]?.cells[0]?.text ?? '');
  const bodies = new Set(
    runs.flatMap(({ start, end }) => {
      const before = range(start, end - 1).map(textAt);
      const own = textAt(end - 1);
      return before.length > 0 && before.every((text) => text.length < own.length) ? own : [];
    }),
  );
  const named = runs.filter(({ end, start }) => end - start > 1 && bodies.has(textAt(end - 1)));
  const whole = named.filter(({ start, end }) => end - start === 2);
  const wrapped = named.filter(({ start, end }) => {
    const lines = range(start, end - 1).map(textAt);
    const [first = '', ...rests] = lines;
    const areRests = rests.every((text) => text.length <= first.length && !isTotalLabel(text));
    return rests.length > 0 && rests.length < MAX_NAME_LINES && areRests && !lines.some(isKnownHeading);
  });
  if (whole.length <= wrapped.length || wrapped.length === 0) return rows;
  const ends = new Map(wrapped.map(({ start, end }) => [start, end - 1]));
  const joint: RowNode[] = [];
  for (let at = 0; at < rows.length; ) {
    const end = ends.get(at) ?? at + 1;
    const row = rows[at];
    const [first, ...rests] = range(at, end).flatMap((line) => rows[line]?.cells.slice(0, 1) ?? []);
    if (row) joint.push(first && rests.length > 0 ? { ...row, cells: [joined([first, ...rests], 0)] } : row);
    at = end;
  }
  return joint;
}

function runsIn(rows: readonly RowNode[]): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (const [at, row] of rows.entries()) {
    if (nameIn(row)) continue;
    if (at > start) runs.push({ start, end: at });
    start = at + 1;
  }
  return runs;
}
