import type { Comparison, Figure, Passage, PlacedPassage } from '../../disclosure/prose/prose.ts';
import { type Finding, placeFinding } from '../../findings.ts';
import type { LastYearState } from '../../proseRuleParams.ts';
import { RULES } from '../../rules.ts';
import type { Decimal } from '../../text/money.ts';
import { rangeOf, type Span } from '../../text/range.ts';
import { wholeItMayBe } from '../prose/changedFigure.ts';
import { type Valued, valued, valuedPercent } from '../prose/constraint.ts';
import { isNear, placesOf } from '../prose/places.ts';
import { mayEqual, minus, percentFits, type Quantity } from '../prose/quantities.ts';
import type { DisclosureSummary, TotalKey } from './summary.ts';

/** A comparison that last year's disclosure was asked about, and what it contradicts. */
interface Asked {
  readonly finding?: Finding;
}

/**
 * Changes against the year before that last year's disclosure of the same organ contradicts (`last-year`, B24): the
 * amount, the percentage, the figure of last year or that there was none. Only where both disclosures print the
 * figure in the same table, so that scope and unit are certain. Where most changes differ, the bodies or the way of
 * counting may have changed, and what is said is a remark.
 */
export function againstLastYear(
  passages: readonly PlacedPassage[],
  own: DisclosureSummary,
  before: DisclosureSummary,
): Finding[] {
  const asked = passages.flatMap(({ line, passage }) =>
    passage.comparisons.flatMap((comparison): Asked[] => {
      const answer = answerOf(comparison, passage, own, before);
      return answer?.finding ? [{ finding: placeFinding(answer.finding, line) }] : answer ? [answer] : [];
    }),
  );
  const findings = asked.flatMap(({ finding }) => finding ?? []);
  const isOtherwiseCounted = asked.length > 1 && findings.length * 2 > asked.length;
  return isOtherwiseCounted ? findings.map((each) => ({ ...each, severity: 'information' })) : findings;
}

/** Of a change that may be that of either of two figures it is enough that one of them agrees. */
function answerOf(
  comparison: Comparison,
  passage: Passage,
  own: DisclosureSummary,
  before: DisclosureSummary,
): Asked | undefined {
  const answer = ask(comparison, passage, own, before);
  const whole = wholeItMayBe(comparison, passage);
  if (whole === undefined) return answer;
  const other = ask({ ...comparison, subject: whole }, passage, own, before);
  return [answer, other].find((each) => each && !each.finding);
}

/** Undefined where last year's disclosure does not say what is compared with. */
function ask(
  comparison: Comparison,
  { figures }: Passage,
  own: DisclosureSummary,
  before: DisclosureSummary,
): Asked | undefined {
  const { base, direction, subject, parent, inReason } = comparison;
  const now = subject === undefined ? undefined : valued(figures[subject]);
  if (!now || inReason || parent !== undefined || direction === 'either') return undefined;
  if (base.year.value !== before.year || base.basis.value === 'final') return undefined;
  const last = now.figure.year.value === own.year ? printedBefore(now, own, before) : undefined;
  if (!last) return undefined;
  const at = (index: number | undefined) => (index === undefined ? undefined : figures[index]);
  const stated = valued(at(base.figure));
  if (stated && !mayEqual(stated.quantity, last))
    return { finding: findingAt('figure', stated.figure, now, last, inUnit(last.value, now)) };
  const difference = minus(now.quantity, last);
  if (direction === 'flat') {
    const isFlat = comparison.roughly === true || mayEqual(now.quantity, last);
    return isFlat
      ? {}
      : { finding: findingFor('flat', comparison.directionSpan, now, last, signed(difference, now)) };
  }
  const sign = direction === 'up' ? 1 : -1;
  const amount = valued(at(comparison.amount));
  if (amount) {
    const change = { value: amount.quantity.value.times(sign), half: amount.quantity.half };
    return mayEqual(change, difference)
      ? {}
      : { finding: findingAt('amount', amount.figure, now, last, signed(difference, now)) };
  }
  const percent = valuedPercent(at(comparison.percent));
  if (!percent || last.value.lte(0)) return undefined;
  const own100 = { value: difference.value.times(sign), half: difference.half };
  const fits =
    own100.value.gte(own100.half.negated()) && percentFits(percent.quantity, absolute(own100), last);
  const expected = `${difference.value.div(last.value).times(100).toFixed(percent.figure.amount.decimals)}%`;
  return fits ? {} : { finding: findingAt('percent', percent.figure, now, last, expected) };
}

/**
 * What last year's disclosure prints where this one prints the figure. Undefined where no table of this disclosure
 * bears the figure out, or where last year's tables differ among themselves.
 */
function printedBefore(now: Valued, own: DisclosureSummary, before: DisclosureSummary): Quantity | undefined {
  const values = placesOf(now.figure).flatMap(([kind, anchor]) => {
    const key: TotalKey = `${kind} ${anchor}`;
    const total = own.totals.get(key);
    const last = before.totals.get(key);
    return total && last && isNear(now.quantity, total, now.figure) ? [last] : [];
  });
  const [first] = values;
  return first && values.every((each) => mayEqual(each, first)) ? first : undefined;
}

function absolute({ value, half }: Quantity): Quantity {
  return { value: value.abs(), half };
}

function inUnit(value: Decimal, { figure, unit }: Valued): string {
  return value.div(unit).toFixed(figure.amount.decimals);
}

function signed({ value }: Quantity, now: Valued): string {
  return `${value.gt(0) ? '+' : ''}${inUnit(value, now)}`;
}

function findingAt(
  state: LastYearState,
  figure: Figure,
  now: Valued,
  last: Quantity,
  expected: string,
): Finding {
  return findingFor(state, figure.span, now, last, expected);
}

function findingFor(
  state: LastYearState,
  span: Span,
  now: Valued,
  last: Quantity,
  expected: string,
): Finding {
  return {
    rule: 'last-year',
    severity: RULES['last-year'].severity,
    range: rangeOf(span),
    params: {
      state,
      label: now.figure.label,
      unit: now.figure.unit.value ?? '',
      last: inUnit(last.value, now),
      expected,
    },
    related: [{ range: rangeOf(now.figure.span), role: 'compared', label: now.figure.text }],
    fixes: [],
  };
}
