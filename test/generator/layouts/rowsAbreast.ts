import type { ModelBlock, ModelRow } from '../model.ts';

/**
 * Which rows of the blocks share a line: the bodies from the top, then the annual totals, what stands between
 * them and the totals, and the totals, each beside its like.
 *
 * @returns for each line the row index in each block, or undefined where the block has none
 */
export function linesOf(blocks: readonly ModelBlock[]): (number | undefined)[][] {
  const parts = blocks.map(({ rows }) => {
    if (blocks.length === 1) return [rows.map((_, index) => index)];
    const indexes = (wanted: (row: ModelRow) => boolean) =>
      rows.flatMap((row, index) => (wanted(row) ? [index] : []));
    return [
      indexes(({ kind }) => kind !== 'annual-total' && kind !== 'balance' && kind !== 'total'),
      indexes(({ kind }) => kind === 'annual-total'),
      indexes(({ kind }) => kind === 'balance'),
      indexes(({ kind }) => kind === 'total'),
    ];
  });
  return (parts[0] ?? []).flatMap((_, part) => {
    const height = Math.max(...parts.map((of) => of[part]?.length ?? 0));
    return Array.from({ length: height }, (_, at) => parts.map((of) => of[part]?.[at]));
  });
}
