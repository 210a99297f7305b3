import { parseNumbering } from '../../../text/numbering.ts';
import type { CellNode, RowNode } from '../../nodes.ts';
import { cellOf, LOOKAHEAD } from '../dialect.ts';
import { cellsOn } from './cellsOn.ts';
import { isFigure, type Kind, kindAt } from './kinds.ts';
import type { Cells } from './shape.ts';
import { nextCell, type Stride } from './strides.ts';

/** So many cells without a figure end a table, unless so many of them are entries of its lists. */
const MAX_WITHOUT_FIGURE = LOOKAHEAD;
const MIN_ENTRIES = 8;

/** Where a cell stands. */
export interface CellPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Cells, and where they stand. */
export interface PlacedCells extends Cells {
  /** Whether more cells follow than were to be looked at. */
  readonly isCut: boolean;
  /** Of each cell up to the last figure. */
  readonly places: readonly CellPlace[];
}

/** The cells of so many lines from one on, up to the last figure before something that is no cell. */
export function cellsFrom(
  lines: readonly string[],
  first: number,
  stride: Stride,
  most: number,
): PlacedCells {
  const kinds: Kind[] = [];
  const places: CellPlace[] = [];
  let count = 0;
  let line: number | undefined = first;
  let step = 0;
  for (; step < most && line !== undefined; step++) {
    const kind = kindAt(lines, line);
    if (kind === undefined) break;
    if (kinds.length - count > MAX_WITHOUT_FIGURE) {
      const entries = entriesFrom(lines, places.slice(count));
      if (entries.length < MIN_ENTRIES) break;
      count += (entries.at(-1) ?? 0) + 1;
    }
    const pieces = cellsOn(lines, line);
    if (pieces) for (const piece of pieces) kinds.push(piece.kind);
    else kinds.push(kind);
    places.push(...placesOn(lines, line));
    if (isFigure(kinds.at(-1))) count = kinds.length;
    line = nextCell(lines, line, stride);
  }
  return {
    count,
    isCut: step >= most,
    places: places.slice(0, count),
    kind: (index) => (index < count ? kinds[index] : 'blank'),
    text: (index) => textAt(lines, places[index]),
  };
}

/** Which of some cells are numbered entries of a list (13、交通运输支出), by their indexes. */
function entriesFrom(lines: readonly string[], places: readonly CellPlace[]): number[] {
  return places.flatMap((place, index) => (parseNumbering(textAt(lines, place)) ? index : []));
}

/** Where the cells of a line stand. */
export function placesOn(lines: readonly string[], line: number): CellPlace[] {
  const pieces = cellsOn(lines, line) ?? [{ start: 0, end: lines[line]?.length ?? 0 }];
  return pieces.map(({ start, end }) => ({ line, start, end }));
}

function textAt(lines: readonly string[], place: CellPlace | undefined): string {
  return place ? (lines[place.line]?.slice(place.start, place.end) ?? '') : '';
}

/** A row among the cells. */
export interface Place {
  /** Index of the row's first cell. */
  readonly index: number;
  /** For each of its cells the column. */
  readonly columns: readonly number[];
}

/** A row has a cell for every column up to its last; those it lacks are empty. */
export function rowOf(
  lines: readonly string[],
  places: readonly CellPlace[],
  { index, columns }: Place,
): RowNode {
  const width = (columns.at(-1) ?? 0) + 1;
  const lineOf = (cell: number) => places[Math.max(cell, index, 0)]?.line ?? lines.length - 1;
  const cells = Array.from({ length: width }, (_, column): CellNode => {
    const own = index + columns.indexOf(column);
    const place = columns.includes(column) ? places[own] : undefined;
    return place
      ? cellOf(lines[place.line] ?? '', place.start, place.end, place.line, column)
      : cellOf('', 0, 0, lineOf(own), column);
  });
  return { line: lineOf(index), separator: false, cells };
}
