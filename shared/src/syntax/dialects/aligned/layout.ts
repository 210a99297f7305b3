import { findColumns, type PlacedRow } from './columns.ts';
import { fitRow } from './fitting.ts';
import type { Profile } from './profile.ts';
import { MEASURES, type Measure, placeAtoms } from './ruler.ts';
import type { Shape } from './shape.ts';
import { withoutPushes } from './typedAnew.ts';

/** Where the columns of a table are. */
export interface Layout {
  readonly measure: Measure;
  readonly columns: readonly Profile[];
  /** The atoms of rows in which a figure was typed anew, where they stood before. */
  readonly settled: ReadonlyMap<Shape, PlacedRow>;
}

/** So many rows show where the columns are; tables are read in linear time. */
const MAX_ROWS = 300;

/** The layout in the measure in which the cells of each column are flush with each other. */
export function findLayout(rows: readonly Shape[]): Layout {
  const sample = rows.slice(0, MAX_ROWS);
  const [display, characters] = MEASURES.map((measure) => {
    const placed = sample.map(({ line, atoms }) => placeAtoms(line, atoms, measure));
    const columns = findColumns(placed);
    return { measure, placed, columns, order: orderOf(placed, columns) };
  });
  if (!display || !characters) return { measure: 'display', columns: [], settled: new Map() };
  const { measure, placed, columns } = characters.order > display.order ? characters : display;
  const settled = withoutPushes(placed);
  if (settled === placed) return { measure, columns, settled: new Map() };
  const moved = sample.flatMap((shape, index) => {
    const row = settled[index];
    return row && row !== placed[index] ? [[shape, row] as const] : [];
  });
  return { measure, columns: findColumns(settled), settled: new Map(moved) };
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
