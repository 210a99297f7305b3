import type { Figure, Passage } from '../../disclosure/prose/prose.ts';
import { slipOf } from '../../relations/slips.ts';
import type { Valued } from './constraint.ts';
import { isScheme } from './listSchemes.ts';
import { sumOf } from './listSlips.ts';
import { mayEqual } from './quantities.ts';

/** 当年预算 that is already the whole: what is carried over beside it is too much (N8). */
export function restBehindWhole({ quantity }: Valued, parts: readonly Valued[]): Figure | undefined {
  const others = parts.filter((part) => !part.quantity.value.isZero() && !mayEqual(part.quantity, quantity));
  const isWhole = parts.some((part) => mayEqual(part.quantity, quantity) && !quantity.value.isZero());
  return isWhole && others.length === 1 ? others[0]?.figure : undefined;
}

/**
 * Whether what stands beside all of it must be nothing. 28.50万元（购置费10.00万元，运行费28.50万元）: 18.50万元, a slip away from the part that is as
 * much as the whole, is as likely; and what is neither carried over nor one of the parts that there are, or stands
 * beside a share, may be no part at all.
 */
export function isSureRest(
  { figure, quantity, unit }: Valued,
  parts: readonly Valued[],
  rest: Figure,
  { figures, ratios }: Passage,
): boolean {
  const items = parts.map((part) => part.figure);
  const hasShare = ratios.some(({ kind, part = -1 }) => {
    const own = figures[part];
    return kind === 'share' && own !== undefined && own !== rest && items.includes(own);
  });
  const isKnown =
    isScheme(items, figure) || rest.concept.value === 'carried-in' || rest.concept.value === 'carried-out';
  const left = sumOf(parts).value.minus(quantity.value).div(unit);
  return isKnown && !hasShare && slipOf(figure.amount, figure.amount.value.minus(left)) === undefined;
}
