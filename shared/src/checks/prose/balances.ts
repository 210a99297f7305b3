import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import type { PrintedAmount } from '../../tableRuleParams.ts';
import { parseAmount } from '../../text/amount.ts';
import { rangeOf } from '../../text/range.ts';
import { type Constraint, type Culprit, linear, type Valued, valued } from './constraint.ts';
import { valueFix } from './valueFix.ts';

/** What stands between 收入总计 and its figure at most. */
const BEHIND_NAME = 8;

/**
 * 收入总计…，支出总计… in one sentence, which are equal (`balance`, A1). 收入合计 and 支出合计 are not: what was left
 * over the year is between them.
 */
export function balanceConstraints(passage: Passage): Constraint[] {
  const totals = passage.figures.filter((figure) => isGrandTotal(figure, passage));
  return totals.flatMap((total) => [...oppositeOf(total, totals), ...sidesOf(total, totals)]);
}

/** 收入、支出总计27664.22万元。其中：收入总计27664.22万元: what both sides come to is what either does. */
function sidesOf(both: Figure, totals: readonly Figure[]): Constraint[] {
  if (both.concept.value !== 'balance') return [];
  const sides = totals.filter(
    ({ concept, scope, year, basis }) =>
      (concept.value === 'income' || concept.value === 'expenditure') &&
      scope.value === both.scope.value &&
      year.value === both.year.value &&
      basis.value === both.basis.value,
  );
  const concepts = new Set(sides.map(({ concept }) => concept.value));
  if (concepts.size < sides.length) return [];
  return sides.flatMap((side) => {
    const [left, right] = [valued(both), valued(side)];
    return left && right ? equal(left, right) : [];
  });
}

/** 收、支总计各是4125.49，4143.91万元: the amount of the one side, which gives no unit of its own. */
const OTHER_SIDE =
  /收入?[、和及与]?支出?(?:预算|决算)?总计(?:分别|均|各)自?(?:是|为)?\s*(\d[\d,]*(?:\.\d+)?)\s*[,，、和]\s*$/;
/** The words in front of an amount that may name both sides, and the other amount. */
const WORDS = 40;

/** The totals of both sides, named together and printed as two different amounts (`balance`, A1). */
export function differentTotals({ figures, paragraphs }: Passage): Finding[] {
  return figures.flatMap((figure): Finding[] => {
    const { text = '', pieces = [] } = paragraphs[figure.paragraph] ?? {};
    const at = offsetOf(pieces, figure.span);
    if (at === undefined || figure.role !== 'value' || !valued(figure)) return [];
    const front = OTHER_SIDE.exec(text.slice(Math.max(0, at - WORDS), at));
    const other = parseAmount(front?.[1] ?? '');
    if (!other || other.value.eq(figure.amount.value)) return [];
    const income = { ...figure, label: '收入总计', text: front?.[1] ?? '', amount: other };
    const found = finding(income, { ...figure, label: '支出总计' }, undefined);
    return [{ ...found, range: rangeOf(figure.span), related: [] }];
  });
}

function oppositeOf(income: Figure, totals: readonly Figure[]): Constraint[] {
  const expenditures = totals.filter((other) => isOtherSide(income, other));
  const [left, right] = [valued(income), valued(expenditures[0])];
  return left && right && expenditures.length === 1 ? equal(left, right) : [];
}

function equal(income: Valued, expenditure: Valued): Constraint[] {
  return [
    linear(
      [
        { ...income, weight: 1 },
        { ...expenditure, weight: -1 },
      ],
      0,
      'equal',
      (culprit) => finding(income.figure, expenditure.figure, culprit),
    ),
  ];
}

function isGrandTotal({ role, span, paragraph }: Figure, { paragraphs }: Passage): boolean {
  const { text = '', pieces = [] } = paragraphs[paragraph] ?? {};
  const at = offsetOf(pieces, span);
  return (
    role === 'value' && at !== undefined && /总计[^\d]*$/.test(text.slice(Math.max(0, at - BEHIND_NAME), at))
  );
}

function isOtherSide(income: Figure, other: Figure): boolean {
  return (
    income.concept.value === 'income' &&
    other.concept.value === 'expenditure' &&
    income.paragraph === other.paragraph &&
    income.sentence === other.sentence &&
    income.scope.value === other.scope.value &&
    income.year.value === other.year.value
  );
}

function finding(income: Figure, expenditure: Figure, culprit: Culprit | undefined): Finding {
  const at = culprit?.figure ?? expenditure;
  const other = at === income ? expenditure : income;
  return {
    rule: 'balance',
    severity: RULES.balance.severity,
    range: rangeOf(at.span),
    params: {
      row: at.label,
      column: '',
      expected: printed(other),
      actual: printed(at),
      operands: [{ label: other.label, amount: printed(other) }],
      culprit: 'total',
    },
    related: [{ range: rangeOf(other.span), role: 'compared', label: other.label }],
    fixes: valueFix(culprit),
  };
}

function printed({ amount: { value, decimals } }: Figure): PrintedAmount {
  return { value, decimals };
}
