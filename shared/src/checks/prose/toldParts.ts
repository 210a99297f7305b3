import type { Comparison, Figure, Passage } from '../../disclosure/prose/prose.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import { slipOf } from '../../relations/slips.ts';
import { formatAmount } from '../../text/amount.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { type Valued, valued } from './constraint.ts';
import { significantDigits } from './quantities.ts';

/** Figures of fewer digits come to the same sum by chance. */
const MIN_DIGITS = 3;
/** So many parts must have so many digits for a slip to tell: round ones are a slip away from what a few of many lack. */
const MIN_EXACT = 2;
const EXACT_DIGITS = 4;

/** A change with its difference. */
interface Told {
  readonly comparison: Comparison;
  readonly sign: 1 | -1;
  readonly amount: Valued;
}

/**
 * 收入预算2150.60万元，比上年增加150.60万元，其中：一般公共预算拨款增加200.60万元，事业收入减少50.00万元: changes of parts
 * whose own amounts are not printed (`change-parts`, N5). They need not be all there is, so that only a direction word
 * turned round, or one slip of the hand with which they come to the change of the whole, is told.
 */
export function toldParts({ comparisons, figures }: Passage): Finding[] {
  const told = comparisons.map((comparison) => toldIn(comparison, figures));
  return told.flatMap((whole, index): Finding[] => {
    const parts = told.flatMap((each) => (each && each.comparison.parent === index ? each : []));
    if (!whole || parts.length < 2 || significantDigits(whole.amount.figure) < MIN_DIGITS) return [];
    const all = [whole, ...parts];
    const off = all.reduce((sum, { amount }) => sum.plus(amount.quantity.half.times(2)), new Money(0));
    const rest = parts.reduce((left, part) => left.minus(signed(part)), signed(whole));
    if (rest.abs().lte(off)) return [];
    const turned = parts.filter((part) => rest.plus(signed(part).times(2)).abs().lte(off));
    const [only] = turned;
    if (only && turned.length === 1)
      return [finding(whole, parts, rangeOf(only.comparison.directionSpan), undefined)];
    // The change of the whole is borne out by its percentage, or told of as such.
    const open = whole.comparison.percent === undefined ? all : parts;
    const exact = parts.filter(({ amount }) => significantDigits(amount.figure) >= EXACT_DIGITS);
    if (exact.length < MIN_EXACT) return [];
    const slipped = open.flatMap((each) => {
      const meant = signed(each)
        .plus(each === whole ? rest.negated() : rest)
        .times(each.sign)
        .div(each.amount.unit);
      return isSlip(each.amount.figure, meant) ? [{ each, meant }] : [];
    });
    const [slip, ...others] = slipped;
    if (!slip) return [];
    // Which of several is wrong nothing tells: it is said at the whole.
    const at = others.length === 0 ? slip : undefined;
    return [finding(whole, parts, rangeOf((at?.each ?? whole).amount.figure.span), at)];
  });
}

function toldIn(comparison: Comparison, figures: readonly Figure[]): Told | undefined {
  const { amount: index, direction, percentDirection, inReason } = comparison;
  const amount = index === undefined ? undefined : valued(figures[index]);
  if (!amount || inReason || (direction !== 'up' && direction !== 'down')) return undefined;
  if ((percentDirection ?? direction) !== direction) return undefined;
  return { comparison, sign: direction === 'up' ? 1 : -1, amount };
}

function signed({ amount, sign }: Told): Decimal {
  return amount.quantity.value.times(sign);
}

function isSlip({ amount }: Figure, meant: Decimal): boolean {
  const isPrintable = meant.decimalPlaces() <= amount.decimals && meant.gt(0);
  return isPrintable && slipOf(amount, meant) !== undefined;
}

function finding(
  whole: Told,
  parts: readonly Told[],
  range: Finding['range'],
  slip: { readonly each: Told; readonly meant: Decimal } | undefined,
): Finding {
  const { figure, unit } = whole.amount;
  const sum = parts.reduce((total, part) => total.plus(signed(part)), new Money(0));
  const text = ({ sign, amount }: Told) => `${sign === 1 ? '+' : '-'}${amount.figure.text}`;
  const printed = slip?.each.amount.figure.amount;
  return {
    rule: 'change-parts',
    severity: 'warning',
    range,
    params: {
      label: figure.label || whole.comparison.label,
      printed: text(whole),
      sum: sum.div(unit).toFixed(figure.amount.decimals),
      items: parts.map((part) => ({ label: part.comparison.label, text: text(part) })),
    },
    related: [whole, ...parts]
      .filter((each) => each !== (slip?.each ?? whole))
      .map(({ amount, comparison }) => ({
        range: rangeOf(amount.figure.span),
        role: 'operand',
        label: comparison.label || amount.figure.text,
      })),
    fixes:
      slip && printed
        ? [replaceFix(range, formatAmount(slip.meant, printed.decimals, printed.style), true)]
        : [],
  };
}
