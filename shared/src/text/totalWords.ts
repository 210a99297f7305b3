/**
 * The words that name totals: 合计 and 总计 of all rows or columns, 小计 of a group of them. Tables spread them over a cell,
 * so that blanks may stand between the two characters. What the label of a row is a total of, and of what rank, is for
 * `disclosure/labels.ts` to say.
 */

/** 合计, 总计 or 小计, and nothing else. */
export const BARE_TOTAL = /^[合总小]\s*计$/;

/** 合计 or 总计, and nothing else: of all there is. */
export const WHOLE_TOTAL = /^[合总]\s*计$/;

/** 合计 or 小计, and nothing else: they head the first of the columns of a group. */
export const GROUP_TOTAL = /^[合小]\s*计$/;

/** One of them behind few other words, as 本年收入合计; 小计 stands alone. */
export const SHORT_TOTAL = /^(?:.{0,5}[合总]|小)\s*计$/;

/** The total of all rows of a side, or of both: behind 本年收入合计 stands what is left of the year before. */
export const TOTAL_OF_SIDE = /^(?:收入|支出|收支)?[合总]计$/;

/** Any words that end in 合计, 总计 or 小计. */
export const ENDS_IN_TOTAL = /[合总小]计$/;

/** Any words that end in 合计 or 总计. */
export const ENDS_IN_WHOLE_TOTAL = /[合总]计$/;

/**
 * What stands between the total of a year and that of all: 上年结转, 使用非财政拨款结余, 用事业基金弥补收支差额,
 * 上年实户资金余额, 结转下年.
 */
export const REMAINS = /结转|结余|弥补收支差额|实户资金/;
