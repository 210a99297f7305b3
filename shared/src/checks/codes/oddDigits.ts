import { hasWords } from '../../disclosure/labels.ts';
import type { Cell, CodeReading, Row } from '../../disclosure/table.ts';
import { toHalfWidth } from '../../text/width.ts';

const LEADING_DIGITS = /^\d*/;
/** Between digits and the name that they are glued to. */
const MARK = /^\s*[-—–_](?=[^\d\s])/;
const DIGITS = /^\d{2,10}$/;
const TAIL = /^\d{2}$/;
/** A 类 with one digit too few or too many, or with a wrong one. */
const OVER_CELLS = /^\d{2,4}$/;

/** Digits in the column of codes that were not read as a code, as if they were one. */
export function oddDigitsOf({ kind, code, cells }: Row, column: number): CodeReading | undefined {
  const cell = cells[column];
  if (kind !== 'data' || code || !cell) return undefined;
  const present = cells.filter((each) => each !== undefined);
  return readOddDigits(present, present.indexOf(cell));
}

/**
 * The digits at an index of a row's cells as if they were a code, with the words behind them: alone, glued to
 * the words (`3016培训费`), or the 类 of a code over several cells that is wrong (`031 | 07`, `3016 | 02`).
 */
export function readOddDigits(cells: readonly Cell[], at: number): CodeReading | undefined {
  const cell = cells[at];
  if (!cell) return undefined;
  const digits = LEADING_DIGITS.exec(toHalfWidth(cell.text))?.[0] ?? '';
  if (!DIGITS.test(digits)) return undefined;
  const { line, start, end } = cell.span;
  const spans = [{ line, start, end: start + digits.length }];
  const glued = cell.text.slice(digits.length).replace(MARK, '').trim();
  if (glued !== '') {
    if (!hasWords(glued)) return undefined;
    const nameSpan = { line, start: end - glued.length, end };
    return { digits, printed: digits, spans, name: glued, nameSpan };
  }
  const tails = OVER_CELLS.test(digits) ? tailsBehind(cells.slice(at + 1)) : [];
  const name = cells.slice(at + 1 + tails.length).find((each) => each.text !== '');
  if (!name || !hasWords(name.text)) return undefined;
  const whole = digits + tails.map(({ text }) => toHalfWidth(text)).join('');
  const allSpans = [...spans, ...tails.map(({ span }) => span)];
  return { digits: whole, printed: whole, spans: allSpans, name: name.text, nameSpan: name.span };
}

/** The cells of 款 and 项, two digits each. */
function tailsBehind(cells: readonly Cell[]): readonly Cell[] {
  const end = cells.slice(0, 2).findIndex(({ text }) => !TAIL.test(toHalfWidth(text)));
  return cells.slice(0, end === -1 ? 2 : end);
}
