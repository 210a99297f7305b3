import { BODIES } from '../../disclosure/prose/lists.ts';
import type { Figure, FigureList, Passage } from '../../disclosure/prose/prose.ts';
import type { Concept } from '../../disclosure/prose/vocabulary/concepts.ts';
import type { Finding } from '../../findings.ts';
import { Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { type Constraint, type Culprit, linear, type Weighted } from './constraint.ts';
import { valueFix } from './valueFix.ts';

const COUNTED: ReadonlySet<Concept | undefined> = new Set<Concept>([
  'posts',
  'staff',
  'retirees',
  'vehicles-owned',
]);
/** Items by which a list shows that it is whole: 其他用车; 离休 beside 退休. */
const LAST_ITEMS: readonly (readonly RegExp[])[] = [[/^其[他它]/], [/离休/, /退休/]];

/**
 * Vehicles, posts and people that are counted by kinds (`prose-sum`, A22): the kinds are no more than all, and all of
 * them where the list says so.
 */
export function countConstraints({ lists, figures }: Passage): Constraint[] {
  return lists.flatMap((list) => countConstraint(list, figures) ?? []);
}

function countConstraint(list: FigureList, figures: readonly Figure[]): Constraint | undefined {
  const parent = list.parent === undefined ? undefined : figures[list.parent];
  const all = list.items.flatMap((index) => figures[index] ?? []);
  // 实有人数43人，其中在职43人，另有离退休人员16人: they are none of those.
  const beside = all.findIndex(({ label }) => /^(?:另|此外)/.test(label));
  const items = beside === -1 ? all : all.slice(0, beside);
  const isKnown = list.confidence === 'certain' || items.every(({ label }) => BODIES.test(label));
  if (!parent || !isKnown || !isCount(parent) || items.length < 2) return undefined;
  // 实有离休人员0人，退休人员0人。具体情况如下：专技岗7人…: of nobody there are no kinds.
  if (parent.amount.value.isZero() && items[0]?.sentence !== parent.sentence) return undefined;
  // 离退休18人，其中离休1人、退休17人；遗属2人: who is neither.
  if (items.some(({ label }) => /^遗属/.test(label))) return undefined;
  const isOfSame = (item: Figure) =>
    isCount(item) && item.unit.value === parent.unit.value && item.concept.value === parent.concept.value;
  if (!items.every(isOfSame)) return undefined;
  const isAll = LAST_ITEMS.some((words) =>
    words.every((word) => items.some(({ label }) => word.test(label.replace(/^其中/, '')))),
  );
  const terms = [...items.map((item) => weighted(item, 1)), weighted(parent, -1)];
  return linear(terms, 0, isAll ? 'equal' : 'at-most', (culprit) => finding(parent, items, isAll, culprit));
}

function isCount({ role, kind, concept }: Figure): boolean {
  return role === 'count' && kind === 'statement' && COUNTED.has(concept.value);
}

/** Things are counted exactly. */
function weighted(figure: Figure, weight: number): Weighted {
  return { figure, weight, unit: new Money(1), quantity: { value: figure.amount.value, half: new Money(0) } };
}

function finding(
  parent: Figure,
  items: readonly Figure[],
  whole: boolean,
  culprit: Culprit | undefined,
): Finding {
  const at = culprit?.figure ?? parent;
  return {
    rule: 'prose-sum',
    // People may be counted in two kinds at once, and vehicles be lent.
    severity: 'warning',
    range: rangeOf(at.span),
    params: {
      label: parent.label,
      printed: parent.text,
      sum: items.reduce((sum, { amount }) => sum.plus(amount.value), new Money(0)).toString(),
      items: items.map(({ label, text }) => ({ label, text })),
      whole,
    },
    related: [parent, ...items]
      .filter((figure) => figure !== at)
      .map(({ span, label }) => ({ range: rangeOf(span), role: 'operand', label })),
    fixes: valueFix(culprit),
  };
}
