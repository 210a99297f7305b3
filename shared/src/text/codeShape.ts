/**
 * What the digits of codes look like by themselves. Whether they are a code, and not a whole amount or a year, is for
 * those to say who know where they stand.
 */

/** 类, 款 or 项 of any of the lists (1 收入, 2 支出功能, 3 and 5 支出经济), printed whole: `201`, `20103`, `2010301`. */
export const WHOLE_CODE = /^[1235]\d{2}(?:\d{2}){0,2}$/;

/** 类 printed whole, `201`: 款 and 项 may stand behind it in cells of their own. */
export const CLASS_CODE = /^[1235]\d{2}$/;

/** Also 单位编码, however many digits were lost; fewer digits are as likely an amount. */
export const CODE_OR_BODY = /^\d{3,7}$/;

/** Also 款 or 项 in a column of its own (`01`), where something shows that the column has codes. */
export const CODE_OR_PART = /^\d{2,7}$/;

/** Also a serial number, where any of them tells that what stands there is no amount. */
export const CODE_OR_NUMBER = /^\d{1,7}$/;

/** A code or 单位编码 glued to the name behind it: `2010301行政运行`, not 2023年. */
export const GLUED_TO_NAME = /^(?:\d{3}|\d{5,7})(?![\d年])/;

/** 单位编码 glued to the name of the body, and no code of a 科目: `003某某局`, `003001某某局本级`. */
export const BODY_GLUED = /^(?:0\d{2}|\d{6})(?=[\u4e00-\u9fff])/;

/** As many digits as 类, 款 or 项 have, whatever the first of them is. */
export const CODE_LENGTH = /^(?:\d{3}|\d{5}|\d{7})$/;

/** 类, 款 and 项 or 单位 printed whole. */
export const WHOLE_CODE_OR_BODY = /^(?:[1235]\d{2}(?:\d{2}){0,2}|0\d{2}|\d{6})$/;

/**
 * Whether the last figure of a row may be the code of the next one: as codes of its kind are, and behind its own.
 *
 * @param code that of the row, without blanks
 */
export function mayBeNextCode(code: string, figure: string): boolean {
  const areCodes = WHOLE_CODE_OR_BODY.test(code) && WHOLE_CODE_OR_BODY.test(figure);
  return areCodes && figure > code && figure.length % 2 === code.length % 2;
}
