import { isOfWhich } from '../disclosure/labels.ts';
import { type Column, holdsMoney, type Side, type SideRow, type Table } from '../disclosure/table.ts';
import { addendsOf } from './codeSums.ts';
import { groupSums, nameColumns } from './groupSums.ts';
import { holds, type Rounding, sum } from './interval.ts';
import { isExplainedBySlip } from './oneSlip.ts';
import type { SumRelation } from './relation.ts';
import { bodyRows, columnSum, isUnreadable, type Proposal, termAt, theTotal } from './terms.ts';
import { listsUnits } from './unitSums.ts';

/** Different sums that have to hold before steps are taken to be levels, one of them of several figures. */
const MIN_WITNESSES = 3;
/** One wrong figure breaks the sum above it and that below. */
const MAX_FAILING = 2;

/** A row with those that stand a step further right below it. */
export interface StepNode {
  readonly entry: SideRow;
  readonly step: number;
  readonly children: StepNode[];
  /** Set where rows below it may stand on another page: nothing comes behind it. */
  last: boolean;
}

/** Rows with codes stand below those without, the longer the code the deeper. */
const BELOW_NAMES = 1000;

/**
 * Sums of lists that show their levels by the column of names in which a row ends: 品目大类, below it 项目 and 经济科目,
 * below these what is bought (A13, A17), each in a column of its own; or by rows without codes over rows that have them,
 * 单位 and below it its 科目. That they are levels is learned: their sums hold.
 */
export function steppedSums(table: Table, rounding: Rounding): Proposal[] {
  const [side, second] = table.sides;
  // Where nothing marks the cells, a name that wraps looks like one in another column.
  const marked =
    table.dialect !== 'aligned' && table.dialect !== 'cell-line' && table.dialect !== 'flattened';
  const isTold = table.dialect !== 'aligned' && table.columns.some(({ label }) => label === '采购组织形式');
  if (!(marked || isTold) || !side || second || table.indicators || table.headless || listsUnits(table))
    return [];
  const names = nameColumns(table, side);
  const codes = table.columns.flatMap(({ kind, index }) => (kind === 'code' ? index : []));
  if (table.coded) return hasHeads(side) ? sumsOfSteps(side, { names, codes }, rounding) : [];
  if (names.length < 2) return [];
  return [
    ...sumsOfSteps(side, { names, codes }, rounding),
    ...(marked ? groupSums(side, names, rounding) : []),
  ];
}

/** Whether figures stand in rows that have no code, neither of 科目 nor of 单位. */
function hasHeads(side: Side): boolean {
  return bodyRows(side, 'data').some(
    ({ row }) => !row.code && !row.body && side.amountColumns.some(({ index }) => row.cells[index]?.amount),
  );
}

/** The columns in front of the amounts. */
interface Stub {
  readonly names: readonly number[];
  readonly codes: readonly number[];
}

function sumsOfSteps(side: Side, stub: Stub, rounding: Rounding): Proposal[] {
  const entries = bodyRows(side, 'data').filter(
    (entry) => stepOf(entry, stub.names) !== undefined || isUnread(entry),
  );
  const roots = treeOf(entries, stub);
  if (!roots?.some(({ children }) => children.length > 0)) return [];
  const total = theTotal(side);
  const columns = side.amountColumns.filter(holdsMoney);
  const sums = columns.flatMap((column) => {
    const below = nodesOf(roots).flatMap(({ entry, children, last }) => sumOf(entry, children, column, last));
    return [...below, ...(total ? sumOf(total, roots, column, true) : [])];
  });
  const failing = sums.filter(({ relation, certain }) => certain && !holds(relation, rounding));
  const { different, telling } = witnessesOf(sums, rounding);
  const shown = different >= MIN_WITNESSES && telling > 0 && failing.length <= MAX_FAILING * columns.length;
  return sums.map(({ relation, certain }) => ({
    relation: { ...relation, witnesses: different },
    certain: shown && certain,
  }));
}

/** How many different sums hold, and how many of these have several parts. */
export interface Witnesses {
  readonly different: number;
  readonly telling: number;
}

