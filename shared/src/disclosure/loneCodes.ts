import type { TableNode, TextLine } from '../syntax/nodes.ts';
import { parseAmount } from '../text/amount.ts';
import { WHOLE_CODE } from '../text/codeShape.ts';
import { remember } from '../text/remember.ts';
import { toHalfWidth } from '../text/width.ts';
import { hasWords } from './labels.ts';

/** A code that stands alone on its line, its name on the one above or below. */
export interface LoneCode {
  readonly line: number;
  readonly code: string;
}

/** Blank lines may part such lines, one between two. */
const MAX_APART = 2;

/** The codes among lines that hold one cell each. */
export function loneCodesIn(lines: readonly TextLine[]): LoneCode[] {
  const isName = (at: number, line: number): boolean => {
    const beside = lines[at];
    return beside !== undefined && Math.abs(beside.line - line) <= MAX_APART && hasWords(beside.text);
  };
  return lines.flatMap(({ line, text }, at) => {
    const code = toHalfWidth(text).trim();
    return WHOLE_CODE.test(code) && (isName(at - 1, line) || isName(at + 1, line)) ? { line, code } : [];
  });
}

/**
 * First and last code of a table of which only the sequence of its cells is known, or whose rows have their names on lines
 * of their own.
 */
export const loneCodesOf = remember((node: TableNode): readonly [first: string, last: string] | undefined => {
  const codes = node.dialect === 'cell-line' ? codesInSequence(node) : codesBesideNames(node);
  const [first, last] = [codes[0], codes.at(-1)];
  return first !== undefined && last !== undefined ? [first, last] : undefined;
});

function codesInSequence({ rows }: TableNode): string[] {
  if (rows.some(({ cells }) => cells.length > 1)) return [];
  const lines = rows.flatMap(({ line, cells: [cell] }) => (cell ? { line, text: cell.text } : []));
  return loneCodesIn(lines).map(({ code }) => code);
}

/** The codes of aligned rows that have figures and no name, which stands on the line above or below. */
function codesBesideNames({ dialect, rows }: TableNode): string[] {
  if (dialect !== 'aligned') return [];
  const filled = rows.map(({ cells }) => cells.flatMap(({ text }) => (text === '' ? [] : text)));
  const isName = (at: number): boolean =>
    filled[at]?.some(hasWords) === true && !filled[at].some((text) => parseAmount(text) !== undefined);
  return filled.flatMap(([first = '', ...figures], at) => {
    const code = toHalfWidth(first).trim();
    const isLone = WHOLE_CODE.test(code) && figures.length > 0 && !figures.some(hasWords);
    return isLone && (isName(at - 1) || isName(at + 1)) ? code : [];
  });
}
