import type { Finding, Fix } from '../../findings.ts';
import type { IndicatorValueState } from '../../indicatorRuleParams.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import type { MeasuredValue } from '../../indicators/indicatorValue.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import type { Severity } from '../../rules.ts';
import { type Range, rangeOf } from '../../text/range.ts';
import { compactLabel } from '../../text/width.ts';
import { isBoundedRate, isRate, isUnderSatisfaction } from './wording.ts';

const HUNDRED = 100;
/** So much no rate comes to that is not one of growth: a digit too many. */
const BEYOND_RATES = 300;
const GROWTH = /增长|增幅|增速|回报|收益|变动/;
/** A column of values nearly all of which have a unit shows that units are printed there. */
const SHARE_WITH_UNIT = 0.7;
const MIN_WITH_UNIT = 4;
/** Names that say themselves what is counted: 培训人次, 会议次数, 面积（平方米）. */
const NAMES_UNIT = /(?:数|次|天|[)）])$/;
/** What one of something costs: 元/人·天. */
const PRICE = /标准|单价|人均|日均|成本|费用?$/;
/** 人/天: what the price is counted by, without the money. */
const WITHOUT_MONEY = /^(?:人|次|天|日|年|月|件|户|台|套|辆|平方米)[/·](?:人|次|天|日|年|月)$/;

/** What is shorter may be what a scan has left of a name. */
const WHOLE_NAME = /(?:\p{Script=Han}[“”"（）()、]*){4}/u;

/** A value with its name, where both stand in one row and the value is one number. */
interface Measured {
  readonly entry: IndicatorEntry;
  readonly value: MeasuredValue;
  readonly range: Range;
}

/**
 * Values that cannot be meant as they stand (`indicator-value`, P4 to P6): a rate without %, a number without
 * its unit, a price without its money, a rate beyond 100 %, a rate of which more is better with an upper limit.
 */
export function wrongValues({ entries }: TableIndicators): Finding[] {
  const measured = entries.flatMap((entry) => measuredOf(entry) ?? []);
  const areUnitsPrinted = unitsArePrinted(measured);
  return [
    ...measured.flatMap((each) => wrongValue(each, areUnitsPrinted) ?? []),
    ...entries.flatMap((entry) => withoutValue(entry, entries)),
  ];
}

/** An indicator that was left without its value, where most of the others have one. */
function withoutValue(entry: IndicatorEntry, all: readonly IndicatorEntry[]): Finding[] {
  if (!entry.withoutValue || !WHOLE_NAME.test(entry.name)) return [];
  const withValue = all.filter(({ value }) => value !== undefined).length;
  if (withValue < MIN_WITH_UNIT || withValue < SHARE_WITH_UNIT * all.length) return [];
  return [
    {
      rule: 'indicator-value',
      // Nothing that is printed is wrong: the value may be described in the name, or stand where it was not read.
      severity: 'information',
      range: rangeOf(entry.cell.span),
      params: { state: 'no-value', name: entry.name, value: '' },
      related: [],
      fixes: [],
    },
  ];
}

function measuredOf(entry: IndicatorEntry): Measured | undefined {
  const { value, valueCell } = entry;
  // What closes a name says whether it is a rate, and what it is counted in.
  if (entry.name === '' || entry.torn || value?.kind !== 'measured' || !valueCell) return undefined;
  return { entry, value, range: rangeOf(valueCell.span) };
}

function unitsArePrinted(measured: readonly Measured[]): boolean {
  const withUnit = measured.filter(({ value, entry }) => value.unit !== '' || hasUnitCell(entry)).length;
  // The one that is asked about may be the one that lacks it.
  return withUnit >= MIN_WITH_UNIT && withUnit >= SHARE_WITH_UNIT * (measured.length - 1);
}

function hasUnitCell({ unitCell }: IndicatorEntry): boolean {
  return unitCell !== undefined && unitCell.text !== '';
}

function wrongValue(each: Measured, areUnitsPrinted: boolean): Finding | undefined {
  const { entry, value } = each;
  const { name } = entry;
  const rate = isRate(name) || isUnderSatisfaction(entry) === true;
  if (value.unit === '' && !hasUnitCell(entry)) {
    const plain = value.number.gt(1) && value.number.lte(HUNDRED);
    if (rate && plain && areUnitsPrinted) return finding(each, 'no-percent', 'warning', [percentFix(each)]);
    if (rate || !areUnitsPrinted) return undefined;
    return finding(each, 'no-unit', NAMES_UNIT.test(compactLabel(name)) ? 'information' : 'warning', []);
  }
  const unit = entry.measure?.unit ?? '';
  if (WITHOUT_MONEY.test(unit) && PRICE.test(compactLabel(name)))
    return finding(each, 'no-money', 'information', []);
  const inPercent = unit === '%';
  if (inPercent && rate && value.number.gt(BEYOND_RATES) && !GROWTH.test(name))
    return finding(each, 'over-hundred', 'warning', []);
  if (!inPercent || !isBoundedRate(name)) return undefined;
  if (value.number.gt(HUNDRED)) return finding(each, 'over-hundred', 'warning', []);
  const operator = entry.operatorCell ? undefined : value.operator;
  if ((operator === '≥' || operator === '>') && value.number.eq(HUNDRED))
    return finding(each, 'at-most-hundred', 'information', []);
  return undefined;
}

function percentFix({ entry, value, range }: Measured): Fix {
  const at = { line: range.start.line, character: range.start.character + value.numberPart.end };
  return {
    action: { kind: 'replace-value', newText: `${entry.valueCell?.text.slice(0, value.numberPart.end)}%` },
    preferred: true,
    edits: [{ range: { start: at, end: at }, newText: '%' }],
  };
}

function finding(
  { entry, range }: Measured,
  state: IndicatorValueState,
  severity: Severity,
  fixes: readonly Fix[],
): Finding {
  return {
    rule: 'indicator-value',
    severity,
    range,
    params: { state, name: entry.name, value: compactLabel(entry.valueCell?.text ?? '') },
    related: [],
    fixes,
  };
}
