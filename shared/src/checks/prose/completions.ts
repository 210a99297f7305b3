import type { Comparison, Figure, Passage, Ratio } from '../../disclosure/prose/prose.ts';
import { type Finding, replaceFix } from '../../findings.ts';
import type { CompletionParams } from '../../proseRuleParams.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { valued, valuedPercent } from './constraint.ts';
import { nameOf } from './figureNames.ts';
import { mayEqual, minus, moneyOf, percentFits, plus, type Quantity } from './quantities.ts';

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
    if (!isAgainstBudget(comparison, figures)) return [];
    const { subject, base } = comparison;
    const rate = ratios.find(({ kind, part }) => kind === 'completion' && part === subject);
    if (comparison.amount !== undefined) return rate ? besideDifference(comparison, rate, figures) : [];
    const done = subject === undefined ? undefined : figures[subject];
    const at = base.figure ?? rate?.whole ?? plannedBeside(done, figures);
    const planned = at === undefined ? undefined : figures[at];
    const [final, budget] = [moneyOf(done), moneyOf(planned)];
    if (!done || !planned || !final || !budget) return [];
    const found = contradiction(comparison, [done, final], [planned, budget]);
    const isOfFigure = rate !== undefined && isBorneOutBy(figures[rate.figure], comparison, final, budget);
    return found && !isOfFigure ? [found] : [];
  });
}

/**
 * 年初预算为120.50万元，支出决算为110.30万元。决算数小于预算数: the only budget in the sentence of the final account, right in front of
 * it; of two (年初预算, 调整预算) nothing tells which is meant.
 */
function plannedBeside(done: Figure | undefined, figures: readonly Figure[]): number | undefined {
  if (!done) return undefined;
  const at = figures.indexOf(done) - 1;
  const isPlan = ({ basis }: Figure) => basis.value === 'initial' || basis.value === 'budget';
  const beside = figures.filter(
    (each) => each.paragraph === done.paragraph && each.sentence === done.sentence && moneyOf(each),
  );
  const planned = figures[at];
  const isAlone = beside.length === 2 && planned !== undefined && beside.includes(planned);
  return isAlone && isPlan(planned) && planned.label === done.label ? at : undefined;
}

/** 决算数小于预算数 beside 完成预算的90%, though the amounts say otherwise: one of these is wrong, and told of as such. */
function isBorneOutBy(
  rate: Figure | undefined,
  { direction }: Comparison,
  final: Quantity,
  budget: Quantity,
): boolean {
  const percent = valuedPercent(rate)?.quantity;
  if (!percent || percentFits(percent, final, budget)) return false;
  const more = percent.value.comparedTo(100);
  return more === (direction === 'up' ? 1 : direction === 'down' ? -1 : 0);
}

/** 完成年初预算100%，决算数大于预算数5万元: the rate against the difference, where the budget is not printed. */
function besideDifference(
  { direction, subject, amount, base, paragraph, sentence }: Comparison,
  rate: Ratio,
  figures: readonly Figure[],
): Finding[] {
  const at = (index: number | undefined) => (index === undefined ? undefined : figures[index]);
  const [done, difference, percent] = [
    valued(at(subject)),
    valued(at(amount)),
    valuedPercent(figures[rate.figure]),
  ];
  if (!done || !difference || !percent || rate.whole !== undefined || base.figure !== undefined) return [];
  const { figure, quantity } = percent;
  if (figure.paragraph !== paragraph || figure.sentence !== sentence) return [];
  // 年初预算 and 全年预算 are two budgets.
  if (rate.basis.value !== base.basis.value && base.basis.value !== 'budget') return [];
  if (direction !== 'up' && direction !== 'down') return [];
  const planned = (direction === 'up' ? minus : plus)(done.quantity, difference.quantity);
  if (planned.value.lte(planned.half) || percentFits(quantity, done.quantity, planned)) return [];
  const right = done.quantity.value.div(planned.value).times(100).toFixed(figure.amount.decimals);
  const range = rangeOf(figure.span);
  return [
    {
      rule: 'prose-completion',
      severity: RULES['prose-completion'].severity,
      range,
      params: {
        state: 'percent',
        label: nameOf(done.figure),
        printed: `${figure.text}%`,
        expected: `${right}%`,
        of: '',
      },
      related: [done, difference].map(({ figure: { span, label, text } }) => ({
        range: rangeOf(span),
        role: 'compared',
        label: label || text,
      })),
      fixes: [replaceFix(range, right, false, `${right}%`)],
    },
  ];
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
    params: {
      state: STATES[direction],
      label: nameOf(done),
      printed: done.text,
      expected: planned.text,
      of: '',
    },
    related: [planned, done].map(({ span, label }) => ({ range: rangeOf(span), role: 'compared', label })),
    fixes: [],
  };
}
