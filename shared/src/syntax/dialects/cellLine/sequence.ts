import { toHalfWidth } from '../../../text/width.ts';
import { LOOKAHEAD } from '../dialect.ts';
import { isFigure, isWords, kindAt } from './kinds.ts';

/** So many rows begin with a number and words before lines are taken for cells of a table. */
const MIN_ROWS = 3;
const NUMBER = /^\d{3,7}$/;

/**
 * Up to where lines are cells of a table whose empty cells left no line, so that nothing shows how they fall
 * into rows: words, then numbers with words beside them, one in a row, and figures; or numbers of columns, then names
 * with amounts. `first` where there is none.
 */
export function sequenceEnd(lines: readonly string[], first: number): number {
  if (kindAt(lines, first) !== 'words') return first;
  let [end, rows, figures, totals, named, numbered] = [first, 0, 0, 0, 0, false];
  for (let line = first; ; line++) {
    const kind = kindAt(lines, line);
    if (kind === undefined || kind === 'blank') break;
    if (kind === 'total') totals++;
    numbered ||= kind === 'index' || countsOn(lines, line);
    if (isFigure(kind)) {
      end = line + 1;
      figures++;
      if (isNumbered(lines, line)) rows++;
      if (kind === 'amount' && isWords(kindAt(lines, line - 1))) named++;
    }
    if (line - first === LOOKAHEAD - 1 && !isSeen({ rows, figures, totals, named, numbered })) return first;
  }
  return isSeen({ rows, figures, totals, named, numbered }) ? end : first;
}

/** What was seen of a sequence. */
interface Seen {
  /** Numbers with words beside them, as codes of rows have. */
  readonly rows: number;
  readonly figures: number;
  readonly totals: number;
  /** Amounts right behind words, as a row has behind its name. */
  readonly named: number;
  /** Whether a row numbers the columns. */
  readonly numbered: boolean;
}

function isSeen({ rows, figures, totals, named, numbered }: Seen): boolean {
  return (numbered && named >= MIN_ROWS) || (rows >= MIN_ROWS && figures - rows >= MIN_ROWS && totals > 0);
}

/** Whether 2 stands behind 1, as where columns are numbered. */
function countsOn(lines: readonly string[], line: number): boolean {
  return lines[line]?.trim() === '2' && lines[line - 1]?.trim() === '1';
}

function isNumbered(lines: readonly string[], line: number): boolean {
  return (
    NUMBER.test(toHalfWidth(lines[line] ?? '').trim()) &&
    (isWords(kindAt(lines, line - 1)) || isWords(kindAt(lines, line + 1)))
  );
}
