import { toHalfWidth } from '../../../text/width.ts';
import { BARE_YEAR, LOST_YEAR } from '../../../text/years.ts';
import { isBarrier } from '../../barrier.ts';
import { NAME_MARK } from '../../figureShape.ts';
import { isHeadingOrPart, isKnownHeading } from '../../headingWords.ts';
import { areSigns } from '../frameSigns.ts';
import { isGarbledUnit } from '../garbledUnit.ts';
import { isAmount, isFigure, wordsOf } from './tokens.ts';
import { codeOfRow, isLoneCode } from './tornRows.ts';

/**
 * What a line may be in a flattened table.
 * - `row`: words and figures; `index`: the numbers of the columns
 * - `thin`: words with a figure that may be anything, or with a remark; a code with figures and no name
 * - `figures`: those of a row whose words stand above them
 * - `code`: one alone, its name below
 * - `words`: headings, or labels without figures; `word`: one of them alone
 * - `signs`: what OCR makes of a frame, and can be nothing else; `stray`: a short line that is none of these
 */
export type LineKind = 'row' | 'thin' | 'figures' | 'code' | 'index' | 'words' | 'word' | 'signs' | 'stray';

const MAX_LENGTH = 400;
const MAX_STRAY = 20;
const MAX_WORDS = 12;
const TITLE = /表(?:-{0,2}[^-\s]{2,20})?(?:\([^()]*\))*$/;
/** 单位：万元, 填报单位：…, 注：… */
const ASIDE = /(?:单[位化]|部门|填报|编制|日期|说明|注|联系\S{0,3})\s?:/;
/** A comma between digits parts them; any other parts clauses. */
const SENTENCE = /[;!?]|(?<!\d),|,(?![\d\s])|。(?=\S)|[.·…]{4,}|[#|<\t]/;
/** A figure with what is counted behind it is part of a sentence. */
const COUNTED = /^(?:万?亿?元|年(?![初末])|[月日人名辆台件项次批个])/;
/** `003002 　某中心`: the name of a body of a lower level stands further right, which is no gap between columns. */
const INDENTED_NAME = /^([\s\u3000]*\d{3,9}) \u3000+(?=[\u4e00-\u9fff])/;
/** 项 目  合计: what spreads the characters of a word parts it from the next as well. */
const SPREAD_WORD = /((?:^| )[\u4e00-\u9fff](?: [\u4e00-\u9fff])+) {2}(?=\S)/g;
/** 款 or 项: other numbers are as long, but hardly begin a line of figures. */
const CODE = /^[1235]\d{4}(?:\d{2})?$/;
/** 单位编码, in front of which nothing is counted. */
const BODY = /^(?:0\d{2}|\d{6})$/;
/** Digits of a 类. */
const CLASS = 3;
/** So many known headings show that a year among them begins one. */
const MIN_HEADINGS = 2;
const INDEX = /^(?:\*+|\d{1,2}|栏次|行次)$/;
/** Dashes or letters in front of fewer numbers may be cells of a row. */
const MIN_NUMBERS = 3;

/**
 * Whether a line has nothing but headings, or parts of some, and years, and each year its words in the line below it: 单位 2023 2024 over
 * 名称 年预算数 年预算数.
 */
export function areYearsAbove(line: string, below: string): boolean {
  const words = wordsOf(halfOf(line));
  const years = words.filter((word) => BARE_YEAR.test(word));
  const areHeadings = words.every((word) => BARE_YEAR.test(word) || isHeadingOrPart(word));
  if (years.length === 0 || !areHeadings) return false;
  return wordsOf(halfOf(below)).filter((word) => LOST_YEAR.test(word)).length === years.length;
}

/** A line in half width, its cells parted by single blanks as far as more of them part none. */
function halfOf(line: string): string {
  return toHalfWidth(line.replace(INDENTED_NAME, '$1 ')).trim().replace(SPREAD_WORD, '$1 ');
}

/** What a line may be, or undefined for one that stands in no flattened table: a title, a unit, a sentence. */
export function kindOfLine(line: string): LineKind | undefined {
  if (line.length > MAX_LENGTH || isBarrier(line)) return undefined;
  const half = halfOf(line);
  if (areSigns(half)) return 'signs';
  // Wider gaps hold columns apart: that is no flattened table.
  if (isGarbledUnit(half)) return undefined;
  if (half === '' || half.includes('  ') || TITLE.test(half) || ASIDE.test(half) || SENTENCE.test(half))
    return undefined;
  const words = wordsOf(half);
  const kind = kindOfWords(words);
  return kind ?? (half.length <= MAX_STRAY ? 'stray' : undefined);
}

/** Whether headings stand beside the years with which others begin: 科目名称 2021 2022 基本支出 over 年执行数 年预算数. */
function areHeadingsWithYears(words: readonly string[]): boolean {
  const figures = words.filter(isFigure);
  if (figures.length === 0 || !figures.every((word) => BARE_YEAR.test(word))) return false;
  return words.filter((word) => !isFigure(word) && isKnownHeading(word)).length >= MIN_HEADINGS;
}

/** — — 1 2 3, 甲 乙 1 2 3: the columns of names have marks. */
function countsBehindMarks(words: readonly string[]): boolean {
  const numbers = words.slice(words.findIndex((word) => !NAME_MARK.test(word)));
  return numbers.length >= MIN_NUMBERS && numbers.every((word, index) => word === String(index + 1));
}

function kindOfWords(words: readonly string[]): LineKind | undefined {
  if (words.length > 1 && (words.every((word) => INDEX.test(word)) || countsBehindMarks(words)))
    return 'index';
  if (areHeadingsWithYears(words)) return 'words';
  const figures = words.filter(isFigure);
  const named = words.length - figures.length;
  if (named > MAX_WORDS * Math.max(figures.length, 4)) return undefined;
  if (figures.length === 0) {
    if (!words.every((word) => /[\u4e00-\u9fff]/.test(word))) return undefined;
    if (words.length > 1) return words.at(-1)?.endsWith('。') ? 'thin' : 'words';
    return words[0]?.endsWith('。') ? undefined : 'word';
  }
  if (named === 0) {
    // The name of such a row was wrapped around it.
    const [code = '', amount = '', ...more] = words;
    if (CODE.test(code) && (isAmount(amount) || more.length > 0)) return 'thin';
    if (isLoneCode(words.join(' '))) return 'code';
    return figures.some(isAmount) ? 'figures' : undefined;
  }
  // 201 01 04 人大会议, 005001 批局本级: behind the code of a 款 or 项, or of a body, is a name, whatever it begins with.
  const isCoded = (codeOfRow(words.join(' '))?.length ?? 0) > CLASS || BODY.test(words[0] ?? '');
  if (!isCoded && words.some((word, index) => COUNTED.test(word) && isFigure(words[index - 1] ?? '')))
    return undefined;
  const hasMoney = figures.some(isAmount) || figures.length > 1 || figures.some((each) => each.length > 3);
  if (!words.some((word) => !isFigure(word) && /[\u4e00-\u9fff]/.test(word))) return undefined;
  return hasMoney ? 'row' : 'thin';
}
