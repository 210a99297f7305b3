import { toHalfWidth } from '../../../text/width.ts';
import { AMOUNT, endBeforeAmount, endBeforeWords, FIGURE } from '../../figureShape.ts';
import type { CellNode } from '../../nodes.ts';
import { cellOf } from '../dialect.ts';

/**
 * A figure whose parts OCR pulled apart (`5, 188. 13`, `5188. 13`, `4, 461, 66`, `. 24`), a word whose characters were
 * spread out (`收 入 总 计`), a label behind its number (`1. 一般公共预算`), or a run of anything but blanks.
 */
const TOKEN =
  /(?<!\S)(?:(?:\d{1,2}[.、]|\([\d一二三四五六七八九十]{1,3}\)) [\u4e00-\u9fff]\S*|-?\d{1,3}(?:,\s?\d{2,3}){0,5}\.\s?\d{1,2}%?|-?\d{1,3}(?:,\s?\d{3}){0,5}\s\.\s?\d{1,2}%?|-?\d{4,18}\.\s\d{1,2}%?|-?\d{1,3}(?:,\s?\d{2,3}){1,6}|-?\.\s?\d{1,2}%?|[\u4e00-\u9fff](?: [\u4e00-\u9fff()]){1,11})(?!\S)|\S+/g;

/** Headings of three code columns, which are no word. */
const CODE_LEVELS = /^[类款项](?: [类款项]){1,2}$/;

/** A code glued to its name: `201一般公共服务`. 12345热线 has none: no 类 is 123. */
const GLUED = /^([1235]\d{2}|(?:1[01]\d|2[0-3]\d|[35](?:[01]\d|99))(?:\d{2}){1,2})(?=[\u4e00-\u9fff])/;

/** Cuts a line into its cells; a code glued to its name is a cell of its own. */
export function cellsOfLine(text: string, line: number): CellNode[] {
  const cells: CellNode[] = [];
  for (const { index, length } of tokensOf(toHalfWidth(text))) {
    cells.push(cellOf(text, index, index + length, line, cells.length));
  }
  return cells;
}

interface Token {
  readonly index: number;
  readonly length: number;
}

/**
 * An amount behind other words to which the next ones, or another amount, are glued; in front of a line 1.10 numbers a
 * heading.
 */
const GLUED_AMOUNT = /(?<=\S\s)-?\d[\d,.]*(?:\d(?=[\u4e00-\u9fff(])|\.\d[\d,]*\.\d)/g;

function* tokensOf(half: string): Generator<Token> {
  let from = 0;
  for (const { index } of half.matchAll(GLUED_AMOUNT)) {
    const end = endBeforeWords(half, index) ?? endBeforeAmount(half, index);
    if (end === undefined) continue;
    yield* tokensIn(half.slice(0, end), from);
    from = end;
  }
  yield* tokensIn(half, from);
}

/** The tokens of a text from an offset on. */
function* tokensIn(text: string, from: number): Generator<Token> {
  for (const { 0: token, index: at } of text.slice(from).matchAll(TOKEN)) {
    const index = from + at;
    const code = GLUED.exec(token)?.[1];
    if (CODE_LEVELS.test(token)) {
      for (let at = 0; at < token.length; at += 2) yield { index: index + at, length: 1 };
    } else if (code !== undefined) {
      yield { index, length: code.length };
      yield { index: index + code.length, length: token.length - code.length };
    } else yield { index, length: token.length };
  }
}

/** The tokens of a line, half-width. */
export function wordsOf(half: string): string[] {
  return [...tokensOf(half)].map(({ index, length }) => half.slice(index, index + length));
}

/** Whether a half-width token is a figure or stands for one. */
export function isFigure(token: string): boolean {
  return FIGURE.test(token);
}

/** Whether a half-width token can hardly be anything but money. */
export function isAmount(token: string): boolean {
  return AMOUNT.test(token);
}
