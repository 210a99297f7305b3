import { isOfWhich, isTotalLabel, totalRank } from '../disclosure/labels.ts';
import type { Column, Side, SideRow, Table } from '../disclosure/table.ts';
import type { Numbering } from '../text/numbering.ts';
import { compactLabel } from '../text/width.ts';
import { holds, type Rounding, sum } from './interval.ts';
import type { SumRelation, Term } from './relation.ts';
import { slipOf } from './slips.ts';
import { columnSum, isUnreadable, type Proposal, termAt } from './terms.ts';
import { listsUnits } from './unitSums.ts';

/** Shallow to deep. Which kinds a list uses is free; deeper kinds are sub-items of shallower ones. */
const DEPTH: Readonly<Record<Numbering['kind'], number>> = {
  chinese: 1,
  'chinese-brackets': 2,
  arabic: 3,
  'arabic-brackets': 4,
  circled: 5,
};

/** A row of a numbered list with the rows below it. */
interface Item {
  readonly entry: SideRow;
  readonly depth: number;
  readonly children: Item[];
}

/**
 * Sums of tables named by words: 本年收入合计 = Σ 一、二、… (A3, A4), 收入总计 = 本年收入合计 + 上年结转 + … (A2),
 * and 收入总计 = 支出总计 across the blocks that stand abreast (A1).
 */
export function numberedSums(table: Table, rounding: Rounding): Proposal[] {
  if (table.coded || table.indicators || listsUnits(table)) return [];
  const sums = table.sides.flatMap((side) =>
    side.amountColumns.flatMap((column) => sideSums(table, side, column, rounding)),
  );
  return [...sums, ...balances(table)];
}

/** A list of rows and the column in which it is summed. */
interface List {
  readonly column: Column;
  readonly rounding: Rounding;
  /** The list stands beside another one, 收入 | 支出, under a header that shows where it begins. */
  readonly abreast: boolean;
  /** Rows may be missing in front of it. */
  readonly headless: boolean;
}

function sideSums(table: Table, side: Side, column: Column, rounding: Rounding): Proposal[] {
  if (column.kind !== 'amount') return [];
  const list: List = {
    column,
    rounding,
    abreast: isIncomeAndExpenditure(table),
    headless: table.headless,
  };
  const ranks = side.rows.map((_, index) => levelOf(table, side, index));
  const [first, second, third] = ranks.flatMap((rank, index) => (rank > 0 ? index : []));
  const total = first === undefined ? undefined : side.rows[first];
  if (first === undefined || !total || third !== undefined) return [];
  if (first === 0) return totalOver(list, total, side.rows.slice(1), []);
  const yearTotal = totalOver(list, total, side.rows.slice(0, first), []);
  const grand = second === undefined ? undefined : side.rows[second];
  if (!grand || second === undefined || (ranks[second] ?? 0) <= (ranks[first] ?? 0)) return yearTotal;
  return [...yearTotal, ...totalOver(list, grand, side.rows.slice(first + 1, second), [total])];
}

/** 收入 | 支出 abreast, below a header. */
function isIncomeAndExpenditure(table: Table): boolean {
  const [income, ...others] = table.sides.map((side) =>
    side.rows.flatMap(({ label }) => (totalRank(label) > 0 ? compactLabel(label) : [])),
  );
  if (!income?.some((label) => label.includes('收入')) || !table.rows.some((row) => row.kind === 'header'))
    return false;
  return (
    others.length > 0 &&
    others.every((labels) => labels.length === 0 || labels.some((label) => label.includes('支出')))
  );
}

/** 3 for 总计, 2 for 合计 and 本年…小计, 0 for rows that sum less than their whole list. */
function rowRank(label: string): number {
  if (!isTotalLabel(label)) return 0;
  const rank = totalRank(label);
  return rank === 1 ? (compactLabel(label).startsWith('本年') ? 2 : 0) : rank;
}

/**
 * 3 for 总计, 2 for 合计; a nameless amount beside a total of another block is that block's own total. The
 * blocks list the same rows, so the row abreast has the same index.
 */
function levelOf(table: Table, side: Side, index: number): number {
  const label = side.rows[index]?.label ?? '';
  const own = rowRank(label);
  if (own > 0 || compactLabel(label) !== '') return own;
  return Math.max(0, ...table.sides.map((other) => rowRank(other.rows[index]?.label ?? '')));
}

/**
 * A total over a list. Lists nest in more than one way (a heading may carry the sum of its items or a figure
 * of its own), so the sum is certain only by the plain reading and broken only if no reading fits.
 */
