import type { Figure } from '../../disclosure/prose/prose.ts';
import type { Finding, Fix } from '../../findings.ts';
import type { Decimal } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import type { Culprit, Valued } from './constraint.ts';
import { mayEqual, type Quantity, significantDigits } from './quantities.ts';
import { valueFix } from './valueFix.ts';

/** Figures of fewer digits are round. */
const MIN_DIGITS = 3;

/** A list with the sum of its parts, as its finding tells of it. */
export interface SummedList {
  readonly parent: Figure;
  readonly items: readonly Figure[];
  /** In the unit of the parent. */
  readonly sum: Decimal;
  /** Whether the parts must be all of it, or only no more. */
  readonly isAll: boolean;
  readonly severity: 'error' | 'warning';
  /** The part that stands in the place of the whole. */
  readonly swapped?: Figure;
}

/** The part that was exchanged with the whole, if the list adds up the other way round (N19). */
export function swapOf(
  whole: Valued,
  parts: readonly Valued[],
  total: Quantity,
): { readonly swapped?: Figure } {
  const swapped = parts.filter(({ quantity }) => {
    const sum = total.value.minus(quantity.value).plus(whole.quantity.value);
    return !mayEqual(quantity, whole.quantity) && mayEqual({ value: sum, half: total.half }, quantity);
  });
  const [only] = swapped;
  return only && swapped.length === 1 ? { swapped: only.figure } : {};
}

/** The finding at the figure that is wrong, else at the whole. */
export function listFinding(list: SummedList, culprit: Culprit | undefined): Finding {
  const { parent, items, sum, isAll, severity, swapped } = list;
  const at = swapped ? parent : (culprit?.figure ?? parent);
  return {
    rule: 'prose-sum',
    severity,
    range: rangeOf(at.span),
    params: {
      label: parent.label,
      printed: parent.text,
      sum: sum.toFixed(Math.max(sum.decimalPlaces(), parent.amount.decimals)),
      items: items.map(({ label, text }) => ({ label: label, text })),
      whole: isAll,
      ...(swapped && { exchanged: { label: swapped.label, text: swapped.text } }),
    },
    related: [parent, ...items]
      .filter((figure) => figure !== at)
      .map((figure) => ({ range: rangeOf(figure.span), role: 'operand', label: figure.label })),
    fixes: swapped ? [swapFix(parent, swapped)] : valueFix(culprit),
  };
}

function swapFix(a: Figure, b: Figure): Fix {
  return {
    action: { kind: 'swap-figures' },
    // Round amounts come to each other by chance.
    preferred: [a, b].some((figure) => significantDigits(figure) >= MIN_DIGITS),
    edits: [
      { range: rangeOf(a.span), newText: b.text },
      { range: rangeOf(b.span), newText: a.text },
    ],
  };
}
