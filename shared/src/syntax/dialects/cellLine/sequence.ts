import { toHalfWidth } from '../../../text/width.ts';
import { LOOKAHEAD } from '../dialect.ts';
import { isFigure, isWords, kindAt } from './kinds.ts';

/** So many rows begin with a number and words before lines are taken for cells of a table. */
const MIN_ROWS = 3;
const NUMBER = /^\d{3,7}$/;

/**
 * Up to where lines are cells of a table whose empty cells left no line, so that nothing shows how they fall
 * into rows: words, then numbers with words beside them, one in a row, and figures. `first` where there is none.
 */
export function sequenceEnd(lines: readonly string[], first: number): number {
  if (kindAt(lines, first) !== 'words') return first;
  let [end, rows, figures, totals] = [first, 0, 0, 0];
  for (let line = first; ; line++) {
    const kind = kindAt(lines, line);
    if (kind === undefined || kind === 'blank') break;
    if (kind === 'total') totals++;
    if (isFigure(kind)) {
      end = line + 1;
      figures++;
      if (isNumbered(lines, line)) rows++;
    }
    const isSeen = rows >= MIN_ROWS && figures - rows >= MIN_ROWS && totals > 0;
    if (line - first === LOOKAHEAD - 1 && !isSeen) return first;
  }
  return rows >= MIN_ROWS && figures - rows >= MIN_ROWS && totals > 0 ? end : first;
}

function isNumbered(lines: readonly string[], line: number): boolean {
  return (
    NUMBER.test(toHalfWidth(lines[line] ?? '').trim()) &&
    (isWords(kindAt(lines, line - 1)) || isWords(kindAt(lines, line + 1)))
  );
}
