import type { TableNode, TextLine } from '../syntax/nodes.ts';
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

/** First and last code of a table of which only the sequence of its cells is known. */
export const loneCodesOf = remember((node: TableNode): readonly [first: string, last: string] | undefined => {
  if (node.dialect !== 'cell-line' || node.rows.some(({ cells }) => cells.length > 1)) return undefined;
  const lines = node.rows.flatMap(({ line, cells: [cell] }) => (cell ? { line, text: cell.text } : []));
  const codes = loneCodesIn(lines);
  const [first, last] = [codes[0]?.code, codes.at(-1)?.code];
  return first !== undefined && last !== undefined ? [first, last] : undefined;
});
