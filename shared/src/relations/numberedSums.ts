import { isCountLabel } from '../disclosure/labels.ts';
import {
  type Column,
  holdsMoney,
  type Side,
  type SideRow,
  type Table,
  type TableRole,
} from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { balances } from './blockBalances.ts';
import { isBorneOut } from './borneOut.ts';
import { hasCodeBlocks } from './codeBlockSums.ts';
import { holds, type Rounding, sum } from './interval.ts';
import {
  areAllKindsOfPurchase,
  entriesOf,
  flatRows,
  type Item,
  impliedTops,
  isBrokenDownByBudget,
  isBrokenDownByNature,
  isWholeYear,
  leafRows,
  nest,
  nestedTops,
  schemesIn,
  topRows,
} from './itemTree.ts';
import { withoutMeetings } from './meetings.ts';
import { isOneSlipAway, isTotalOneSlipAway } from './oneSlip.ts';
import type { SumRelation, Term } from './relation.ts';
import { isShownBySiblings } from './siblingItems.ts';
import { isIncomeAndExpenditure, levelOf, rowRank } from './sideRanks.ts';
import { slipOf } from './slips.ts';
import { hasStrayEntry } from './strayEntries.ts';
import { columnSum, isUnreadable, type Proposal, termAt } from './terms.ts';
import { totalBehind, totalBeside, totalInFront } from './totalBeside.ts';
import { listsUnits } from './unitSums.ts';
import { withNamesAbove, withWrappedNames } from './wrappedEntries.ts';
import { isYearWithRemains } from './yearWithRemains.ts';

/**
 * Sums of tables named by words: 本年收入合计 = Σ 一、二、… (A3, A4), 收入总计 = 本年收入合计 + 上年结转 + … (A2),
 * and 收入总计 = 支出总计 across the blocks that stand abreast (A1).
 */
export function numberedSums(table: Table, rounding: Rounding): Proposal[] {
  if (table.coded || table.indicators || listsUnits(table) || hasCodeBlocks(table)) return [];
  const sums = table.sides.flatMap((side) => sumsOfSide(table, side, rounding));
  return [...sums, ...balances(table)];
}

/** The sums of a side, of which names that may go over lines are read in the way in which fewer sums fail. */
function sumsOfSide(table: Table, side: Side, rounding: Rounding): Proposal[] {
  const sumsOf = (each: Side) =>
    each.amountColumns.flatMap((column) => sideSums(table, each, column, rounding));
  const named = withNamesAbove(table, side);
  const wrapped = withWrappedNames(table, named ?? side);
  const printed = sumsOf(side);
  const below = named && sumsOf(named);
  const first = below && failing(below, rounding) <= failing(printed, rounding) ? below : printed;
  const joined = wrapped && sumsOf(wrapped);
  return joined && failing(joined, rounding) < failing(first, rounding) ? joined : first;
}

function failing(sums: readonly Proposal[], rounding: Rounding): number {
  return sums.filter(({ relation, certain }) => certain && !holds(relation, rounding)).length;
}

/** A list of so many sub-items, numbered or of a whole year, is all of its item, even where one alone has a figure. */
const WHOLE_LIST = 3;

/** Of so many numbers of a list one may be misprinted. */
const STEPS_PER_JUMP = 4;

/** Roles of tables that list projects, or what is bought, to the last of them (A16, A17). */
const LISTS_OF_PROJECTS: ReadonlySet<TableRole> = new Set([
  'project-expenditure',
  'procurement',
  'purchased-services',
]);

/** A list of rows and the column in which it is summed. */
interface List {
  readonly column: Column;
  readonly rounding: Rounding;
  /** The list stands beside another one, 收入 | 支出, under a header that shows where it begins. */
  readonly abreast: boolean;
  readonly ofProjects: boolean;
  readonly ofThreePublic: boolean;
  /** Rows may be missing in front of it. */
  readonly headless: boolean;
  /** The other columns of amounts beside it. */
  readonly beside: readonly Column[];
  /** Whether one of its entries stands in another block. */
  readonly lacksEntry: (entries: readonly SideRow[]) => boolean;
  /** The total of a row that shares it with another block. */
  readonly totalBeside: (total: SideRow) => Term | undefined;
}

