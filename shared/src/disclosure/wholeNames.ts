import { nationalCatalogue } from '../catalogue/data.ts';
import { normalizeName } from '../catalogue/names.ts';
import { isKnownHeading } from '../syntax/headingWords.ts';
import { parseNumbering, TOP_NUMBER } from '../text/numbering.ts';
import { compactLabel } from '../text/width.ts';
import { hasWords } from './labels.ts';
import { isEconomicName, isFunctionalClass } from './prose/vocabulary/subjects.ts';
import type { Row } from './table.ts';

/** Totals of lists abreast by their full words; 合计 alone may be the rest of one. */
const TOTAL_BY_FULL_NAME = /^(?:本年(?:收入|支出)合计|(?:收入|支出)总计)$/;

/** Shorter names may well be the rest of others. */
const MIN_KNOWN = 4;

/** What is shorter may be a label of its own behind a known one (上年结转 over 结余). */
const MIN_REST = 3;

/**
 * Whether a label without a code is one that tables are known to have, and no more so behind any of the words in front of
 * it: then it is no rest of one of these.
 */
export function isKnownName(label: string, before: readonly string[]): boolean {
  const words = bareName(label);
  return (
    words.length >= MIN_KNOWN && isKnown(words) && !before.some((each) => isKnown(bareName(each) + words))
  );
}

/** Whether the label of a row is known to be whole though words in front of it, of its row or the one above, may begin a name. */
export function isWholeBehind(row: Row, label: string, above: Row | undefined): boolean {
  const before = [...(above?.cells ?? []), ...row.cells].flatMap((cell) =>
    cell && hasWords(cell.text) ? cell.text : [],
  );
  return !row.code && isKnownName(label, before);
}

/**
 * Whether the label of a row is a name of a classification, and no more so with words of the row below. Of the names of
 * budgets (一般公共预算 over 拨款收入) many go on.
 */
export function isWholeAbove(label: string, below: Row | undefined): boolean {
  const after = below?.cells.flatMap((cell) => (cell && hasWords(cell.text) ? cell.text : [])) ?? [];
  return isWholeInFrontOf(label, after);
}

/** The same with the words below. */
export function isWholeInFrontOf(label: string, after: readonly string[]): boolean {
  const words = bareName(label);
  const isClass = isFunctionalClass(words) || isEconomicName(words);
  return isClass && !after.some((each) => isKnown(words + compactLabel(each)));
}

/**
 * Whether a name goes over two lines: together they are one that tables are known to have, or that of its code in the
 * catalogue, and the second is none by itself, nor the first one unless the second is long.
 *
 * @param digits of the code in front of it, if there is one
 */
export function isNameOverLines(upper: string, lower: string, digits: string | undefined): boolean {
  const [first, second] = [bareName(upper), compactLabel(lower)];
  if (second === '' || parseNumbering(second) || isKnown(second)) return false;
  if (isKnown(first) && second.length < MIN_REST) return false;
  return digits === undefined
    ? isKnown(first + second)
    : isWholeNameOf(digits, first + second) && !isNameOf(digits, first);
}

/** Whether words without a number are a heading or a name of a classification that tables are known to have. */
export function isKnown(words: string): boolean {
  return isKnownHeading(words) || isFunctionalClass(words) || isEconomicName(words);
}

/** A label without the number in front of it. */
export function bareName(label: string): string {
  const words = compactLabel(label);
  return words.slice(parseNumbering(words)?.length ?? 0);
}

/**
 * Whether a label, beside which a line stands that may be more of it, is a whole name all the same: that of its code in the
 * catalogue, that of a 类 behind its number in a list, or a total.
 *
 * @param label as it is read, with the code in front of it or not
 */
export function isWholeName(row: Row, label: string): boolean {
  const words = compactLabel(label);
  if (!row.code)
    return (
      TOTAL_BY_FULL_NAME.test(words) ||
      (TOP_NUMBER.test(words) && isFunctionalClass(words.replace(TOP_NUMBER, '')))
    );
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

/** Whether words are a name of a code in the catalogue. */
export function isNameOf(digits: string, words: string): boolean {
  return namesOf(digits).includes(normalizeName(words));
}

/**
 * Whether words are a name of a code in the catalogue, and no part of a longer one.
 *
 * @param beside where more of it may stand
 */
export function isWholeNameOf(
  digits: string,
  words: string,
  beside: 'above' | 'below' | 'anywhere' = 'anywhere',
): boolean {
  const name = normalizeName(words);
  const names = namesOf(digits);
  const isLonger = (other: string) =>
    other !== name &&
    ((beside !== 'above' && other.startsWith(name)) || (beside !== 'below' && other.endsWith(name)));
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
