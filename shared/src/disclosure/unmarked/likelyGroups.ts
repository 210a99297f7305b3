import { headingWords } from '../../syntax/headingWords.ts';
import { isOfWhich, wordsOf } from '../labels.ts';
import { type HeadNode, headTree } from './declaredSums.ts';
import { hasItsBudgets, isKnownPart, isUnderItsGroup } from './headParts.ts';
import type { HeadReading } from './headReadings.ts';
import type { Token } from './tokens.ts';

const LEVEL = /^[类款项]$/;

/**
 * Whether a reading of stacked headings has each of those that tables are known to have where it belongs: what stands over
 * others alone has some below it, what heads one column has none, and parts stand under their own group, wherever in the
 * rows above that is printed; the budgets stand together. Behind 其中 stand the parts of what is in front of it.
 */
export function hasLikelyGroups(reading: HeadReading): boolean {
  const above: string[][] = [];
  const visit = (nodes: readonly HeadNode[], over: string | undefined, depth: number): boolean =>
    nodes.every(({ label, below }, at) => {
      const upper = above.slice(0, depth).flat();
      const front = isOfWhich(over ?? '') ? undefined : over;
      const isPlaced = front === undefined || isUnderItsGroup(label, front, upper);
      const own = isOfWhich(label) ? nodes[at - 1]?.label : label;
      const isWhole = hasItsBudgets(label, labelsOf(below), labelsOf(nodes));
      return isPlaced && isWhole && isGroupOrNot(label, below) && visit(below, own, depth + 1);
    });
  const tops = headTree(reading);
  collect(tops, 0, above);
  return visit(tops, undefined, 0);
}

/** Whether a heading that is known to stand over one column alone is taken for that of a group. */
export function leavesOutColumn(headings: readonly Token[], { leaves }: HeadReading): boolean {
  const kept = new Set(leaves.map(({ span }) => span.line));
  return headings.some(({ cell }) => {
    const { isLeaf, isGroup } = headingWords(wordsOf(cell));
    return isLeaf && !isGroup && !kept.has(cell.span.line);
  });
}

function labelsOf(nodes: readonly HeadNode[]): string[] {
  return nodes.map(({ label }) => label);
}

/** Puts the labels of headings down by how many others stand over them. */
function collect(nodes: readonly HeadNode[], depth: number, labels: string[][]): void {
  for (const { label, below } of nodes) {
    const own = labels[depth] ?? [];
    labels[depth] = [...own, label];
    collect(below, depth + 1, labels);
  }
}

function isGroupOrNot(label: string, below: readonly HeadNode[]): boolean {
  const { isLeaf, isGroup } = headingWords(label);
  if (below.length === 0) return !isOfWhich(label) && !(isGroup && !isLeaf);
  // 类 款 项 stand below any heading of codes.
  const isOwn = (part: HeadNode) => LEVEL.test(part.label) || isKnownPart(part.label, label);
  return isGroup || !isLeaf || below.every(isOwn);
}
