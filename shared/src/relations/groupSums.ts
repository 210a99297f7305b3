import { isOfWhich, totalRank } from '../disclosure/labels.ts';
import { type Column, holdsMoney, type Side, type SideRow, type Table } from '../disclosure/table.ts';
import { compactLabel } from '../text/width.ts';
import { holds, type Rounding } from './interval.ts';
import { isExplainedBySlip } from './oneSlip.ts';
import { columnSum, isSome, isUnreadable, type Proposal, termAt, theTotal } from './terms.ts';

/**
 * 小计 = the other rows of its group, in tables whose groups are named once, in a column of their own, beside their
 * first row: 一般公共预算资金 | 小计, below it 公共财政拨款 and 专项收入. What fails is certain where such a sum of
 * the table holds, or a slip of the hand explains it.
 *
 * @param names the columns of names in front of the amounts, that of the groups first
 */
export function groupSums(side: Side, names: readonly number[], rounding: Rounding): Proposal[] {
  return sumsOf(side, groupsOf(side, names), names, rounding);
}

/**
 * The same where the name of a group stands in the middle of its merged cell, beside any of its rows (pdftotext -layout,
 * 收入预算总表 of 江苏): below 收入总计 a 小计 begins each group.
 */
export function alignedGroupSums(table: Table, rounding: Rounding): Proposal[] {
  const [side, second] = table.sides;
  if (table.dialect !== 'aligned' || !side || second || table.coded || table.headless || table.open)
    return [];
  const names = nameColumns(table, side);
  const total = side.rows.findIndex(({ label }) => /^收入总计$/.test(compactLabel(label)));
  const rows = side.rows.slice(total + 1);
  const starts = rows.flatMap((entry, index) =>
    names.some((column) => totalRank(textAt(entry, column)) === 1) ? index : [],
  );
  if (names.length !== 2 || total !== 0 || starts[0] !== 0) return [];
  const groups = starts.map((from, index) => rows.slice(from, starts[index + 1]));
  return sumsOf(side, groups, names, rounding);
}

/** The columns of words in front of the amounts. */
export function nameColumns({ columns }: Table, { amountColumns: [first] }: Side): readonly number[] {
  return columns.flatMap(({ kind, index }) =>
    kind === 'text' && first !== undefined && index < first.index ? [index] : [],
  );
}

function sumsOf(
  side: Side,
  entries: readonly (readonly SideRow[])[],
  names: readonly number[],
  rounding: Rounding,
): Proposal[] {
  const groups = entries.map((group) => {
    const subtotals = group.filter((entry) => isSubtotal(entry, names));
    return { subtotals, parts: group.filter((entry) => !subtotals.includes(entry)) };
  });
  const below = groups.flatMap(({ subtotals: [subtotal, second], parts }) =>
    !subtotal || second || parts.length === 0 || !areAll(parts, names)
      ? []
      : side.amountColumns.flatMap((column) => sumOf(subtotal, parts, column, names)),
  );
  const total = theTotal(side);
  const isListed = groups.length > 1 && groups.every(({ subtotals }) => subtotals.length === 1);
  const subtotals = groups.flatMap((group) => group.subtotals);
  const above =
    total && isListed ? side.amountColumns.flatMap((column) => sumOf(total, subtotals, column, names)) : [];
  // Where the total of all bears the subtotals out, the groups are what the headings say.
  const shown = [...below, ...above].some(
    ({ relation }) => relation.parts.filter(isSome).length > 1 && holds(relation, rounding),
  );
  return [...below, ...above].map(({ relation, certain }) => ({
    relation,
    certain: certain && (shown || isExplainedBySlip(relation)),
  }));
}

/** The rows of each group: one that names it, and those behind it that do not. */
function groupsOf({ rows }: Side, [first]: readonly number[]): readonly (readonly SideRow[])[] {
  const groups: SideRow[][] = [];
  for (const entry of rows) {
    if (totalRank(entry.label) > 1) continue;
    const named = first !== undefined && textAt(entry, first) !== '';
    if (named) groups.push([entry]);
    else groups.at(-1)?.push(entry);
  }
  return groups;
}

function textAt({ row }: SideRow, column: number): string {
  return row.cells[column]?.text ?? '';
}

function isSubtotal(entry: SideRow, [, ...names]: readonly number[]): boolean {
  return names.some((column) => totalRank(textAt(entry, column)) === 1);
}

/** Whether each row is a part by its own name: 其中 need not be all there is. */
function areAll(parts: readonly SideRow[], [, ...names]: readonly number[]): boolean {
  return parts.every((entry) => {
    const text = names.map((column) => textAt(entry, column)).find((each) => each !== '') ?? '';
    return entry.row.bound && text !== '' && !isOfWhich(text) && totalRank(text) === 0;
  });
}

function sumOf(
  total: SideRow,
  parts: readonly SideRow[],
  column: Column,
  names: readonly number[],
): Proposal[] {
  if (!holdsMoney(column)) return [];
  const named = (entry: SideRow): SideRow => ({
    ...entry,
    label: names.flatMap((each) => textAt(entry, each) || []).join(' '),
  });
  const relation = columnSum('numbered-sum', termAt(named(total), column), parts.map(named), column);
  const readable = total.row.bound && parts.every((entry) => !isUnreadable(entry, column));
  return relation ? [{ relation, certain: readable }] : [];
}
