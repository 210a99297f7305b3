import { indicatorHeading } from '../disclosure/indicatorColumns.ts';
import type { AmountCell, Cell, Row } from '../disclosure/table.ts';
import { numberCell } from '../indicators/amountCells.ts';
import type { IndicatorEntry } from '../indicators/indicatorEntry.ts';
import { isTotalLabel } from '../indicators/indicatorWords.ts';
import { type PlacedIndicators, wholeLists } from '../indicators/placedIndicators.ts';
import type { TableIndicators } from '../indicators/readIndicators.ts';
import { parseAmount } from '../text/amount.ts';
import { type Decimal, Money } from '../text/money.ts';
import { rememberLast } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import type { Between } from './between.ts';
import { evaluate } from './interval.ts';
import { cellsOf, type Evaluation, type Term } from './relation.ts';

/** What weights may add up to: the rest of 100 is 预算执行率, which counts 10 or 20 (财预〔2021〕101号). */
export const WEIGHT_SUMS: readonly number[] = [100, 90, 80];
/** Two weights that do not come to a hundred may be those of a list that was cut. */
const MIN_WEIGHTS = 3;
/** Weights are exact. */
const EXACT = { decimals: 0, exactDecimals: 0 };

/**
 * The weights of each list of a table, which add up to 100, or to 90 or 80 without 预算执行率 (`indicator-weights`, P2).
 * Only where each indicator has its weight.
 */
export function weightSums({ placed, indicators, isPart }: PlacedIndicators): Between[] {
  return sumsIn(indicators, isPart).map((evaluation) => ({
    evaluation,
    tables: cellsOf(evaluation).map(() => placed),
    certain: true,
  }));
}

/** The same objects for as long as the table is read the same. */
const sumsIn = rememberLast((indicators: TableIndicators, isPart: boolean): readonly Evaluation[] =>
  withPagesJoined(wholeLists(indicators, isPart)).flatMap(
    (entries) => sumOf(entries, rowsOf(indicators)) ?? [],
  ),
);

type Entries = readonly IndicatorEntry[];

/** Lists that a page parts by repeating their headings put together: each for itself is not what both come to. */
function withPagesJoined(lists: readonly Entries[]): readonly Entries[] {
  const joined: Entries[] = [];
  for (const entries of lists) {
    const last = joined.at(-1) ?? [];
    const both = [...last, ...entries];
    const isPage = addsUp(both) && !addsUp(last) && !addsUp(entries);
    if (isPage) joined.pop();
    joined.push(isPage ? both : entries);
  }
  return joined;
}

/** Whether the weights of indicators come to what they may. */
function addsUp(entries: Entries): boolean {
  const weights = entries.flatMap(({ weightCell }) => (weightCell && numberCell(weightCell)) ?? []);
  const sum = weights.reduce<Decimal>((all, { amount }) => all.plus(amount.value), new Money(0));
  return WEIGHT_SUMS.some((each) => sum.eq(each));
}

function rowsOf({ lists: [list] }: TableIndicators): readonly Row[] {
  return list?.rows ?? [];
}

function sumOf(entries: readonly IndicatorEntry[], rows: readonly Row[]): Evaluation | undefined {
  const parts = entries.flatMap(({ name, weightCell }): Term[] => {
    const cell = weightCell && numberCell(weightCell);
    return cell ? [{ cell, label: name }] : [];
  });
  if (parts.length < MIN_WEIGHTS || parts.length !== entries.length || isOneGroup(entries)) return undefined;
  const total = totalOf(parts, rows);
  if (!total) return undefined;
  const { label } = total;
  return evaluate({ rule: 'indicator-weights', total, parts, row: label, column: label, given: true }, EXACT);
}

/** Whether all indicators stand under one 一级 heading: a list has several, so that the others were not read. */
function isOneGroup(entries: readonly IndicatorEntry[]): boolean {
  const headings = new Set(entries.flatMap(({ level1 }) => level1?.categories.join(' ') ?? []));
  return headings.size === 1;
}

/** What the weights have to add up to, at the 合计 below them that prints it, or else at the heading over them. */
function totalOf(parts: readonly Term[], rows: readonly Row[]): Term | undefined {
  const sum = parts.reduce<Decimal>((all, { cell }) => all.plus(cell.amount.value), new Money(0));
  const printed = printedTotal(parts, rows);
  const wanted =
    WEIGHT_SUMS.find((each) => sum.eq(each)) ??
    WEIGHT_SUMS.find((each) => printed?.amount.value.eq(each)) ??
    nearestSum(sum);
  if (printed?.amount.value.eq(wanted))
    return { cell: printed, label: compactLabel(headOf(parts, rows)?.text ?? '') };
  const head = headOf(parts, rows);
  const amount = parseAmount(String(wanted));
  if (!head || !amount) return undefined;
  return {
    cell: { ...head, amount: { ...amount, start: 0, end: head.text.length } },
    label: compactLabel(head.text),
  };
}

/** The allowed sum that is nearest; of two as near the larger. */
function nearestSum(sum: Decimal): number {
  const [nearest = 100] = WEIGHT_SUMS.toSorted((a, b) => sum.minus(a).abs().cmp(sum.minus(b).abs()));
  return nearest;
}

/** The weight in the row 合计 right below the list. */
function printedTotal(parts: readonly Term[], rows: readonly Row[]): AmountCell | undefined {
  const last = parts.at(-1)?.cell;
  const below =
    last && rows.find(({ line, cells }) => line > last.span.line && cells.some((cell) => cell?.text));
  if (!below?.cells.some((cell) => cell && isTotalLabel(cell.text))) return undefined;
  const cell = below.cells[last?.column ?? -1];
  return cell && numberCell(cell);
}

/** The heading 权重 over the weights. */
function headOf([first]: readonly Term[], rows: readonly Row[]): Cell | undefined {
  if (!first) return undefined;
  const { column, span } = first.cell;
  const heading = rows.findLast(
    ({ cells, line }) => line < span.line && indicatorHeading(cells, line)?.weight === column,
  );
  return heading?.cells[column];
}
