import type { Finding, Fix } from '../../findings.ts';
import type { IndicatorEntry } from '../../indicators/indicatorEntry.ts';
import {
  isCompared,
  loneNumber,
  type MeasuredValue,
  type Operator,
} from '../../indicators/indicatorValue.ts';
import type { TableIndicators } from '../../indicators/readIndicators.ts';
import { RULES, type Severity } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { compactLabel } from '../../text/width.ts';
import { speaksOfSatisfaction } from './wording.ts';

const HUNDRED = 100;
/** Grades are meant as they stand: 2级, 3A级, 一等. */
const GRADE = /^[A-Z]*(?:级|等|星级?|类)$/;

/** 服务对象满意度≥90%: where the name ends with the value that was set, the number behind it is what was reached. */
const WITH_VALUE = /[≥≤＞＜><=]\s*\d[\d.,]*\s*\S{0,3}$/;

/** So many values without a sign are slips, each for itself; more are the way of the table, and said once. */
const MOST_SLIPS = 5;

/**
 * How a list writes its values, all pages of a form together. `none`: without signs, on purpose; `some`: a few have
 * one; `usual`: as many as lack it, or more.
 */
export type SignUse = 'none' | 'some' | 'usual';

/** A number that lacks its sign. */
interface Bare {
  readonly entry: IndicatorEntry;
  readonly value: MeasuredValue;
}

/**
 * Numbers without ≥, ≤ or = (`indicator-operator`, P4, P5): 12台 may be meant exactly or as the least, and is judged
 * accordingly at the end of the year. Where a column prints the sign its cell counts. Times, grades and cells of
 * several values need none. Where signs are not usual they are missed of nothing but satisfaction.
 */
export function missingOperators({ entries }: TableIndicators, use: SignUse): Finding[] {
  if (use === 'none') return [];
  const bare = entries.flatMap((entry): Bare[] => {
    const value = bareIn(entry);
    return value ? [{ entry, value }] : [];
  });
  const forgotten = bare.filter((each) => isForgotten(each, entries));
  const [first, ...rest] = use === 'usual' ? bare.filter((each) => !forgotten.includes(each)) : [];
  const found = forgotten.map((each) => finding(each, 'warning', []));
  if (!first) return found;
  const { severity } = RULES['indicator-operator'];
  return 1 + rest.length > MOST_SLIPS
    ? [...found, finding(first, severity, rest)]
    : [...found, ...[first, ...rest].map((each) => finding(each, severity, []))];
}

/** The number of an entry that lacks its sign. */
function bareIn(entry: IndicatorEntry): MeasuredValue | undefined {
  if (entry.name === '' || WITH_VALUE.test(entry.name) || hasSignCell(entry)) return undefined;
  const value = loneNumber(entry.valueCell?.text ?? '');
  return value && !GRADE.test(value.unit) ? value : undefined;
}

/** How the lists of a form write their values; 100% can only be meant exactly, so it shows nothing. */
export function signUse(lists: readonly TableIndicators[]): SignUse {
  const counts = lists.map(countSigns);
  const signed = counts.reduce((sum, each) => sum + each.signed, 0);
  const bare = counts.reduce((sum, each) => sum + each.bare, 0);
  if (signed === 0) return 'none';
  return signed >= bare ? 'usual' : 'some';
}

const countSigns = remember(({ entries }: TableIndicators) => ({
  signed: entries.filter(hasSign).length,
  bare: entries.filter((entry) => {
    const value = hasSign(entry) ? undefined : bareIn(entry);
    return value !== undefined && !isAll(value);
  }).length,
}));

function isAll({ number, unit }: MeasuredValue): boolean {
  return unit === '%' && number.eq(HUNDRED);
}

function hasSign(entry: IndicatorEntry): boolean {
  return hasSignCell(entry) || isCompared(entry.valueCell?.text ?? '');
}

function hasSignCell({ operatorCell }: IndicatorEntry): boolean {
  return operatorCell !== undefined && operatorCell.text !== '';
}

/** 满意度 90% can only be meant as the least. */
function isLeast({ entry, value }: Bare): boolean {
  return speaksOfSatisfaction(entry.name) && value.number.lt(HUNDRED);
}

/** A satisfaction without ≥ where another value of the list has it. */
function isForgotten(bare: Bare, all: readonly IndicatorEntry[]): boolean {
  return isLeast(bare) && all.some((other) => isMeasured(other.value, '≥'));
}

/** @param others those of the table that are said along with it */
function finding(bare: Bare, severity: Severity, others: readonly Bare[]): Finding {
  const { entry, value } = bare;
  const { name, valueCell } = entry;
  const text = valueCell?.text ?? '';
  const range = rangeOf(valueCell?.span ?? entry.cell.span);
  const { line, character } = range.start;
  const at = { line, character: character + value.numberPart.start };
  const least = isLeast(bare);
  const fixOf = (sign: Operator): Fix => ({
    action: { kind: 'replace-value', newText: `${sign}${text.slice(value.numberPart.start)}` },
    preferred: severity === 'warning',
    edits: [{ range: { start: at, end: at }, newText: sign }],
  });
  return {
    rule: 'indicator-operator',
    severity,
    range,
    params: { name, value: compactLabel(text), least, others: others.length },
    related: others.flatMap(({ entry: { name: label, valueCell: cell } }) =>
      cell ? [{ range: rangeOf(cell.span), role: 'another', label: `${label} ${cell.text}` }] : [],
    ),
    fixes: entry.value?.kind === 'measured' ? signsFor(entry, least).map(fixOf) : [],
  };
}

function isMeasured(value: IndicatorEntry['value'], operator: Operator): boolean {
  return value?.kind === 'measured' && value.operator === operator;
}

/** Costs and times are limits; of other things there may be more. */
function signsFor({ level1, level2 }: IndicatorEntry, least: boolean): readonly Operator[] {
  const [category] = (level2 ?? level1)?.categories ?? [];
  if (least) return ['≥'];
  return category?.endsWith('成本指标') || category === '时效指标' ? ['≤', '='] : ['=', '≥'];
}
