import type { Interval } from '../../relations/interval.ts';
import { isLong, onlySlip } from '../../relations/slips.ts';
import type { Amount } from '../../text/amount.ts';
import { type Decimal, Money } from '../../text/money.ts';
import type { Change } from './changeFindings.ts';
import type { Culprit, Valued } from './constraint.ts';
import { percentFits } from './quantities.ts';

/**
 * 上年707.00万元，今年76.76万元，增加8.57%: of two years that contradict the word between them the one that a slip of the hand
 * explains, where word, difference and percentage all fit what it would be. Then the word is right. Undefined where neither
 * or either of them may be meant, and where neither a difference nor a percentage tells.
 */
export function slippedFigure(change: Change): Culprit | undefined {
  const { now, base } = change;
  if (!base) return undefined;
  const found = [slipIn(base, baseMeant(change)), slipIn(now, nowMeant(change))].flatMap(
    (culprit) => culprit ?? [],
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Between which values the year before lies by the other figures, in 元. */
function baseMeant({ now, amount, percent, sign }: Change): Interval | undefined {
  if (amount) {
    const value = now.quantity.value.minus(amount.quantity.value.times(sign));
    const whole = { value, half: now.quantity.half.plus(amount.quantity.half) };
    const fits = !percent || percentFits(percent.quantity, amount.quantity, whole);
    return fits ? { low: value, high: value } : undefined;
  }
  const rate = percent && rates(percent, sign);
  return rate && ordered(now.quantity.value.div(rate.low), now.quantity.value.div(rate.high));
}

/** Between which values the figure that changed lies by the other figures, in 元. */
function nowMeant({ base, amount, percent, sign }: Change): Interval | undefined {
  if (!base) return undefined;
  if (amount) {
    const value = base.quantity.value.plus(amount.quantity.value.times(sign));
    const fits = !percent || percentFits(percent.quantity, amount.quantity, base.quantity);
    return fits ? { low: value, high: value } : undefined;
  }
  const rate = percent && rates(percent, sign);
  return rate && ordered(base.quantity.value.times(rate.low), base.quantity.value.times(rate.high));
}

/** How many times the year before this one is; undefined where nothing would be left. */
function rates({ quantity: { value, half } }: Valued, sign: 1 | -1): Interval | undefined {
  const rate = (percent: Decimal) => percent.times(sign).div(100).plus(1);
  const both = ordered(rate(value.minus(half)), rate(value.plus(half)));
  return both.low.gt(0) ? both : undefined;
}

function ordered(a: Decimal, b: Decimal): Interval {
  return { low: Money.min(a, b), high: Money.max(a, b) };
}

/** The only value in an interval that is one slip away from a long figure, or that it is with one digit less: 43269.3 for 3269.3. */
function slipIn({ figure, unit }: Valued, meant: Interval | undefined): Culprit | undefined {
  if (!meant) return undefined;
  const allowed = { low: meant.low.div(unit), high: meant.high.div(unit) };
  const value = onlySlip(figure.amount, allowed) ?? withoutDigit(figure.amount, allowed);
  if (!value || !isLong(value, figure.amount.decimals)) return undefined;
  return { figure, allowed, value, sure: false };
}

/** The only value in an interval that a figure is without one of its digits. */
function withoutDigit({ value, decimals }: Amount, { low, high }: Interval): Decimal | undefined {
  const text = value.abs().toFixed(decimals);
  const values = [...text]
    .flatMap((char, at) => (char === '.' || text.length < 2 ? [] : [text.slice(0, at) + text.slice(at + 1)]))
    .filter((each) => /^\d/.test(each))
    .map((each) => new Money(each))
    .filter((each) => low.lte(each) && each.lte(high));
  const [first] = values;
  return first && values.every((each) => each.eq(first)) ? first : undefined;
}
