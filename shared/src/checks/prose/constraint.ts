import type { Figure } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import type { Interval } from '../../relations/interval.ts';
import { type Decimal, Money, tenTo } from '../../text/money.ts';
import { minus, moneyOf, percentInterval, percentOf, plus, type Quantity } from './quantities.ts';

/** A figure of a sentence with what it states: in 元, or in hundredths where it is a percentage. */
export interface Valued {
  readonly figure: Figure;
  readonly quantity: Quantity;
  /** What one of the figure's own unit is: 10,000 for 万元. */
  readonly unit: Decimal;
}

/** The figure that is wrong, and what the others leave for it, in its own unit. */
export interface Culprit {
  readonly figure: Figure;
  readonly allowed: Interval;
  /** The only value that is left, where there is one. */
  readonly value?: Decimal;
  /** Whether more speaks for it than a slip of the hand that what is left makes likely by chance as well. */
  readonly sure: boolean;
}

/** What a percentage may have been worked out from: a figure of either year, and what the text calls it. */
export interface Base {
  readonly label: string;
  readonly quantity: Quantity;
  /** Where it is the figure of the year before: what it became, and by how much. */
  readonly became?: { readonly now: Quantity; readonly amount: Quantity };
}

/** What the rest of the document says of the figures of a passage. */
export interface Evidence {
  /** `true`: a table prints it for the same thing; `false`: it prints another figure; else nothing is known. */
  readonly isStated: (figure: Figure) => boolean | undefined;
  /** Whether some table prints a value, given in the figure's own unit, within rounding. */
  readonly isPrinted: (figure: Figure, value: Decimal) => boolean;
  /** What its changes are changes of. */
  readonly bases: () => readonly Base[];
}

/** A statement that figures of sentences must satisfy together. */
export interface Constraint {
  readonly figures: readonly Figure[];
  /** What is printed contradicts it beyond rounding. */
  readonly broken: boolean;
  /** Nothing but that it would hold after a slip speaks for it: where tables print all its figures, there is none. */
  readonly presumed?: boolean;
  /**
   * What a figure of it may be printed as if the others are right, in its own unit and within its own rounding;
   * undefined where no value would do.
   */
  readonly allowed: (figure: Figure) => Interval | undefined;
  /** The same as if the others were not rounded: what whoever worked it out from the printed figures would print. */
  readonly exact: (figure: Figure) => Interval | undefined;
  /** A figure that is what a common mistake gives: the percentage worked out on this year's figure. */
  readonly mistaken?: Figure;
  /** The finding, where it is broken. Without a culprit it stands where the constraint itself would look first. */
  readonly report: (culprit: Culprit | undefined, evidence: Evidence) => Finding;
}

/** A figure of money with its value; undefined for any other. */
export function valued(figure: Figure | undefined): Valued | undefined {
  const quantity = moneyOf(figure);
  return figure && quantity && { figure, quantity, unit: unitOf(figure, quantity) };
}

/** A percentage with its value. */
export function valuedPercent(figure: Figure | undefined): Valued | undefined {
  const quantity = percentOf(figure);
  return figure && quantity && { figure, quantity, unit: new Money(1) };
}

/** What one of a figure's unit is in 元. */
function unitOf({ amount }: Figure, { half }: Quantity): Decimal {
  // Half a unit of the last place is known of every figure but those exact to the cent, which are in 元.
  return half.isZero() ? new Money(1) : half.times(2).times(tenTo(amount.decimals));
}

/** A figure of a linear constraint and the sign or weight it stands there with. */
export interface Weighted extends Valued {
  readonly weight: number;
}

/**
 * Figures that add up to a constant: parts less their whole to nothing, shares to a hundred.
 *
 * @param comparison `at-most`: they come to no more than it
 */
export function linear(
  terms: readonly Weighted[],
  constant: number,
  comparison: 'equal' | 'at-most',
  report: Constraint['report'],
): Constraint {
  const sum = terms.reduce(
    (total, { quantity, weight }) => total.plus(quantity.value.times(weight)),
    new Money(0),
  );
  const tolerance = terms.reduce((total, { quantity }) => total.plus(quantity.half), new Money(0));
  const excess = sum.minus(constant);
  const needed = (figure: Figure, off: Decimal): Interval | undefined => {
    const term = terms.find((each) => each.figure === figure);
    if (!term) return undefined;
    const { quantity, weight, unit } = term;
    const value = quantity.value.minus(excess.div(weight));
    const low = value.minus(off).div(unit);
    const high = value.plus(off).div(unit);
    if (comparison === 'equal') return { low, high };
    const infinite = new Money(Number.POSITIVE_INFINITY);
    return weight > 0 ? { low: infinite.negated(), high } : { low, high: infinite };
  };
  return {
    figures: terms.map(({ figure }) => figure),
    broken: comparison === 'at-most' ? excess.gt(tolerance) : excess.abs().gt(tolerance),
    allowed: (figure) => needed(figure, tolerance),
    exact: (figure) => needed(figure, new Money(0)),
    report,
  };
}

