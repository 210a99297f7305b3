import type { Finding } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import { RULES } from '../../rules.ts';
import { parseAmount } from '../../text/amount.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';
import { weightFix } from './weightFix.ts';
import { sharesBesideTemplate } from './weightShares.ts';

/** What weights may add up to: the rest of 100 is 预算执行率, which counts 10 or 20 (财预〔2021〕101号). */
const SUMS = [100, 90, 80];
/** What the national template has weights add up to when targets are set. */
const OF_TEMPLATE = 90;
const MIN_WEIGHTS = 3;

/**
 * Weights of a list that add up to neither 100 nor 90 nor 80 (`indicator-weights`, P2). Only where each
 * indicator has its weight.
 */
export function wrongWeights(entries: readonly IndicatorEntry[]): Finding[] {
  const cells = entries.flatMap(({ weightCell }) => weightCell ?? []);
  const weights = cells.flatMap((cell) => {
    const value = parseAmount(cell.text)?.value;
    return value ? { cell, value } : [];
  });
  const [first] = cells;
  if (!first || weights.length < MIN_WEIGHTS || weights.length !== entries.length) return [];
  const sum = weights.reduce<Decimal>((total, { value }) => total.plus(value), new Money(0));
  if (sum.eq(OF_TEMPLATE)) return sharesBesideTemplate(entries);
  if (SUMS.some((allowed) => sum.eq(allowed))) return [];
  const fix = weightFix(weights, SUMS);
  return [
    {
      rule: 'indicator-weights',
      severity: RULES['indicator-weights'].severity,
      range: rangeOf(first.span),
      params: { state: 'sum', sum: sum.toString() },
      related: cells
        .slice(1)
        .map((cell) => ({ range: rangeOf(cell.span), role: 'operand', label: cell.text })),
      fixes: fix ? [fix] : [],
    },
  ];
}
