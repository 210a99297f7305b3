import { totalRank } from '../disclosure/labels.ts';
import { type Column, isAmountCell, type Side, type SideRow, type Table } from '../disclosure/table.ts';
import { type CodeTree, codeTree, walk } from './codeTree.ts';
import { holds, type Rounding } from './interval.ts';
import type { SumRelation, Term } from './relation.ts';
import { bodyRows, columnSum, type Proposal, termAt } from './terms.ts';

/** Rows of a table are seldom displaced by more than this many columns. */
const MAX_SHIFT = 2;

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
      const relation = columnSum(
        'code-sum',
        termAt(node.entry, column),
        node.children.map((child) => child.entry),
        column,
      );
      if (relation) proposals.push({ relation, certain: node.complete });
    }
  }
  return [...proposals, ...totalRowSums(side, tree, columns, rounding)];
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
  const shift = total.row.bound ? 0 : totalRowShift(total, addends, columns, rounding);
  if (shift === undefined) return [];
  const relations = totalSums(total, addends, columns, shift);
  // Where no column of several adds up, rows were lost with a page rather than every total miscounted.
  const lostRows = relations.length > 1 && !relations.some((relation) => holds(relation, rounding));
  return relations.map((relation) => ({ relation, certain: tree.complete && !lostRows }));
}

/** The one total row that sums the whole table; several of them (小计 by group) leave it open which. */
function theTotalRow(side: Side): SideRow | undefined {
  const totals = bodyRows(side, 'total').filter((entry) => totalRank(entry.label) >= 2);
  return totals.length === 1 ? totals[0] : undefined;
}

/**
 * The total row may stand some columns beside the rows it sums, when the cells in front of it were merged.
 * A shift is believed only where it puts every amount over an amount column and the sums confirm it.
 */
function totalRowShift(
  total: SideRow,
  addends: readonly SideRow[],
  columns: readonly Column[],
  rounding: Rounding,
): number | undefined {
  const inColumns = new Set(columns.map((column) => column.index));
  for (let shift = 1; shift <= MAX_SHIFT; shift++) {
    const placed = total.row.cells.every((cell) => !cell?.amount || inColumns.has(cell.column + shift));
    const sums = totalSums(total, addends, columns, shift);
    const holding = sums.filter((relation) => holds(relation, rounding));
    if (placed && holding.length >= 2 && holding.length * 4 >= sums.length * 3) return shift;
  }
  return undefined;
}

function totalSums(
  total: SideRow,
  addends: readonly SideRow[],
  columns: readonly Column[],
  shift: number,
): SumRelation[] {
  return columns.flatMap(
    (column) => columnSum('total-row', shiftedTerm(total, column, shift), addends, column) ?? [],
  );
}

function shiftedTerm(total: SideRow, column: Column, shift: number): Term | undefined {
  const cell = total.row.cells[column.index - shift];
  return isAmountCell(cell) ? { cell, label: total.label } : undefined;
}
