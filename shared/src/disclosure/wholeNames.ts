import { nationalCatalogue } from '../catalogue/data.ts';
import { normalizeName } from '../catalogue/names.ts';
import { compactLabel } from '../text/width.ts';
import { isFunctionalClass } from './prose/vocabulary/subjects.ts';
import type { Row } from './table.ts';

const NUMBER = /^[一二三四五六七八九十]{1,3}、/;
/** Totals of lists abreast by their full words; 合计 alone may be the rest of one. */
const TOTAL = /^(?:本年(?:收入|支出)合计|(?:收入|支出)总计)$/;

/**
 * Whether a label, beside which a line stands that may be more of it, is a whole name all the same: that of its code in the
 * catalogue, that of a 类 behind its number in a list, or a total.
 *
 * @param label as it is read, with the code in front of it or not
 */
export function isWholeName(row: Row, label: string): boolean {
  const words = compactLabel(label);
  if (!row.code)
    return TOTAL.test(words) || (NUMBER.test(words) && isFunctionalClass(words.replace(NUMBER, '')));
  const { digits } = row.code;
  return isWholeNameOf(digits, behindCode(words, digits));
}

function behindCode(words: string, digits: string): string {
  return words.startsWith(digits) ? words.slice(digits.length) : words;
}

/**
 * Whether the name of a row goes over lines of which one may be another row's: behind or in front of a name of its code in
 * the catalogue stands more (持基金支出 over 移民补助, which is all that 2082201 is called).
 */
export function hasMoreThanName({ code, cells }: Row): boolean {
  if (!code) return false;
  const names = namesOf(code.digits);
  return cells.some((cell) => {
    if (cell?.whole === undefined || cell.whole === cell.text) return false;
    const words = normalizeName(behindCode(compactLabel(cell.whole), code.digits));
    const isPart = (name: string) => name.length > 1 && (words.startsWith(name) || words.endsWith(name));
    return !names.includes(words) && names.some((name) => name !== words && isPart(name));
  });
}

/** Whether words are a name of a code in the catalogue, and no beginning or end of a longer one. */
export function isWholeNameOf(digits: string, words: string): boolean {
  const name = normalizeName(words);
  const names = namesOf(digits);
  const isLonger = (other: string) => other !== name && (other.startsWith(name) || other.endsWith(name));
  return names.includes(name) && !names.some(isLonger);
}

/** All names of a code in the catalogue, as they are compared. */
function namesOf(digits: string): string[] {
  const catalogue = nationalCatalogue();
  return catalogue.lookup(digits).flatMap((record) => {
    const { current, alternatives, former, variants } = catalogue.names(record);
    return [current, ...alternatives, ...former.map((each) => each.name), ...variants].map(normalizeName);
  });
}
