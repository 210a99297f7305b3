import type { Comparison, Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { Finding } from '../../findings.ts';
import type { CompletionParams } from '../../proseRuleParams.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { mayEqual, moneyOf, type Quantity } from './quantities.ts';

const STATES: Readonly<Record<'up' | 'down' | 'flat', CompletionParams['state']>> = {
  up: 'more',
  down: 'less',
  flat: 'equal',
};

/**
 * 决算数大于预算数 and the like against the final account and the budget of the same sentence (`prose-completion`, N2).
 * The budget is the figure compared with, or that of which the rate of completion is said.
 */
export function wrongCompletions({ ratios, comparisons, figures }: Passage): Finding[] {
  return comparisons.flatMap((comparison): Finding[] => {
    if (!isAgainstBudget(comparison, figures) || comparison.amount !== undefined) return [];
    const { subject, base } = comparison;
    const rate = ratios.find(({ kind, part }) => kind === 'completion' && part === subject);
    const at = base.figure ?? rate?.whole;
    const done = subject === undefined ? undefined : figures[subject];
    const planned = at === undefined ? undefined : figures[at];
    const [final, budget] = [moneyOf(done), moneyOf(planned)];
    if (!done || !planned || !final || !budget) return [];
    const found = contradiction(comparison, [done, final], [planned, budget]);
    return found ? [found] : [];
  });
}

/** Whether a final account is compared with the budget of the same year, not with the year before. */
export function isAgainstBudget(
  { base, inReason, subject }: Comparison,
  figures: readonly Figure[],
): boolean {
  const done = subject === undefined ? undefined : figures[subject];
  if (done?.basis.value !== 'final' || inReason) return false;
  const isOfYear = base.year.value === undefined || base.year.value === done.year.value;
  return isOfYear && (base.basis.value === 'initial' || base.basis.value === 'budget');
}

function contradiction(
  { direction, directionSpan }: Comparison,
  [done, final]: readonly [Figure, Quantity],
  [planned, budget]: readonly [Figure, Quantity],
): Finding | undefined {
  if (direction === 'either') return undefined;
  const rose = final.value.minus(budget.value);
  const isRight =
    direction === 'flat'
      ? mayEqual(final, budget)
      : rose.times(direction === 'up' ? 1 : -1).gt(final.half.plus(budget.half).negated());
  if (isRight && (direction === 'flat' || !rose.isZero())) return undefined;
  return {
    rule: 'prose-completion',
    severity: RULES['prose-completion'].severity,
    range: rangeOf(directionSpan),
    params: { state: STATES[direction], label: done.label, printed: done.text, expected: planned.text },
    related: [planned, done].map(({ span, label }) => ({ range: rangeOf(span), role: 'operand', label })),
    fixes: [],
  };
}
