import type { AmountCell } from '../disclosure/table.ts';
import { minOf } from '../text/lists.ts';
import type { Decimal } from '../text/money.ts';
import { type Interval, requiredValue } from './interval.ts';
import { cellsOf, type Evaluation } from './relation.ts';
import { isLong, onlySlip, onlyValue } from './slips.ts';

/** Sums of more figures than this are seldom exact where figures are rounded. */
const MAX_ADDENDS = 8;

/** What is known of the value a candidate should have. */
export interface Known {
  /** What makes its simplest relation exact. */
  readonly exact: Decimal;
  readonly allowed: Interval;
  /** As far as hints agree with it. */
  readonly narrowed: Interval;
  readonly rounded: boolean;
}

/**
 * The one value that can be meant, or undefined where several can. A figure that is the only part of another is
 * printed as that one is; in another table it may have been rounded anew, so a slip must not speak against it.
 * Where all relations are exact with one value it is that, if the table shows no rounding. Else a slip tells, but
 * not by chance: a short figure is a slip away from many others, so a sum has to be exact with it as well. Where no
 * slip tells, two short sums that are exact with one value do, if no long one is off.
 */
export function meantValue(
  cell: AmountCell,
  all: readonly Evaluation[],
  hints: readonly Evaluation[],
  { exact, allowed, narrowed, rounded }: Known,
): Decimal | undefined {
  const [within, between] = [false, true].map((isBetween) =>
    all.filter(({ relation }) => (relation.rule === 'between-tables') === isBetween),
  );
  const copied = copiedValue(cell, within ?? [], allowed);
  if (copied) return copied;
  const decimals = decimalsMeant(cell, all, exact);
  const slip = onlySlip(cell.amount, allowed, decimals);
  const elsewhere = copiedValue(cell, [...(between ?? []), ...hints], allowed);
  if (elsewhere && (!slip || slip.eq(elsewhere))) return elsewhere;
  const isExact = (value: Decimal) => (each: Evaluation) => requiredValue(each, cell).eq(value);
  const agreed = all.length > 1 && all.every(isExact(exact));
  if (agreed && !rounded) return exact;
  if (slip) {
    const tells = isLong(slip, decimals) || all.some(isExact(slip));
    return tells ? slip : undefined;
  }
  return (
    onlyValue(cell.amount, narrowed, decimals) ??
    (agreed && all.filter(isShort).length > 1 ? exact : undefined)
  );
}

/**
 * What the equalities between a figure and one other say that it is, within a table or in another one: both were
 * rounded from the same value, so they are printed alike however the tables round. Undefined where there are
 * none, or they differ.
 */
function copiedValue(
  cell: AmountCell,
  relations: readonly Evaluation[],
  allowed: Interval,
): Decimal | undefined {
  const copies = relations.flatMap((evaluation) => {
    const { total, parts, comparison } = evaluation.relation;
    const others = [total, ...parts].filter((term) => term.cell !== cell && !term.cell.amount.value.isZero());
    const [other, second] = others;
    if (!other || second || comparison || [total, ...parts].some(({ factor }) => factor)) return [];
    const value = requiredValue(evaluation, cell);
    return other.cell.amount.decimals >= cell.amount.decimals && isWithin(value, allowed) ? value : [];
  });
  const [value] = copies;
  return value && copies.every((each) => each.eq(value)) ? value : undefined;
}

/**
 * How many decimals the value that is meant has: those of the cell, unless what makes its sum exact has more and so has
 * every other figure of its sums. Then a digit behind the point may be lost, and the cell was not printed coarsely.
 */
function decimalsMeant(cell: AmountCell, all: readonly Evaluation[], exact: Decimal): number {
  const own = cell.amount.decimals;
  const others = all.flatMap(cellsOf).filter((each) => each !== cell && !each.amount.value.isZero());
  const common = minOf(others, ({ amount }) => amount.decimals);
  return exact.decimalPlaces() > own && Number.isFinite(common) ? Math.max(own, common) : own;
}

function isWithin(value: Decimal, { low, high }: Interval): boolean {
  return value.gte(low) && value.lte(high);
}

function isShort({ relation }: Evaluation): boolean {
  return relation.parts.length <= MAX_ADDENDS;
}
