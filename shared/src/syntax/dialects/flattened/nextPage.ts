import { parseNumbering } from '../../../text/numbering.ts';
import { isPageMark } from '../../../text/pageMark.ts';
import { toHalfWidth } from '../../../text/width.ts';
import type { LineKind } from './lines.ts';
import { wordsOf } from './tokens.ts';
import { codeOfRow } from './tornRows.ts';

/** So many lines may stand between the last row of a page and the first of the next. */
const MAX_PAGE_END = 6;
/** Of a name wrapped at the end of a page so much may stand on the next. */
const MAX_REST = 6;

type KindAt = (lines: readonly string[], line: number) => LineKind | 'sure' | undefined;

/**
 * The first line of the next page behind the end of one, which is blank lines and the number of the page, if a row or
 * labels with their numbers begin there that go on with those above: the code follows that of the last row, or the
 * numbers of the items do (三、国防支出, 四、公共安全支出). The rest of a name that was wrapped may stand between.
 *
 * @param end the first line behind those of the page
 */
export function rowOfNextPage(lines: readonly string[], end: number, kindAt: KindAt): number | undefined {
  let next = end;
  while (next - end < MAX_PAGE_END && isBetweenPages(lines[next])) next++;
  if (next === end) return undefined;
  const opening = isRestOfName(lines, next, kindAt) ? next + 1 : next;
  const kind = kindAt(lines, opening);
  const isRow = kind === 'row' || kind === 'sure';
  if (isRow && opening === next && codesGoOn(lines[end - 1], lines[next])) return next;
  const isItem = isRow || (kind === 'words' && isNumbered(lines[opening]));
  return isItem && numbersGoOn(lines[end - 1], lines[opening]) ? next : undefined;
}

/** Whether a line is blank or the number of a page. */
export function isBetweenPages(line: string | undefined): boolean {
  if (line === undefined) return false;
  const label = toHalfWidth(line).replaceAll(/\s/g, '');
  return label === '' || isPageMark(label);
}

function isRestOfName(lines: readonly string[], line: number, kindAt: KindAt): boolean {
  const text = lines[line]?.trim() ?? '';
  return kindAt(lines, line) === 'word' && text.length <= MAX_REST && !isNumbered(text);
}

function codesGoOn(above: string | undefined, below: string | undefined): boolean {
  const [last, code] = [codeOfRow(above), codeOfRow(below)];
  return last !== undefined && code !== undefined && last[0] === code[0] && last < code;
}

/** Whether the number of an item below is the next behind that of one above, of the same kind. */
function numbersGoOn(above: string | undefined, below: string | undefined): boolean {
  const numbers = numbersOf(above);
  return numbersOf(below).some(({ kind, value }) =>
    numbers.some((last) => last.kind === kind && last.value + 1 === value),
  );
}

function numbersOf(line = '') {
  return wordsOf(toHalfWidth(line)).flatMap((word) => parseNumbering(word) ?? []);
}

function isNumbered(line = ''): boolean {
  return numbersOf(line).length > 0;
}
