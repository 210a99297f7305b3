import type { PlacedTable } from '#core/disclosure/table.ts';

/** The lines of a table with its title, both inclusive, in the document. */
export interface TableExtent {
  readonly first: number;
  readonly last: number;
}

/**
 * Where a table begins and ends as a reader sees it: from its title, if that stands in front of it, to its
 * last row.
 *
 * @param after the line behind the table before, which no title can stand in front of
 */
export function tableExtent(
  { line, table }: PlacedTable,
  lines: readonly string[],
  after: number,
): TableExtent {
  const titleLine = table.title?.line;
  const hasTitle =
    titleLine !== undefined &&
    titleLine >= after &&
    titleLine < line &&
    lines[titleLine]?.includes(table.title?.text ?? '') === true;
  return { first: hasTitle ? titleLine : line, last: line + table.lineCount - 1 };
}

/** The extents of all tables, in order. */
export function tableExtents(
  tables: readonly PlacedTable[],
  lines: readonly string[],
): readonly TableExtent[] {
  let after = 0;
  return tables.map((placed) => {
    const extent = tableExtent(placed, lines, after);
    after = extent.last + 1;
    return extent;
  });
}
