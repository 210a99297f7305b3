import type { FoldingRange } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { type OutlinePart, outlineOf } from '#core/disclosure/outline.ts';

/** Each section folds into its heading and each table into its title, up to the last line that is not blank. */
export function foldingRangesOf({ disclosure, lines }: Analysis): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const visit = ({ first, last, children }: OutlinePart): void => {
    let end = last;
    while (end > first && lines[end]?.trim() === '') end--;
    if (end > first) ranges.push({ startLine: first, endLine: end });
    for (const child of children) visit(child);
  };
  for (const part of outlineOf(disclosure, lines.length)) visit(part);
  return ranges;
}
