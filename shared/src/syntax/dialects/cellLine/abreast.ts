import { parseNumbering, TOP_NUMBER } from '../../../text/numbering.ts';
import { ENDS_IN_WHOLE_TOTAL } from '../../../text/totalWords.ts';
import { compactLabel, toHalfWidth } from '../../../text/width.ts';
import type { RowNode } from '../../nodes.ts';
import type { Shape } from './shape.ts';

/** What stands over a list, and what its totals say. */
const FLOW = /^(?:本年)?(收入|支出)(?:[合总]计)?$/;
const CODES = /(?:编码|代码)$/;
const CODED = /^\d{3}(?:\d{2})*[一-鿿]/;
const NUMBERED = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]{1,3}[、.])/;

const DATE = /^(?:(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?)$/;

/** Characters of what things are counted in. */
const MAX_UNIT = 2;

/**
 * Whether rows of several labels abreast hold together. A cell that came in or was lost may move the labels
 * of one block to the next without words and figures changing places; what shows it then are totals that
 * do not stand abreast, labels torn apart, and codes among numbered labels.
 */
export function holdTogether(rows: readonly RowNode[], { types }: Shape): boolean {
  const labels = labelColumns(types).filter(
    (column) =>
      !holdsUnits(rows, column) &&
      !holdsSentences(rows, column) &&
      !holdsDates(rows, column) &&
      !isOfSecondCode(rows, types, column),
  );
  if (labels.length < 2) return true;
  const texts = rows.map(({ cells }) =>
    labels.map((column) => toHalfWidth(cells[column]?.text ?? '').replace(/\s/g, '')),
  );
  const totals = texts.filter((row) => row.some((text) => ENDS_IN_WHOLE_TOTAL.test(text)));
  return (
    totals.length > 0 &&
    totals.every((row) => row.every((text) => text === '' || ENDS_IN_WHOLE_TOTAL.test(text))) &&
    texts.flat().every(isWhole) &&
    labels.every((_, at) => isOfOneFlow(texts.flatMap((row) => row[at] ?? []))) &&
    labels.every((_, at) => areInOrder(texts.flatMap((row) => row[at] ?? []))) &&
    labels.every(
      (_, at) => !texts.some((row) => isCoded(row[at])) || !texts.some((row) => isNumbered(row[at])),
    )
  );
}

/** Columns of words in front of which figures stand, and the first. */
function labelColumns(types: Shape['types']): number[] {
  return [...types.keys()].filter(
    (column) => types[column] === 'words' && (column === 0 || types[column - 1] !== 'words'),
  );
}

/** Whether nothing but codes (政府经济科目编码, 单位编码) stands between the names in front of a column and its own: both are of one row. */
function isOfSecondCode(rows: readonly RowNode[], types: Shape['types'], column: number): boolean {
  const names = types.slice(0, column).lastIndexOf('words');
  if (names === -1) return false;
  return types.slice(names + 1, column).every((_, at) => CODES.test(headingOf(rows, names + 1 + at)));
}

function headingOf(rows: readonly RowNode[], column: number): string {
  return compactLabel(rows.find(({ cells }) => cells[column]?.text.trim())?.cells[column]?.text ?? '');
}

/** Whether no name stands in a column but words as short as those that things are counted in (台, 项). */
function holdsUnits(rows: readonly RowNode[], column: number): boolean {
  const texts = rows.flatMap(({ cells }) => cells[column]?.text.trim() || []);
  // The first is the heading.
  return texts.slice(1).every(({ length }) => length <= MAX_UNIT);
}

/** Whether no total of what comes in stands below one of what goes out, nor below the heading of that list. */
function isOfOneFlow(texts: readonly string[]): boolean {
  return new Set(texts.flatMap((text) => FLOW.exec(text)?.[1] ?? [])).size < 2;
}

/** Whether the numbers of items (一、 二、) go up in a list, but for one that may be misprinted. */
function areInOrder(texts: readonly string[]): boolean {
  const numbers = texts.flatMap((text) => (TOP_NUMBER.test(text) ? (parseNumbering(text) ?? []) : []));
  return numbers.filter(({ value }, at) => at > 0 && value <= (numbers[at - 1]?.value ?? 0)).length <= 1;
}

/** Whether whole sentences stand in a column, which say why (增减变化原因) and name nothing. */
function holdsSentences(rows: readonly RowNode[], column: number): boolean {
  const texts = rows.flatMap(({ cells }) => cells[column]?.text.trim() || []).slice(1);
  return texts.length > 0 && texts.every((text) => text.endsWith('。'));
}

/** Whether nothing but dates stands in a column, below its headings: they say when something is bought (采购时间). */
function holdsDates(rows: readonly RowNode[], column: number): boolean {
  const texts = rows.flatMap(({ cells }) => toHalfWidth(cells[column]?.text ?? '').trim() || []);
  const body = texts.slice(texts.findIndex((text) => DATE.test(text)));
  return body.some((text) => DATE.test(text)) && body.every((text) => DATE.test(text));
}

function isWhole(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}

function isCoded(text: string | undefined): boolean {
  return text !== undefined && CODED.test(text);
}

function isNumbered(text: string | undefined): boolean {
  return text !== undefined && NUMBERED.test(text);
}
