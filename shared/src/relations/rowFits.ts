import { type Decimal, halfOf, Money } from '../text/money.ts';

/** No row with more figures is broken down further; the limit keeps garbage from costing time. */
const MAX_FIGURES = 12;

/**
 * Whether some figure of a row is the sum of others that follow each other, and the one at a place is among them: a necessary
 * sign of a sum across, whatever the headings say, and cheap to see.
 *
 * @param values by column; undefined where nothing is printed
 */
export function fitsAcross(values: readonly (Decimal | undefined)[], at: number, decimals: number): boolean {
  const figures = values.flatMap((value, index) => (value && !value.isZero() ? [{ value, index }] : []));
  if (figures.length < 2 || figures.length > MAX_FIGURES) return false;
  const unit = halfOf(decimals);
  return figures.some((total) => {
    const others = figures.filter((figure) => figure !== total);
    const isTotal = total.index === at;
    return others.some((_, first) => {
      let sum = new Money(0);
      let takesIn = isTotal;
      return others.slice(first).some(({ value, index }, count) => {
        sum = sum.plus(value);
        takesIn ||= index === at;
        return (
          takesIn &&
          sum
            .minus(total.value)
            .abs()
            .lte(unit.times(count + 2))
        );
      });
    });
  });
}
