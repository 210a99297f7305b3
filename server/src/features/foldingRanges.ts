import type { FoldingRange } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { tableExtents } from './tableExtent.ts';

/** Each table folds into its title. */
export function foldingRangesOf({ disclosure }: Analysis): FoldingRange[] {
  return tableExtents(disclosure.tables)
    .filter(({ first, last }) => last > first)
    .map(({ first, last }) => ({ startLine: first, endLine: last }));
}
