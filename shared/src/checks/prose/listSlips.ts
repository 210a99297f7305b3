import type { Figure } from '../../disclosure/prose/prose.ts';
import { type Slip, slipOf } from '../../relations/slips.ts';
import type { Decimal } from '../../text/money.ts';
import { type Valued, valued } from './constraint.ts';
import { halfUnit, mayEqual, NO_MONEY, plus, type Quantity, significantDigits } from './quantities.ts';

/** Figures with fewer digits than this are round. */
const MIN_DIGITS = 4;
/** How many values, at most, lie one slip of the hand away from a figure. */
const SLIPS = 45;
/** What is a slip away by chance but once in so many is taken for one. */
const SELDOM = 50;

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
  return (
    slipTo(whole, excess) !== undefined || parts.some((part) => slipTo(part, excess.negated()) !== undefined)
  );
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
  if ((parts.length + 1) * SLIPS * SELDOM > 10 ** significantDigits(whole.figure)) return false;
  const slips = [slipTo(whole, excess), ...parts.map((part) => slipTo(part, excess.negated()))];
  return excess.isPositive() || slips.some((slip) => slip !== undefined && slip !== 'digit');
}

function slipTo({ figure: { amount }, unit }: Valued, by: Decimal): Slip | undefined {
  const value = amount.value.plus(by.div(unit));
  const isPrintable = value.decimalPlaces() <= amount.decimals && !value.isNegative();
  return isPrintable ? slipOf(amount, value) : undefined;
}
