/** A number in compact text with what tells its meaning. Offsets are those of the compact text. */
export interface NumberToken {
  readonly start: number;
  /** End of the digits. */
  readonly end: number;
  /** End of the unit, or of the digits where there is none. */
  readonly unitEnd: number;
  /** 万元, 元, %, 人 …; `万` where 元 is missing behind it; empty where there is no unit. */
  readonly unit: string;
  /** What is paid for: 300元/人, so it is a price. */
  readonly perUnit: boolean;
}

/** A year in compact text: `2023年`. */
export interface YearToken {
  readonly start: number;
  readonly end: number;
  readonly year: number;
}

/** The numbers and the years of a compact text, each in the order in which they stand. */
export interface Tokens {
  readonly numbers: readonly NumberToken[];
  readonly years: readonly YearToken[];
}

const MONEY_UNITS = ['百万元', '万元', '千元', '亿元', '元'] as const;
const PERCENT_UNITS = ['个百分点', '百分点', '%'] as const;
/** Things that are counted. Longer words first: 人次 is not 人. */
const COUNT_UNITS = [
  '人次',
  '批次',
  '平方米',
  '台套',
  '台件',
  '公里',
  '件套',
  '人',
  '名',
  '辆',
  '台',
  '套',
  '个',
  '项',
  '件',
  '家',
  '户',
  '张',
  '批',
  '次',
  '座',
  '处',
  '间',
  '本',
  '份',
  '册',
  '条',
  '所',
  '支',
  '架',
  '艘',
  '棵',
  '亩',
  '吨',
  '篇',
  '期',
  '场',
] as const;
/** Words that begin like a unit of counting: spans of time, and other words. */
const NO_COUNT = [
  '个月',
  '个工作日',
  '个小时',
  '个季度',
  '个年度',
  '个自然日',
  '条例',
  '次年',
  '期间',
  '本级',
  '本部门',
  '本单位',
  '本年',
  '所属',
  '支出',
  '批准',
  '批复',
  '项目',
] as const;
const CODE_END = /^[类款项]?\)/;
const FORGOTTEN_YEAR = /^20\d{2}(?:年?度)?(?:预算|决算)/;
/** Longer numbers are no amounts. */
const MAX_NUMBER = 40;

/** Finds numbers and years. Dates, document and telephone numbers, codes and products are passed over. */
export function readTokens(text: string): Tokens {
  const numbers: NumberToken[] = [];
  const years: YearToken[] = [];
  for (let i = 0; i < text.length; ) {
    if (!isDigit(text.charCodeAt(i))) {
      i = isLetter(text.charCodeAt(i)) ? endOfName(text, i) : i + 1;
      continue;
    }
    const end = endOfNumber(text, i);
    const year = yearAt(text, i, end);
    if (year) {
      years.push(year);
      i = year.end;
      continue;
    }
    const last = endOfChain(text, end);
    if (last > end) {
      i = last;
      continue;
    }
    const number = numberAt(text, i, end);
    if (number) numbers.push(number);
    i = Math.max(end, number?.unitEnd ?? end);
  }
  return { numbers, years };
}

function numberAt(text: string, start: number, end: number): NumberToken | undefined {
  if (end - start > MAX_NUMBER) return undefined;
  const before = text.charAt(start - 1);
  if ('第〔[#№'.includes(before) && before !== '') return undefined;
  // A bracket that holds only digits is a code: 事业运行(2010350), 行政运行(01项).
  if (before === '(' && CODE_END.test(text.slice(end, end + 2))) return undefined;
  // `. 24`: OCR has lost the zero. A sentence begins with no figure, so this is no full stop.
  const fraction = before === '.' && !isWordBefore(text, start - 1);
  const sign = (before === '-' || before === '+') && !isWordBefore(text, start - 1);
  const signed = fraction || sign ? start - 1 : start;
  const unit = unitAt(text, end);
  if (unit === undefined) return undefined;
  const unitEnd = end + unit.length;
  if (isCodeInFront(text, start, end, unitEnd)) return undefined;
  return { start: signed, end, unitEnd, unit, perUnit: isPerUnit(text, unitEnd) };
}

