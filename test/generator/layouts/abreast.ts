import { type Budget, both, economicUnder, spent, type Where } from '../budget/budget.ts';
import { economicName, functionName, governmentCode, governmentName } from '../budget/codes.ts';
import { distinct } from '../lists.ts';
import { classesOf, inClass } from './codedRows.ts';
import { line, type RowSpec } from './columns.ts';

/** 类 that a 收支总表 lists whether or not there is money for them. */
const LISTED_CLASSES = [
  ...[
    '201',
    '202',
    '203',
    '204',
    '205',
    '206',
    '207',
    '208',
    '210',
    '211',
    '212',
    '213',
    '214',
    '215',
    '216',
  ],
  ...['217', '219', '220', '221', '222', '223', '224', '227', '229', '231', '232', '233'],
] as const;

const NUMERALS = '一二三四五六七八九十';

/** 一, 二, … 十, 十一, … 三十九. */
export function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = NUMERALS[(number % 10) - 1] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (NUMERALS[tens - 1] ?? '')}十${ones}`;
}

/** How the 类 of a 收支总表 are named: 一、…, 1、…, 201…, or by the bare name. */
export type ClassNaming = 'chinese' | 'digits' | 'code' | 'bare';

/** The 类 rows of a 收支总表. A short list has only those with money and a few others. */
export function classRows(
  budget: Budget,
  scope: Where,
  naming: ClassNaming,
  level: number,
  short = false,
): RowSpec[] {
  const spending = classesOf(budget, scope);
  const listed = short ? ['201', '208', '210', '221'] : LISTED_CLASSES;
  return distinct([...listed, ...spending])
    .sort()
    .map((code, index): RowSpec => {
      const where = inClass(code, scope);
      const name = functionName(code);
      if (naming === 'bare') return line(level, '', name, where);
      if (naming === 'code') return { ...line(level, '', name.replace(/支出$/, ''), where), code };
      return line(
        level,
        naming === 'digits' ? `${index + 1}、` : `${chineseNumber(index + 1)}、`,
        name,
        where,
      );
    });
}

/** 部门经济分类 类 that are listed whether or not there is money for them: of 基本支出, and of all. */
export const BASIC_CLASSES = ['301', '302', '303', '310'] as const;
export const ECONOMIC_CLASSES = [
  '301',
  '302',
  '303',
  '307',
  '309',
  '310',
  '311',
  '312',
  '313',
  '399',
] as const;

export function economicClassRows(
  classes: readonly string[],
  scope: Where,
  level: number,
  numbering: (index: number) => string,
): RowSpec[] {
  return classes.map((code, index) =>
    line(level, numbering(index + 1), economicName(code), both(scope, economicUnder(code))),
  );
}

const GOVERNMENT_CLASSES = [
  '501',
  '502',
  '503',
  '504',
  '505',
  '506',
  '507',
  '508',
  '509',
  '510',
  '599',
] as const;

export function governmentClassRows(
  budget: Budget,
  scope: Where,
  numbering: (index: number) => string,
  level: number,
): RowSpec[] {
  return GOVERNMENT_CLASSES.map((code, index) =>
    line(
      level,
      numbering(index + 1),
      governmentName(code),
      (atom) => scope(atom) && governmentCode(atom.economic, budget.institution).startsWith(code),
    ),
  );
}

/** The foot of a spending block: 本年支出合计, 结转下年, 支出总计. */
export function spendingFoot(scope: Where, ...between: readonly RowSpec[]): RowSpec[] {
  return [
    line(0, '', '本年支出合计', (atom) => scope(atom) && spent(atom), 'annual-total'),
    ...between,
    line(0, '', '支出总计', scope, 'total'),
  ];
}

/** 结转下年. */
export function carriedForward(scope: Where, numbering = ''): RowSpec {
  return line(1, numbering, '结转下年', (atom) => scope(atom) && !spent(atom), 'balance');
}
