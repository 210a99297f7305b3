import type { Figure } from './prose.ts';
import { unknown } from './state.ts';

/** So many digits stand behind each comma, and behind the point of no amount among those of cents. */
const GROUP = 3;
const UNITS = new Set(['元', '万元']);

/**
 * 预算1,020万元，实际支出1.020万元: a point with three digits behind it, among amounts of two decimals or none, may have been a
 * comma, so that nobody knows what the figure means. Where amounts have as many decimals on purpose, most of them do.
 */
export function withoutOddPoints(figures: readonly Figure[]): readonly Figure[] {
  const odd = figures.filter(mayBeComma);
  if (odd.length === 0) return figures;
  const isOdd = new Set(odd.filter((figure) => isAlone(figure, figures, odd)));
  return figures.map((figure) =>
    isOdd.has(figure) ? { ...figure, unit: unknown('broken-number') } : figure,
  );
}

function mayBeComma({ amount: { value, decimals }, unit }: Figure): boolean {
  const isGroup = decimals === GROUP && value.abs().gte(1) && value.abs().lt(1000);
  return isGroup && unit.value !== undefined && UNITS.has(unit.value);
}

function isAlone({ unit }: Figure, figures: readonly Figure[], odd: readonly Figure[]): boolean {
  const alike = figures.filter((each) => each.unit.value === unit.value);
  const others = alike.filter((each) => !odd.includes(each));
  const isPlain = others.every(({ amount: { decimals } }) => decimals < GROUP);
  return isPlain && others.length * 2 >= alike.length;
}
