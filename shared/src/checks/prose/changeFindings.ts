import type { Comparison, Figure } from '../../disclosure/prose/prose.ts';
import { type Finding, type FindingOf, type Fix, type RelatedPlace, replaceFix } from '../../findings.ts';
import type { ChangeState } from '../../proseRuleParams.ts';
import { slipOf } from '../../relations/slips.ts';
import { RULES } from '../../rules.ts';
import { formatAmount } from '../../text/amount.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { type Base, type Culprit, type Evidence, includes, type Valued } from './constraint.ts';
import { nameOf } from './figureNames.ts';
import {
  mayEqual,
  minus,
  percentFits,
  plus,
  type Quantity,
  severityOfPercent,
  significantDigits,
} from './quantities.ts';
import { aboutValue, valueFix } from './valueFix.ts';

/** Among more figures one fits any percentage by chance. */
const MAX_BASES = 200;
/** Two years differ by a figure with fewer digits by chance. */
const MIN_DIGITS = 4;

/** The figures of a comparison that are known to be money, and its percentage. */
export interface Change {
  readonly comparison: Comparison;
  readonly sign: 1 | -1;
  readonly now: Valued;
  readonly amount?: Valued;
  readonly percent?: Valued;
  /** The figure of the year before. */
  readonly base?: Valued;
  /** What is printed of it fits what the item is headed by, so that the figure is wrong and not the word. */
  readonly isOfHead?: boolean;
}

/** The percentage of a change, which the other figures contradict. */
export function percentFinding(change: Change, { bases, isStated }: Evidence): Finding {
  const { now, amount, percent } = change;
  const wrongBase = baseFinding(change, isStated);
  if (wrongBase) return wrongBase;
  const { figure } = percent ?? now;
  const right = percentOf(change);
  const retold = toldOfOther(change, bases());
  if (retold) return figureFinding(change, retold);
  const other = percent && amount && otherBase(percent.quantity, amount.quantity, bases());
  const finding = changeFinding(
    other ? 'other-base' : 'percent',
    figure.span,
    nameOf(now.figure),
    `${figure.text}%`,
    `${right}%`,
  );
  // Where the very same change is told of that other amount, this amount may be what is wrong.
  const isRetold = amount && other?.became?.amount.value.eq(amount.quantity.value);
  const isSure = other !== undefined && !isRetold && !(amount && isSlipToward(change, amount, other));
  const fixes = [replaceFix(rangeOf(figure.span), right, isSure, `${right}%`)];
  const params = { ...finding.params, ...(other && { base: other.label }) };
  return {
    ...finding,
    severity: severityOfPercent(figure, right),
    params,
    related: othersOf(change, figure),
    fixes,
  };
}

/**
 * 8万元，上年12.5万元，减少4.35万元，减少率35.22%: the percentage is that of the year before as the figure and the difference make it, 12.35万元, so
 * that the one printed is wrong, if no table has it.
 */
function baseFinding(change: Change, isStated: Evidence['isStated']): Finding | undefined {
  const { now, amount, percent, base } = change;
  if (!amount || !percent || !base || isStated(base.figure) === true) return undefined;
  const { value } = before(change, amount);
  if (value.lte(0) || value.eq(base.quantity.value)) return undefined;
  const exact = amount.quantity.value.div(value).times(100).minus(percent.quantity.value).abs();
  if (exact.gt(percent.quantity.half)) return undefined;
  const { figure, unit } = base;
  const right = value.div(unit);
  if (slipOf(figure.amount, right) === undefined) return undefined;
  const text = right.toFixed(Math.max(figure.amount.decimals, right.decimalPlaces()));
  const finding = changeFinding('figure', figure.span, nameOf(now.figure), figure.text, text);
  const fixes = [replaceFix(rangeOf(figure.span), text, false)];
  return { ...finding, related: othersOf(change, figure), fixes };
}

/** Whether one slip in the figure that changed makes the percentage right as well, so that nothing tells which is wrong. */
function isSlipToward({ now, sign }: Change, { quantity }: Valued, { quantity: base }: Base): boolean {
  const value = base.value.plus(quantity.value.times(sign)).div(now.unit);
  return slipOf(now.figure.amount, value) !== undefined;
}

/** The percentage that the other figures make, as it would be printed. */
function percentOf(change: Change): string {
  const { now, amount, percent, base } = change;
  const whole = base?.quantity ?? (amount ? before(change, amount) : now.quantity);
  const changed = amount?.quantity ?? minus(now.quantity, whole);
  const { figure } = percent ?? now;
  const right = changed.value.abs().div(whole.value).times(100);
  // 减少100万元，增减率-20%: the sign says which way, as the word does.
  const isSigned = percent?.figure.amount.value.isNegative() === true;
  return (isSigned ? right.negated() : right).toFixed(figure.amount.decimals);
}

/** What a change was measured from, worked out from the figure and the difference. */
export function before({ now, sign }: Change, amount: Valued): Quantity {
  return sign === 1 ? minus(now.quantity, amount.quantity) : plus(now.quantity, amount.quantity);
}

/**
 * 预算18330.37万元，增加2432.93万元，增长15.3% … 支出183303.70万元，增加2432.93万元，增长15.3%: where the same change is told elsewhere
 * of an amount that it fits, and that one is a slip away, the amount is wrong and not the percentage.
 */
