import { type Finding, replaceFix } from '../../findings.ts';
import { rangeOf } from '../../text/range.ts';
import { wordSlip } from './wordSlipFinding.ts';

/** An amount to the cent in whose digits commas stand: of several amounts only the last would be followed by a unit. */
const SEPARATED = /(?<![\d.,，])[1-9]\d{0,2}(?:,\d{1,4})+\.\d{1,2}(?=\s?(?:亿元|万?元))/g;
const WELL = /^\d{1,3}(?:,\d{3})+\./;
/** 分别为27,53.5万元 may be two amounts. */
const SEVERAL = /(?:分别|各|依次|逐年)[^，。；]{0,12}$/;
/** What stands in front of an amount, at most. */
const FRONT = 20;
const EVERY_THIRD = /\B(?=(?:\d{3})+(?!\d))/g;

/**
 * 275,33.54元: separators that part no groups of three digits (`word-slip`, N21). Either a comma is at a wrong place or a
 * digit is lost, so that the fix is not preferred.
 */
export function separatorSlips(text: string, line: number): Finding[] {
  if (!text.includes(',')) return [];
  return [...text.matchAll(SEPARATED)].flatMap(({ 0: printed, index }): Finding[] => {
    if (WELL.test(printed) || SEVERAL.test(text.slice(Math.max(0, index - FRONT), index))) return [];
    const [integer = '', fraction = ''] = printed.split('.');
    const meant = `${integer.replaceAll(',', '').replace(EVERY_THIRD, ',')}.${fraction}`;
    const range = rangeOf({ line, start: index, end: index + printed.length });
    return [{ ...wordSlip(range, printed, meant), fixes: [replaceFix(range, meant, false)] }];
  });
}
