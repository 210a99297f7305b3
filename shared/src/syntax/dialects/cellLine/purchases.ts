import { compactLabel } from '../../../text/width.ts';
import { isFigure, isWords, kindAt } from './kinds.ts';

/** The headings of a list of purchases, one of each on its line. */
const HEADINGS = [/^采购品目/, /^经济(?:科目|分类)/, /^采购物品/, /^采购组织/];
const MAX_HEADINGS = 12;
/** So many words a row has at most: names may be wrapped. */
const MAX_WORDS = 5;
/** So many lines stand between the rows of two pages at most. */
const MAX_PAGE_END = 8;

/**
 * Up to where lines are the headings of a list of purchases and its rows, each of which ends in its amount; a gap between
 * two pages may part them. `first` where there is no such list.
 */
export function purchasesEnd(lines: readonly string[], first: number): number {
  const body = headingsEnd(lines, first);
  let end = first;
  for (let line = body; body > first; ) {
    const next = rowEnd(lines, line);
    const behind = next === line ? gapEnd(lines, line) : next;
    if (behind === line) break;
    if (next > line) end = next;
    line = behind;
  }
  return end;
}

/** Behind the headings; `first` where one is missing, or something else stands in front of them. */
function headingsEnd(lines: readonly string[], first: number): number {
  let end = first;
  while (end - first < MAX_HEADINGS && isWords(kindAt(lines, end))) end++;
  const labels = lines.slice(first, end).map(compactLabel);
  const places = HEADINGS.map((heading) => labels.findIndex((label) => heading.test(label)));
  return places[0] === 0 && !places.includes(-1) ? first + Math.max(...places) + 1 : first;
}

/** Behind the amount of a row; its own line where none begins there. */
function rowEnd(lines: readonly string[], line: number): number {
  let end = line;
  while (end - line < MAX_WORDS && isWords(kindAt(lines, end))) end++;
  return end > line && isFigure(kindAt(lines, end)) ? end + 1 : line;
}

/** The first line behind blank ones with a row in it; the line itself where there is none. */
function gapEnd(lines: readonly string[], line: number): number {
  let end = line;
  while (end - line < MAX_PAGE_END && kindAt(lines, end) === 'blank') end++;
  return rowEnd(lines, end) > end ? end : line;
}