function toldOfOther({ now, amount, percent }: Change, bases: readonly Base[]): Culprit | undefined {
  if (!amount || !percent || bases.length > MAX_BASES) return undefined;
  const told = bases.flatMap(({ quantity, became }) => {
    const isSame = became?.amount.value.eq(amount.quantity.value) === true;
    return isSame && percentFits(percent.quantity, amount.quantity, quantity) ? [became.now.value] : [];
  });
  const [first] = told;
  if (!first || !told.every((each) => each.eq(first))) return undefined;
  const value = first.div(now.unit);
  if (!slipOf(now.figure.amount, value)) return undefined;
  return { figure: now.figure, allowed: { low: value, high: value }, value, sure: true };
}

/**
 * 收入28583万元，增收2798万元。同口径收入30161万元，增收4376万元: another change is from the very same figure of the year before, so that
 * neither this figure nor its difference is wrong.
 */
export function isFromToldBase(change: Change, { bases }: Evidence): boolean {
  const { now, amount } = change;
  const earlier = amount && before(change, amount).value;
  return (
    earlier !== undefined &&
    significantDigits(now.figure) >= MIN_DIGITS &&
    bases().some(
      ({ quantity, became }) =>
        became !== undefined &&
        !became.amount.value.eq(amount?.quantity.value ?? 0) &&
        !became.now.value.eq(now.quantity.value) &&
        quantity.value.eq(earlier),
    )
  );
}

/** The only value of the document of which the change is so much in a hundred. Small percentages are of many. */
function otherBase(percent: Quantity, amount: Quantity, bases: readonly Base[]): Base | undefined {
  if (bases.length > MAX_BASES) return undefined;
  const fitting = bases.filter(
    ({ quantity }) =>
      quantity.value.gt(0) &&
      percentFits(percent, amount, quantity) &&
      amount.value.div(quantity.value).times(100).minus(percent.value).abs().lte(percent.half.times(2)),
  );
  const [first] = fitting;
  return first && fitting.every(({ quantity }) => mayEqual(quantity, first.quantity)) ? first : undefined;
}

/** The difference of a change, which the other figures contradict. */
export function amountFinding(change: Change, amount: Valued, culprit: Culprit | undefined): Finding {
  const { now, base } = change;
  const { figure, unit } = amount;
  const difference = base ? minus(now.quantity, base.quantity).value.abs() : now.quantity.value;
  const expected = difference.div(unit).toFixed(figure.amount.decimals);
  const fixes = valueFix(culprit);
  const finding = changeFinding('amount', figure.span, nameOf(now.figure), figure.text, expected);
  return {
    ...finding,
    related: othersOf(change, figure),
    fixes: fixes.length > 0 || !base ? fixes : [replaceFix(rangeOf(figure.span), expected, false)],
  };
}

/** A figure that all others of its change contradict. */
export function figureFinding(change: Change, culprit: Culprit): Finding {
  const { now } = change;
  const { figure } = culprit;
  const exact = culprit.value ? undefined : exactNow(change, culprit);
  const finding = changeFinding(
    'figure',
    figure.span,
    nameOf(now.figure),
    figure.text,
    exact ?? aboutValue(culprit),
  );
  const fixes = [
    ...(exact === undefined ? valueFix(culprit) : [replaceFix(rangeOf(figure.span), exact, false)]),
    ...(culprit.sure ? [] : percentFix(change)),
  ];
  return { ...finding, related: othersOf(change, figure), fixes };
}

/** What the figure that changed is by the year before and the difference, to their last place. */
function exactNow({ now, base, amount, sign }: Change, { figure, allowed }: Culprit): string | undefined {
  if (figure !== now.figure || !base || !amount) return undefined;
  const sum = base.quantity.value.plus(amount.quantity.value.times(sign)).div(now.unit);
  const { decimals, style } = figure.amount;
  const isExact = sum.decimalPlaces() <= decimals && includes(allowed, sum);
  return isExact ? formatAmount(sum, decimals, style) : undefined;
}

/** The percentage as the other figures make it, where it may be what is wrong. */
function percentFix(change: Change): Fix[] {
  const { figure } = change.percent ?? change.now;
  if (!change.percent) return [];
  const right = percentOf(change);
  return right === figure.text ? [] : [replaceFix(rangeOf(figure.span), right, false, `${right}%`)];
}

/** The other figures of a change: which of them is wrong its own sentence does not always tell. */
export function othersOf({ now, base, amount, percent }: Change, at: Figure): RelatedPlace[] {
  return [now, base, amount, percent].flatMap((each) =>
    each && each.figure !== at
      ? [{ range: rangeOf(each.figure.span), role: 'compared', label: each.figure.label || each.figure.text }]
      : [],
  );
}

/** A finding of `prose-change` at a span of the passage. */
export function changeFinding(
  state: ChangeState,
  span: Span,
  label: string,
  printed: string,
  expected: string,
): FindingOf<'prose-change'> {
  return {
    rule: 'prose-change',
    severity: RULES['prose-change'].severity,
    range: rangeOf(span),
    params: { state, label, printed, expected },
    related: [],
    fixes: [],
  };
}