function sideSums(table: Table, side: Side, column: Column, rounding: Rounding): Proposal[] {
  if (!holdsMoney(column)) return [];
  const list: List = {
    column,
    rounding,
    abreast: isIncomeAndExpenditure(table),
    ofProjects: LISTS_OF_PROJECTS.has(table.role) && !table.open,
    ofThreePublic: table.role === 'three-public',
    headless: table.headless,
    beside: side.amountColumns.filter((each) => holdsMoney(each) && each.index !== column.index),
    lacksEntry: (entries) => hasStrayEntry(table, side, entries),
    totalBeside: (total) => (side.amountColumns.length === 1 ? totalBeside(table, side, total) : undefined),
  };
  const ranks = side.rows.map((_, index) => levelOf(table, side, index));
  const [first, second, third] = ranks.flatMap((rank, index) => (rank > 0 ? index : []));
  const total = first === undefined ? undefined : side.rows[first];
  if (first === undefined || !total) return sharedSums(table, side, list);
  if (third !== undefined) return [];
  const endsHigher = second !== undefined && (ranks[second] ?? 0) > (ranks[first] ?? 0);
  const isInFront = side.rows.slice(0, first).every(({ label }) => rowRank(label) > 0);
  // 本年收入合计 at the top of a page whose 收入总计 stands below it ends what the page before lists.
  if (isInFront && !endsHigher) return totalOver(list, total, side.rows.slice(first + 1), []);
  const yearTotal = totalOver(list, total, side.rows.slice(0, first), []);
  const grand = endsHigher ? side.rows[second] : undefined;
  if (!grand) return yearTotal;
  return [...yearTotal, ...totalOver(list, grand, side.rows.slice(first + 1, second), [total])];
}

/** What a block without a total adds up to where it shares that of the block behind it or in front of it. */
function sharedSums(table: Table, side: Side, list: List): Proposal[] {
  const isTotal = (label: string) => rowRank(label) > 0;
  const shared = totalBehind(table, side, isTotal) ?? totalInFront(table, side, isTotal);
  const row = shared && side.rows[shared.index];
  if (!row || table.open) return [];
  const total = { ...row, label: shared.term.label };
  return totalOver({ ...list, totalBeside: () => shared.term }, total, side.rows.slice(0, shared.index), []);
}

/**
 * A total over a list. Lists nest in more than one way (a heading may carry the sum of its items or a figure
 * of its own), so the sum is certain only by the plain reading and broken only if no reading fits.
 */
