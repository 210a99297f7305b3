import { type Finding, placeFinding } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { PlacedIndicators } from '../../indicators/placedIndicators.ts';
import { type ProjectMoney, readProjectMoney } from '../../indicators/projectMoney.ts';
import { amountRange } from '../../relations/amountFix.ts';
import { slipOf } from '../../relations/slips.ts';
import { parseAmount } from '../../text/amount.ts';
import { convert } from '../../text/amountUnits.ts';
import { type Decimal, Money } from '../../text/money.ts';
import { rangeOf, shiftRange } from '../../text/range.ts';
import { costOf, printedMoney } from './costs.ts';

/** Fewer may be some of the costs. */
const MIN_COSTS = 3;
/** Shorter figures are a slip away from too many others. */
const MIN_DIGITS = 3;
/** A whole beside its parts, a limit, a price. */
const NO_PART = /总|合计|控制|标准|单价|单位|人均|平均|每|年均/;

interface Cost {
  readonly home: PlacedIndicators;
  readonly entry: IndicatorEntry;
  readonly yuan: Decimal;
}

/**
 * Costs that make up the money of their project but for one digit (`indicator-cost`, P7). That they make it up is
 * believed only where one of them, a slip of the hand away, would have them add up to it: else they may be some of the
 * costs, or parts of each other.
 */
export function costSums(tables: readonly PlacedIndicators[]): Finding[] {
  const forms = new Set(tables.filter(({ isWhole }) => !isWhole).map(({ form }) => form));
  return [...forms].flatMap((form) => {
    const money = readProjectMoney(form.table);
    const own = tables.filter((each) => each.form === form);
    return money && isOneList(own) ? offByOne(costsIn(own, money), money, form.line) : [];
  });
}

/** Costs of the whole period and those of the year do not belong into one sum. */
function isOneList(pages: readonly PlacedIndicators[]): boolean {
  return pages.every(({ indicators: { entries } }) =>
    entries.every(({ section }) => section === entries[0]?.section),
  );
}

function costsIn(pages: readonly PlacedIndicators[], money: ProjectMoney): readonly Cost[] {
  return pages.flatMap((home) =>
    home.indicators.entries.flatMap((entry) => {
      const yuan = NO_PART.test(entry.name) ? undefined : costOf(entry, money);
      return yuan ? [{ home, entry, yuan }] : [];
    }),
  );
}

function offByOne(costs: readonly Cost[], money: ProjectMoney, formLine: number): Finding[] {
  const total = convert(money.cell.amount.value, money.unit, '元');
  const sum = costs.reduce<Decimal>((all, { yuan }) => all.plus(yuan), new Money(0));
  const isSame = sum
    .minus(total)
    .abs()
    .lte(money.most.minus(total).times(costs.length + 1));
  if (costs.length < MIN_COSTS || isSame) return [];
  const [first, ...others] = costs.filter((cost) => isSlipAway(cost, cost.yuan.plus(total).minus(sum)));
  const valueCell = first?.entry.valueCell;
  if (!first || !valueCell) return [];
  const { line } = first.home.placed;
  const finding: Finding = {
    rule: 'indicator-cost',
    severity: 'information',
    range: rangeOf(valueCell.span),
    params: {
      state: 'sum',
      sum: `${convert(sum, '元', money.unit).toString()}${money.unit}`,
      label: money.label,
      money: printedMoney(money),
    },
    related: [
      { range: shiftRange(amountRange(money.cell), formLine - line), role: 'total', label: money.label },
      ...others.flatMap(({ home, entry: { valueCell: cell, name } }) =>
        cell
          ? [{ range: rangeOf(cell.span, home.placed.line - line), role: 'operand' as const, label: name }]
          : [],
      ),
    ],
    fixes: [],
  };
  return [placeFinding(finding, line)];
}

/** @param meant in 元 */
function isSlipAway({ entry: { value } }: Cost, meant: Decimal): boolean {
  if (value?.kind !== 'measured') return false;
  const unit = value.unit as '元' | '万元' | '亿元';
  const printed = parseAmount(value.number.toString());
  if (!printed || value.number.toFixed().replace(/\D/g, '').length < MIN_DIGITS) return false;
  return slipOf(printed, convert(meant, '元', unit)) !== undefined;
}
