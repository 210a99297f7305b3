import type { Decimal } from '../text/money.ts';
import { Money } from '../text/money.ts';
import { toHalfWidth } from '../text/width.ts';

/** How a value is compared. */
export type Operator = '≥' | '≤' | '=' | '>' | '<';

/** A stretch of the printed text, in UTF-16 units from its start. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** A value of one number with what stands around it: `≥90%`, `不超过25万元`, `12套`, `98%以上`. */
export interface MeasuredValue {
  readonly kind: 'measured';
  /** Absent where none is printed. */
  readonly operator?: Operator;
  readonly number: Decimal;
  readonly numberPart: Part;
  /** As printed, without blanks; empty where there is none. */
  readonly unit: string;
}

/** `described`: words, such as 达标; `several`: more than one number, or a date: nothing is said about such. */
export type IndicatorValue = MeasuredValue | { readonly kind: 'described' | 'several' };

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['≥', '≥'],
  ['≧', '≥'],
  ['⩾', '≥'],
  ['>=', '≥'],
  ['不低于', '≥'],
  ['不少于', '≥'],
  ['不小于', '≥'],
  ['大于等于', '≥'],
  ['大于或等于', '≥'],
  ['达到', '≥'],
  ['至少', '≥'],
  ['≤', '≤'],
  ['≦', '≤'],
  ['⩽', '≤'],
  ['<=', '≤'],
  ['不超过', '≤'],
  ['不超出', '≤'],
  ['不高于', '≤'],
  ['不大于', '≤'],
  ['不多于', '≤'],
  ['小于等于', '≤'],
  ['小于或等于', '≤'],
  ['=', '='],
  ['等于', '='],
  ['>', '>'],
  ['大于', '>'],
  ['高于', '>'],
  ['超过', '>'],
  ['<', '<'],
  ['小于', '<'],
  ['低于', '<'],
]);

const WORDS_BEHIND: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['以上', '≥'],
  ['及以上', '≥'],
  ['以内', '≤'],
  ['以下', '≤'],
  ['及以下', '≤'],
  ['之内', '≤'],
]);

const MAX_VALUE = 40;
const NUMBER = /\d[\d,]*(?:\.\d+)?/;
/** 5年 is a time span, 2023年 a year. */
const SPAN_OF_YEARS = /^\d{1,2}年$/;
/** What stands behind a number that tells a time: 6月底前, 2023年底, 12月31日前. */
const OF_TIME = /^(?:年(?!度?\/)|月|日|号|\/\d|-\d|\.\d)/;
const BEFORE = new RegExp(`^(${[...OPERATORS.keys()].sort(longerFirst).join('|')})?$`);
const BEHIND = new RegExp(`^(.*?)(${[...WORDS_BEHIND.keys()].sort(longerFirst).join('|')})?$`);
const MAX_UNIT = 10;
/** Forms that are filled in by a system put the unit in brackets: ≥13459.00(平方米), =100.00(%). */
const IN_BRACKETS = /^\(([^()]+)\)$/;

function longerFirst(a: string, b: string): number {
  return b.length - a.length;
}

function isTime(number: string, unit: string): boolean {
  return OF_TIME.test(unit) && !SPAN_OF_YEARS.test(`${number}${unit}`);
}

/** The sign that a cell of its own prints; undefined for 定性 and whatever is none. */
export function operatorIn(text: string): Operator | undefined {
  return OPERATORS.get(toHalfWidth(text).replace(/\s/g, ''));
}

/** Reads a printed 指标值; undefined for blanks and for the dots of a form that was not filled in. */
export function readIndicatorValue(text: string): IndicatorValue | undefined {
  const half = toHalfWidth(text);
  if (/^[\s.…。·_—-]*$/.test(half)) return undefined;
  const number = half.length <= MAX_VALUE ? NUMBER.exec(half) : null;
  if (!number) return { kind: /\d/.test(half) ? 'several' : 'described' };
  const numberPart = { start: number.index, end: number.index + number[0].length };
  const before = BEFORE.exec(half.slice(0, numberPart.start).replace(/\s/g, ''));
  const behind = BEHIND.exec(half.slice(numberPart.end).replace(/\s/g, ''));
  const [, printed = '', word] = behind ?? [];
  const unit = IN_BRACKETS.exec(printed)?.[1] ?? printed;
  if (
    !before ||
    /\d/.test(unit) ||
    isTime(number[0], unit) ||
    unit.length > MAX_UNIT ||
    /[,;:、()]/.test(unit)
  ) {
    return { kind: 'several' };
  }
  const operator = before[1] === undefined ? WORDS_BEHIND.get(word ?? '') : OPERATORS.get(before[1]);
  return {
    kind: 'measured',
    ...(operator && { operator }),
    number: new Money(number[0].replace(/,/g, '')),
    numberPart,
    unit,
  };
}

/** What parts several values of one cell: 300元/人, 12场次; 网上办结率95%、满意度≥95%. */
const BETWEEN_VALUES = /[;:、]|,(?!\d{3}(?!\d))/;
/** Words in front of a number say what it is of, where they say nothing of how it is compared. */
const OF_WHAT = /^[\p{Script=Han}\s]*(?=\d)/u;
const COMPARED = new RegExp(
  `[≥≧⩾≤≦⩽<>=]|${[...OPERATORS.keys(), ...WORDS_BEHIND.keys()].filter((word) => /\p{Script=Han}/u.test(word)).join('|')}`,
  'u',
);

/** Whether a value says how it is compared: ≥, 不超过, 以上. */
export function isCompared(text: string): boolean {
  return COMPARED.test(toHalfWidth(text));
}

/** The first number of a value, in a cell of one or several, beside which nothing says how it is compared. */
export function bareNumber(text: string): MeasuredValue | undefined {
  for (const part of toHalfWidth(text).split(BETWEEN_VALUES)) {
    const value = readIndicatorValue(part.replace(OF_WHAT, ''));
    if (value?.kind === 'measured' && value.operator === undefined && !isCompared(part)) return value;
  }
  return undefined;
}

/** What happens at a set pace is not compared: 每月1次, 每周3次. */
const PACE = /^每/;

/** The number of a value that is one alone and beside which nothing says how it is compared. */
export function loneNumber(text: string): MeasuredValue | undefined {
  const half = toHalfWidth(text).trim();
  const parts = half.split(BETWEEN_VALUES).filter((part) => /\d/.test(part));
  return parts.length === 1 && !PACE.test(half) ? bareNumber(text) : undefined;
}
