import type { Figure } from '../../disclosure/prose/prose.ts';
import { type Slip, slipOf, valuesIn } from '../../relations/slips.ts';
import { type Decimal, Money, tenTo } from '../../text/money.ts';
import { type Valued, valued } from './constraint.ts';
import { halfUnit, mayEqual, NO_MONEY, plus, type Quantity, significantDigits } from './quantities.ts';

/** Figures with fewer digits than this are round. */
const MIN_DIGITS = 4;
/** How many values, at most, lie one slip of the hand away from a figure. */
const SLIPS = 45;
/** What is a slip away by chance but once in so many is taken for one. */
const SELDOM = 50;
/** Within this a list is mended that no rounding blurs. */
const EXACT = new Money(0);
/** What an amount that is exact to the cent is told apart by, in 元. */
const CENT = new Money('0.01');

/** 基本支出659.02万元，其中：工资福利支出525.78、商品和服务支出133.24: a list may give its unit once, with its whole. */
export function valuedBeside({ figure: { unit, amount: whole } }: Valued, item: Figure): Valued | undefined {
  const isBare = item.unit.reason === 'unit-missing' && item.amount.decimals > 0;
  const own = valued(isBare ? { ...item, unit } : item);
  // 因公出国（境）费0万元 among amounts to the cent is nothing, and not anything below 5,000元.
  const isNothing = item.amount.value.isZero() && whole.decimals > 0;
  const quantity = isNothing ? { value: item.amount.value, half: item.amount.value } : own?.quantity;
  return own && quantity && { ...own, quantity, figure: item };
}

/** 办公费1.62万元、…、其他交通费用23.06元: the one item that is in 元 is, in the unit of all others, what they lack of the whole. */
export function isOneUnitOff(whole: Valued, parts: readonly Valued[]): boolean {
  const odd = parts.filter(({ figure }) => figure.unit.value !== whole.figure.unit.value);
  const [only] = odd;
  if (!only || odd.length > 1 || parts.length < 2) return false;
  const rest = sumOf(parts.filter((part) => part !== only));
  const { value } = only.quantity;
  const meant = {
    value: value.div(only.unit).times(whole.unit),
    half: halfUnit(only.figure).times(whole.unit),
  };
  return !value.isZero() && mayEqual(plus(rest, meant), whole.quantity);
}

/** Round figures are near to many values and prove nothing. */
export function isOneSlipOff(whole: Valued, parts: readonly Valued[], excess: Decimal): boolean {
  if (significantDigits(whole.figure) < MIN_DIGITS) return false;
  if (!parts.some(({ figure }) => significantDigits(figure) >= MIN_DIGITS)) return false;
  const isSlip = (within: Decimal) =>
    slipsTo(whole, parts, excess, within).some((slip) => slip !== undefined);
  const within = roundingOf(whole, parts);
  return isSlip(EXACT) || (isSeldom(whole, parts, within) && isSlip(within));
}

/** What parts come to, in 元. */
export function sumOf(parts: readonly Valued[]): Quantity {
  return parts.reduce((sum, { quantity }) => plus(sum, quantity), NO_MONEY);
}

/**
 * Whether parts that no words surely make those of their whole come to it but for one slip of the hand that is no chance. That they
 * come to less by one other digit may be because a round part is left out; of parts that are all there is by what they are
 * called it may not.
 */
export function isSeldomSlip(whole: Valued, parts: readonly Valued[], areAll: boolean): boolean {
  const excess = sumOf(parts).value.minus(whole.quantity.value);
  if (!isOneSlipOff(whole, parts, excess)) return false;
  if (areAll) return true;
  const exact = slipsTo(whole, parts, excess, EXACT);
  const within = exact.some((slip) => slip !== undefined) ? EXACT : roundingOf(whole, parts);
  if (!isSeldom(whole, parts, within)) return false;
  return (
    excess.isPositive() ||
    slipsTo(whole, parts, excess, within).some((slip) => slip !== undefined && slip !== 'digit')
  );
}

/** Whether the whole has so many digits that parts are seldom one slip away from it, and from each value that rounding leaves, by chance. */
function isSeldom(whole: Valued, parts: readonly Valued[], within: Decimal): boolean {
  const values = within.div(whole.quantity.half.isZero() ? CENT : whole.quantity.half).plus(1);
  return values.times((parts.length + 1) * SLIPS * SELDOM).lte(tenTo(significantDigits(whole.figure)));
}

/** By how much, in 元, parts that are rounded may miss their whole. */
function roundingOf(whole: Valued, parts: readonly Valued[]): Decimal {
  return plus(sumOf(parts), whole.quantity).half;
}

/** What slip turns each figure of a list into one that mends it: the whole first. */
function slipsTo(
  whole: Valued,
  parts: readonly Valued[],
  excess: Decimal,
  within: Decimal,
): readonly (Slip | undefined)[] {
  return [slipTo(whole, excess, within), ...parts.map((part) => slipTo(part, excess.negated(), within))];
}

function slipTo({ figure: { amount }, unit }: Valued, by: Decimal, within: Decimal): Slip | undefined {
  const meant = (off: Decimal) => amount.value.plus(by.plus(off).div(unit));
  const values = valuesIn({ low: meant(within.negated()), high: meant(within) }, amount.decimals) ?? [];
  const slips = values.flatMap((value) => (value.isNegative() ? [] : (slipOf(amount, value) ?? [])));
  return slips.find((slip) => slip !== 'digit') ?? slips[0];
}
