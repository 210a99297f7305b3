import { type Finding, placeFinding } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { PlacedIndicators } from '../../indicators/placedIndicators.ts';
import { type ProjectMoney, readProjectMoney } from '../../indicators/projectMoney.ts';
import { amountRange } from '../../relations/amountFix.ts';
import { RULES } from '../../rules.ts';
import type { AmountUnit } from '../../text/amount.ts';
import { convert } from '../../text/amountUnits.ts';
import type { Decimal } from '../../text/money.ts';
import { rangeOf, shiftRange } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';

const MONEY: ReadonlySet<string> = new Set<AmountUnit>(['元', '万元', '亿元']);
/** Costs that others bear, or that are none: what is saved, what an investment comes to over years. */
const NOT_OF_PROJECT = /节[约省]|降低|减少|增加|下降|投资|概算|造价|合同|总价|损失|收入|产值/;
/** Costs of several years may be more than the money of one. */
const OF_ALL_YEARS = /总成本|总费用|总额|累计|全周期|总支出/;
/** So many times the money shows a wrong unit, of which other rules speak, and which of the two is not known. */
const OTHER_UNIT = 1000;

/**
 * A cost that one project alone shall not exceed, but that is more than all the money it has
 * (`indicator-cost`, P7).
 */
export function costsBeyondMoney({ placed, form, indicators, isWhole }: PlacedIndicators): Finding[] {
  const money = readProjectMoney(form.table);
  const isOtherForm = placed !== form && readProjectMoney(placed.table) !== undefined;
  if (!money || isWhole || isOtherForm) return [];
  const sections = new Set(indicators.entries.map(({ section }) => section));
  // The one list is of the year, the other of a longer time.
  if (sections.size > 1 && !money.ofWholePeriod) return [];
  return indicators.entries.flatMap((entry) => {
    const cost = costOf(entry, money);
    if (!cost?.gt(money.most) || cost.gte(money.most.times(OTHER_UNIT))) return [];
    return finding(entry, money, form.line - placed.line).map((each) => placeFinding(each, placed.line));
  });
}

/** The cost in 元 that an indicator sets as a limit. */
export function costOf(
  { name, level1, level2, value }: IndicatorEntry,
  money: ProjectMoney,
): Decimal | undefined {
  const [category] = (level2 ?? level1)?.categories ?? [];
  if (category !== '成本指标' && category !== '经济成本指标') return undefined;
  if (value?.kind !== 'measured' || !isMoney(value.unit)) return undefined;
  if (value.operator === '≥' || value.operator === '>' || NOT_OF_PROJECT.test(name)) return undefined;
  if (OF_ALL_YEARS.test(name) && !money.ofWholePeriod) return undefined;
  return convert(value.number, value.unit, '元');
}

function isMoney(unit: string): unit is AmountUnit {
  return MONEY.has(unit);
}

/** @param formLine line of the form, counted from the table of the indicator */
function finding({ name, valueCell }: IndicatorEntry, money: ProjectMoney, formLine: number): Finding[] {
  if (!valueCell) return [];
  const { cell, label } = money;
  return [
    {
      rule: 'indicator-cost',
      severity: RULES['indicator-cost'].severity,
      range: rangeOf(valueCell.span),
      params: {
        state: 'one',
        name,
        value: compactLabel(valueCell.text),
        label,
        money: printedMoney(money),
      },
      related: [{ range: shiftRange(amountRange(cell), formLine), role: 'total', label }],
      fixes: [],
    },
  ];
}

/** The money of a project as it is told: 46.00万元. */
export function printedMoney({ cell: { amount }, unit }: ProjectMoney): string {
  return `${amount.value.toFixed(amount.decimals)}${unit}`;
}
