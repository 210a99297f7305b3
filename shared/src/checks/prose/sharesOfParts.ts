import type { Passage } from '../../disclosure/prose/prose.ts';
import { Money } from '../../text/money.ts';
import { type Valued, valuedPercent } from './constraint.ts';
import { isOneSlipOff, sumOf } from './listSlips.ts';
import { mayEqual, percentFits, plus } from './quantities.ts';

const HUNDRED = { value: new Money(100), half: new Money(0) };

/**
 * 公务接待费20.10万元，占88.86%；公务用车运行维护费2.52万元，占11.14%: whether parts are all there is of their whole because their shares, one each,
 * come to a hundred. That they are shares of it and of nothing else, all but one must fit it, or a slip of the hand is all that
 * is between it and its parts. Whole percentages come to a hundred by chance.
 */
export function areAllByShares(whole: Valued, parts: readonly Valued[], passage: Passage): boolean {
  const shares = parts.flatMap((part) => sharesOf(part, passage).map((percent) => ({ part, percent })));
  const percents = shares.map(({ percent }) => percent);
  if (parts.length < 2 || new Set(shares.map(({ part }) => part)).size < parts.length) return false;
  if (shares.length > parts.length || !percents.some(({ figure }) => figure.amount.decimals > 0))
    return false;
  if (!mayEqual(percents.map(({ quantity }) => quantity).reduce(plus), HUNDRED)) return false;
  const unfit = shares.filter(
    ({ part, percent }) => !percentFits(percent.quantity, part.quantity, whole.quantity),
  );
  return unfit.length <= 1 || isOneSlipOff(whole, parts, sumOf(parts).value.minus(whole.quantity.value));
}

function sharesOf({ figure }: Valued, { figures, ratios }: Passage): Valued[] {
  return ratios
    .filter(({ kind, part }) => kind === 'share' && figures[part ?? -1] === figure)
    .flatMap((stated) => valuedPercent(figures[stated.figure]) ?? []);
}
