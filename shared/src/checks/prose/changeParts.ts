import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import { RULES } from '../../rules.ts';
import { Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { type Change, changesIn } from './changes.ts';
import { type Constraint, linear, type Valued, type Weighted } from './constraint.ts';
import { valueFix } from './valueFix.ts';

/** Parts that are all there is of expenditure or of 基本支出. */
const SCHEMES: readonly (readonly [Concept, Concept])[] = [
  ['basic', 'project'],
  ['personnel', 'public'],
];
const WHOLES: Readonly<Record<string, readonly Concept[]>> = {
  basic: ['expenditure', 'balance'],
  personnel: ['basic'],
};

interface AmountChange extends Change {
  readonly amount: Valued;
}

/**
 * The changes of 基本支出 and 项目支出, or of 人员经费 and 公用经费, which must come to that of their whole
 * (`change-parts`, N5). Only of parts that are listed beneath the whole whose change is told.
 */
export function changePartConstraints(passage: Passage): Constraint[] {
  const changes = changesIn(passage).filter(isOwn);
  return SCHEMES.flatMap(([first, second]) => {
    const [one, ...ones] = changes.filter(({ now }) => now.figure.concept.value === first);
    const [two, ...twos] = changes.filter(({ now }) => now.figure.concept.value === second);
    if (!one || !two || ones.length > 0 || twos.length > 0) return [];
    const parent = one.now.figure.parent;
    if (parent === undefined || parent !== two.now.figure.parent) return [];
    const whole = changes.find((each) => each.now.figure === passage.figures[parent]);
    const concept = whole?.now.figure.concept.value;
    if (!whole || concept === undefined || !WHOLES[first]?.includes(concept)) return [];
    return sameBase([whole, one, two]) ? [sumOf(whole, [one, two])] : [];
  });
}

function isOwn(change: Change): change is AmountChange {
  return change.amount !== undefined && !change.comparison.inReason && change.comparison.parent === undefined;
}

function sameBase(changes: readonly Change[]): boolean {
  const years = new Set(changes.flatMap(({ comparison }) => comparison.base.year.value ?? []));
  const kinds = new Set(changes.flatMap(({ comparison }) => comparison.base.basis.value ?? []));
  return years.size <= 1 && kinds.size <= 1;
}

function sumOf(whole: AmountChange, parts: readonly AmountChange[]): Constraint {
  const signed = ({ amount, sign }: AmountChange, weight: number): Weighted => ({
    ...amount,
    weight: weight * sign,
  });
  const sum = parts.reduce(
    (total, { amount, sign }) => total.plus(amount.quantity.value.times(sign)),
    new Money(0),
  );
  const text = ({ sign }: Change, figure: Figure) => `${sign === 1 ? '+' : '-'}${figure.text}`;
  return linear([...parts.map((part) => signed(part, 1)), signed(whole, -1)], 0, 'equal', (culprit) => ({
    rule: 'change-parts',
    severity: RULES['change-parts'].severity,
    range: rangeOf((culprit ?? whole.amount).figure.span),
    params: {
      label: whole.now.figure.label,
      printed: text(whole, whole.amount.figure),
      sum: sum.div(whole.amount.unit).toFixed(whole.amount.figure.amount.decimals),
      items: parts.map((part) => ({
        label: part.now.figure.label,
        text: text(part, part.amount.figure),
      })),
    },
    related: parts.map(({ amount, now }) => ({
      range: rangeOf(amount.figure.span),
      role: 'operand',
      label: now.figure.label,
    })),
    fixes: valueFix(culprit),
  }));
}
