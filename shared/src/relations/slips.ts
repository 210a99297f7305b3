import type { Amount } from '../text/amount.ts';
import { type Decimal, Money, tenTo } from '../text/money.ts';
import type { Interval } from './interval.ts';

/**
 * A slip of the hand that turns the figure that is meant into the one that is printed.
 * - `digit`: one digit is another; `transposed`: two neighbours are swapped.
 * - `dropped`: a digit is lost; `doubled`: a digit stands twice.
 * - `point`: the decimal point is off, so that the figure is ten, a hundred or a thousand times too large or small.
 * - `unit`: 元 stands for 万元 or the reverse, ten thousand times too large or small.
 * - `sign`: the sign is wrong.
 */
export type Slip = 'digit' | 'transposed' | 'dropped' | 'doubled' | 'point' | 'unit' | 'sign';

/** Decimal places by which a point slips, and by which 元 and 万元 differ. */
const POINT_PLACES = [1, -1, 2, -2, 3, -3];
const UNIT_PLACES = [4, -4];

/** More values than this within rounding tell nothing apart. */
const MAX_VALUES = 400;

/** Figures of fewer digits are a slip away from so many others that it tells little. */
const SHORTEST_LONG = 4;

/** Whether a value has so many digits that another is seldom one slip away from it by chance. */
export function isLong(value: Decimal, decimals: number): boolean {
  return !value.isZero() && placesUpTo(value, decimals) >= SHORTEST_LONG;
}

/** How many digits a value has from its first to the last of so many decimals. */
function placesUpTo(value: Decimal, decimals: number): number {
  return value.e + 1 + decimals;
}

/** The slip between a printed figure and the one that is meant, or undefined where it is no single one. */
export function slipOf(printed: Amount, meant: Decimal): Slip | undefined {
  const { value, decimals } = printed;
  if (value.eq(meant)) return undefined;
  if (value.eq(meant.negated())) return 'sign';
  if (value.isNegative() !== meant.isNegative() || meant.isZero() || value.isZero()) return undefined;
  if (isMoved(printed, meant, UNIT_PLACES)) return 'unit';
  if (isMoved(printed, meant, POINT_PLACES)) return 'point';
  return digitSlip(digitsOf(value, decimals), digitsOf(meant, Math.max(decimals, meant.decimalPlaces())));
}

/**
 * The value a wrong cell should have, where the sums leave one only: the single value of so many decimals
 * in the interval they allow, or the single one that is a slip away from what is printed. Undefined where
 * several would do: then no fix is preferred.
 *
 * @param decimals those of the cell, or more where one of its digits behind the point may be lost
 */
export function onlyValue(
  printed: Amount,
  allowed: Interval,
  decimals = printed.decimals,
): Decimal | undefined {
  const values = valuesIn(allowed, decimals) ?? [];
  return values.length > 1 ? onlySlip(printed, allowed, decimals) : values[0];
}

/** The only value of so many decimals in an interval that is a slip away from what is printed. */
export function onlySlip(
  printed: Amount,
  allowed: Interval,
  decimals = printed.decimals,
): Decimal | undefined {
  const slips = valuesIn(allowed, decimals)?.filter((value) => slipOf(printed, value)) ?? [];
  return slips.length === 1 ? slips[0] : undefined;
}

/** Every value of so many decimals in an interval; undefined where there are more than `most`. */
export function valuesIn(
  { low, high }: Interval,
  decimals: number,
  most = MAX_VALUES,
): Decimal[] | undefined {
  if (!low.isFinite() || !high.isFinite()) return undefined;
  const unit = tenTo(-decimals);
  const first = low.div(unit).ceil();
  const count = high.div(unit).floor().minus(first).plus(1);
  if (count.gt(most)) return undefined;
  if (count.lt(1)) return [];
  return Array.from({ length: count.toNumber() }, (_, i) => first.plus(i).times(unit));
}

/** What may be meant by a printed figure: with one other digit, two neighbours exchanged, or the point or the unit elsewhere. */
export function slippedFrom({ value, decimals }: Amount): Decimal[] {
  const text = value.abs().toFixed(decimals);
  const moved = [...POINT_PLACES, ...UNIT_PLACES].map((place) => value.abs().times(tenTo(place)));
  return [...otherDigits(text), ...exchangedDigits(text), ...moved];
}

/** What a figure would be with one other digit. */
export function otherDigits(text: string): Decimal[] {
  return [...text].flatMap((char, at) =>
    char === '.'
      ? []
      : Array.from({ length: 10 }, (_, digit) => new Money(text.slice(0, at) + digit + text.slice(at + 1))),
  );
}

function exchangedDigits(text: string): Decimal[] {
  const pairs = [...text.matchAll(/(?=(\d)(\.?)(\d))/g)];
  return pairs.map(
    ({ index, 1: left = '', 2: point = '', 3: right = '' }) =>
      new Money(text.slice(0, index) + right + point + left + text.slice(index + 2 + point.length)),
  );
}

/** Whether the printed figure is the meant one with its point moved; what falls off its end is rounded or cut. */
function isMoved({ value, decimals }: Amount, meant: Decimal, places: readonly number[]): boolean {
  const unit = tenTo(-decimals);
  // With two digits at least both begin at the same place, or at the next one. Most are told apart by that.
  const mayBe = (place: number) =>
    placesUpTo(value, decimals) < 2 || Math.abs(meant.e + place - value.e) <= 1;
  return places.some((place) => mayBe(place) && meant.times(tenTo(place)).minus(value).abs().lt(unit));
}

function digitSlip(printed: string, meant: string): Slip | undefined {
  if (printed.length === meant.length) return changedDigit(printed, meant);
  if (printed.length + 1 === meant.length) return lacksOneDigit(printed, meant) ? 'dropped' : undefined;
  if (printed.length === meant.length + 1) return doublesOneDigit(printed, meant) ? 'doubled' : undefined;
  return undefined;
}

function changedDigit(printed: string, meant: string): Slip | undefined {
  const differing = [...printed].flatMap((digit, at) => (digit === meant[at] ? [] : at));
  const [first, second, third] = differing;
  if (first === undefined || third !== undefined) return undefined;
  if (second === undefined) return 'digit';
  const swapped = printed[first] === meant[second] && printed[second] === meant[first];
  return second === first + 1 && swapped ? 'transposed' : undefined;
}

function lacksOneDigit(shorter: string, longer: string): boolean {
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  return shorter.slice(at) === longer.slice(at + 1);
}

function doublesOneDigit(longer: string, shorter: string): boolean {
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  return at > 0 && longer.slice(at + 1) === shorter.slice(at) && longer[at] === longer[at - 1];
}

/** The digits without leading zeros in front of the last integer digit: a lost first digit is one slip. */
function digitsOf(value: Decimal, decimals: number): string {
  return value.abs().toFixed(decimals).replace('.', '');
}
