import type { PlacedTable } from '../disclosure/table.ts';
import type { Fix } from '../findings.ts';
import { type Decimal, Money, tenTo } from '../text/money.ts';
import { rangeOf } from '../text/range.ts';
import type { Term } from './relation.ts';

/** Weights are printed as bare numbers; anything else is not rewritten. */
const NUMBER = /^\d+(?:\.(\d+))?$/;

/**
 * Scales weights so that they add up to one of the sums allowed, the nearest. What rounding leaves goes to those
 * that it took most from, so that each stays within a unit of its share. Undefined where a weight is no number.
 *
 * @param sums allowed sums, those first that are taken where two are as near
 */
export function weightFix(
  weights: readonly Term[],
  sums: readonly number[],
  home: PlacedTable | undefined,
): Fix | undefined {
  const decimals = weights.map(({ cell }) => NUMBER.exec(cell.text)?.[1]?.length ?? 0);
  const sum = weights.reduce<Decimal>((total, { cell }) => total.plus(cell.amount.value), new Money(0));
  if (sum.isZero() || !weights.every(({ cell }) => NUMBER.test(cell.text))) return undefined;
  const [target = 100] = [...sums].sort((a, b) => sum.minus(a).abs().cmp(sum.minus(b).abs()));
  const scaled = spread(
    weights.map(({ cell }) => cell.amount.value.times(target).div(sum)),
    new Money(target),
    Math.max(...decimals),
  );
  const edits = weights.flatMap(({ cell }, index) => {
    const share = scaled[index];
    if (!share || share.eq(cell.amount.value)) return [];
    return { range: rangeOf(cell.span, home?.line), newText: share.toString() };
  });
  return { action: { kind: 'spread-weights', sum: target }, preferred: false, edits };
}

/** Rounds shares down and gives what is left, unit by unit, to those that lost most. */
function spread(shares: readonly Decimal[], total: Decimal, decimals: number): Decimal[] {
  const unit = tenTo(-decimals);
  const down = shares.map((share) => share.toDecimalPlaces(decimals, Money.ROUND_DOWN));
  const left = total.minus(down.reduce((sum, share) => sum.plus(share), new Money(0))).div(unit);
  const byLoss = shares
    .map((share, index) => ({ index, loss: share.minus(down[index] ?? 0) }))
    .sort((a, b) => b.loss.cmp(a.loss));
  const raised = new Set(byLoss.slice(0, left.toNumber()).map(({ index }) => index));
  return down.map((share, index) => (raised.has(index) ? share.plus(unit) : share));
}
