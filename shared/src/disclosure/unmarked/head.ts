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

/** Headings of real tables are stacked up to six rows deep, and wrapped to twice as many lines. */
const MAX_ROWS = 12;

/** Parts headings from body; undefined where the table has no headings. */
export function headOf(rows: readonly RowNode[]): Head | undefined {
  for (let index = 0; index <= Math.min(MAX_ROWS, rows.length - 1); index++) {
    const row = rows[index];
    if (!row) break;
    if (isIndex(row)) {
      const head = rows.slice(0, index);
      if (index === 0) return undefined;
      return {
        rows: head,
        body: index + 1,
        ...(!numbersLines(head) && widthOf(row)),
      };
    }
    if (isBody(row)) {
      const body = beginsName(rows, index) ? index - 1 : index;
      return body === 0 ? undefined : { rows: rows.slice(0, body), body };
    }
  }
  return undefined;
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
  const tokens = tokensOf(row);
  const [first] = tokens;
  if (!first) return false;
  const figures = tokens.filter(({ kind, cell }) => kind !== 'words' && !BARE_YEAR.test(cell.text));
  if (figures.length > 0 || (first.kind !== 'words' && !BARE_YEAR.test(first.cell.text))) return true;
  const numbering = parseNumbering(first.cell.text);
  return numbering?.value === 1 || (tokens.length === 1 && isTotalLabel(first.cell.text));
}