function totalOver(
  list: List,
  total: SideRow,
  entries: readonly SideRow[],
  more: readonly SideRow[],
): Proposal[] {
  const { column, rounding } = list;
  const term = termAt(total, column);
  const items = nest(entries);
  if (listsTwice(term, topRows(items, column), column)) return [];
  const plain = sumOver(term, [...more, ...topRows(items, column)], column);
  if (!plain) return [];
  const others = [leafRows(items, column), impliedTops(entries, column), entries].flatMap(
    (rows) => sumOver(term, [...more, ...rows], column) ?? [],
  );
  if (isDeducted(entries) || holdsButForOne(plain, entries) || namesItemsTwice(entries, column)) return [];
  const fitting = [plain, ...others].find((relation) => holds(relation, rounding));
  if (fitting) {
    return [
      { relation: fitting, certain: true },
      ...(fitting === plain ? itemSums(items, column, rounding) : []),
    ];
  }
  // 总计 takes in what stands below 合计, which goes on with the numbers above it and may all be blank.
  const whole =
    more.length > 0 ? list.abreast : isWhole(entries, list) && (list.abreast || plain.parts.length > 1);
  const meant = isConsistent(items, list) ? plain : theMeantReading([plain, ...others]);
  const certain =
    meant !== undefined &&
    whole &&
    !list.headless &&
    isReadable([...more, ...entries], column) &&
    !isOfOtherKind(total, entries);
  return [{ relation: meant ?? plain, certain }];
}

/** Whether no item with sub-items has a figure of its own that they do not add up to. */
function isConsistent(items: readonly Item[], { column, rounding }: List): boolean {
  return items.every(({ entry, children }) => {
    const own = sumOver(termAt(entry, column), topRows(children, column), column);
    return !own || holds(own, rounding);
  });
}

/** Of several readings of a list none of which fits, the only one that a single slip of the hand explains. */
function theMeantReading(readings: readonly SumRelation[]): SumRelation | undefined {
  const different = new Map(
    readings.map((relation) => [relation.parts.map(({ cell }) => cell.span.line).join(), relation]),
  );
  const explained = [...different.values()].filter(({ total, parts }) => {
    const excess = sum(parts).minus(total.cell.amount.value);
    return parts.some(({ cell: { amount } }) => slipOf(amount, amount.value.minus(excess)));
  });
  return explained.length === 1 ? explained[0] : undefined;
}

/** 本年收入合计 below rows called …支出, or the other way round, sums what stands in another block. */
function isOfOtherKind(total: SideRow, entries: readonly SideRow[]): boolean {
  const [income, expenditure] = [/收入/, /支出/].map((word) => word.test(total.label));
  if (income === expenditure) return false;
  const other = income ? /支出$/ : /收入$/;
  return entries.some((entry) => other.test(compactLabel(entry.label)));
}

/** Whether each of the rows has a figure that can be read in a column, or a blank. */
function isReadable(entries: readonly SideRow[], column: Column): boolean {
  return entries.every((entry) => entry.row.bound && !isUnreadable(entry, column));
}

/**
 * Whether the list is all there: numbers begin with one. A flat list without numbers may hold sub-items that
 * nothing marks as such, unless it stands in a 收支 table.
 */
function isWhole(entries: readonly SideRow[], list: List): boolean {
  const first = entries.find((entry) => entry.numbering)?.numbering;
  return first ? first.value === 1 : list.abreast;
}

/** 减：上缴上级 is taken off, and how far such rows reach is not marked. */
function isDeducted(entries: readonly SideRow[]): boolean {
  return entries.some(({ label }) => /减[:：]/.test(compactLabel(label)));
}

/** In a list without numbers one row may be a part of the row above it that nothing marks as such. */
function holdsButForOne({ total, parts }: SumRelation, entries: readonly SideRow[]): boolean {
  if (parts.length < 3 || entries.some((entry) => entry.numbering)) return false;
  const excess = sum(parts).minus(total.cell.amount.value);
  return parts.slice(1).some(({ cell }) => !excess.isZero() && cell.amount.value.eq(excess));
}

/** A list without numbers that breaks the same money down in two ways, 工资福利支出 under each of them. */
function namesItemsTwice(entries: readonly SideRow[], column: Column): boolean {
  if (entries.some((entry) => entry.numbering)) return false;
  const labels = entries.flatMap((entry) => (termAt(entry, column) ? compactLabel(entry.label) : []));
  return new Set(labels).size < labels.length;
}

/** The same whole broken down in several ways (一、按性质 二、按用途): each item is the total. */
function listsTwice(total: Term | undefined, tops: readonly SideRow[], column: Column): boolean {
  const terms = tops.flatMap((entry) => termAt(entry, column) ?? []);
  return (
    total !== undefined &&
    terms.length > 1 &&
    terms.every(({ cell }) => cell.amount.value.eq(total.cell.amount.value))
  );
}

/**
 * The rows that count when a row is followed by rows that add up to it: nothing else marks sub-items in
 * lists without numbers.
 */
