import type { CellNode } from '../syntax/nodes.ts';
import type { Span } from '../text/range.ts';
import { toHalfWidth } from '../text/width.ts';
import { hasWords } from './labels.ts';
import type { CodeReading } from './table.ts';

const WHOLE_CODE = /^[1235]\d{2}(?:\d{2}(?:\d{2})?)?$/;
const GLUED_CODE = /^([1235]\d{2}(?:\d{2}(?:\d{2})?)?)\s*(?=[\u4e00-\u9fff])/;
const GLUED_TAIL = /^(\d{2})\s*(?=[\u4e00-\u9fff])/;
const TAIL = /^\d{1,2}$/;
const UNIT_CODE = /^(?:\d{6}|0\d{2})$/;

/** 类 and 款 of the last row that printed them, for tables that print each only once. */
export interface CodeCarry {
  readonly class: string;
  readonly item: string;
}

export const NO_CARRY: CodeCarry = { class: '', item: '' };

/**
 * Reads the 科目编码 a row begins with: whole (`2010301`), over two or three cells (`301|01`, `201|03|01`), with
 * its upper digits carried from a row above (` |01`), or glued to the name (`201一般公共服务`, `01 行政运行`).
 *
 * A code always has a name beside it; digits alone may be anything. `name` may be empty only for codes over
 * several cells.
 */
export function readCode(cells: readonly CellNode[], carry: CodeCarry): CodeReading | undefined {
  const texts = cells.slice(0, 4).map((cell) => toHalfWidth(cell.text));
  const [first = '', second = '', third = ''] = texts;
  if (WHOLE_CODE.test(first)) {
    if (first.length > 3) return named(cells, [0], first, first);
    if (!isTail(second)) return named(cells, [0], first, first);
    const five = first + second.padStart(2, '0');
    if (isTail(third)) return named(cells, [0, 1, 2], five + third.padStart(2, '0'), first + second + third);
    const tail = GLUED_TAIL.exec(third)?.[1];
    if (tail !== undefined) return named(cells, [0, 1, 2], five + tail, first + second + tail, tail.length);
    return named(cells, [0, 1], five, first + second);
  }
  const glued = GLUED_CODE.exec(first);
  if (glued?.[1] !== undefined) return named(cells, [0], glued[1], glued[1], glued[1].length);
  if (first !== '' || carry.class === '') return undefined;
  if (isTail(second)) {
    const five = carry.class + second.padStart(2, '0');
    if (isTail(third)) return named(cells, [1, 2], five + third.padStart(2, '0'), second + third);
    return named(cells, [1], five, second);
  }
  if (second === '' && isTail(third) && carry.item !== '') {
    return named(cells, [2], carry.item + third.padStart(2, '0'), third);
  }
  return undefined;
}

/** What the next row may carry over. */
export function carryAfter(code: CodeReading | undefined, carry: CodeCarry): CodeCarry {
  if (!code) return carry;
  return {
    class: code.digits.slice(0, 3),
    item: code.digits.length >= 5 ? code.digits.slice(0, 5) : '',
  };
}

/** 单位编码 in the first cell: six digits, or three that cannot be a 类 (`003`). */
export function readUnitCode(cells: readonly CellNode[]): string | undefined {
  const first = toHalfWidth(cells[0]?.text ?? '');
  return UNIT_CODE.test(first) && cells.some((cell) => hasWords(cell.text)) ? first : undefined;
}

function isTail(text: string): boolean {
  return TAIL.test(text);
}

/** Completes a reading with the name: the glued rest of the last code cell, or the next cell with words. */
function named(
  cells: readonly CellNode[],
  codeCells: readonly number[],
  digits: string,
  printed: string,
  gluedDigits?: number,
): CodeReading | undefined {
  const spans: Span[] = [];
  for (const index of codeCells) {
    const cell = cells[index];
    if (cell) spans.push(cell.span);
  }
  const last = spans.at(-1);
  const lastCell = cells[codeCells.at(-1) ?? 0];
  if (!last || !lastCell) return undefined;
  if (gluedDigits !== undefined) {
    const rest = lastCell.text.slice(gluedDigits);
    const blanks = rest.length - rest.trimStart().length;
    spans[spans.length - 1] = { ...last, end: last.start + gluedDigits };
    const nameSpan = { ...last, start: last.start + gluedDigits + blanks };
    return { digits, printed, spans, name: rest.trim(), nameSpan };
  }
  const next = cells.slice((codeCells.at(-1) ?? 0) + 1).find((cell) => cell.text !== '');
  if (next && hasWords(next.text)) return { digits, printed, spans, name: next.text, nameSpan: next.span };
  return codeCells.length > 1 ? { digits, printed, spans, name: '' } : undefined;
}