/** A percentage that is a part of a whole. Rounded and cut off percentages both pass. */
export function ratio(
  part: Valued,
  whole: Valued,
  percent: Valued,
  report: Constraint['report'],
): Constraint {
  return ofPercent([part, whole, percent], report, (figure, [own, all, share]) => {
    if (figure === percent.figure) return percentInterval(own, all);
    const { low, high } = ends(share);
    return figure === part.figure
      ? { low: ends(all).low.times(low).div(100), high: ends(all).high.times(high).div(100) }
      : { low: over(ends(own).low, high), high: over(ends(own).high, low) };
  });
}

/** A percentage by which a figure differs from that of the year before, which is not printed. */
export function growth(
  now: Valued,
  amount: Valued,
  sign: 1 | -1,
  percent: Valued,
  report: Constraint['report'],
): Constraint {
  return ofPercent([now, amount, percent], report, (figure, [all, change, share]) => {
    if (figure === percent.figure)
      return percentInterval(change, sign === 1 ? minus(all, change) : plus(all, change));
    const { low, high } = ends(share);
    if (sign === -1 && high.gte(100)) return undefined;
    // Up: a = now·p / (100 + p). Down: a = now·p / (100 − p).
    const partOf = (p: Decimal) => p.div(new Money(100).plus(p.times(sign)));
    const [small, large] = [partOf(low), partOf(high)];
    return figure === amount.figure
      ? { low: ends(all).low.times(small), high: ends(all).high.times(large) }
      : {
          low: ends(change).low.div(large),
          high: small.lte(0) ? new Money(Number.POSITIVE_INFINITY) : ends(change).high.div(small),
        };
  });
}

/** A percentage by which a figure differs from that of the year before, the difference not being printed. */
export function relative(
  now: Valued,
  base: Valued,
  sign: 1 | -1,
  percent: Valued,
  report: Constraint['report'],
): Constraint {
  return ofPercent([now, base, percent], report, (figure, [later, earlier, share]) => {
    if (figure === percent.figure) {
      const difference = minus(later, earlier);
      return percentInterval({ ...difference, value: difference.value.times(sign) }, earlier);
    }
    const factors = [ends(share).low, ends(share).high].map((p) =>
      new Money(100).plus(p.times(sign)).div(100),
    );
    const [small, large] = [Money.min(...factors), Money.max(...factors)];
    if (figure === now.figure) {
      return { low: ends(earlier).low.times(small), high: ends(earlier).high.times(large) };
    }
    return small.lte(0) ? undefined : { low: ends(later).low.div(large), high: ends(later).high.div(small) };
  });
}

/** What a figure of three may be, in 元 or in hundredths, by what the three are taken to stand for. */
type Solve = (
  figure: Figure,
  quantities: readonly [Quantity, Quantity, Quantity],
) => { readonly low: Decimal; readonly high: Decimal } | undefined;

/** A statement of three figures of which the last is a percentage, which may have been rounded or cut off. */
function ofPercent(
  values: readonly [Valued, Valued, Valued],
  report: Constraint['report'],
  solve: Solve,
): Constraint {
  const [first, second, percent] = values;
  const { half, value } = percent.quantity;
  const cutOff = { value: value.plus(half.div(2)), half: half.times(1.5) };
  const allowed = (figure: Figure): Interval | undefined => {
    const own = values.find((each) => each.figure === figure);
    const found = own && solve(figure, [first.quantity, second.quantity, cutOff]);
    if (!own || !found) return undefined;
    if (own === percent) return { low: found.low.minus(half.times(2)), high: found.high.plus(half) };
    return printedAs(found, own);
  };
  const exact = (figure: Figure): Interval | undefined => {
    const own = values.find((each) => each.figure === figure);
    const sharp = (each: Valued): Quantity => ({ value: each.quantity.value, half: new Money(0) });
    const found = own && solve(figure, [sharp(first), sharp(second), percent.quantity]);
    if (!own || !found) return undefined;
    if (own === percent) return { low: found.low.minus(half), high: found.high.plus(half) };
    return { low: found.low.div(own.unit), high: found.high.div(own.unit) };
  };
  const range = allowed(percent.figure);
  return {
    figures: values.map(({ figure }) => figure),
    broken: range !== undefined && !includes(range, percent.figure.amount.value.abs()),
    allowed,
    exact,
    report,
  };
}

/** The least and the most that a quantity may be. */
export function ends({ value, half }: Quantity): Interval {
  return { low: Money.max(0, value.minus(half)), high: value.plus(half) };
}

function over(part: Decimal, percent: Decimal): Decimal {
  return percent.lte(0) ? new Money(Number.POSITIVE_INFINITY) : part.times(100).div(percent);
}

/** An interval in 元 as the figure may print it. */
export function printedAs({ low, high }: Interval, { quantity: { half }, unit }: Valued): Interval {
  return { low: low.minus(half).div(unit), high: high.plus(half).div(unit) };
}

/** Whether a printed value lies in an interval, its ends included. */
export function includes({ low, high }: Interval, value: Decimal): boolean {
  return low.lte(value) && value.lte(high);
}

/** What both of two intervals allow. */
export function both(a: Interval | undefined, b: Interval | undefined): Interval | undefined {
  if (!a || !b) return undefined;
  const low = Money.max(a.low, b.low);
  const high = Money.min(a.high, b.high);
  return low.lte(high) ? { low, high } : undefined;
}
