import { isNotReported, parseAmount } from '../../../text/amount.ts';
import { tenTo } from '../../../text/money.ts';
import type { Token } from '../tokens.ts';

/**
 * What a printed figure stands for: an interval, in half units of the finest place of its table. Undefined
 * where it cannot be read, or may be wrong: then it stands for any amount.
 */
export type Figure = Interval | undefined;

/** The ends of an interval, in half units of the finest place of its table; both belong to it. */
export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

/** A blank, and a dash. */
export const NOTHING: Interval = { low: 0n, high: 0n };

/** How many decimals the figures of a table have at most. */
export function finestPlace(tokens: readonly Token[]): number {
  return tokens.reduce((finest, { cell }) => Math.max(finest, parseAmount(cell.text)?.decimals ?? 0), 0);
}

/** Reads a figure; percentages stand for nothing that adds up. */
export function figureOf({ cell }: Token, place: number): Figure {
  if (isNotReported(cell.text)) return NOTHING;
  const amount = parseAmount(cell.text);
  if (!amount || amount.style.percent || amount.unit) return undefined;
  const half = 10n ** BigInt(place - amount.decimals);
  const centre = 2n * BigInt(amount.value.times(tenTo(place)).toFixed(0));
  return { low: centre - half, high: centre + half };
}

/** Adds intervals. */
export function plus(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** What is left of an interval without another. */
export function minus(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

/** Whether two figures are printed alike; of what may be any amount nobody knows. */
export function isEqual(one: Figure, other: Figure): boolean {
  return one !== undefined && other !== undefined && one.low === other.low && one.high === other.high;
}

/** Whether two intervals have anything in common. */
export function meet(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/** Whether a figure may be other than zero. */
export function isFilled(figure: Figure): boolean {
  return figure !== NOTHING;
}
