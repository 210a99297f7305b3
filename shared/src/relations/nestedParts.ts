import { type Decimal, Money } from '../text/money.ts';

/** Of more figures one or the other run comes to anything. */
const MOST = 12;
const NOTHING = new Money(0);

/**
 * Whether figures in their order come to a total once those that are sub-totals of what stands right behind them
 * (纳入财政预算管理的非税收入拨款 in front of 政府性基金拨款) are counted with it, and not beside it.
 *
 * @param figures in the order of their columns, of which it need not be known which they are
 */
export function comesToWithSubtotals(total: Decimal, figures: readonly Decimal[]): boolean {
  return figures.length <= MOST && leaves(total, figures, false);
}

/** Whether nothing of the total is left behind the figures, one of which at least is a sub-total. */
function leaves(total: Decimal, figures: readonly Decimal[], hasSubtotal: boolean): boolean {
  const [first, ...behind] = figures;
  if (!first) return hasSubtotal && total.isZero();
  const rest = total.minus(first);
  return (
    leaves(rest, behind, hasSubtotal) ||
    endsOfRuns(first, behind).some((end) => leaves(rest, behind.slice(end), true))
  );
}

/** Behind how many figures, from the first, a whole is reached. */
function endsOfRuns(whole: Decimal, figures: readonly Decimal[]): number[] {
  let sum = NOTHING;
  return figures.flatMap((figure, index) => {
    sum = sum.plus(figure);
    return sum.eq(whole) ? [index + 1] : [];
  });
}
