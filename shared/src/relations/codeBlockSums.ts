import { type CodeNode, type CodeTree, codeTree, walk } from '../disclosure/codeTree.ts';
import { totalRank } from '../disclosure/labels.ts';
import type { Cell, Column, Row, Side, SideRow, Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { addendsOf } from './codeSums.ts';
import { holds, type Rounding } from './interval.ts';
import type { RelationRule, SumRelation, Term } from './relation.ts';
import { isTerm, isUnreadable, type Proposal, termAt } from './terms.ts';

/** A row of one of the lists with one of its columns; each list has columns of its own. */
interface Entry {
  readonly entry: SideRow;
  readonly column: Column;
}

/** Totals of 人员经费 take in these 类 of 部门预算支出经济分类 and no others (domain rules §2.3). */
const STAFF = /^人员/;
const STAFF_CLASSES = /^30[13]$/;

/** Whether lists of codes stand abreast in a table. */
export function hasCodeBlocks({ sides }: Table): boolean {
  return sides.some((side) => side.listsCodes);
}

/**
 * Sums of lists of codes that stand abreast, 人员经费 | 公用经费: 类 = Σ款 (A13), and a total = the 类 of the lists that it
 * stands below (A11, A14). A list goes on in the next one, so that 302 may have its 款 in both.
 */
export function codeBlockSums(table: Table, rounding: Rounding): Proposal[] {
  if (!hasCodeBlocks(table)) return [];
  const filled = table.sides.map((side) => ({ side, columns: filledColumns(side) }));
  const counts = new Set(filled.flatMap(({ columns }) => columns.length || []));
  const [count = 0] = counts;
  if (counts.size > 1) return [];
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const entries = filled.flatMap(({ side, columns }) => {
      const column = columns[at];
      return column ? entriesOf(side, column) : [];
    });
    const tree = codeTree(entries, codedOf, table.open);
    if (!tree) return [];
    return [...classSums(tree), ...totalSums(table, tree, { at, count }, rounding)];
  });
}

/** Columns with figures of rows that have codes; in others nothing but a total may stand. */
function filledColumns({ amountColumns, rows }: Side): readonly Column[] {
  return amountColumns.filter(
    (column) => column.kind === 'amount' && rows.some((entry) => entry.code && termAt(entry, column)),
  );
}

function entriesOf({ rows }: Side, column: Column): Entry[] {
  return rows.flatMap((entry) => (entry.code || entry.row.kind === 'data' ? { entry, column } : []));
}

function codedOf({ entry, column }: Entry) {
  const hasAmounts = termAt(entry, column) !== undefined || isUnreadable(entry, column);
  return { bound: entry.row.bound, hasAmounts, ...(entry.code && { code: entry.code }) };
}

function classSums({ roots }: CodeTree<Entry>): Proposal[] {
  return [...walk(roots)].flatMap(({ entry, children, complete }) =>
    sumOver('code-sum', termOf(entry), children, complete),
  );
}

function termOf({ entry, column }: Entry): Term | undefined {
  return termAt(entry, column);
}

function sumOver(
  rule: RelationRule,
  total: Term | undefined,
  nodes: readonly CodeNode<Entry>[],
  complete: boolean,
): Proposal[] {
  const addends = addendsOf(nodes, isBlank);
  const parts = addends.flatMap((entry) => termOf(entry) ?? []);
  if (!total || parts.length === 0) return [];
  const relation: SumRelation = {
    rule,
    total,
    parts,
    row: total.label,
    column: addends[0]?.column.label ?? '',
  };
  return [
    { relation, certain: complete && !addends.some(({ entry, column }) => isUnreadable(entry, column)) },
  ];
}

function isBlank(each: Entry): boolean {
  return !termOf(each) && !isUnreadable(each.entry, each.column);
}

/** Which of the figures of a list is summed. */
interface Place {
  readonly at: number;
  readonly count: number;
}

function totalSums(table: Table, tree: CodeTree<Entry>, place: Place, rounding: Rounding): Proposal[] {
  const proposals = labelsOf(table).flatMap((label) => totalSum(label, tree, place));
  // Where no total of several adds up, rows were lost rather than every total miscounted.
  const lostRows = proposals.length > 1 && !proposals.some(({ relation }) => holds(relation, rounding));
  return lostRows ? proposals.map((proposal) => ({ ...proposal, certain: false })) : proposals;
}

/** The totals below lists abreast, each of which prints one figure, by the words that they are called. */
export function totalsOfLists(table: Table): readonly Term[] {
  if (!hasCodeBlocks(table)) return [];
  return labelsOf(table).flatMap(({ words, cells }) => {
    const [cell, second] = cells.filter(isTerm);
    return cell && !second ? { cell, label: words } : [];
  });
}

function labelsOf({ rows }: Table): Label[] {
  return rows.flatMap((row) => (row.kind === 'total' && row.bound ? labelsIn(row) : []));
}

/** A word for a total and the cells behind it, up to the next such word. */
interface Label {
  readonly words: string;
  readonly from: number;
  readonly cells: readonly (Cell | undefined)[];
}

function labelsIn({ cells }: Row): Label[] {
  const at = cells.flatMap((cell, index) => (cell && totalRank(cell.text) > 1 ? index : []));
  return at.map((from, index) => ({
    words: cells[from]?.text ?? '',
    from,
    cells: cells.slice(from + 1, at[index + 1]),
  }));
}

function totalSum({ words, from, cells }: Label, tree: CodeTree<Entry>, { at, count }: Place): Proposal[] {
  const figures = cells.filter(isTerm);
  const cell = figures[at];
  if (!cell || figures.length !== count) return [];
  const isStaff = STAFF.test(compactLabel(words));
  const below = tree.roots.filter(({ entry: { column } }) => {
    return column.index > from && column.index <= from + cells.length;
  });
  const roots = below.filter(({ key }) => !isStaff || STAFF_CLASSES.test(key));
  // 301 and 501 break the same money down, each in its way.
  const schemes = new Set(roots.map(({ key }) => key[0]));
  return schemes.size > 1 ? [] : sumOver('total-row', { cell, label: words }, roots, tree.complete);
}
