import type { PlacedTable } from './table.ts';

/** The lines of a table with its title, both inclusive, in the document. */
export interface TableExtent {
  readonly placed: PlacedTable;
  readonly first: number;
  readonly last: number;
}

/**
 * Where each table begins and ends as a reader sees it: from its title, if that stands in front of it and
 * behind the table before, to its last row, or to the title below it.
 */
export function tableExtents(tables: readonly PlacedTable[]): TableExtent[] {
  let behind = 0;
  return tables.map((placed) => {
    const { line, table } = placed;
    const title = line + (table.title?.offset ?? 0);
    const first = title < line && title >= behind ? title : line;
    const last = Math.max(title, line + table.lineCount - 1);
    behind = last + 1;
    return { placed, first, last };
  });
}
