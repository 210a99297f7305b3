import { isKnownHeading } from '../../headingWords.ts';
import { LOOKAHEAD } from '../dialect.ts';
import {
  headEnd,
  headingTypes,
  isHeaded,
  isIndexRow,
  isStacked,
  type PlacedCell,
  rowsOf,
} from './heading.ts';
import { isFigure, isWords } from './kinds.ts';
import { fewestDisturbed, type Path } from './paths.ts';
import { type Cells, MAX_COLUMNS, type Shape } from './shape.ts';

/** Rows of headings above each other. */
const MAX_HEAD_ROWS = 3;
/** So many rows that are alike are no accident; where all headings are known, one is enough. */
const MIN_ROWS = 3;
const MIN_FIGURES = 2;

/** A table whose rows do not follow each other cell by cell. */
export interface Disturbed {
  readonly width: number;
  /** How many cells are headings, or number the columns. */
  readonly head: number;
  readonly path: Path;
}

/**
 * How cells fall into rows where ends of pages stand among them, or names go over lines: below rows of headings that are
 * known, in the one way that leaves the fewest cells to such. Undefined where there is none or more than one.
 */
export function disturbedTable(cells: Cells): Disturbed | undefined {
  const near: Cells = windowOf(cells, LOOKAHEAD);
  const first = headEnd(near, near.count);
  if (near.count - first < MIN_FIGURES) return undefined;
  const found: Disturbed[] = [];
  for (let width = 2; width <= MAX_COLUMNS; width++)
    for (let rows = 1; rows <= MAX_HEAD_ROWS && rows * width <= first; rows++) {
      const table = tableOf(near, width, rows * width, first);
      if (table) found.push(table);
    }
  const least = Math.min(...found.map(({ path }) => path.disturbances));
  const [best, ...others] = found.filter(({ path }) => path.disturbances === least);
  if (!best || others.length > 0) return undefined;
  const path = pathBelow(cells, best.width, best.head);
  return path && { ...best, path };
}

/** The cells as far as the last figure among so many. */
function windowOf(cells: Cells, most: number): Cells {
  let count = Math.min(cells.count, most);
  while (count > 0 && !isFigure(cells.kind(count - 1))) count--;
  return { ...cells, count, kind: (index) => (index < count ? cells.kind(index) : 'blank') };
}

/** The cells as rows of so many columns below so many headings. */
function tableOf(cells: Cells, width: number, headings: number, first: number): Disturbed | undefined {
  const header = rowsOf(cells, width, 0, headings);
  const types = headingTypes(header, width);
  if (!types || !isHeadOf(header, width, types)) return undefined;
  const head = headings + indexLength(cells, width, headings);
  // The first figure is one of the first row, whose name may go over several cells.
  if (head === headings && first >= headings + 2 * width) return undefined;
  const path = fewestDisturbed(cells, head, types);
  if (!path || path.end < cells.count) return undefined;
  if (!isHeadOf(header, width, path.types) || !path.types.includes('figure')) return undefined;
  const known = header.flat().filter(({ kind }) => isWords(kind));
  const areKnown = known.every(({ text }) => isKnownHeading(text));
  const isEnough = path.rows.length >= MIN_ROWS || areKnown;
  return isEnough ? { width, head, path } : undefined;
}

/** How many cells behind the headings number the columns. */
function indexLength(cells: Cells, width: number, headings: number): number {
  const [row = []] = rowsOf(
    {
      ...cells,
      kind: (index) => cells.kind(headings + index),
      text: (index) => cells.text(headings + index),
    },
    width,
    0,
    width,
  );
  return isIndexRow(row) ? width : 0;
}

function pathBelow(cells: Cells, width: number, head: number): Path | undefined {
  const header = rowsOf(cells, width, 0, head - indexLength(cells, width, head - width));
  const types = headingTypes(header, width);
  return types && fewestDisturbed(cells, head, types);
}

function isHeadOf(header: readonly (readonly PlacedCell[])[], width: number, types: Shape['types']): boolean {
  return isStacked(header, width, types) && isHeaded(types, header);
}
