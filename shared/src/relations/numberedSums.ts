import { isOfWhich, totalRank } from '../disclosure/labels.ts';
import type { Column, Side, SideRow, Table } from '../disclosure/table.ts';
import type { Numbering } from '../text/numbering.ts';
import { compactLabel } from '../text/width.ts';
import { evaluate, type Rounding } from './interval.ts';
import type { SumRelation, Term } from './relation.ts';
import { columnSum, type Proposal, termAt } from './terms.ts';

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
  if (table.coded || table.indicators) return [];
  const sums = table.sides.flatMap((side) =>
    side.amountColumns.flatMap((column) => sideSums(table, side, column, rounding)),
  );
  return [...sums, ...balances(table)];
}

function sideSums(table: Table, side: Side, column: Column, rounding: Rounding): Proposal[] {
  if (column.kind !== 'amount') return [];
  const rows = side.rows.map((entry) => ({ entry, rank: levelOf(table, side, entry) }));
  const totals = rows.filter(({ rank }) => rank > 0);
  const [first, second] = totals;
  if (!first || totals.length > 2) return [];
  const firstAt = rows.indexOf(first);
  if (firstAt === 0)
    return totalOver(
      first.entry,
      rows.slice(1).map(({ entry }) => entry),
      [],
      column,
      rounding,
    );
  const yearTotal = totalOver(
    first.entry,
    rows.slice(0, firstAt).map(({ entry }) => entry),
    [],
    column,
    rounding,
  );
  if (!second || second.rank <= first.rank) return yearTotal;
  const after = rows.slice(firstAt + 1, rows.indexOf(second)).map(({ entry }) => entry);
  return [...yearTotal, ...totalOver(second.entry, after, [first.entry], column, rounding)];
}

/** 3 for 总计, 2 for 合计; a nameless amount beside a total of another block is that block's own total. */
function levelOf(table: Table, side: Side, entry: SideRow): number {
  const own = totalRank(entry.label);
  if (own > 0 || compactLabel(entry.label) !== '') return own >= 2 ? own : 0;
  const beside = table.sides
    .filter((other) => other !== side)
    .map((other) => other.rows.find((row) => row.row === entry.row));
  return Math.max(0, ...beside.map((row) => (row ? totalRank(row.label) : 0)));
}

/**
 * A total over a list. Lists nest in more than one way (a heading may carry the sum of its items or a figure
 * of its own), so the sum is certain only by the plain reading and broken only if no reading fits.
 */
function totalOver(
  total: SideRow,
  entries: readonly SideRow[],
  more: readonly SideRow[],
  column: Column,
  rounding: Rounding,
): Proposal[] {
  const term = termAt(total, column);
  const items = nest(entries);
  const plain = sumOver(term, [...more, ...topRows(items, column)], column);
  if (!plain) return [];
  const readings = [
    plain,
    sumOver(term, [...more, ...leafRows(items, column)], column),
    sumOver(term, [...more, ...entries], column),
  ];
  const fitting = readings.find((relation) => relation && evaluate(relation, rounding).standing !== 'broken');
  if (fitting)
    return [
      { relation: fitting, certain: true },
      ...(fitting === plain ? itemSums(items, column, rounding) : []),
    ];
  return [{ relation: plain, certain: plain.parts.length > 1 }];
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
    const certain = numbered && relation.parts.length > 1;
    if (!certain && evaluate(relation, rounding).standing === 'broken') return [];
    return [{ relation, certain }, ...itemSums(children, column, rounding)];
  });
}

function nest(entries: readonly SideRow[]): Item[] {
  const numbered = entries.some((entry) => entry.numbering);
  const roots: Item[] = [];
  const open: Item[] = [];
  for (const entry of entries) {
    if (compactLabel(entry.label) === '') continue;
    // In a list that has numbers a row without one is a sub-item of the numbered row above it.
    const depth = entry.numbering ? DEPTH[entry.numbering.kind] : numbered ? Number.MAX_SAFE_INTEGER : 1;
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

function leafRows(items: readonly Item[], column: Column): SideRow[] {
  return items.flatMap(({ entry, children }) => {
    if (isOfWhich(entry.label)) return [];
    const leaves = leafRows(children, column);
    return leaves.some((leaf) => termAt(leaf, column)) ? leaves : [entry];
  });
}

/** 收入总计 = 支出总计: the grand totals of the blocks abreast, each in its block's first column. */
function balances(table: Table): Proposal[] {
  const [income, ...others] = table.sides.map((side) => grandTotal(table, side));
  if (!income) return [];
  return others.flatMap((total) => {
    if (!total) return [];
    const relation: SumRelation = { rule: 'balance', total, parts: [income], row: total.label, column: '' };
    return { relation, certain: true };
  });
}

function grandTotal(table: Table, side: Side): Term | undefined {
  const last = side.rows.findLast((entry) => levelOf(table, side, entry) === 3);
  const [column] = side.amountColumns;
  const term = last && column && termAt(last, column);
  if (!term) return undefined;
  return { cell: term.cell, label: compactLabel(term.label) || '支出总计' };
}
