import { codeTree, walk } from '../disclosure/codeTree.ts';
import { totalRank } from '../disclosure/labels.ts';
import { type AmountCell, hasAmount, type Row, type Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { codedOf } from './codeSums.ts';
import type { RelationRule, SumRelation } from './relation.ts';
import { bodyRows, figuresOf, type Proposal } from './terms.ts';

/** Fewer figures may agree by chance, or be of another total. */
const FEWEST = 3;

/** A row whose figures stand in columns that are not known: its name, and its figures in their order. */
interface Figures {
  readonly label: string;
  readonly cells: readonly AmountCell[];
}

/**
 * Totals of one row alone where blanks were dropped and nobody can tell the columns: the total is that row again, figure by
 * figure, be it 合计 over the only row with figures or a 类 over its only 款. One of them may be wrong where all others
 * agree. (Our own choice; by A13 and A14 a total is the sum of its column.)
 */
export function onlyRows(table: Table): Proposal[] {
  if (table.dialect !== 'flattened') return [];
  return [...totalOfOnlyRow(table), ...codesOverOne(table)];
}

function totalOfOnlyRow({ rows, open, headless }: Table): Proposal[] {
  if (open || headless || rows.some(isRead)) return [];
  const [row, total, another] = rows
    .map(figuresBehindWords)
    .filter(({ cells }) => cells.length > 0 && !countUp(cells));
  if (!row || !total || another || totalRank(total.label) < 2 || totalRank(row.label) > 0) return [];
  return figureByFigure('total-row', total, row);
}

function codesOverOne({ coded, open, sides: [side] }: Table): Proposal[] {
  const tree = coded && side ? codeTree(bodyRows(side, 'data'), codedOf, open) : undefined;
  if (!side || !tree) return [];
  return [...walk(tree.roots)].flatMap(({ complete, entry, children: [child, another] }) => {
    if (!complete || !child || another || child.children.length > 1) return [];
    const [outer, inner] = [entry, child.entry].map((each) => ({
      label: each.label,
      cells: figuresOf(side, each),
    }));
    const isUnplaced = [entry, child.entry].some(({ row }) => row.cells.some((cell) => cell?.unplaced));
    return isUnplaced && outer && inner ? figureByFigure('code-sum', outer, inner) : [];
  });
}

/** What must be equal of two rows with as many figures each. */
function figureByFigure(rule: RelationRule, total: Figures, row: Figures): Proposal[] {
  const count = total.cells.length;
  if (count < FEWEST || row.cells.length !== count) return [];
  const sums = total.cells.flatMap((cell, index): SumRelation[] => {
    const part = row.cells[index];
    const parts = part ? [{ cell: part, label: row.label }] : [];
    return [{ rule, total: { cell, label: total.label }, parts, row: total.label, column: '' }];
  });
  const agreeing = sums.filter(({ total: { cell }, parts: [part] }) =>
    part?.cell.amount.value.eq(cell.amount.value),
  );
  return sums.map((relation) => ({ relation, certain: agreeing.length >= count - 1 }));
}

function isRead({ bound, cells, kind }: Row): boolean {
  return bound && kind !== 'header' && cells.some(hasAmount);
}

/** The figures behind the last words of a row, of which nothing else is known. */
function figuresBehindWords({ cells }: Row): Figures {
  const last = cells.findLastIndex((cell) => cell !== undefined && /\p{Script=Han}/u.test(cell.text));
  const words = cells.slice(0, last + 1).flatMap((cell) => cell?.text ?? []);
  return { label: compactLabel(words.at(-1) ?? ''), cells: cells.slice(last + 1).filter(hasAmount) };
}

/** 1 2 3 …: the numbers of the columns. */
function countUp(cells: readonly AmountCell[]): boolean {
  return cells.length > 1 && cells.every(({ amount }, index) => amount.value.eq(index + 1));
}
