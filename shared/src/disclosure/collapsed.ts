import type { CellNode } from '../syntax/nodes.ts';
import { parseAmount } from '../text/amount.ts';
import { compactLabel } from '../text/width.ts';
import type { Grid } from './grid.ts';
import { hasWords, isTotalLabel } from './labels.ts';
import { isIndexRow } from './rows.ts';

/**
 * Whether the empty cells were dropped when the table was copied: rows of figures have unequal numbers of
 * cells and no empty cell stands between filled ones. Then a cell's place says nothing about its column.
 */
export function isCollapsed(grid: Grid): boolean {
  if (grid.dialect === 'cell-line' && isCutBehindRemarks(grid.rows)) return true;
  const widths = new Set<number>();
  const figures: (readonly CellNode[])[] = [];
  for (const row of grid.rows) {
    const { separator, unsure, cells } = row;
    if (separator || unsure || isIndexRow(row)) continue;
    const last = cells.findLastIndex((cell) => cell.text !== '');
    const gap = cells.findIndex((cell) => cell.text === '');
    if (gap !== -1 && gap < last) return false;
    // The first cell is a code or a serial number: alone it is a row that has only been begun.
    if (cells.slice(1).some((cell) => parseAmount(cell.text))) {
      widths.add(cells.length);
      figures.push(cells);
    }
  }
  return widths.size > 1 && !endsWithBlocks(figures);
}

/** 本年预算数 | 备注 | 合计: behind the remarks, which are the last column, the total begins the rows below. */
function isCutBehindRemarks([head]: Grid['rows']): boolean {
  const labels = head?.cells.map(({ text }) => compactLabel(text)) ?? [];
  return labels.includes('备注') && isTotalLabel(labels.at(-1) ?? '');
}

/**
 * Whether the shorter rows of a table of blocks abreast only lack their last block, or its figures: then what
 * they have is, cell by cell, of the same kind as in the longest rows.
 */
function endsWithBlocks(rows: readonly (readonly CellNode[])[]): boolean {
  const longest = rows.reduce((most, row) => (row.length > most.length ? row : most), []);
  const words = longest.flatMap(({ column, text }) => (hasWords(text) ? column : []));
  if (words.every((column, index) => column === index)) return false;
  return rows.every(
    (row) =>
      row.every(({ column, text }) => hasWords(text) === words.includes(column)) &&
      (row.length === longest.length || words.includes(row.length) || words.at(-1) === row.length - 1),
  );
}
