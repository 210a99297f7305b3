import { toHalfWidth } from '../../text/width.ts';
import type { CellNode, RowNode } from '../nodes.ts';
import { cellOf, rowDialect } from './dialect.ts';

/** An amount whose digits OCR pulled apart, or a run of anything but blanks. */
const TOKEN = /(?<![^\s])\d{1,3}(?:,\s?\d{3})*\s?\.\s?\d{1,2}(?![^\s])|[^\s]+/g;
const CODE = /^[1235](?:\d{2}|\d{4}|\d{6})(?!\d)/;
/** A code glued to its name: `201一般公共服务`. */
const GLUED = /^([1235](?:\d{2}|\d{4}|\d{6}))(?=[\u4e00-\u9fff])/;

/**
 * Rows, or whole tables, whose cells were run together with single spaces when text was taken out of a PDF:
 * `2010306 政务公开审批 5, 188. 13 923. 55 …`. Columns are lost; only the order of the cells is left.
 */
export const flattenedDialect = rowDialect('flattened', recognises, readRow);

function recognises(line: string): boolean {
  const half = toHalfWidth(line);
  if (/[。;!?]/.test(half)) return false;
  let amounts = 0;
  let words = 0;
  let codes = 0;
  for (const token of half.matchAll(TOKEN)) {
    if (/^\d[\d,\s]*\.\s?\d{2}$/.test(token[0])) amounts++;
    else if (CODE.test(token[0])) codes++;
    else words++;
  }
  return (
    amounts + codes >= 3 && amounts >= 1 && words <= 12 * (amounts + codes) && (codes > 0 || amounts >= 3)
  );
}

function readRow(text: string, line: number): RowNode {
  const half = toHalfWidth(text);
  const cells: CellNode[] = [];
  for (const token of half.matchAll(TOKEN)) {
    const glued = GLUED.exec(token[0]);
    const ends = glued?.[1] === undefined ? [token[0].length] : [glued[1].length, token[0].length];
    let start = 0;
    for (const end of ends) {
      cells.push(cellOf(text, token.index + start, token.index + end, line, cells.length));
      start = end;
    }
  }
  return { line, separator: false, cells };
}