/** （二）2010107人大代表履职能力提升45.24万元: the code of a 科目 in front of a name that begins like a unit of counting. */
function isCodeInFront(text: string, start: number, end: number, unitEnd: number): boolean {
  return (
    unitEnd > end &&
    /^2\d{2}(?:\d{2}){1,2}$/.test(text.slice(start, end)) &&
    !/[\p{Script=Han}\w.,%]/u.test(text.charAt(start - 1)) &&
    COUNT_UNITS.some((unit) => text.startsWith(unit, end)) &&
    /\p{Script=Han}/u.test(text.charAt(unitEnd))
  );
}

/** The unit behind a number; empty where there is none; undefined where what follows makes it no amount. */
function unitAt(text: string, at: number): string | undefined {
  const behind = text.slice(at, at + 8);
  const money =
    MONEY_UNITS.find((unit) => behind.startsWith(unit)) ??
    PERCENT_UNITS.find((unit) => behind.startsWith(unit));
  if (money !== undefined) return money;
  const large = behind.startsWith('万') || behind.startsWith('亿');
  const rest = large ? behind.slice(1) : behind;
  if (NO_COUNT.some((word) => rest.startsWith(word))) return undefined;
  const count = COUNT_UNITS.find((unit) => rest.startsWith(unit));
  if (count !== undefined) return large ? behind.charAt(0) + count : count;
  if (large) return /^(?:[,。;、()]|$|增加|减少)/.test(rest) ? behind.charAt(0) : undefined;
  // 卫生健康支出44.12、住房保障支出73.80万元: 、 behind a whole number numbers an item.
  if (behind.startsWith('、') && /\.\d+$/.test(text.slice(Math.max(0, at - MAX_NUMBER), at))) return '';
  return /^(?:[,。;)]|$)/.test(behind) || /^(?:增|减|上升|下降)/.test(behind) ? '' : undefined;
}

/** 300元/人, 14.8万元/台/年, 200元每人. */
function isPerUnit(text: string, at: number): boolean {
  return text.charAt(at) === '/' || text.charAt(at) === '每';
}

/** Digits, groups of three behind separators, a fraction. */
function endOfNumber(text: string, start: number): number {
  let at = digits(text, start);
  if (at - start <= 3) {
    while (/[, {2}]/.test(text.charAt(at)) && digits(text, at + 1) === at + 4 && isGroup(text, at)) at += 4;
  }
  if (text.charAt(at) === '.' && isDigit(text.charCodeAt(at + 1))) at = digits(text, at + 1);
  return at;
}

/** A blank groups digits only in a number with a fraction: 5 456.16; else it parts two numbers. */
function isGroup(text: string, at: number): boolean {
  if (text.charAt(at) === ',') return true;
  let end = at;
  while (text.charAt(end) === ' ' && digits(text, end + 1) === end + 4) end += 4;
  return text.charAt(end) === '.' && isDigit(text.charCodeAt(end + 1));
}

/** 2026年, and 2026预算 of which 年 was forgotten: no amount stands in front of what it is the amount of. */
function yearAt(text: string, start: number, end: number): YearToken | undefined {
  const isNamed = text.charAt(end) === '年';
  if (end - start !== 4 || !(isNamed || FORGOTTEN_YEAR.test(text.slice(start, end + 4)))) return undefined;
  const year = Number(text.slice(start, end));
  return year >= 1949 && year < 2100 ? { start, end: isNamed ? end + 1 : end, year } : undefined;
}

/**
 * Numbers chained by dashes, points, strokes or stars are dates, ranges, telephone numbers or products:
 * 2022.11.09, 027-8325, 24*7, 2022—2024. Returns where the chain ends, `end` where there is none.
 */
function endOfChain(text: string, end: number): number {
  let at = end;
  for (;;) {
    const sign = text.charAt(at);
    if (sign === '' || !'-—–~./*×:'.includes(sign)) return at;
    let next = at + 1;
    while (text.charAt(next) === '—' || text.charAt(next) === '-') next++;
    if (!isDigit(text.charCodeAt(next))) return at;
    at = digits(text, next);
    if (text.charAt(at) === '年' || text.charAt(at) === '%') at++;
  }
}

/** Latin letters and the digits among them: F0808, COVID19. */
function endOfName(text: string, start: number): number {
  let at = start;
  while (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isWordBefore(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  return isDigit(code) || isLetter(code) || text.charAt(at - 1) === ')' || text.charAt(at - 1) === '%';
}

function digits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
