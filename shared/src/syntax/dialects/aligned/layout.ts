import { findColumns, type PlacedRow } from './columns.ts';
import { fitRow } from './fitting.ts';
import type { Profile } from './profile.ts';
import { MEASURES, type Measure, placeAtoms } from './ruler.ts';
import type { Shape } from './shape.ts';

/** Where the columns of a table are. */
export interface Layout {
  readonly measure: Measure;
  readonly columns: readonly Profile[];
}

/** So many rows show where the columns are; tables are read in linear time. */
const MAX_ROWS = 300;

/** The layout in the measure in which the cells of each column are flush with each other. */
export function findLayout(rows: readonly Shape[]): Layout {
  const sample = rows.slice(0, MAX_ROWS);
  const [display, characters] = MEASURES.map((measure) => {
    const placed = sample.map(({ line, atoms }) => placeAtoms(line, atoms, measure));
    const columns = findColumns(placed);
    return { measure, columns, order: orderOf(placed, columns) };
  });
  if (!display || !characters) return { measure: 'display', columns: [] };
  return characters.order > display.order ? characters : display;
}

/** The share of atoms that are flush right, flush left or centred as most of their column are. */
function orderOf(rows: readonly PlacedRow[], columns: readonly Profile[]): number {
  const edges = columns.map(() => [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ]);
  for (const row of rows) {
    const { slots } = fitRow(row, columns);
    row.forEach(({ left, right }, index) => {
      const own = edges[slots[index] ?? -1] ?? [];
      [right, left, left + right].forEach((place, edge) => {
        own[edge]?.set(place, (own[edge].get(place) ?? 0) + 1);
      });
    });
  }
  const flush = edges.map((own) => Math.max(...own.map((counts) => Math.max(0, ...counts.values()))));
  const all = rows.reduce((sum, row) => sum + row.length, 0);
  return flush.reduce((sum, count) => sum + count, 0) / Math.max(1, all);
}
