import type { DialectReader } from './dialects/dialect.ts';
import { movedRow } from './movedRow.ts';
import type { RowNode } from './nodes.ts';
import { isRowByRow } from './rowByRow.ts';
import { isSilenceLine } from './silenceLine.ts';

/** Lines of a table that follow each other. */
export interface Stretch {
  readonly first: number;
  /** The line behind the last. */
  readonly end: number;
}

/** More silences in a row are no remark on the next row any more. */
const MOST_SILENCES = 20;

/**
 * The lines of the table that begins at `first`, without the silences between its rows; empty where none
 * begins. A silence in front of a row must not part the table in two.
 */
export function tableStretches(reader: DialectReader, lines: readonly string[], first: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = first; ; ) {
    const count = reader.extent(lines, from);
    if (count === 0) return stretches;
    const end = from + count;
    stretches.push({ first: from, end });
    if (!isRowByRow(reader.dialect)) return stretches;
    from = end;
    while (from - end < MOST_SILENCES && isSilenceLine(lines[from] ?? '')) from++;
    if (from === end) return stretches;
  }
}

/** Reads the rows of a table that silences part. Their lines count from its first, those between the stretches included. */
export function readStretches(
  reader: DialectReader,
  lines: readonly string[],
  stretches: readonly Stretch[],
): RowNode[] {
  const [first] = stretches;
  if (!first) return [];
  const places = stretches.flatMap(({ first: from, end }) =>
    Array.from({ length: end - from }, (_, index) => from + index),
  );
  const place = (line: number): number => (places[line] ?? line) - first.first;
  return reader.read(places.map((line) => lines[line] ?? '')).map((row) => movedRow(row, place));
}
