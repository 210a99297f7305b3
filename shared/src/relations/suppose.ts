import { readDisclosure } from '../disclosure/disclosure.ts';
import { columnStyle } from '../disclosure/numberStyle.ts';
import { type AmountCell, isAmountCell, type PlacedTable, type Side } from '../disclosure/table.ts';
import { type ParsedLines, reparse } from '../syntax/reparse.ts';
import { type AmountStyle, formatAmount } from '../text/amount.ts';
import { type Decimal, Money } from '../text/money.ts';
import type { Position } from '../text/range.ts';
import { cellAt } from './lookUp.ts';
import type { Evaluation } from './relation.ts';
import { relateTable } from './tableRelations.ts';

/** What a cell would hold if it agreed with a relation that it is the total of. */
export interface ComputedTotal {
  readonly value: Decimal;
  /** As the cell would print it. */
  readonly text: string;
  readonly evaluation: Evaluation;
}

/** A stretch of a line that may hold the figure of a cell. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * What would have to stand in a cell, empty or not, by the sums it would be the total of: one entry a value,
 * those that most relations of the cell agree with first. Empty where it would be no total. The table is read
 * as if a figure stood there, so that whatever the relations know of is known here.
 */
export function computedTotals(parsed: ParsedLines, place: Place): ComputedTotal[] {
  const zero = supposed(parsed, place, '0');
  if (!zero) return [];
  const totals = zero.asTotal;
  // Where no other row shows yet that the columns add up, the sum itself is the witness.
  const behind = totals.some(({ relation }) => relation.rule === 'row-sum') ? undefined : sumBehind(zero);
  const rowSums = behind ? (supposed(parsed, place, behind.toFixed())?.asTotal ?? []) : [];
  const all = [...totals, ...rowSums.filter(({ relation }) => relation.rule === 'row-sum')];
  const style = columnStyle(zero.placed.table, zero.cell);
  return distinct(all, style);
}

interface Supposed {
  readonly placed: PlacedTable;
  readonly cell: AmountCell;
  readonly asTotal: readonly Evaluation[];
}

function supposed({ lines, tree }: ParsedLines, place: Place, figure: string): Supposed | undefined {
  const { line, start, end } = place;
  const text = lines[line] ?? '';
  const changed = [...lines];
  changed[line] = text.slice(0, start) + figure + text.slice(end);
  const disclosure = readDisclosure(reparse({ lines, tree }, changed));
  const position: Position = { line, character: start };
  const found = cellAt(disclosure, position);
  if (!found) return undefined;
  const { placed, cell } = found;
  const { byCell, misread } = relateTable(placed.table);
  const own = misread ? [] : (byCell.get(cell) ?? []);
  return { placed, cell, asTotal: own.filter(({ relation }) => relation.total.cell === cell) };
}

/** Each value once, the one that most of the sums agree with first. */
function distinct(
  evaluations: readonly Evaluation[],
  style: { readonly style: AmountStyle; readonly decimals: number },
): ComputedTotal[] {
  const totals = new Map<string, ComputedTotal>();
  for (const evaluation of evaluations) {
    const { expected: value } = evaluation;
    const decimals = Math.max(style.decimals, value.decimalPlaces());
    const text = formatAmount(value, decimals, style.style);
    if (!totals.has(text)) totals.set(text, { value, text, evaluation });
  }
  const agreeing = ({ value }: ComputedTotal) =>
    evaluations.filter(({ expected, slack }) => expected.minus(value).abs().lte(slack)).length;
  return [...totals.values()].sort((a, b) => agreeing(b) - agreeing(a));
}

/** The sum of the row's amounts behind a cell, up to the next total; undefined where there are fewer than two. */
function sumBehind({ placed: { table }, cell }: Supposed): Decimal | undefined {
  const side = table.sides.find(({ amountColumns }) =>
    amountColumns.some(({ index }) => index === cell.column),
  );
  const amounts = side ? amountsBehind(side, cell) : [];
  if (amounts.length < 2) return undefined;
  return amounts.reduce((sum, { amount }) => sum.plus(amount.value), new Money(0));
}

function amountsBehind({ amountColumns, rows }: Side, cell: AmountCell): AmountCell[] {
  const at = amountColumns.findIndex(({ index }) => index === cell.column);
  const rank = amountColumns[at]?.totalRank ?? 0;
  const behind = amountColumns.slice(at + 1);
  const end = behind.findIndex(({ totalRank }) => totalRank > 0 && totalRank >= rank);
  const row = rows.find((entry) => entry.row.cells[cell.column] === cell)?.row;
  return behind.slice(0, end === -1 ? behind.length : end).flatMap(({ index, kind }) => {
    const each = row?.cells[index];
    return kind === 'amount' && isAmountCell(each) ? each : [];
  });
}
