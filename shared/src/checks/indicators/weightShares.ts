import { readHeading } from '../../catalogue/frameworks.ts';
import type { Finding } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import { parseAmount } from '../../text/amount.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { rangeOf } from '../../text/range.ts';

/** The least and the most that the weights under a 一级 heading come to. */
type Share = readonly [least: number, most: number];

/** What the national template has weights add up to when targets are set. */
const OF_TEMPLATE = 90;
const MIN_WEIGHTS = 3;
/** Without 满意度 its weight goes to 效益. */
const OF_SATISFACTION = 10;

/**
 * 一级 headings whose weights are not those of the template (`indicator-weights`, P2): 成本 20, 产出 40, 效益 20,
 * 满意度 10, or without costs 50, 30 and 10 (财预〔2021〕101号); local rules leave 成本 0–20 and 产出 40–50. Asked only of
 * lists that add up to 90, as the template does, and have a 一级 heading for each weight.
 */
export function sharesBesideTemplate(entries: readonly IndicatorEntry[]): Finding[] {
  const isWhole = entries.every(({ weightCell }) => weightCell && parseAmount(weightCell.text));
  if (!isWhole || entries.length < MIN_WEIGHTS || !sumOf(entries).eq(OF_TEMPLATE)) return [];
  const groups = new Map<string, IndicatorEntry[]>();
  for (const entry of entries) {
    const heading = entry.level1 && readHeading(entry.level1.cell.text)?.standard;
    if (heading === undefined) return [];
    groups.set(heading, [...(groups.get(heading) ?? []), entry]);
  }
  const shares = sharesOf(new Set(groups.keys()));
  return [...groups].flatMap(([heading, own]) => {
    const share = shares.get(heading);
    return share ? beside(own, share) : [];
  });
}

function sharesOf(headings: ReadonlySet<string>): ReadonlyMap<string, Share> {
  const moved = headings.has('满意度指标') ? 0 : OF_SATISFACTION;
  const benefit: Share = headings.has('成本指标') ? [20, 30] : [30, 40];
  return new Map([
    ['成本指标', [1, 20]],
    ['产出指标', [40, 50]],
    ['效益指标', [benefit[0] + moved, benefit[1] + moved]],
    ['满意度指标', [5, OF_SATISFACTION]],
  ] satisfies [string, Share][]);
}

function beside(entries: readonly IndicatorEntry[], [least, most]: Share): Finding[] {
  const [first] = entries;
  if (!first?.weightCell || !first.level1) return [];
  const sum = sumOf(entries);
  if (sum.gte(least) && sum.lte(most)) return [];
  return [
    {
      rule: 'indicator-weights',
      // The template proposes these weights, and local rules may have others.
      severity: 'information',
      range: rangeOf(first.weightCell.span),
      params: {
        state: 'share',
        sum: sum.toString(),
        group: first.level1.cell.text,
        range: `${least}–${most}`,
      },
      related: entries
        .slice(1)
        .flatMap(({ weightCell }) =>
          weightCell
            ? [{ range: rangeOf(weightCell.span), role: 'operand' as const, label: weightCell.text }]
            : [],
        ),
      fixes: [],
    },
  ];
}

function sumOf(entries: readonly IndicatorEntry[]): Decimal {
  return entries.reduce<Decimal>(
    (total, { weightCell }) => total.plus(parseAmount(weightCell?.text ?? '')?.value ?? 0),
    new Money(0),
  );
}
