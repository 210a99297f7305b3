import type { Dialect } from './nodes.ts';

/** Whether marks part the cells of a dialect, so that every cell has its place and a blank one is a blank one. */
export function marksCells(dialect: Dialect): boolean {
  return dialect === 'tab' || dialect === 'pipe' || dialect === 'comma' || dialect === 'html';
}
