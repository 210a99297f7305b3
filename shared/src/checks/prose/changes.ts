import type { Comparison, Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import { plainLabel } from '../../messages/format.ts';
import { RULES } from '../../rules.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { mayEqual, minus, moneyOf, percentFits, percentOf, plus, type Quantity } from './quantities.ts';

/** The figures of a comparison that are known to be money, and its percentage. */
interface Change {
  readonly comparison: Comparison;
  readonly sign: 1 | -1;
  readonly subject: Figure;
  readonly now: Quantity;
  readonly amountFigure?: Figure;
  readonly amount?: Quantity;
  readonly percentFigure?: Figure;
  readonly percent?: Quantity;
  readonly baseFigure?: Figure;
  readonly base?: Quantity;
}

/**
 * Changes whose figures contradict each other (`prose-change`, N1, N2, N3, N11): the difference is not that of
 * the two years, the percentage is not that of the base, 持平 with a difference, a rise said to be a fall.
 */
export function wrongChanges(passage: Passage): Finding[] {
  return passage.comparisons.flatMap((comparison) => {
    if (comparison.direction === 'flat') return flatChange(comparison, passage);
    const change = changeOf(comparison, passage);
    return change ? (wrongDifference(change) ?? wrongPercent(change, passage) ?? []) : [];
  });
}

function changeOf(comparison: Comparison, { figures }: Passage): Change | undefined {
  const at = (index: number | undefined) => (index === undefined ? undefined : figures[index]);
  const { direction, percentDirection, link } = comparison;
  const subject = at(comparison.subject);
  const now = moneyOf(subject);
  if (!subject || !now || link.confidence === 'unknown' || direction === 'either') return undefined;
  if (percentDirection !== undefined && percentDirection !== direction) return undefined;
  const [amountFigure, percentFigure, baseFigure] = [
    at(comparison.amount),
    at(comparison.percent),
    at(comparison.base.figure),
  ];
  const [amount, percent, base] = [moneyOf(amountFigure), percentOf(percentFigure), moneyOf(baseFigure)];
  return {
    comparison,
    sign: direction === 'up' ? 1 : -1,
    subject,
    now,
    ...(amountFigure && amount && { amountFigure, amount }),
    ...(percentFigure && percent && { percentFigure, percent }),
    ...(baseFigure && base && { baseFigure, base }),
  };
}

/** 与上年持平，减少 2 万元: the difference may be that of the same words, or of those behind them. */
function flatChange(flat: Comparison, { comparisons, figures }: Passage): Finding[] {
  const { sentence, subject, directionSpan } = flat;
  const stated = comparisons.filter(
    (each) =>
      each === flat ||
      (subject !== undefined &&
        each.subject === subject &&
        each.sentence === sentence &&
        !each.inReason &&
        each.parent === undefined),
  );
  const amounts = stated.flatMap(({ amount }) => (amount === undefined ? [] : (figures[amount] ?? [])));
  const figure = amounts.find((each) => {
    const money = moneyOf(each);
    return money?.value.gt(money.half) === true;
  });
  if (!figure) return [];
  return [
    {
      rule: 'prose-change',
      severity: RULES['prose-change'].severity,
      range: rangeOf(directionSpan),
      params: { state: 'flat', label: plainLabel(figure.label), printed: figure.text, expected: '' },
      related: [{ range: rangeOf(figure.span), role: 'operand', label: figure.text }],
      fixes: [],
    },
  ];
}

/** N3, and N2 where the two years are printed. */
function wrongDifference(change: Change): Finding | undefined {
  const { sign, now, amount, amountFigure, base, baseFigure, comparison, subject } = change;
  if (!base || !baseFigure) return undefined;
  const difference = minus(now, base);
  if (difference.value.times(sign).lt(difference.half.negated())) {
    return {
      rule: 'prose-change',
      severity: RULES['prose-change'].severity,
      range: rangeOf(comparison.directionSpan),
      params: {
        state: sign === 1 ? 'fell' : 'rose',
        label: plainLabel(subject.label),
        printed: subject.text,
        expected: baseFigure.text,
      },
      related: [],
      fixes: [],
    };
  }
  if (!amount || !amountFigure) return undefined;
  const size = { value: difference.value.abs(), half: difference.half };
  if (mayEqual(size, amount)) return undefined;
  return amountFinding(change, amountFigure, inUnitOf(amountFigure, amount, size.value));
}

/** N1: the percentage against the base that follows from the figure and its change, or that is printed. */
function wrongPercent(change: Change, passage: Passage): Finding | undefined {
  const { sign, now, amount, percent, percentFigure, base, subject } = change;
  if (!percent || !percentFigure || !amount) return undefined;
  const before = base ?? (sign === 1 ? minus(now, amount) : plus(now, amount));
  if (before.value.lte(before.half) || percentFits(percent, amount, before)) return undefined;
  const right = amount.value.div(before.value).times(100).toDecimalPlaces(percentFigure.amount.decimals);
  const other = otherBase(percent, amount, subject, passage);
  return {
    rule: 'prose-change',
    severity: RULES['prose-change'].severity,
    range: rangeOf(percentFigure.span),
    params: {
      state: other ? 'other-base' : 'percent',
      label: plainLabel(subject.label),
      printed: `${percentFigure.text}%`,
      expected: `${right.toFixed(percentFigure.amount.decimals)}%`,
      ...(other && { base: plainLabel(other.label) }),
    },
    related: [],
    fixes: [
      {
        action: { kind: 'replace-value', newText: `${right.toFixed(percentFigure.amount.decimals)}%` },
        preferred: other !== undefined,
        edits: [
          { range: rangeOf(percentFigure.span), newText: right.toFixed(percentFigure.amount.decimals) },
        ],
      },
    ],
  };
}

/** The other value of the passage, this year's or the year's before, of which the change is so much in a hundred. */
function otherBase(
  percent: Quantity,
  amount: Quantity,
  subject: Figure,
  { figures }: Passage,
): Figure | undefined {
  return figures.find((figure) => {
    if (figure === subject || figure.role !== 'value') return false;
    const money = moneyOf(figure);
    return money?.value.gt(0) === true && percentFits(percent, amount, money);
  });
}

function amountFinding({ subject }: Change, figure: Figure, expected: string): Finding {
  return {
    rule: 'prose-change',
    severity: RULES['prose-change'].severity,
    range: rangeOf(figure.span),
    params: { state: 'amount', label: plainLabel(subject.label), printed: figure.text, expected },
    related: [],
    fixes: [
      {
        action: { kind: 'replace-value', newText: expected },
        preferred: false,
        edits: [{ range: rangeOf(figure.span), newText: expected }],
      },
    ],
  };
}

/** A value in 元 as it would be printed in a figure's own unit and style. */
function inUnitOf(figure: Figure, printed: Quantity, value: Decimal): string {
  const factor = figure.amount.value.isZero() ? new Money(10_000) : printed.value.div(figure.amount.value);
  return value.div(factor).toFixed(figure.amount.decimals);
}
