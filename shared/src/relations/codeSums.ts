import { type Coded, type CodeNode, type CodeTree, codeTree, walk } from '../disclosure/codeTree.ts';
import { type Column, holdsMoney, type Side, type SideRow, type Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { copiedColumns } from './copiedColumns.ts';
import { holds, type Rounding, sum } from './interval.ts';
import { isOneSlipAway } from './oneSlip.ts';
import type { SumRelation } from './relation.ts';
import { bodyRows, columnSum, isUnreadable, type Proposal, termAt, theTotal } from './terms.ts';

/** 类 = Σ款 = Σ项 (A13) and 合计 = Σ top rows (A14), in every column of amounts of a coded table. */
export function codeSums(table: Table, rounding: Rounding): Proposal[] {
  const [side] = table.sides;
  if (!table.coded || !side) return [];
  const tree = codeTree(bodyRows(side, 'data'), codedOf, table.open);
  if (!tree) return [];
  const columns = side.amountColumns.filter(holdsMoney);
  const proposals: Proposal[] = [];
  const bought: Proposal[] = [];
  for (const node of walk(tree.roots)) {
    const own = node.children.some(({ entry }) => entry.row.bought) ? bought : proposals;
    for (const column of columns) {
      const addends = addendsIn(node.children, column);
      const relation = columnSum('code-sum', termAt(node.entry, column), addends, column);
      const readable = !addends.some((entry) => isUnreadable(entry, column));
      if (relation) own.push({ relation, certain: node.complete && readable });
    }
  }
  const totals = totalRowSums(side, tree, columns, copiedColumns(table), rounding);
  const certain = totals.map((proposal) => ({ ...proposal, certain: proposal.certain && !table.headless }));
  return [...proposals, ...shownPurchases(bought, rounding), ...certain];
}

/**
 * What bodies buy, which need not all be listed: another body whose purchases add up shows that it is, or one slip of the
 * hand that explains why they do not.
 */
function shownPurchases(proposals: readonly Proposal[], rounding: Rounding): Proposal[] {
  const isShown = proposals.some(({ relation }) => relation.parts.length > 1 && holds(relation, rounding));
  return proposals.map(({ relation, certain }) => ({
    relation,
    certain: certain && (isShown || holds(relation, rounding) || isOneSlipAway(relation)),
  }));
}

/** A row as the tree of codes takes it. */
export function codedOf({ row }: SideRow): Coded {
  return { ...row, hasAmounts: row.cells.some((cell) => cell?.amount !== undefined) };
}

function addendsIn(nodes: readonly CodeNode<SideRow>[], column: Column): SideRow[] {
  return addendsOf(nodes, (entry) => !termAt(entry, column) && !isUnreadable(entry, column));
}

/** A row with those that break it down. */
export interface Nested<E> {
  readonly entry: E;
  readonly children: readonly Nested<E>[];
}

/** The rows that stand for these in a sum: each itself, and in place of one left blank its children. */
export function addendsOf<E>(nodes: readonly Nested<E>[], isBlank: (entry: E) => boolean): E[] {
  return nodes.flatMap(({ entry, children }) =>
    isBlank(entry) && children.length > 0 ? addendsOf(children, isBlank) : entry,
  );
}

function totalRowSums(
  side: Side,
  tree: CodeTree<SideRow>,
  columns: readonly Column[],
  copied: ReadonlySet<number>,
  rounding: Rounding,
): Proposal[] {
  const total = theTotal(side);
  if (!total) return [];
  const roots = tree.roots.filter((root) => isSummed(root, total));
  const proposals = columns.flatMap((column) => {
    const addends = addendsIn(roots, column);
    const relation = columnSum('total-row', termAt(total, column), addends, column);
    const readable = !addends.some((entry) => isUnreadable(entry, column));
    if (!relation) return [];
    const relationOfLeaves = holds(relation, rounding)
      ? undefined
      : sumOfLeaves(roots, total, column, rounding);
    return { relation: relationOfLeaves ?? relation, certain: tree.complete && readable };
  });
  // Where no column of several adds up, rows were lost with a page rather than every total miscounted.
  const own = proposals.filter(({ relation }) => !copied.has(relation.total.cell.column));
  const lostRows = own.length > 1 && !own.some(({ relation }) => holds(relation, rounding));
  return lostRows ? proposals.map((proposal) => ({ ...proposal, certain: false })) : proposals;
}

/**
 * The sum of the rows that no others break down, where the total is exactly that: then the 类 between them, which are
 * sums of theirs but for rounding, are where the difference comes from.
 */
function sumOfLeaves(
  roots: readonly CodeNode<SideRow>[],
  total: SideRow,
  column: Column,
  rounding: Rounding,
): SumRelation | undefined {
  const isRounded = [...walk(roots)].every((node) => {
    const own = columnSum('code-sum', termAt(node.entry, column), addendsIn(node.children, column), column);
    return !own || (node.complete && holds(own, rounding));
  });
  if (!isRounded) return undefined;
  const leaves = columnSum('total-row', termAt(total, column), leavesIn(roots, column), column);
  return leaves && sum(leaves.parts).eq(leaves.total.cell.amount.value) ? leaves : undefined;
}

function leavesIn(nodes: readonly CodeNode<SideRow>[], column: Column): SideRow[] {
  return nodes.flatMap(({ entry, children }) => {
    const leaves = leavesIn(children, column);
    return leaves.some((leaf) => termAt(leaf, column)) ? leaves : entry;
  });
}

/** 本年支出合计 leaves out 转移性支出 (230) and 债务还本 (231), which stand below it in accounts of a whole level. */
function isSummed({ key }: CodeNode<SideRow>, total: SideRow): boolean {
  return !compactLabel(total.label).startsWith('本年') || !/^23[01]/.test(key);
}
