import { totalRank } from '../disclosure/labels.ts';
import type { Column, Side, SideRow, Table } from '../disclosure/table.ts';
import { type CodeNode, type CodeTree, codeTree, walk } from './codeTree.ts';
import { holds, type Rounding } from './interval.ts';
import { bodyRows, columnSum, isUnreadable, type Proposal, termAt } from './terms.ts';

/** 类 = Σ款 = Σ项 (A13) and 合计 = Σ top rows (A14), in every column of amounts of a coded table. */
export function codeSums(table: Table, rounding: Rounding): Proposal[] {
  const [side] = table.sides;
  if (!table.coded || !side) return [];
  const tree = codeTree(bodyRows(side, 'data'), table.open);
  if (!tree) return [];
  const columns = side.amountColumns.filter((column) => column.kind === 'amount');
  const proposals: Proposal[] = [];
  for (const node of walk(tree.roots)) {
    for (const column of columns) {
      const addends = addendsOf(node, column);
      const relation = columnSum('code-sum', termAt(node.entry, column), addends, column);
      const readable = !addends.some((entry) => isUnreadable(entry, column));
      if (relation) proposals.push({ relation, certain: node.complete && readable });
    }
  }
  return [...proposals, ...totalRowSums(side, tree, columns, rounding)];
}

/** The rows a code is the sum of: its children, and in place of a child left blank that child's children. */
function addendsOf(node: CodeNode, column: Column): SideRow[] {
  return node.children.flatMap((child) => {
    const blank = !termAt(child.entry, column) && !isUnreadable(child.entry, column);
    return blank && child.children.length > 0 ? addendsOf(child, column) : child.entry;
  });
}

function totalRowSums(
  side: Side,
  tree: CodeTree,
  columns: readonly Column[],
  rounding: Rounding,
): Proposal[] {
  const total = theTotalRow(side);
  if (!total) return [];
  const addends = tree.roots.map((root) => root.entry);
  const proposals = columns.flatMap((column) => {
    const relation = columnSum('total-row', termAt(total, column), addends, column);
    const readable = !addends.some((entry) => isUnreadable(entry, column));
    return relation ? { relation, certain: tree.complete && readable } : [];
  });
  // Where no column of several adds up, rows were lost with a page rather than every total miscounted.
  const lostRows = proposals.length > 1 && !proposals.some(({ relation }) => holds(relation, rounding));
  return lostRows ? proposals.map((proposal) => ({ ...proposal, certain: false })) : proposals;
}

/** The one total row that sums the whole table; several of them (小计 by group) leave it open which. */
function theTotalRow(side: Side): SideRow | undefined {
  const totals = bodyRows(side, 'total').filter((entry) => totalRank(entry.label) >= 2);
  return totals.length === 1 ? totals[0] : undefined;
}
