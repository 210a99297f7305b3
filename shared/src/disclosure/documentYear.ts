import type { BlockNode, SyntaxTree, TableNode } from '../syntax/nodes.ts';
import { textsOf } from '../syntax/texts.ts';
import { parseAmount } from '../text/amount.ts';
import { maxOf } from '../text/lists.ts';
import { remember } from '../text/remember.ts';
import { readYear } from './context.ts';
import { openingOf } from './opening.ts';

/** Longer texts are sentences, which compare years. */
const MAX_YEAR_TEXT = 100;
/** 比2023年预算减少: a year that is compared with is not the one that the document is of. */
const BASE = /[比较与同]\s?20\d\d\s?年/g;

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

const yearsOf = remember((node: BlockNode): readonly number[] => {
  const years = yearsIn(textsOf(node));
  if (node.kind !== 'table') return years;
  const heads = yearsIn(headOf(node));
  // Headings compare the year of the disclosure with earlier ones.
  return heads.length > 0 ? [maxOf(heads, (each) => each)] : years;
});

function yearsIn(texts: readonly string[]): number[] {
  return texts.flatMap((text) =>
    text.length <= MAX_YEAR_TEXT ? (readYear(text.replace(BASE, '')) ?? []) : [],
  );
}

/** The cells above the first amount. */
function headOf({ rows }: TableNode): string[] {
  const body = rows.findIndex(({ cells }) => cells.some(({ text }) => parseAmount(text) !== undefined));
  return rows
    .slice(0, body === -1 ? rows.length : body)
    .flatMap(({ cells }) => cells.map(({ text }) => text));
}
