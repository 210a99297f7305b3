import { parseNumbering } from '../../../text/numbering.ts';
import { BARE_TOTAL } from '../../../text/totalWords.ts';
import { toHalfWidth } from '../../../text/width.ts';

/** A code, in one or in its levels, with a name and no figures. */
const NAMED_CODE = /^[1235]\d{2}(?:\s?\d{2}){0,2}\s?[\u4e00-\u9fff][^\d]*$/;
const LONE_CODE = /^[1235]\d{2}(?:\s?\d{2}){0,2}$/;
const CODE_AND_NAME = /^([1235]\d{2}(?:\s?\d{2}){0,2})\s?[\u4e00-\u9fff]/;
/** An item by its number, the last of its line where labels stand abreast, with no figure of its own. */
const NUMBERED_ITEM =
  /(?:^|\s)(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[\u4e00-\u9fff()、“”]+$/;
const REST_OF_NAME = /^[\u4e00-\u9fff()、“”]+$/;
const HEADING = /科目|编码|名称/;
const ONLY_FIGURES = /^[-\d,.\s%—]+$/;
/** 单位编码, or 款 and 项 behind their 类 or by themselves, with the figures of the row. */
const CODE_WITH_FIGURES = /^(?:\d{3}(?:\d{3})?|(?:[1235]\d{2} )?\d{2}(?: \d{2})?)(?: [-\d,.%—]+){2,}$/;
/** Several figures, of which one at least is an amount or a large number. */
const SEVERAL_FIGURES = /^(?=.*(?:\d[.,]\d|\d{4}))[-\d,.%—]+(?: [-\d,.%—]+){2,}$/;
/** A name that may have its level or another number in front: 02 一般行政管, 12345热线, 2+2综合窗口. */
const BEGINNING_OF_NAME = /^(?:\d{2} )?[\d+]{0,6}[\u4e00-\u9fff()、“”]+$/;
const TOTALS_OF_BOTH_SIDES = /^(?:本年)?收入[总合]计[-\d,.]+(?:(?:本年)?支出[总合]计[-\d,.]+)+$/;
/** Of a name so much may stand in a line of its own, and so many lines between the code and the figures. */
const MAX_REST = { length: 16, lines: 3 };

/**
 * Whether the lines above figures are the beginning of their row: text taken out of a PDF has figures below names that
 * go over several lines, and below 合计 where its cell goes over several rows.
 *
 * @param first where the table begins
 * @param figures the line with nothing but figures
 */
export function isEndOfTornRow(lines: readonly string[], first: number, figures: number): boolean {
  for (let line = figures - 1; line >= Math.max(first, figures - 1 - MAX_REST.lines); line--) {
    const half = toHalfWidth(lines[line] ?? '').trim();
    if (BARE_TOTAL.test(half)) return line === figures - 1;
    if (NAMED_CODE.test(half) || (LONE_CODE.test(half) && line < figures - 1)) return true;
    if (NUMBERED_ITEM.test(half)) return true;
    if (!isRestOfName(half)) return false;
  }
  return false;
}

/**
 * Whether figures stand alone between the beginning of an item's name, behind its number or code, and the rest of it; or a code
 * with its figures, or several figures alone, between two lines of a name.
 */
export function isMiddleOfItem(lines: readonly string[], figures: number): boolean {
  const [above = '', own = '', below = ''] = lines
    .slice(Math.max(0, figures - 1), figures + 2)
    .map((line) => toHalfWidth(line).trim());
  if (!isOnlyFigures(own) || !isRestOfName(below)) return false;
  const isItem = (parseNumbering(above) !== undefined && !isOnlyFigures(above)) || NAMED_CODE.test(above);
  if (isItem && !/\s/.test(above)) return true;
  const isBeginning =
    above.length <= MAX_REST.length && BEGINNING_OF_NAME.test(above) && !HEADING.test(above);
  return isBeginning && (CODE_WITH_FIGURES.test(own) || SEVERAL_FIGURES.test(own));
}

/** Whether half-width words may be a line of a name, and no heading. */
function isRestOfName(half: string): boolean {
  return half.length <= MAX_REST.length && REST_OF_NAME.test(half) && !HEADING.test(half);
}

/** Whether a line with nothing but figures stands below 合计. */
export function isFiguresOfTotal(lines: readonly string[], line: number): boolean {
  return isOnlyFigures(lines[line]) && BARE_TOTAL.test(toHalfWidth(lines[line - 1] ?? '').trim());
}

/** Whether a line has nothing but figures. */
export function isOnlyFigures(line = ''): boolean {
  return ONLY_FIGURES.test(toHalfWidth(line).trim());
}

/** Whether a line is 合计 with its figures. */
export function isTotalWithFigures(line = ''): boolean {
  const [, figures = ''] = /^(?:总|合)\s?计\s(.*)$/.exec(toHalfWidth(line).trim()) ?? [];
  return ONLY_FIGURES.test(figures);
}

/** Whether a line is the totals of income and of expenditure with their figures: 收入总计 … 支出总计 … */
export function isTotalsOfBothSides(line = ''): boolean {
  return TOTALS_OF_BOTH_SIDES.test(toHalfWidth(line).replaceAll(/\s/g, ''));
}

/** Whether half-width words are a code alone, with its name below. */
export function isLoneCode(words: string): boolean {
  return LONE_CODE.test(words);
}

/** The code in front of a name, in one or in its levels, without blanks. */
export function codeOfRow(line = ''): string | undefined {
  return CODE_AND_NAME.exec(toHalfWidth(line).trim())?.[1]?.replaceAll(/\s/g, '');
}