function totalOver(
  list: List,
  total: SideRow,
  listed: readonly SideRow[],
  more: readonly SideRow[],
): Proposal[] {
  const { column, rounding } = list;
  const moneyed = listed.filter(({ label }) => !isCountLabel(label));
  const entries = list.ofThreePublic
    ? withoutMeetings(total, moneyed, [column, ...list.beside], rounding)
    : moneyed;
  const schemes = schemesIn(entries);
  if (schemes.length > 1) return schemes.flatMap((scheme) => totalOver(list, total, scheme, more));
  const term = termAt(total, column) ?? list.totalBeside(total);
  const items = nest(entries);
  if (listsTwice(term, topRows(items, column), column)) return [];
  const plain = sumOver(term, [...more, ...topRows(items, column)], column);
  if (!plain) return [];
  const leaves = sumOver(term, [...more, ...leafRows(items, column)], column);
  const nested = entries.some(({ numbering }) => numbering) ? undefined : nestedTops(entries, column);
  const others = [impliedTops(entries, column), flatRows(items, column), ...(nested ? [nested] : [])].flatMap(
    (rows) => sumOver(term, [...more, ...rows], column) ?? [],
  );
  const readings = [plain, ...(leaves ? [leaves] : []), ...others];
  const fitting = readings.find((relation) => holds(relation, rounding));
  if (fitting) {
    // Where the items fail and what they consist of fits, an item may be wrong.
    const told = fitting === plain || fitting === leaves;
    return [
      { relation: fitting, certain: true },
      ...(told
        ? itemSums(items, list, entries.every(isBound), fitting === leaves ? fitting : undefined)
        : []),
    ];
  }
  if (isDeducted(entries) || holdsButForOne(plain, entries)) return [];
  const besides = list.beside.flatMap(
    (each) => sumOver(termAt(total, each), [...more, ...topRows(items, each)], each) ?? [],
  );
  const borneOut = isBorneOut(plain, [...more, ...entries], besides, rounding, 2);
  const slipped = list.ofProjects && plain.parts.length > 1 && isOneSlipAway(plain);
  if (!borneOut && !slipped && namesItemsTwice(entries, column)) return [];
  // 总计 takes in what stands below 合计, which goes on with the numbers above it and may all be blank.
  const whole =
    more.length > 0
      ? list.abreast || isYearWithRemains(total, more, entries)
      : !nested && isWhole(entries, list) && (list.abreast || plain.parts.length > 1);
  const meant = borneOut || isConsistent(items, list) ? plain : theMeantReading(readings);
  const certain =
    meant !== undefined &&
    (whole || borneOut || (slipped && meant === plain)) &&
    // What stands between 合计 and 总计 is on this page, whatever stands on the one before.
    (more.length > 0 || !list.headless) &&
    isReadable([...more, ...entries], column) &&
    !list.lacksEntry(entries) &&
    !isOfOtherKind(total, entries) &&
    (more.length > 0 || !areRemainsAlone(total, entries));
  // Items that are broken down with numbers speak of themselves, whatever is wrong with their total.
  const below = certain && meant === plain ? itemSums(items, list, entries.every(isBound)) : [];
  return [{ relation: meant ?? plain, certain }, ...below];
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

/** Whether 收入总计 or 支出总计 stands below nothing but what is carried over: the year's own stands on another page. */
function areRemainsAlone(total: SideRow, entries: readonly SideRow[]): boolean {
  const names = entries.map(({ label }) => compactLabel(label)).filter((label) => label !== '');
  return (
    /^(?:收入|支出)[总合]计$/.test(compactLabel(total.label)) && names.every((name) => /结转|结余/.test(name))
  );
}

/** Whether each of the rows has a figure that can be read in a column, or a blank. */
function isReadable(entries: readonly SideRow[], column: Column): boolean {
  return entries.every((entry) => isBound(entry) && !isUnreadable(entry, column));
}

function isBound({ row }: SideRow): boolean {
  return row.bound;
}

/**
 * Whether the list is all there: numbers begin with one and go on by one, but for a few that are misprinted. A
 * flat list without numbers may hold sub-items that nothing marks as such, unless it stands in a 收支 table.
 */
function isWhole(entries: readonly SideRow[], list: List): boolean {
  const numbers = entries.flatMap(({ numbering }) => numbering ?? []);
  const [first] = numbers;
  if (!first) return list.abreast || areAllKindsOfPurchase(entries);
  const values = numbers.filter(({ kind }) => kind === first.kind).map(({ value }) => value);
  const jumps = values.filter((value, index) => value !== (values[index - 1] ?? 0) + 1).length;
  return first.value === 1 && jumps * STEPS_PER_JUMP <= values.length;
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

function sumOver(total: Term | undefined, rows: readonly SideRow[], column: Column): SumRelation | undefined {
  return columnSum('numbered-sum', total, rows, column);
}

/**
 * An item and its sub-items, once the total has shown that the item's own figure counts.
 *
 * @param allBound false where a row of the list has no known place: it may be one of the sub-items
 * @param leaves the total where it is that of the sub-items: then an item a slip away from its own is wrong, and one that
 *   is more than all
 */
function itemSums(items: readonly Item[], list: List, allBound: boolean, leaves?: SumRelation): Proposal[] {
  const { column, rounding } = list;
  return items.flatMap((item) => {
    const { entry, children } = item;
    const below = itemSums(children, list, allBound, leaves);
    const relation = sumOver(termAt(entry, column), topRows(children, column), column);
    if (!relation) return below;
    const numbered = children.every((child, i) => child.entry.numbering?.value === i + 1);
    const certain =
      allBound &&
      (isBrokenDownByNature(item) ||
        isBrokenDownByBudget(item) ||
        (leaves && (isTotalOneSlipAway(relation) || isMoreThan(relation, leaves))) ||
        isShownBySiblings(relation, item, items, list, leaves !== undefined) ||
        ((numbered || isWholeYear(entry)) && (children.length >= WHOLE_LIST || relation.parts.length > 1))) &&
      isReadable(entriesOf(children), column);
    return certain || holds(relation, rounding) ? [{ relation, certain }, ...below] : [];
  });
}

function isMoreThan(item: SumRelation, whole: SumRelation): boolean {
  return item.total.cell.amount.value.gt(whole.total.cell.amount.value);
}
