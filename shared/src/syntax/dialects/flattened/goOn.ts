import { parseNumbering } from '../../../text/numbering.ts';
import { REMAINS, SHORT_TOTAL, TOTAL_OF_SIDE } from '../../../text/totalWords.ts';
import { toHalfWidth } from '../../../text/width.ts';
import { isFigure, wordsOf } from './tokens.ts';
import { codeOfRow } from './tornRows.ts';

/** So many figures make rows alike. */
const MIN_FIGURES = 3;

/** Whether the code of a row follows that of one above. */
export function codesGoOn(above: string | undefined, below: string | undefined): boolean {
  const [last, code] = [codeOfRow(above), codeOfRow(below)];
  return last !== undefined && code !== undefined && last[0] === code[0] && last < code;
}

/** Whether the number of an item below is the next behind that of one above, of the same kind. */
export function numbersGoOn(above: string | undefined, below: string | undefined): boolean {
  const numbers = numbersOf(above);
  return numbersOf(below).some(({ kind, value }) =>
    numbers.some((last) => last.kind === kind && last.value + 1 === value),
  );
}

/** Whether the row below has the first of the items of one above: 一、财政拨款 over 1、一般公共预算拨款. */
export function numbersOpen(above: string | undefined, below: string | undefined): boolean {
  const [numbers, first] = [numbersOf(above), numbersOf(below)];
  return (
    numbers.length > 0 &&
    first.length > 0 &&
    first.every(({ kind, value }) => value === 1 && numbers.every((each) => each.kind !== kind))
  );
}

/** Whether a line has labels with their numbers. */
export function isNumbered(line = ''): boolean {
  return numbersOf(line).length > 0;
}

function numbersOf(line = '') {
  return wordsOf(toHalfWidth(line)).flatMap((word) => parseNumbering(word) ?? []);
}

/** Whether two rows end in as many figures, several of them: behind the headings of another table there would be others first. */
export function haveAsMany(above = '', below = ''): boolean {
  const [last, next] = [above, below].map(figuresAtEnd);
  return last !== undefined && last >= MIN_FIGURES && last === next;
}

function figuresAtEnd(line: string): number {
  const words = wordsOf(toHalfWidth(line));
  return words.length - 1 - words.findLastIndex((word) => !isFigure(word));
}

/** Whether a row is laid out as one above: labels abreast with a figure each, or one with several, and no total of all rows above. */
export function areLaidOutAlike(above = '', below = ''): boolean {
  const [last, next] = [above, below].map((line) => wordsOf(toHalfWidth(line)));
  if (!last || !next || last.some((word) => SHORT_TOTAL.test(word))) return false;
  return layoutOf(last) === layoutOf(next) && last.filter(isFigure).length > 1;
}

/** The words and figures of a row, in their order. */
function layoutOf(words: readonly string[]): string {
  return words.map((word) => (isFigure(word) ? 'f' : 'w')).join('');
}

/** Whether the codes or the numbers of items below do not go on with those above, but begin with the first. */
export function beginsAnew(above = '', below = ''): boolean {
  const [last, code] = [codeOfRow(above), codeOfRow(below)];
  if (last !== undefined && code !== undefined) return code <= last;
  const first = numbersOf(below);
  return first.length > 0 && first.every(({ value }) => value === 1) && !numbersOpen(above, below);
}

/** Whether a row has a total, of whatever rows. */
export function isTotal(line = ''): boolean {
  return wordsOf(toHalfWidth(line)).some((word) => SHORT_TOTAL.test(word));
}

/** Whether a row has nothing but totals with their figures, of one list or of several abreast. */
export function areTotals(line = ''): boolean {
  const words = wordsOf(toHalfWidth(line));
  return words.every((word) => isFigure(word) || SHORT_TOTAL.test(word));
}

/** Whether a row is the total of all rows. */
export function isLastTotal(line = ''): boolean {
  return wordsOf(toHalfWidth(line)).some((word) => TOTAL_OF_SIDE.test(word.replaceAll(/\s/g, '')));
}

/** Whether labels abreast are what a form carries over to the next year, or from the last. */
export function areRemains(line = ''): boolean {
  return wordsOf(toHalfWidth(line)).every((word) => isFigure(word) || REMAINS.test(word));
}
