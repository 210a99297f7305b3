import { parseNumbering } from '../text/numbering.ts';
import { compactLabel } from '../text/width.ts';

/** A word of a rank behind a few others; brackets may stand behind it. */
const RANKED_TOTAL = /^(?:[^:：]{0,8})(总计|合计|小计|总额)(?:\(.*\))?[:：]?$/;
const TOTAL_RANKS: Readonly<Record<string, number>> = { 总计: 3, 总额: 3, 合计: 2, 小计: 1 };
const CHINESE = /[\u4e00-\u9fff]/;

/** 3 for 总计, 2 for 合计, 1 for 小计 (with a few words in front, as 本年收入合计), 0 for anything else. */
export function totalRank(label: string): number {
  const word = RANKED_TOTAL.exec(compactLabel(label))?.[1];
  return word === undefined ? 0 : (TOTAL_RANKS[word] ?? 0);
}

/** Whether one of the cells of a row names a total of all rows, and not a 小计. */
export function namesAll(cells: readonly ({ readonly text: string } | undefined)[]): boolean {
  return cells.some((cell) => cell !== undefined && totalRank(cell.text) > 1);
}

/** A percentage in front of words is a part of a name: 1%人口抽样调查. */
const RATIO =
  /(?<![\d.])[%％]|[%％](?![\u4e00-\u9fff])|[率比]$|比重|占比|比例|幅度|增幅|降幅|同比|增长$|进度|完成预算/;

/** Whether a row or column of this name holds ratios, which add up to nothing. */
export function isRatioLabel(label: string): boolean {
  return RATIO.test(compactLabel(label));
}

const COUNT =
  /(?:保有量|购置数量?|批次数?|人次数?|团组数?|人数|车辆数|辆数)(?:[(（](?:辆|台|个|人|次|批|批次|人次|团)[)）])?[:：]?$/;

/** Whether a row counts things or people beside the money of “三公”经费: 公务用车保有量（辆）, 国内公务接待人次. */
export function isCountLabel(label: string): boolean {
  return COUNT.test(compactLabel(label));
}

const THINGS = /\((?:[辆台人个次批]|批次|人次|台,?套)\)$/;

/** Whether a row says that it counts things and no money: 车辆数合计（辆）. */
export function countsThings(label: string): boolean {
  return THINGS.test(compactLabel(label));
}

/**
 * Whether a row is called a total. 资金总额 heads columns of funds, but as a label it is
 * one item of a form, and a numbered total (一、政府采购支出合计) is one item of a list.
 */
export function isTotalLabel(label: string): boolean {
  if (parseNumbering(label)) return false;
  return totalRank(label) > 0 && !/总额[:：]?$/.test(withoutRemark(compactLabel(label)));
}

/** A label without the brackets at its end, from the first one on. */
function withoutRemark(label: string): string {
  const at = label.endsWith(')') ? label.indexOf('(') : -1;
  return at === -1 ? label : label.slice(0, at);
}

/** Whether a text has words and is not just figures, marks and OCR noise. */
export function hasWords(text: string): boolean {
  return CHINESE.test(text);
}

/** The words of a cell: of a wrapped one all its lines. */
export function wordsOf({ text, whole }: { readonly text: string; readonly whole?: string }): string {
  return whole ?? text;
}

/** `其中：…` rows are parts of the row above that need not be all of it. */
export function isOfWhich(label: string): boolean {
  return /^其中/.test(compactLabel(label));
}
