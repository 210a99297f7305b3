import { CODE_OR_BODY } from '../../../text/codeShape.ts';
import { toHalfWidth } from '../../../text/width.ts';
import { isFigure, isWords, kindAt } from './kinds.ts';

/** What the headings of “三公”经费 are, by law. */
const HEADINGS = [/因公出国/, /公务用车/, /公务接待/];
const MAX_HEADINGS = 30;
const MIN_FIGURES = 3;

/** So many numbers that count up from 1 are those of the columns. */
const MIN_NUMBERS = 3;

/**
 * Up to where lines are the headings of a “三公”经费 table and the one row of figures below them, perhaps behind the code
 * and the name of the organ, or below the numbers of the columns.
 * `first` where there is none.
 */
export function loneRowEnd(lines: readonly string[], first: number): number {
  let head = first;
  while (head - first <= MAX_HEADINGS && isWords(kindAt(lines, head))) head++;
  // 011001 某局: its code and name stand in front.
  const isCoded =
    CODE_OR_BODY.test(toHalfWidth(lines[head] ?? '').trim()) && isWords(kindAt(lines, head + 1));
  const start = isCoded ? head + 2 : head + countNumbers(lines, head);
  let end = start;
  while (end - start <= MAX_HEADINGS && isFigure(kindAt(lines, end))) end++;
  const count = end - start;
  if (count < MIN_FIGURES || count > head - first || isWords(kindAt(lines, end))) return first;
  const headings = lines.slice(first, head).map((line) => toHalfWidth(line));
  return HEADINGS.every((heading) => headings.some((line) => heading.test(line))) ? end : first;
}

/** How many lines number the columns. */
function countNumbers(lines: readonly string[], first: number): number {
  let count = 0;
  while (lines[first + count]?.trim() === String(count + 1)) count++;
  return count < MIN_NUMBERS ? 0 : count;
}
