import type { CellNode } from '../syntax/nodes.ts';
import { WHOLE_CODE } from '../text/codeShape.ts';
import type { Span } from '../text/range.ts';
import { WHOLE_TOTAL } from '../text/totalWords.ts';
import { compactLabel, toHalfWidth } from '../text/width.ts';
import { hasWords, wordsOf } from './labels.ts';
import type { CodeReading, UnitCodeReading } from './table.ts';

/** `201 03 01`: 类, 款 and 项 in one cell. */
const SPACED_CODE = /^[1235]\d{2}(?: \d{2}){1,2}$/;
/**
 * `201一般公共服务支出`, `201-一般公共服务支出` or `[201]一般公共服务支出`. Only where 类 are: 12345热线 has no code
 * (domain rules §6.4 and §6.5; 101 to 110 are 收入).
 */
const GLUED_CODE =
  /^([[【(]?)((?:10[1-5]|110|2[0-3]\d|30\d|31[0-3]|399|50\d|51[0-5]|599)(?:\d{2}(?:\d{2})?)?)((?<=^\d+)(?:\s*[-—–_])?|(?<!^\d+)[\]】)])\s*(?=[“”"'‘’″《]?[\u4e00-\u9fff])/;
/** Names may begin with a mark: “两房”建设, “三西”农业建设专项补助. */
const GLUED_TAIL = /^(\d{2})\s*(?=[“”"'‘’″《（(]?[\u4e00-\u9fff])/;
const TAIL = /^\d{1,2}$/;
/** A place in a name makes it that of a body, unless it is one of the 类 that have such words. */
const PLACE = /[省市县区镇乡州旗]/;
const ACCOUNT_NAME = /支出|收入|补助|费|事务|社区/;
/** What bodies are called. 类 are called …支出; three digits in front of a body's name are its own number. */
const BODY_NAME =
  /(?:局|委|委员会|办|办公室|中心|学校|中学|小学|学院|医院|院|队|站|所|处|厅|馆|会|部|党校|机关|社|台|园|政府|街道|镇|乡|本级)$/;
const UNIT_CODE = /^(?:\d{6}|0\d{2})$/;
const GLUED_UNIT_CODE = /^(\d{6}|\d{3})\s*(?=[\u4e00-\u9fff])/;

/** 类 and 款 of the last row that printed them, for tables that print each only once. */
export interface CodeCarry {
  readonly class: string;
  readonly item: string;
}

/** What is carried in front of the first row that prints a 类, or to a row that is read by itself. */
export const NO_CARRY: CodeCarry = { class: '', item: '' };

const CODES = [WHOLE_CODE, GLUED_CODE, UNIT_CODE];

const CODE_HEADING = /编\s?码|代\s?码|编\s?号|^[类款项]$/;

/** Fewer rows with something like a code are a form in which a figure happens to look like one. */
const CODED_ROWS_SHARE = 1 / 4;

/** So many codes, of those of the fullest column, make a column in front of it the one that names the rows. */
const ABREAST_SHARE = 1 / 2;

/** Codes stand in one of the first columns: behind an empty column, a serial number or the name. */
const CODE_COLUMNS = 4;

/**
 * The column in which most rows have a code, of 科目 or 单位, or 0 where hardly any row has one. Behind the
 * first column only a heading tells codes from whole amounts.
 */
export function codeColumn(rows: readonly (readonly CellNode[])[]): number {
  const headed = (column: number): boolean => rows.some((cells) => isHeaded(cells, column));
  const textsOf = (column: number) => rows.map((cells) => textOf(cells[column]));
  const counts = Array.from({ length: CODE_COLUMNS }, (_, column) => {
    const texts = textsOf(column);
    const first = rows.every((cells) =>
      cells.slice(0, column).every((cell) => !hasWords(cell.text) && !hasDigits(cell.text)),
    );
    if (!first && !headed(column)) return 0;
    return texts.filter((text) => CODES.some((pattern) => pattern.test(text))).length;
  });
  const most = Math.max(...counts);
  // Of two codes abreast (部门 and 政府 经济分类) the first names the row, though some of its digits be wrong.
  const column = counts.findIndex(
    (count, at) =>
      count === most ||
      (count > 0 && textsOf(at).filter((text) => WHOLE_CODE.test(text)).length >= ABREAST_SHARE * most),
  );
  const filled = rows.filter((cells) => cells.some(({ text }) => text !== '')).length;
  const many = most >= 2 && most >= CODED_ROWS_SHARE * filled;
  return many || (most > 0 && headed(column)) ? column : 0;
}

/** The text of a cell as codes are read in it. */
function textOf(cell: CellNode | undefined): string {
  const text = toHalfWidth(cell?.text ?? '');
  return SPACED_CODE.test(text) ? text.replaceAll(' ', '') : text;
}

/** Where 类, 款 and 项 stand in a cell that parts them by blanks. */
function piecesOf({ text, span }: CellNode): Span[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: digits, index }) => {
    const start = span.start + index;
    return { ...span, start, end: start + digits.length };
  });
}

/** A line of the header may have slid to the right. */
function isHeaded(cells: readonly CellNode[], column: number): boolean {
  const slid = Math.max(
    0,
    cells.findIndex(({ text }) => text !== ''),
  );
  return [column, column + slid].some((at) => CODE_HEADING.test(toHalfWidth(cells[at]?.text ?? '')));
}

function hasDigits(text: string): boolean {
  return /\d/.test(text);
}

/**
 * Reads the 科目编码 a row begins with, at `start`, the table's {@link codeColumn}: whole (`2010301`), over two or three cells (`301|01`, `201|03|01`), with
 * its upper digits carried from a row above (` |01`), or glued to the name (`201一般公共服务`, `01 行政运行`).
 *
 * The name is the cell with words behind the code, or in front of it. A code without any name is read too:
 * {@link isNamedCode} tells the two apart where digits alone could be anything.
 */
export function readCode(row: readonly CellNode[], carry: CodeCarry, start = 0): CodeReading | undefined {
  const code = readCodeCells(row.slice(start), carry);
  if (code?.name !== '' || start === 0) return code;
  const before = row.slice(0, start).findLast((cell) => hasWords(cell.text));
  // Behind 合计 stands the amount of all rows, however much it looks like a code.
  return before && !WHOLE_TOTAL.test(compactLabel(before.text))
    ? { ...code, name: wordsOf(before), nameSpan: before.span }
    : code;
}

function readCodeCells(cells: readonly CellNode[], carry: CodeCarry): CodeReading | undefined {
  const [cell] = cells;
  const spaced = cell && SPACED_CODE.test(toHalfWidth(cell.text)) ? piecesOf(cell) : undefined;
  const texts = cells.slice(0, 4).map(textOf);
  const [first = '', second = '', third = ''] = texts;
  // `204 | 25` is a code with an amount behind it, unless a name follows.
  const hasTail = isTail(second) && cells.slice(2).some((cell) => hasWords(cell.text));
  if (spaced) {
    const whole = named(cells, [0], first, first);
    return whole && { ...whole, spans: spaced };
  }
  if (WHOLE_CODE.test(first)) {
    const tail = first.length === 3 ? GLUED_TAIL.exec(second)?.[1] : undefined;
    if (tail !== undefined) return named(cells, [0, 1], first + tail, first + tail, tailGlue(tail));
    if (first.length > 3 || !hasTail) return named(cells, [0], first, first);
    const five = first + second.padStart(2, '0');
    if (isTail(third)) return named(cells, [0, 1, 2], five + third.padStart(2, '0'), first + second + third);
    const last = GLUED_TAIL.exec(third)?.[1];
    if (last !== undefined) {
      return named(cells, [0, 1, 2], five + last, first + second + last, tailGlue(last));
    }
    return named(cells, [0, 1], five, first + second);
  }
  const glued = gluedCode(first);
  if (glued) return named(cells, [0], glued.digits, glued.digits, glued);
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

/** Whether a name is that of a body (某某县民政局) and not of a 科目. */
export function isBodyName(name: string): boolean {
  const label = compactLabel(name);
  return isCalledBody(label) || (PLACE.test(label) && !ACCOUNT_NAME.test(label));
}

/** Whether a name ends as those of bodies do: 局, 办公室, 本级. */
export function isCalledBody(name: string): boolean {
  return BODY_NAME.test(compactLabel(name));
}

/** Digits in a cell that holds the name too: where they stand in it, and where a mark between the two ends. */
interface Glue {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** The 科目编码 that a half-width text begins with and that is glued to its name. */
export function gluedCode(half: string): (Glue & { readonly digits: string }) | undefined {
  const [, bracket = '', digits, mark = ''] = GLUED_CODE.exec(half) ?? [];
  if (digits === undefined) return undefined;
  const from = bracket.length;
  const to = from + digits.length;
  return { digits, from, to, end: to + mark.length };
}

function tailGlue(digits: string): Glue {
  return { from: 0, to: digits.length, end: digits.length };
}

/** Whether a text begins with a 科目编码 that is glued to its name. */
export function hasGluedCode(text: string): boolean {
  return gluedCode(toHalfWidth(text)) !== undefined;
}

/** Digits of one cell without a name beside them may be an amount or a number of anything. */
export function isNamedCode(code: CodeReading | undefined): code is CodeReading {
  if (code === undefined || (code.digits.length === 3 && isBodyName(code.name))) return false;
  return code.name !== '' || code.spans.length > 1;
}

/** Whether three digits are the number of a body: those of its units, 288001 below 288, begin with them. */
export function numbersBody(
  code: CodeReading,
  next: readonly CellNode[] | undefined,
  start: number,
): boolean {
  const below = toHalfWidth(next?.[start]?.text ?? '');
  return code.digits.length === 3 && /^\d{6}$/.test(below) && below.startsWith(code.digits);
}

/** What the next row may carry over. */
export function carryAfter(code: CodeReading | undefined, carry: CodeCarry): CodeCarry {
  if (!code) return carry;
  return {
    class: code.digits.slice(0, 3),
    item: code.digits.length >= 5 ? code.digits.slice(0, 5) : '',
  };
}

/**
 * 单位编码 at `start`, the table's {@link codeColumn}: six digits, or three that cannot be a 类 (`003`), with a
 * name behind, in front or glued to it (`003某某局`).
 */
export function readUnitCode(cells: readonly CellNode[], start = 0): UnitCodeReading | undefined {
  const first = cells[start];
  const text = toHalfWidth(first?.text ?? '');
  const glued = GLUED_UNIT_CODE.exec(text)?.[1];
  if (first && glued !== undefined) {
    const name = wordsOf(first).slice(glued.length).trim();
    return isBodyName(name) ? { code: glued, name } : undefined;
  }
  if (!UNIT_CODE.test(text) && !/^\d{3}$/.test(text)) return undefined;
  const behind = cells.slice(start + 1).find((cell) => hasWords(cell.text));
  const named = behind ?? cells.slice(0, start).findLast((cell) => hasWords(cell.text));
  if (!named) return undefined;
  const name = wordsOf(named);
  return UNIT_CODE.test(text) || isBodyName(name) ? { code: text, name } : undefined;
}

function isTail(text: string): boolean {
  return TAIL.test(text);
}

/**
 * Completes a reading with the name: the glued rest of the last code cell, or the next cell with words, which may
 * repeat the code (`2010301 | 2010301-行政运行`).
 */
function named(
  cells: readonly CellNode[],
  codeCells: readonly number[],
  digits: string,
  printed: string,
  glue?: Glue,
): CodeReading | undefined {
  const spans: Span[] = [];
  for (const index of codeCells) {
    const cell = cells[index];
    if (cell) spans.push(cell.span);
  }
  const last = spans.at(-1);
  const lastCell = cells[codeCells.at(-1) ?? 0];
  if (!last || !lastCell) return undefined;
  if (glue) {
    const rest = wordsOf(lastCell).slice(glue.end);
    const blanks = rest.length - rest.trimStart().length;
    spans[spans.length - 1] = { ...last, start: last.start + glue.from, end: last.start + glue.to };
    const nameSpan = { ...last, start: last.start + glue.end + blanks };
    return { digits, printed, spans, name: rest.trim(), nameSpan };
  }
  const [beside, behind] = cells.slice((codeCells.at(-1) ?? 0) + 1).filter((cell) => cell.text !== '');
  const repeated = beside && isWholeAgain(digits, beside.text) ? toHalfWidth(beside.text) : undefined;
  const next = repeated === undefined ? beside : behind;
  if (!next || !hasWords(next.text)) return { digits, printed, spans, name: '' };
  const again = gluedCode(toHalfWidth(next.text));
  const skipped = again?.digits === digits ? again.end : 0;
  const words = wordsOf(next).slice(skipped);
  const name = words.trimStart();
  const nameSpan = { ...next.span, start: next.span.start + skipped + words.length - name.length };
  const whole = repeated === digits ? undefined : repeated;
  return { digits, printed, spans, name, nameSpan, ...(whole !== undefined && { whole }) };
}

/** Whether a text is a code of the same 类, which the row prints once more and whole: `208 | 05 | 01 | 2080501`. */
function isWholeAgain(digits: string, text: string): boolean {
  const half = toHalfWidth(text);
  return WHOLE_CODE.test(half) && half.length === digits.length && half.startsWith(digits.slice(0, 3));
}
