import { isDamagedFigure } from '../text/amount.ts';
import { totalRank } from './labels.ts';
import type { ReadRow } from './rows.ts';
import type { ColumnKind } from './table.ts';

/** Where the amounts of a row belong: from the column they are printed in to that of the body. */
export type Alignment = ReadonlyMap<number, number>;

/**
 * A total row whose amounts stand among the names slid, because cells in front of them were merged. It is
 * fitted to the body by the order of its amounts, provided that there are as many as the body has columns
 * with amounts. Undefined for a row that is in its place, and for one that cannot be fitted.
 */
export function alignTotalRow(
  row: ReadRow,
  kinds: readonly ColumnKind[],
  filled: readonly number[],
): Alignment | undefined {
  if (row.kind !== 'total' || row.node.cells.some(({ text, column }) => isUnread(text, row, column)))
    return undefined;
  const printed = [...row.amounts.keys()].sort((a, b) => a - b);
  const inPlace = printed.every((column) => kinds[column] !== 'text' && kinds[column] !== 'code');
  if (inPlace || printed.length !== filled.length) return undefined;
  return new Map(printed.map((column, order) => [column, filled[order] ?? column]));
}

/** A figure that could not be read would shift those behind it. */
function isUnread(text: string, { amounts }: ReadRow, column: number): boolean {
  return isDamagedFigure(text) && !amounts.has(column);
}

/** Columns of amounts that a data row fills, in order. */
export function filledColumns(rows: readonly ReadRow[], kinds: readonly ColumnKind[]): number[] {
  const filled = new Set<number>();
  for (const row of rows) {
    if (row.kind !== 'data' || row.slid) continue;
    for (const column of row.amounts.keys()) if (kinds[column] === 'amount') filled.add(column);
  }
  return [...filled].sort((a, b) => a - b);
}

/**
 * What a fitted total row tells about the header: it stands under it, where its first amount is under the
 * header's 总计, while the body stands beside it. From body column to header column.
 */
export function headerAnchors(alignment: Alignment, header: readonly ReadRow[]): Alignment | undefined {
  const [first] = alignment.keys();
  const underTotal = header.some((row) =>
    row.node.cells.some((cell) => cell.column === first && totalRank(cell.text) > 0),
  );
  return underTotal ? new Map([...alignment].map(([printed, body]) => [body, printed])) : undefined;
}
