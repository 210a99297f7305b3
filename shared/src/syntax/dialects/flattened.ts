import { toHalfWidth } from '../../text/width.ts';
import type { CellNode, RowNode } from '../nodes.ts';
import { cellOf, rowDialect } from './dialect.ts';

/** An amount whose digits OCR pulled apart, or a run of anything but blanks. */
const TOKEN = /(?<![^\s])\d{1,3}(?:,\s?\d{3}){0,5}\s?\.\s?\d{1,2}(?![^\s])|[^\s]+/g;
const CODE = /^[1235](?:\d{2}|\d{4}|\d{6})(?!\d)/;
/** A code glued to its name: `201一般公共服务`. */
const GLUED = /^([1235](?:\d{2}|\d{4}|\d{6}))(?=[\u4e00-\u9fff])/;

const WHOLE_CODE = /^[1235]\d{2}(?:\d{2}){0,2}$/;
const NUMBER = /^(?:-?\d{1,3}(?:,\d{3})+|-?\d+|[-—])$/;
const MAX_WHOLE_ROW = 300;
const MAX_NAME = 3;
/** The rest of a name that was wrapped; anything longer is a title or prose. */
const NAME_REST = /^\s*[\u4e00-\u9fff()（）、]{1,14}\s*$/;
const TITLE = /(?:表|情况|说明|部分)\s*$|^\s*[一二三四五六七八九十]{1,3}、/;

/**
 * Rows, or whole tables, whose cells were run together with single spaces when text was taken out of a PDF:
 * `2010306 政务公开审批 5, 188. 13 923. 55 …`. Columns are lost; only the order of the cells is left.
 */
export const flattenedDialect = rowDialect('flattened', recognises, readRow, {
  between: (lines, index) => (isNameRest(lines[index] ?? '') ? 1 : 0),
  opens: () => false,
});

function isNameRest(line: string): boolean {
  return NAME_REST.test(line) && !TITLE.test(line);
}

function recognises(line: string): boolean {
  const half = toHalfWidth(line);
  if (isWholeRow(half)) return true;
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

/**
 * A row of whole numbers: a code with its name behind it, glued to it or in front of it, then two numbers at
 * least. Small numbers behind three digits may be anything.
 */
function isWholeRow(half: string): boolean {
  if (half.length > MAX_WHOLE_ROW) return false;
  const tokens = half.trim().split(/\s+/);
  const words = tokens.findLastIndex((token) => !NUMBER.test(token)) + 1;
  const [first = '', ...more] = tokens.slice(0, words);
  const numbers = tokens.slice(words);
  const glued = GLUED.exec(first)?.[1];
  const ahead = WHOLE_CODE.test(first) && more.length > 0 ? first : glued;
  const code = ahead ?? (WHOLE_CODE.test(numbers[0] ?? '') ? numbers.shift() : undefined);
  const name = ahead === undefined || ahead === glued ? [first, ...more] : more;
  if (code === undefined || numbers.length < 2 || name.length > MAX_NAME) return false;
  if (!name.every((word) => /^[^\d\s]/.test(word) || word === first)) return false;
  return (
    /[\u4e00-\u9fff]/.test(name.join('')) && (code.length > 3 || numbers.some((each) => /\d{4}|,/.test(each)))
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