function impliedTops(entries: readonly SideRow[], column: Column): SideRow[] {
  const filled = entries.filter((entry) => termAt(entry, column) && !isOfWhich(entry.label));
  const amountOf = (entry: SideRow | undefined) => entry && termAt(entry, column)?.cell.amount.value;
  const tops: SideRow[] = [];
  for (let i = 0; i < filled.length; i++) {
    const top = filled[i];
    const whole = amountOf(top);
    if (!top || !whole) continue;
    tops.push(top);
    let sum = amountOf(filled[i + 1]);
    for (let next = i + 2; next < filled.length && sum?.lt(whole); next++) {
      sum = sum.plus(amountOf(filled[next]) ?? 0);
      if (sum.eq(whole)) i = next;
    }
  }
  return tops;
}

function sumOver(total: Term | undefined, rows: readonly SideRow[], column: Column): SumRelation | undefined {
  return columnSum('numbered-sum', total, rows, column);
}

/** An item and its sub-items, once the total has shown that the item's own figure counts. */
function itemSums(items: readonly Item[], column: Column, rounding: Rounding): Proposal[] {
  return items.flatMap(({ entry, children }) => {
    const relation = sumOver(termAt(entry, column), topRows(children, column), column);
    if (!relation) return [];
    const numbered = children.every((child, i) => child.entry.numbering?.value === i + 1);
    const certain =
      (numbered || isWholeYear(entry)) &&
      relation.parts.length > 1 &&
      isReadable(entriesOf(children), column);
    if (!certain && !holds(relation, rounding)) return [];
    return [{ relation, certain }, ...itemSums(children, column, rounding)];
  });
}

/** 一、本年收入 and 一、本年支出 are all of the rows below them, numbered or not. */
function isWholeYear({ label, numbering }: SideRow): boolean {
  return /^本年(?:收入|支出)$/.test(compactLabel(label).slice(numbering?.length ?? 0));
}

function nest(entries: readonly SideRow[]): Item[] {
  const numbered = entries.some((entry) => entry.numbering);
  const named = entries.find((entry) => compactLabel(entry.label) !== '');
  const plainDepth = numbered && named?.numbering ? Number.MAX_SAFE_INTEGER : 0;
  const roots: Item[] = [];
  const open: Item[] = [];
  for (const entry of entries) {
    if (compactLabel(entry.label) === '') continue;
    // Where a list begins with a number, a row without one is a sub-item; where it does not, a heading.
    const depth = entry.numbering ? DEPTH[entry.numbering.kind] : plainDepth;
    const item: Item = { entry, depth, children: [] };
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    (open.at(-1)?.children ?? roots).push(item);
    open.push(item);
  }
  return roots;
}

/** The rows that count: items, or in place of an item left blank its sub-items. 其中 rows never count. */
function topRows(items: readonly Item[], column: Column): SideRow[] {
  return items.flatMap(({ entry, children }) => {
    if (isOfWhich(entry.label)) return [];
    return termAt(entry, column) ? [entry] : topRows(children, column);
  });
}

/** The rows of items and of all their sub-items. */
function entriesOf(items: readonly Item[]): SideRow[] {
  return items.flatMap(({ entry, children }) => [entry, ...entriesOf(children)]);
}

function leafRows(items: readonly Item[], column: Column): SideRow[] {
  return items.flatMap(({ entry, children }) => {
    if (isOfWhich(entry.label)) return [];
    const leaves = leafRows(children, column);
    return leaves.some((leaf) => termAt(leaf, column)) ? leaves : [entry];
  });
}

/**
 * 收入总计 = 支出总计: the grand totals of the blocks abreast, each in its block's first column. The totals of
 * the year may differ by what is carried over; where they agree, that confirms both.
 */
function balances(table: Table): Proposal[] {
  // Insurance funds keep a surplus: their income need not equal their expenditure.
  if (!isIncomeAndExpenditure(table) || table.title?.text.includes('社会保险基金')) return [];
  return [...balancesOf(table, 3, true), ...balancesOf(table, 2, false)];
}

function balancesOf(table: Table, rank: number, certain: boolean): Proposal[] {
  const [income, ...others] = table.sides.map((side) => lastTotal(table, side, rank));
  if (!income?.label.includes('收入')) return [];
  return others.flatMap((total) => {
    if (!total) return [];
    const relation: SumRelation = { rule: 'balance', total, parts: [income], row: total.label, column: '' };
    return { relation, certain };
  });
}

function lastTotal(table: Table, side: Side, rank: number): Term | undefined {
  const last = side.rows[side.rows.findLastIndex((_, index) => levelOf(table, side, index) === rank)];
  const [column] = side.amountColumns;
  const term = last && column && termAt(last, column);
  if (!term) return undefined;
  return { cell: term.cell, label: compactLabel(term.label) || '支出总计' };
}
