import { COLUMN_NUMBER } from '../../../syntax/figureShape.ts';
import { mayBeNextCode } from '../../../text/codeShape.ts';
import { toHalfWidth } from '../../../text/width.ts';
import { isTotalLabel } from '../../labels.ts';
import { isFigure, isWholeCode, type Token } from '../tokens.ts';
import { SHORT_LEVEL } from './lostDigits.ts';

/** 类, 款 or 项 by themselves. */
const LEVEL = /^\d{2}$/;
/** So many digits has a 类. */
const CLASS_DIGITS = 3;

/** Index of the first token behind the headings of a table in which no row numbers the columns. */
export function headingsEnd(tokens: readonly Token[]): number {
  const first = tokens.findIndex((token) => token.kind !== 'words');
  return beginsWithCode(tokens, first) ? first : first - 1;
}

/** How many of the cells number the columns. */
export function countIndex(tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ cell }) => !COLUMN_NUMBER.test(cell.text.trim()));
  const texts = tokens.slice(0, Math.max(end, 0)).map(({ cell }) => cell.text.trim());
  const numbers = texts.filter((text) => !text.startsWith('*'));
  const isCounted = numbers.every((text, at) => Number(text) === at + 1);
  return texts.length > 1 && isCounted ? texts.length : 0;
}

/** Whether the first row begins with its code, whose name follows; else with its name, in front of its first digits. */
function beginsWithCode(tokens: readonly Token[], first: number): boolean {
  const behind = tokens.findIndex((token, at) => at >= first && !isCode(token));
  return behind > first && tokens[behind]?.kind === 'words';
}

/**
 * Cuts the body in front of each name and the codes in front of it. Undefined where something is neither.
 *
 * @param codes how many columns of codes the headings tell of
 */
export function rowsAtNames(tokens: readonly Token[], codes: number): Token[][] | undefined {
  if (tokens.some(({ kind }) => kind === 'junk')) return undefined;
  const nameFirst = areNamesFirst(tokens);
  const starts = tokens.flatMap((token, at) => {
    if (token.kind !== 'words') return [];
    return isTotalLabel(token.cell.text) || nameFirst ? at : at - codesBefore(tokens, at, codes);
  });
  const rows = starts.map((start, row) => tokens.slice(start, starts[row + 1] ?? tokens.length));
  return starts[0] === 0 && areCodesAlike(rows) ? rows : undefined;
}

/**
 * Whether rows print either all of their codes or the last level alone: where some do this and some that, a figure
 * may be taken for the first level of the row below it.
 */
function areCodesAlike(rows: readonly (readonly Token[])[]): boolean {
  const levels = rows.map(([first, second]) =>
    [first, second].map((token) => LEVEL.test(token?.cell.text ?? '')),
  );
  return !levels.some(([first]) => first) || !levels.some(([first, second]) => !first && second);
}

/** Whether more names have their codes behind them than in front of them; totals have none, and figures look like some. */
function areNamesFirst(tokens: readonly Token[]): boolean {
  const names = tokens.flatMap(({ kind, cell }, at) =>
    kind === 'words' && !isTotalLabel(cell.text) ? at : [],
  );
  const [front, behind] = [-1, 1].map((side) => names.filter((at) => isCode(tokens[at + side])).length);
  return (behind ?? 0) > (front ?? 0);
}

/**
 * How many cells in front of a name are its codes: as many as the headings say, and one that shares the cell of the
 * name, back to one printed whole.
 */
function codesBefore(tokens: readonly Token[], name: number, codes: number): number {
  let count = 0;
  while (codes > 0 && count <= codes && isCode(tokens[name - count - 1])) {
    const text = tokens[name - count - 1]?.cell.text ?? '';
    // Only a 类 stands in front of 款 and 项 by themselves: longer digits there are the last figure of the row above.
    if (count > 0 && isWholeCode(text) && text.trim().length > CLASS_DIGITS) break;
    count++;
    if (isWholeCode(text)) break;
  }
  return count;
}

/** Whether the last figure of a row may be the code of the next one: as codes of its kind are, and behind its own. */
export function mayEndInNext(row: readonly Token[]): boolean {
  const [own = '', last = ''] = [row[0], row.at(-1)].map((token) =>
    toHalfWidth(token?.cell.text ?? '').trim(),
  );
  return mayBeNextCode(own, last);
}

/** Whether a cell may hold a code: one printed whole, or a level of one. */
export function isCode(token: Token | undefined): boolean {
  const text = token?.cell.text ?? '';
  const isShort = token?.kind === 'code' && SHORT_LEVEL.test(text);
  return isFigure(token) && (isShort || isWholeCode(text) || LEVEL.test(text));
}
