import type { Finding, Fix } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import {
  bareNumber,
  isCompared,
  type MeasuredValue,
  type Operator,
} from '../../indicators/indicatorValue.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { compactLabel } from '../../text/width.ts';
import { speaksOfSatisfaction } from './wording.ts';

const HUNDRED = 100;
/** Grades are meant as they stand: 2级, 3A级, 一等. */
const GRADE = /^[A-Z]*(?:级|等|星级?|类)$/;

/**
 * Numbers without ≥, ≤ or = (`indicator-operator`, P4, P5): 12台 may be meant exactly or as the least, and is judged
 * accordingly at the end of the year. Where a column prints the sign its cell counts. Times and grades need none. To
 * be asked of tables whose other values have signs: a form without any leaves them out on purpose.
 */
export function missingOperators({ entries }: TableIndicators): Finding[] {
  const areUsual = signsAreUsual(entries);
  return entries.flatMap((entry) => {
    const isAsked = entry.name !== '' && !hasSignCell(entry);
    const value = isAsked ? bareNumber(entry.valueCell?.text ?? '') : undefined;
    if (!value || GRADE.test(value.unit) || (isAll(value) && !areUsual)) return [];
    return finding(entry, value, entries);
  });
}

/** 100% can only be meant exactly; without its sign it is odd only where most of the others have theirs. */
function isAll({ number, unit }: MeasuredValue): boolean {
  return unit === '%' && number.eq(HUNDRED);
}

function signsAreUsual(entries: readonly IndicatorEntry[]): boolean {
  const withSign = entries.filter(hasSign).length;
  return withSign > entries.filter((entry) => !hasSign(entry) && lacksSign(entry)).length;
}

function lacksSign({ valueCell }: IndicatorEntry): boolean {
  const value = bareNumber(valueCell?.text ?? '');
  return value !== undefined && !isAll(value);
}

/** Whether a table has values with a sign, so that one that lacks it was left without. */
export const usesSigns = remember(({ entries }: TableIndicators): boolean => entries.some(hasSign));

function hasSign(entry: IndicatorEntry): boolean {
  return hasSignCell(entry) || isCompared(entry.valueCell?.text ?? '');
}

function hasSignCell({ operatorCell }: IndicatorEntry): boolean {
  return operatorCell !== undefined && operatorCell.text !== '';
}

function finding(entry: IndicatorEntry, bare: MeasuredValue, all: readonly IndicatorEntry[]): Finding[] {
  const { name, valueCell, value } = entry;
  if (!valueCell) return [];
  const { start } = rangeOf(valueCell.span);
  const at = { line: start.line, character: start.character + bare.numberPart.start };
  const fixOf = (sign: Operator, preferred: boolean): Fix => ({
    action: { kind: 'replace-value', newText: `${sign}${valueCell.text.slice(bare.numberPart.start)}` },
    preferred,
    edits: [{ range: { start: at, end: at }, newText: sign }],
  });
  const isLeast = speaksOfSatisfaction(name) && bare.number.lt(HUNDRED);
  const isForgotten = isLeast && all.some((other) => isMeasured(other.value, '≥'));
  return [
    {
      rule: 'indicator-operator',
      severity: isForgotten ? 'warning' : RULES['indicator-operator'].severity,
      range: rangeOf(valueCell.span),
      params: { name, value: compactLabel(valueCell.text), least: isLeast },
      related: [],
      fixes:
        value?.kind === 'measured' ? signsFor(entry, isLeast).map((sign) => fixOf(sign, isForgotten)) : [],
    },
  ];
}

function isMeasured(value: IndicatorEntry['value'], operator: Operator): boolean {
  return value?.kind === 'measured' && value.operator === operator;
}

/** 满意度 90% can only be meant as the least; costs and times are limits; of other things there may be more. */
function signsFor({ level1, level2 }: IndicatorEntry, isLeast: boolean): readonly Operator[] {
  const [category] = (level2 ?? level1)?.categories ?? [];
  if (isLeast) return ['≥'];
  return category?.endsWith('成本指标') || category === '时效指标' ? ['≤', '='] : ['=', '≥'];
}
