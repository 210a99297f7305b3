import type { ColumnKind } from '../model.ts';
import type { NumberStyle, Rounded } from '../numbers.ts';

/** A table as a sheet of cells: everything is decided but how a dialect writes cells and lines. */
export interface Grid {
  readonly width: number;
  readonly headRows: number;
  readonly heads: readonly HeadCell[];
  readonly rows: readonly GridRow[];
  /** Whether the cells of a column are figures, which stand at the right. */
  readonly figureColumns: readonly boolean[];
}

/** A heading over one or more columns, in one or more rows of the head. */
export interface HeadCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The row of its span that the text stands in. */
  readonly textRow: number;
}

export interface GridRow {
  readonly kind: 'index' | 'data' | 'total';
  readonly cells: readonly GridCell[];
  /** Depth of the row, for dialects that indent; that of the leftmost block. */
  readonly level: number;
}

export interface GridCell {
  readonly text: string;
  readonly role: 'code' | 'label' | 'words' | 'figure' | 'blank' | 'index';
  readonly figure?: Figure;
}

/** A printed figure: which of the model's it is, and how it is written. */
export interface Figure {
  /** Which cell of the model: block, row of the block, leaf column of the block. */
  readonly block: number;
  readonly row: number;
  readonly column: number;
  readonly kind: ColumnKind;
  readonly rounded: Rounded;
  readonly style: NumberStyle;
  /** The row of the grid. */
  readonly gridRow: number;
  /** The row's label as printed: with numbering, cut, spaced. */
  readonly printedLabel: string;
  /** Headings over the cell as printed, from the top down. */
  readonly headings: readonly string[];
}

/** The head as rows of texts, each heading once, where its span begins. */
export function headTexts(grid: Grid): string[][] {
  const rows = Array.from({ length: grid.headRows }, () => Array.from({ length: grid.width }, () => ''));
  for (const { text, textRow, column } of grid.heads) {
    const row = rows[textRow];
    if (row !== undefined) row[column] = text;
  }
  return rows;
}

/** The same as programs write them that know no merged cells: each heading in all columns and rows of its span. */
export function spreadHeadTexts(grid: Grid): string[][] {
  const rows = headTexts(grid);
  for (const { text, row: first, column, rowSpan, columnSpan } of grid.heads) {
    for (const row of rows.slice(first, first + rowSpan)) row.fill(text, column, column + columnSpan);
  }
  return rows;
}
