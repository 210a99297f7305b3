/** A number, a percentage, or a dash for one that is not reported. */
export const FIGURE = /^(?:[-(]?\d[\d,\s]*(?:\s?\.\s?\d+)?\)?%?|-?\.\s?\d+%?|[-—]+)$/;

/** Money shows by its separators or its decimals. */
export const AMOUNT = /^[-(]?(?:\d{1,3}(?:,\s?\d{3})+(?:\s?\.\s?\d{1,2})?|\d*\s?\.\s?\d{1,2})\)?$/;

/** What numbers the columns of a table, in a row of its own: 1, 2, 3, or a star each. */
export const COLUMN_NUMBER = /^(?:\*+|\d{1,2})$/;

/**
 * An amount with decimals that the words of the next cell follow without a blank, as some tools take the two lists of a
 * balance table out of a PDF: `48,362.82本年支出合计`, `39,238.43一、本年支出`.
 */
const BEFORE_WORDS = /-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2,6}(?=[\u4e00-\u9fff]|\((?![万亿元]))/y;
/** Whole numbers stand in front of much else: 1,234平方米. Only what begins like an item of such a list is the next cell. */
const WHOLE_BEFORE_LABEL =
  /-?\d{1,3}(?:,\d{3})+(?=[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|(?:本年|上年|年[终末初]|结转|支\s?出|收\s?入|总\s?计|合\s?计))/y;
/** What is counted, so that the figure in front of it is of a sentence or a name. 年终, 人员, 项目 and 个人 count nothing. */
const MEASURED =
  /^(?:[万亿元月号辆件名套次台批份千吨亩米倍余天]|年(?![初末终])|日(?!常)|个(?!人)|人(?!员)|项(?!目)|平方|立方|公[里顷斤]|小时)/;

/** Where an amount ends that begins at `start` of a half-width text, if the words of the next cell are glued to it. */
export function endBeforeWords(text: string, start: number): number | undefined {
  BEFORE_WORDS.lastIndex = start;
  if (BEFORE_WORDS.test(text)) {
    const end = BEFORE_WORDS.lastIndex;
    return MEASURED.test(text.slice(end, end + 2)) ? undefined : end;
  }
  WHOLE_BEFORE_LABEL.lastIndex = start;
  return WHOLE_BEFORE_LABEL.test(text) ? WHOLE_BEFORE_LABEL.lastIndex : undefined;
}

/**
 * An amount with two decimals that another one follows without a blank: `154,304.225,362.42`. Without commas `1.234.56` may be
 * one whose comma was taken for a point.
 */
const BEFORE_AMOUNT = /-?\d{1,3}(?:,\d{3})*\.\d{2}(?=-?(?:\d{2,3}|\d{1,3}(?:,\d{3})+)\.\d{2}(?!\S))/y;
/** Amounts that stand by themselves, with their decimals. */
const AMOUNT_APART = /(?<!\S)-?\d[\d,]*\.(\d+)(?!\S)/g;
/** So many other amounts of a line show how many decimals it prints. */
const MIN_APART = 2;

/** Where an amount ends that begins at `start` of a half-width line, if another is glued to it and all others have two decimals. */
export function endBeforeAmount(line: string, start: number): number | undefined {
  BEFORE_AMOUNT.lastIndex = start;
  if (!BEFORE_AMOUNT.test(line)) return undefined;
  const end = BEFORE_AMOUNT.lastIndex;
  const decimals = [...line.matchAll(AMOUNT_APART)].map(([, own = '']) => own.length);
  return decimals.length >= MIN_APART && decimals.every((own) => own === 2) ? end : undefined;
}

/** Whether half-width text may be two amounts without a blank between them, so that it fills two cells or one. */
export function mayBeTwoAmounts(half: string): boolean {
  return /^-?\d[\d,]*\.\d[\d,]*\.\d+$/.test(half);
}

/** What stands in the columns of names where the others are numbered: ** — 甲 乙 A B 栏次. */
export const NAME_MARK = /^(?:[*#]+|[-—–－]+|[甲乙丙丁戊]+|[A-F]+|[栏行列项]次|序号|栏目)$/;
