import { COLUMN_NUMBER } from '../../syntax/figureShape.ts';
import { isHeadingOrPart, isKnownHeading } from '../../syntax/headingWords.ts';
import type { RowNode } from '../../syntax/nodes.ts';
import { BODY_GLUED } from '../../text/codeShape.ts';
import { parseNumbering } from '../../text/numbering.ts';
import { toHalfWidth } from '../../text/width.ts';
import { BARE_YEAR } from '../../text/years.ts';
import { isCalledBody } from '../codes.ts';
import { isTotalLabel, wordsOf } from '../labels.ts';
import { isIndexRow } from '../rows.ts';
import { type Token, tokensOf } from './tokens.ts';

/** The rows over the body. */
export interface Head {
  readonly rows: readonly RowNode[];
  /** Index of the first row of the body. */
  readonly body: number;
  /** How many columns the row that numbers them has, where there is one. */
  readonly width?: number;
  /** How many of them hold figures, where 栏次 stands in front of their numbers and below all that name rows. */
  readonly figures?: number;
}

/** 单位编码. */
const BODY = /^(?:0\d{2}|\d{6})$/;

/** Headings of real tables are stacked up to six rows deep, and wrapped to twice as many lines, or over their numbers to more. */
const MAX_ROWS = 12;
const MAX_NUMBERED_ROWS = 48;

/** Parts headings from body; undefined where the table has no headings. */
export function headOf(rows: readonly RowNode[]): Head | undefined {
  const numbered = rows.slice(0, MAX_NUMBERED_ROWS + 1).findIndex((row) => isIndex(row) || hasFigures(row));
  const index = rows[numbered];
  if (index && isIndex(index)) {
    const head = rows.slice(0, numbered);
    if (numbered === 0) return undefined;
    return { rows: head, body: numbered + 1, ...(!numbersLines(head) && widthOf(index)) };
  }
  const upper = rows.slice(0, numbered === -1 ? rows.length : numbered).slice(0, MAX_ROWS);
  const headings = upper.findLastIndex(areHeadings);
  const first = rows
    .slice(0, MAX_ROWS + 1)
    .findIndex((row, at) => isBody(row) && !(at < headings && isTotalAlone(row)));
  const body = beginsName(rows, first) ? first - 1 : first;
  return body > 0 ? { rows: rows.slice(0, body), body } : undefined;
}

/**
 * Whether the line in front of the first row of figures is the beginning of its name: words alone that are no part of any
 * heading and of the name of a body, or below nothing but whole headings where the row has no words itself.
 */
function beginsName(rows: readonly RowNode[], first: number): boolean {
  const [row, above] = [rows[first], rows[first - 1]];
  const [only, ...others] = above ? tokensOf(above) : [];
  if (only?.kind !== 'words' || others.length > 0 || row?.line !== (above?.line ?? 0) + 1) return false;
  const { text } = only.cell;
  if (isHeadingOrPart(text)) return false;
  if (BODY_GLUED.test(text) || endsInBody(text, tokensOf(row))) return true;
  const headings = rows.slice(0, first - 1).flatMap(({ cells }) => cells.filter((cell) => cell.text !== ''));
  const isNameless = !tokensOf(row).some(({ kind }) => kind === 'words');
  return isNameless && headings.length > 0 && headings.every((cell) => isKnownHeading(wordsOf(cell)));
}

/** Whether words go on in the name of a body, behind its code: 某某市行政审 over `005 批局 90.50`. */
function endsInBody(text: string, [code, name]: readonly Token[]): boolean {
  if (code?.kind !== 'code' || name?.kind !== 'words') return false;
  return BODY.test(code.cell.text) && !isCalledBody(text) && isCalledBody(name.cell.text);
}

function widthOf({ cells }: RowNode): Pick<Head, 'width' | 'figures'> {
  const isNamed = /^[栏行]\s*次$/.test(cells[0]?.text.trim() ?? '');
  return { width: cells.length, ...(isNamed && { figures: cells.length - 1 }) };
}

/** 项目 行次 金额: the lines are numbered, and the row that numbers the columns (栏次 1) leaves those of 行次 out. */
export function numbersLines(head: readonly RowNode[]): boolean {
  return head.some(({ cells }) => cells.some(({ text }) => text.trim() === '行次'));
}

/** Whether a row numbers the columns: `** ** 1 2 3`, `** ** **`. */
export function isIndex(row: RowNode): boolean {
  const texts = row.cells.map(({ text }) => toHalfWidth(text).trim());
  return (
    texts.length > 1 &&
    (texts.every((text) => COLUMN_NUMBER.test(text)) || isIndexRow(row)) &&
    isCounted(texts)
  );
}

function isCounted(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => /^\d+$/.test(text)).map(Number);
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

function isBody(row: RowNode): boolean {
  const [first] = tokensOf(row);
  const numbering = first && parseNumbering(first.cell.text);
  return hasFigures(row) || numbering?.value === 1 || isTotalAlone(row);
}

/** Whether a row is a total without figures, or the heading of one in a line of its own. */
function isTotalAlone(row: RowNode): boolean {
  const [first, second] = tokensOf(row);
  return first !== undefined && !second && isTotalLabel(first.cell.text);
}

/** Whether a row has several headings that tables are known to have, and nothing else. */
function areHeadings(row: RowNode): boolean {
  const cells = row.cells.filter(({ text }) => text !== '');
  return cells.length > 1 && cells.every(({ text }) => isKnownHeading(text));
}

/** Whether a row has figures or begins with a code; years stand in headings as well. */
function hasFigures(row: RowNode): boolean {
  return tokensOf(row).some(({ kind, cell }) => kind !== 'words' && !BARE_YEAR.test(cell.text));
}
