import { toHalfWidth } from '../../../text/width.ts';
import { AMOUNT, endBeforeAmount, endBeforeWords, FIGURE } from '../../figureShape.ts';
import type { CellNode } from '../../nodes.ts';
import { cellOf } from '../dialect.ts';

/** A label behind its number: `1. 一般公共预算`. */
const NUMBERED = String.raw`(?:\d{1,2}[.、]|\([\d一二三四五六七八九十]{1,3}\)) [\u4e00-\u9fff]\S*`;
/** A figure whose parts OCR pulled apart: `5, 188. 13`, `5188. 13`, `4, 461, 66`, `. 24`. */
const TORN_FIGURE = [
  String.raw`-?\d{1,3}(?:,\s?\d{2,3}){0,5}\.\s?\d{1,2}%?`,
  String.raw`-?\d{1,3}(?:,\s?\d{3}){0,5}\s\.\s?\d{1,2}%?`,
  String.raw`-?\d{4,18}\.\s\d{1,2}%?`,
  String.raw`-?\d{1,3}(?:,\s?\d{2,3}){1,6}`,
  String.raw`-?\.\s?\d{1,2}%?`,
].join('|');
/** A word whose characters were spread out: `收 入 总 计`. */
const SPREAD = String.raw`[\u4e00-\u9fff](?: [\u4e00-\u9fff()]){1,11}`;
/** One whose bracket was, or was misread: `维修 ( 护 ) 费`, `资本性支出 〈 基本建设 )`. */
const SPREAD_BRACKET = String.raw`[\u4e00-\u9fff]{1,20} ?[(〈《] (?:[\u4e00-\u9fff] ?\) ?[\u4e00-\u9fff]{1,12}|[\u4e00-\u9fff]{1,12} ?\))`;
/** A name with a figure right behind it that was pulled apart: `节能环保支出1061. 72`. */
const NAME_AND_TORN_FIGURE = String.raw`\S*[\u4e00-\u9fff)](?:\d{1,3}(?:,\s?\d{3})*\.\s\d{2}|\d{4,9}\.\s\d{2}|\d{1,3}(?:,\s\d{3})+(?:\s?\.\s?\d{1,2})?)`;
const WITH_BLANKS = [NUMBERED, TORN_FIGURE, SPREAD, SPREAD_BRACKET, NAME_AND_TORN_FIGURE].join('|');
/** What is one cell though blanks stand in it, or a run of anything but blanks. */
const TOKEN = new RegExp(String.raw`(?<!\S)(?:${WITH_BLANKS})(?!\S)|\S+`, 'g');

/** Headings of three code columns, which are no word. */
const CODE_LEVELS = /^[类款项](?: [类款项]){1,2}$/;

/** A code glued to its name: `201一般公共服务`. 12345热线 has none: no 类 is 123. */
const GLUED = /^([1235]\d{2}|(?:1[01]\d|2[0-3]\d|[35](?:[01]\d|99))(?:\d{2}){1,2})(?=[\u4e00-\u9fff])/;

/** What a scanner makes of the line between two cells, in front of a figure: `267,027,339 ” 267,027,339`, `”227,436,799`. */
const FRAME_SIGN = /(?<=[\d)] {1,40})[”“’‘"。](?= ?-?\d)/g;
/** The figure right behind a name that was pulled apart. */
const TORN_BEHIND_NAME = /(?<=[\u4e00-\u9fff)])\d[\d,.]*\s[\d,.\s]*$/;

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

function* tokensOf(line: string): Generator<Token> {
  const half = line.replace(FRAME_SIGN, ' ');
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
    const torn = TORN_BEHIND_NAME.exec(token)?.index;
    if (CODE_LEVELS.test(token)) {
      for (let at = 0; at < token.length; at += 2) yield { index: index + at, length: 1 };
    } else if (torn !== undefined && code === undefined) {
      yield { index, length: torn };
      yield { index: index + torn, length: token.length - torn };
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
