import type { BlockNode, SyntaxTree } from '../syntax/nodes.ts';
import { textsOf } from '../syntax/texts.ts';
import { remember } from '../text/remember.ts';
import { readYear } from './context.ts';
import { openingOf } from './opening.ts';

/** Longer texts are sentences, which compare years. */
const MAX_YEAR_TEXT = 100;

/** The year the opening names; failing that, the year named most often in the whole document. */
export function documentYear(tree: SyntaxTree): number | undefined {
  for (const { node } of openingOf(tree)) {
    const [named] = yearsOf(node);
    if (named !== undefined) return named;
  }
  const counts = new Map<number, number>();
  for (const { node } of tree.blocks)
    for (const year of yearsOf(node)) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const yearsOf = remember((node: BlockNode): readonly number[] =>
  textsOf(node).flatMap((text) => (text.length <= MAX_YEAR_TEXT ? (readYear(text) ?? []) : [])),
);
