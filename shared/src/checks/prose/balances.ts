import { offsetOf } from '../../disclosure/prose/paragraphs.ts';
import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import { type PrintedAmount, RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { type Constraint, type Culprit, linear, valued } from './constraint.ts';
import { valueFix } from './valueFix.ts';

/** What stands between 收入总计 and its figure at most. */
const BEHIND_NAME = 8;

/**
 * 收入总计…，支出总计… in one sentence, which are equal (`balance`, A1). 收入合计 and 支出合计 are not: what was left
 * over the year is between them.
 */
export function balanceConstraints(passage: Passage): Constraint[] {
  const totals = passage.figures.filter((figure) => isGrandTotal(figure, passage));
  return totals.flatMap((income) => {
    const expenditures = totals.filter((other) => isOtherSide(income, other));
    const [expenditure] = expenditures;
    const [left, right] = [valued(income), valued(expenditure)];
    if (!left || !right || !expenditure || expenditures.length > 1) return [];
    return linear(
      [
        { ...left, weight: 1 },
        { ...right, weight: -1 },
      ],
      0,
      'equal',
      (culprit) => finding(income, expenditure, culprit),
    );
  });
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