/** How many sums of different figures hold, and how many of these have several parts. */
export function witnessesOf(sums: readonly Proposal[], rounding: Rounding): Witnesses {
  const holding = sums.filter(({ relation }) => holds(relation, rounding));
  const different = new Map(
    holding.map(({ relation }) => [
      [relation.total, ...relation.parts].map(({ cell }) => cell.amount.value.toString()).join(' '),
      relation,
    ]),
  );
  const telling = [...different.values()].filter(({ parts }) => parts.length > 1);
  return { different: different.size, telling: telling.length };
}

/** How far a row is broken down: the column of its last name, or the length of its code. */
function stepOf({ row }: SideRow, names: readonly number[]): number | undefined {
  if (row.code) return BELOW_NAMES + row.code.digits.length;
  return names.findLast((column) => (row.cells[column]?.text ?? '') !== '');
}

/** Whether digits stand in place of a code that are none: where the row belongs is not known. */
function isMisprinted({ row }: SideRow, { codes }: Stub): boolean {
  return !row.code && !row.body && codes.some((column) => /^\d/.test(row.cells[column]?.text ?? ''));
}

/** A row with figures of which it is not known where they stand. */
function isUnread({ row }: SideRow): boolean {
  return !row.bound && row.cells.some((cell) => cell?.amount);
}

/** Undefined where the place of a row is not known. */
function treeOf(entries: readonly SideRow[], stub: Stub): readonly StepNode[] | undefined {
  const roots: StepNode[] = [];
  const path: StepNode[] = [];
  for (const entry of entries) {
    const step = stepOf(entry, stub.names);
    if (step === undefined || !entry.row.bound || isOfWhich(entry.label)) return undefined;
    if (isMisprinted(entry, stub)) {
      for (const node of path) node.last = true;
      continue;
    }
    while ((path.at(-1)?.step ?? -1) >= step) path.pop();
    const node = { entry, step, children: [], last: false };
    (path.at(-1)?.children ?? roots).push(node);
    path.push(node);
  }
  for (const node of path) node.last = true;
  return new Set(roots.map(({ step }) => step)).size === 1 ? adopted(roots) : undefined;
}

/**
 * Where names of two levels stand in one column, those of the upper one have no rows of their own directly below them:
 * 单位, below it 科目 and below each of these its projects.
 */
function adopted(nodes: readonly StepNode[]): readonly StepNode[] {
  const isHead = ({ children }: StepNode) => children.length === 0;
  if (!nodes[0] || !isHead(nodes[0]) || nodes.every(isHead)) return nodes;
  const heads: StepNode[] = [];
  for (const node of nodes) {
    if (isHead(node)) heads.push({ ...node, last: false });
    else heads.at(-1)?.children.push(node);
  }
  return heads.map((head, index) => ({ ...head, last: index === heads.length - 1 }));
}

function nodesOf(nodes: readonly StepNode[]): StepNode[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children)]);
}

/** Whether the parts are more than their total: rows that are missing do not mend that. */
function isExceeded({ total, parts }: SumRelation): boolean {
  return total.cell.amount.value.lt(sum(parts)) && parts.every(({ cell }) => !cell.amount.value.isNegative());
}

/** @param last whether rows may be missing: then a slip of the hand shows that the sum is wrong, or that it is too much */
function sumOf(total: SideRow, nodes: readonly StepNode[], column: Column, last: boolean): Proposal[] {
  const entries = addendsOf(nodes, (entry) => !termAt(entry, column) && !isUnreadable(entry, column));
  const relation = columnSum('numbered-sum', termAt(total, column), entries, column);
  if (!relation) return [];
  const readable = entries.every((entry) => !isUnreadable(entry, column));
  const whole = !last || isExplainedBySlip(relation);
  if (whole || !isExceeded(relation)) return [{ relation, certain: readable && whole }];
  const bound = { ...relation, rule: 'exceeds-whole', comparison: 'at-least' } as const;
  return [{ relation: bound, certain: readable }];
}

/** What is right below a row of a list of which nothing shows that it is whole: nothing may lack behind it. */
export function sumsBelow({ entry, children, last }: StepNode, column: Column): Proposal[] {
  return sumOf(entry, children, column, false).map(({ relation, certain }) => ({
    relation,
    certain: certain && !last,
  }));
}
