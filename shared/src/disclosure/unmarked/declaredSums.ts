import type { CellNode } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import { isOfWhich, totalRank, wordsOf } from '../labels.ts';
import type { ColumnSum } from './blanks/columnSums.ts';
import { isNoPart } from './blanks/leadingTotal.ts';
import type { HeadReading } from './headReadings.ts';

/** A heading with those below it, and the columns it stands over. */
export interface HeadNode {
  readonly label: string;
  readonly start: number;
  readonly below: readonly HeadNode[];
}

const CHANGE = /^增减(?:变化)?(?:金?额|数)?$/;
const BEFORE = /上年|执行数/;
/** What is bought is counted, and has its price: neither is a sum of what stands behind it, nor a part of one. */
const COUNTS = /^(?:采购|购置)?(?:数量|单价)(?:\(.*\))?$/;

/**
 * How the columns add up by what stacked headings say: the total at the beginning of a group is that of the others in
 * it, and so is that at the beginning of all; and this year's figure is that of the year before with the change.
 *
 * @param first index of the first column of figures
 * @returns columns counted from the first of figures
 */
export function declaredSums(reading: HeadReading, first: number): ColumnSum[] {
  const tops = headTree(reading).filter(({ start, label }) => start >= first && !COUNTS.test(label));
  const sums: ColumnSum[] = [];
  const all = groupValue(tops, sums);
  const change = all.length === 1 ? undefined : changeSum(tops);
  return [...sums, ...(change ? [change] : [])].map(({ total, parts, ...rest }) => ({
    total: total - first,
    parts: parts.map((part) => part - first),
    ...rest,
  }));
}

/** The headings as they stand below each other. */
export function headTree({ rows, leaves }: HeadReading): HeadNode[] {
  const nodesIn = (depth: number, from: number, to: number): HeadNode[] =>
    (rows[depth] ?? [])
      .filter(({ column }) => column >= from && column < to)
      .map((cell, index, own): HeadNode => {
        const next = own[index + 1]?.column ?? to;
        const below =
          leaves[cell.column] && isSame(leaves[cell.column], cell)
            ? []
            : nodesIn(depth + 1, cell.column, next);
        return { label: compactLabel(wordsOf(cell)), start: cell.column, below };
      });
  return nodesIn(0, 0, leaves.length);
}

function isSame(leaf: CellNode | undefined, { span }: CellNode): boolean {
  return leaf?.span.line === span.line && leaf.span.start === span.start;
}

/**
 * The columns whose sum a group of headings is: that of its total, or those of all its parts; 其中 stands over parts of what
 * is in front of it, which are not counted again.
 *
 * @param sums where sums in the group are put
 */
function groupValue(nodes: readonly HeadNode[], sums: ColumnSum[]): readonly number[] {
  const own = nodes.filter(({ label, below }, at) => at === 0 || below.length === 0 || !isOfWhich(label));
  for (const node of nodes) if (!own.includes(node)) groupValue(node.below, sums);
  const values = own.map(({ start, below }) => (below.length === 0 ? [start] : groupValue(below, sums)));
  const [first, ...others] = own;
  const isAdded = others.length > 0 && !others.some(({ label }) => isNoPart(label));
  if (!first || first.below.length > 0 || totalRank(first.label) === 0 || !isAdded) return values.flat();
  sums.push({ total: first.start, parts: values.slice(1).flat() });
  return [first.start];
}

/** This year's figure is that of the year before and the change: 2023年执行数 | 2024年预算数 | 2024年预算数比2023年执行数 › 增减额. */
function changeSum(tops: readonly HeadNode[]): ColumnSum | undefined {
  const [before, now, compared, ...others] = tops;
  if (!before || !now || !compared || others.length > 0 || before.below.length > 0) return undefined;
  const change = [compared, ...compared.below].find(
    ({ label, below }) => below.length === 0 && CHANGE.test(label),
  );
  const [total] = now.below.length === 0 ? [now] : now.below;
  const isTotal = total === now || totalRank(total?.label ?? '') > 0;
  if (!change || !total || !isTotal || !BEFORE.test(before.label) || BEFORE.test(now.label)) return undefined;
  return { total: total.start, parts: [before.start, change.start], signed: true };
}
