import type { Dialect } from './nodes.ts';

/**
 * Whether each line of a dialect is a row by itself, and a cell may have any width: what stands between two rows
 * does not change how they are read, and a line can be moved, copied or taken out.
 */
export function isRowByRow(dialect: Dialect): boolean {
  return dialect === 'tab' || dialect === 'pipe';
}
