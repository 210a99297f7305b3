import { isOfWhich, totalRank } from '../disclosure/labels.ts';
import { type Column, holdsMoney, type Side, type SideRow, type Table } from '../disclosure/table.ts';
import { Money } from '../text/money.ts';
import { remember } from '../text/remember.ts';
import { isBorneOut } from './borneOut.ts';
import { holds, type Rounding } from './interval.ts';
import { isOneSlipAway } from './oneSlip.ts';
import type { RelationRule, SumRelation } from './relation.ts';
import { bodyRows, columnSum, isUnreadable, type Proposal, termAt } from './terms.ts';

/** How many 万元 one 元 is. */
const YUAN_IN_WAN = new Money('0.0001');

/** A row of a unit, or of something that a unit buys, with the rows that break it down. */
interface UnitNode {
  readonly entry: SideRow;
  readonly code: string;
  /** How many cells in front of the amounts are filled: what is bought has more to say than its unit. */
  readonly words: number;
  readonly children: UnitNode[];
}

/** A row that is broken down. */
interface Whole {
  readonly entry: SideRow;
  readonly children: readonly UnitNode[];
}

/**
 * Sums of tables that list units and no 科目: 012 = 012001 + 012002, a unit = what it buys, and 合计 = the units
 * (A13, A14, A17). What fails is certain only where other columns, or one slip of the hand that explains it, show that
 * the rows are meant to add up.
 */
export function unitSums(table: Table, rounding: Rounding): Proposal[] {
  const [side] = table.sides;
  const roots = unitTree(table);
  if (!side || !roots) return [];
  const totals = bodyRows(side, 'total').filter(({ label }) => totalRank(label) >= 2);
  const [total, second] = totals;
  const all = total && !second ? [{ entry: total, children: roots }] : [];
  return [
    ...roots.flatMap((root) => sumsBelow(side, root, rounding, all)),
    ...all.flatMap((whole) => sumsOf(side, 'total-row', whole, rounding, [])),
  ];
}

/** Whether a table lists units and no 科目, so that its rows add up by the codes of the units. */
export function listsUnits(table: Table): boolean {
  return unitTree(table) !== undefined;
}

/** The units of a table, those of a 主管部门 below it; undefined where other rows have amounts as well. */
const unitTree = remember((table: Table): readonly UnitNode[] | undefined => {
  const [side, second] = table.sides;
  if (!side || second || table.coded || table.indicators || table.open || table.headless) return undefined;
  const roots: UnitNode[] = [];
  const path: UnitNode[] = [];
  for (const entry of bodyRows(side, 'data')) {
    const { body, bound } = entry.row;
    if (!body || !bound || isOfWhich(entry.label)) {
      if (entry.row.cells.some((cell) => cell?.amount)) return undefined;
      continue;
    }
    const code = body.code.replace(/^(\d{3})000$/, '$1');
    const node = { entry, code, words: wordsIn(entry, side), children: [] };
    while (path.length > 0 && !isPartOf(node, path.at(-1))) path.pop();
    (path.at(-1)?.children ?? roots).push(node);
    path.push(node);
  }
  const hasTotal = bodyRows(side, 'total').length > 0;
  const isList = roots.length > 1 || roots.some(({ children }) => children.length > 0);
  return isList || (hasTotal && roots.length === 1) ? roots : undefined;
});

function isPartOf(node: UnitNode, other: UnitNode | undefined): boolean {
  if (!other?.code || !node.code.startsWith(other.code)) return false;
  return node.code.length > other.code.length || node.words > other.words;
}

function wordsIn({ row }: SideRow, { amountColumns: [first] }: Side): number {
  return row.cells.slice(0, first?.index).filter((cell) => cell && cell.text !== '').length;
}

/** @param above the rows that the node is a part of */
function sumsBelow(side: Side, node: UnitNode, rounding: Rounding, above: readonly Whole[]): Proposal[] {
  if (node.children.length === 0) return [];
  return [
    ...sumsOf(side, 'code-sum', node, rounding, above),
    ...node.children.flatMap((child) => sumsBelow(side, child, rounding, [...above, node])),
  ];
}

function sumsOf(
  side: Side,
  rule: RelationRule,
  whole: Whole,
  rounding: Rounding,
  above: readonly Whole[],
): Proposal[] {
  const entries = whole.children.map(({ entry }) => entry);
  const columns = side.amountColumns.filter(holdsMoney);
  const printed = columns.flatMap(
    (column) => columnSum(rule, termAt(whole.entry, column), entries, column) ?? [],
  );
  const relations = inOneUnit(printed, rounding);
  return relations.map((relation) => {
    const column = columns.find(({ index }) => index === relation.total.cell.column);
    const readable = column !== undefined && entries.every((entry) => !isUnreadable(entry, column));
    const shown =
      holds(relation, rounding) ||
      isBorneOut(relation, entries, relations, rounding, 1) ||
      isOneSlipAway(relation) ||
      (column !== undefined && isShownByLevels(whole, above, column, rounding));
    return { relation, certain: readable && shown };
  });
}

/**
 * Whether another level of the same column comes to what is listed at the end: a row above this one, so that nothing
 * is missing below it, or the only row right below it, so that nothing but itself can be wrong.
 */
function isShownByLevels(whole: Whole, above: readonly Whole[], column: Column, rounding: Rounding): boolean {
  const isSum = (each: Whole) => isSumOfEnds(each, column, rounding);
  const [only, second] = whole.children;
  return [...above, whole].some(isSum) || (only !== undefined && !second && isSum(only));
}

/** Whether a row is the sum of at least two that nothing breaks down any further. */
function isSumOfEnds({ entry, children }: Whole, column: Column, rounding: Rounding): boolean {
  const ends = children.flatMap(endsOf);
  const sum = columnSum('code-sum', termAt(entry, column), ends, column);
  const filled = sum?.parts.filter(({ cell }) => !cell.amount.value.isZero()) ?? [];
  return sum !== undefined && filled.length > 1 && holds(sum, rounding);
}

function endsOf({ entry, children }: UnitNode): readonly SideRow[] {
  return children.length > 0 ? children.flatMap(endsOf) : [entry];
}

/** Some tables print their totals in 万元 and what they consist of in 元: then no sum holds but by ten thousand. */
function inOneUnit(relations: readonly SumRelation[], rounding: Rounding): readonly SumRelation[] {
  if (relations.some((relation) => holds(relation, rounding))) return relations;
  const converted = relations.map((relation) => ({
    ...relation,
    parts: relation.parts.map((part) => ({ ...part, factor: YUAN_IN_WAN })),
  }));
  return converted.some((relation) => relation.parts.length > 1 && holds(relation, rounding))
    ? converted
    : relations;
}
