import type { Figure } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import type { Interval } from '../../relations/interval.ts';
import { type Decimal, Money } from '../../text/money.ts';
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
}

/** What a percentage may have been worked out from: a figure of either year, and what the text calls it. */
export interface Base {
  readonly label: string;
  readonly quantity: Quantity;
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
  /**
   * What a figure of it may be printed as if the others are right, in its own unit and within its own rounding;
   * undefined where no value would do.
   */
  readonly allowed: (figure: Figure) => Interval | undefined;
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
  return half.isZero() ? new Money(1) : half.times(2).times(new Money(10).pow(amount.decimals));
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
  return {
    figures: terms.map(({ figure }) => figure),
    broken: comparison === 'at-most' ? excess.gt(tolerance) : excess.abs().gt(tolerance),
    allowed: (figure) => {
      const term = terms.find((each) => each.figure === figure);
      if (!term) return undefined;
      const { quantity, weight, unit } = term;
      const needed = quantity.value.minus(excess.div(weight));
      const low = needed.minus(tolerance).div(unit);
      const high = needed.plus(tolerance).div(unit);
      if (comparison === 'equal') return { low, high };
      const infinite = new Money(Number.POSITIVE_INFINITY);
      return weight > 0 ? { low: infinite.negated(), high } : { low, high: infinite };
    },
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
  const { low: least, high: most } = percentRange(percent);
  return ofPercent([part, whole, percent], report, (figure) => {
    if (figure === percent.figure) return printable(percent, part.quantity, whole.quantity);
    const own = figure === part.figure ? part : whole;
    if (own === part) {
      return within(
        part,
        whole.quantity.value.minus(whole.quantity.half).times(least).div(100),
        whole.quantity.value.plus(whole.quantity.half).times(most).div(100),
      );
    }
    return within(
      whole,
      over(part.quantity.value.minus(part.quantity.half), most),
      over(part.quantity.value.plus(part.quantity.half), least),
    );
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
  const { low: least, high: most } = percentRange(percent);
  const before = sign === 1 ? minus(now.quantity, amount.quantity) : plus(now.quantity, amount.quantity);
  return ofPercent([now, amount, percent], report, (figure) => {
    if (figure === percent.figure) return printable(percent, amount.quantity, before);
    const own = figure === now.figure ? now : amount;
    const [lower, upper] =
      own === now
        ? [
            amount.quantity.value.minus(amount.quantity.half),
            amount.quantity.value.plus(amount.quantity.half),
          ]
        : [now.quantity.value.minus(now.quantity.half), now.quantity.value.plus(now.quantity.half)];
    // Up: a = now·p / (100 + p). Down: a = now·p / (100 − p).
    const share = (p: Decimal) => p.div(new Money(100).plus(p.times(sign)));
    if (sign === -1 && most.gte(100)) return undefined;
    if (own === amount) return within(amount, lower.times(share(least)), upper.times(share(most)));
    const [small, large] = [share(least), share(most)];
    return within(
      now,
      lower.div(large),
      small.lte(0) ? new Money(Number.POSITIVE_INFINITY) : upper.div(small),
    );
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
  const { low: least, high: most } = percentRange(percent);
  const factor = (p: Decimal) => new Money(100).plus(p.times(sign)).div(100);
  const [small, large] = sign === 1 ? [factor(least), factor(most)] : [factor(most), factor(least)];
  const difference = minus(now.quantity, base.quantity);
  return ofPercent([now, base, percent], report, (figure) => {
    if (figure === percent.figure) {
      return printable(percent, { ...difference, value: difference.value.times(sign) }, base.quantity);
    }
    const { value, half } = (figure === now.figure ? base : now).quantity;
    const [low, high] = [value.minus(half), value.plus(half)];
    if (figure === now.figure) return within(now, low.times(small), high.times(large));
    return small.lte(0) ? undefined : within(base, low.div(large), high.div(small));
  });
}

function ofPercent(
  values: readonly [Valued, Valued, Valued],
  report: Constraint['report'],
  allowed: Constraint['allowed'],
): Constraint {
  const { figure } = values[2];
  const range = allowed(figure);
  const { value } = figure.amount;
  return {
    figures: values.map((each) => each.figure),
    broken: range !== undefined && !includes(range, value.abs()),
    allowed,
    report,
  };
}

/** What a percentage may have been before it was rounded or cut off. */
function percentRange({ quantity: { value, half } }: Valued): Interval {
  return { low: Money.max(0, value.minus(half)), high: value.plus(half.times(2)) };
}

function printable(percent: Valued, part: Quantity, whole: Quantity): Interval | undefined {
  const interval = percentInterval(part, whole);
  const { half } = percent.quantity;
  return interval && { low: interval.low.minus(half.times(2)), high: interval.high.plus(half) };
}

function over(part: Decimal, percent: Decimal): Decimal {
  return percent.lte(0) ? new Money(Number.POSITIVE_INFINITY) : part.times(100).div(percent);
}

/** An interval in 元 as the figure may print it. */
function within({ quantity: { half }, unit }: Valued, low: Decimal, high: Decimal): Interval {
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
