import type { Comparison, Figure, Passage, PlacedPassage, Prose } from '../../disclosure/prose/prose.ts';
import type { Finding, FindingOf } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { remember, rememberLast } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
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

/** What a percentage may have been worked out from: a figure of either year, and what the text calls it. */
export interface Base {
  readonly label: string;
  readonly quantity: Quantity;
}

/** A change whose figures contradict each other; of a wrong percentage also what it was worked out from. */
interface WrongChange {
  readonly finding: FindingOf<'prose-change'>;
  readonly percentage?: { readonly percent: Quantity; readonly amount: Quantity };
}

/**
 * Changes whose figures contradict each other (`prose-change`, N1, N2, N3, N11): the difference is not that of
 * the two years, the percentage is not that of the base, 持平 with a difference, a rise said to be a fall.
 *
 * @param bases the values of the document: one of them may be what a wrong percentage is of
 */
export function wrongChanges(passage: Passage, bases: readonly Base[]): Finding[] {
  return contradictions(passage).map((change) => withBase(change, bases));
}

const withBase = rememberLast(({ finding, percentage }: WrongChange, bases: readonly Base[]): Finding => {
  const other = percentage && otherBase(percentage.percent, percentage.amount, bases);
  if (!other) return finding;
  return {
    ...finding,
    params: { ...finding.params, state: 'other-base', base: other.label },
    fixes: finding.fixes.map((fix) => ({ ...fix, preferred: true })),
  };
});

const contradictions = remember((passage: Passage): readonly WrongChange[] =>
  passage.comparisons.flatMap((comparison): readonly WrongChange[] => {
    if (comparison.direction === 'flat')
      return flatChange(comparison, passage).map((finding) => ({ finding }));
    const change = changeOf(comparison, passage);
    if (!change) return [];
    const difference = wrongDifference(change);
    return difference ? [{ finding: difference }] : wrongPercent(change);
  }),
);

/** What the comparisons of a document compare: the figures of this year, and of the year before. */
export function basesOf({ passages }: Prose): readonly Base[] {
  return basesAmong(passages);
}

const basesAmong = rememberEach(({ passage }: PlacedPassage) => basesIn(passage));

const basesIn = remember((passage: Passage): readonly Base[] =>
  passage.comparisons.flatMap((comparison) => {
    const change = changeOf(comparison, passage);
    if (!change?.amount) return [];
    const { subject, now, amount, sign } = change;
    const before = sign === 1 ? minus(now, amount) : plus(now, amount);
    return [before, now].map((quantity) => ({ label: subject.label, quantity }));
  }),
);

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
function flatChange(flat: Comparison, { comparisons, figures }: Passage): FindingOf<'prose-change'>[] {
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
      params: { state: 'flat', label: figure.label, printed: figure.text, expected: '' },
      related: [{ range: rangeOf(figure.span), role: 'operand', label: figure.text }],
      fixes: [],
    },
  ];
}

/** N3, and N2 where the two years are printed. */
function wrongDifference(change: Change): FindingOf<'prose-change'> | undefined {
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
        label: subject.label,
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
function wrongPercent({ sign, now, amount, percent, percentFigure, base, subject }: Change): WrongChange[] {
  if (!percent || !percentFigure || !amount) return [];
  const before = base ?? (sign === 1 ? minus(now, amount) : plus(now, amount));
  if (before.value.lte(before.half) || percentFits(percent, amount, before)) return [];
  const { decimals } = percentFigure.amount;
  const right = amount.value.div(before.value).times(100).toFixed(decimals);
  const finding: FindingOf<'prose-change'> = {
    rule: 'prose-change',
    severity: RULES['prose-change'].severity,
    range: rangeOf(percentFigure.span),
    params: {
      state: 'percent',
      label: subject.label,
      printed: `${percentFigure.text}%`,
      expected: `${right}%`,
    },
    related: [],
    fixes: [
      {
        action: { kind: 'replace-value', newText: `${right}%` },
        preferred: false,
        edits: [{ range: rangeOf(percentFigure.span), newText: right }],
      },
    ],
  };
  return [{ finding, percentage: { percent, amount } }];
}

/** The only value of the document of which the change is so much in a hundred. Small percentages are of many. */
function otherBase(percent: Quantity, amount: Quantity, bases: readonly Base[]): Base | undefined {
  const fitting = bases.filter(
    ({ quantity }) => quantity.value.gt(0) && percentFits(percent, amount, quantity),
  );
  const [first] = fitting;
  return first && fitting.every(({ quantity }) => mayEqual(quantity, first.quantity)) ? first : undefined;
}

function amountFinding({ subject }: Change, figure: Figure, expected: string): FindingOf<'prose-change'> {
  return {
    rule: 'prose-change',
    severity: RULES['prose-change'].severity,
    range: rangeOf(figure.span),
    params: { state: 'amount', label: subject.label, printed: figure.text, expected },
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
