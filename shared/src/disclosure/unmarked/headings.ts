import type { RowNode } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import { LOST_YEAR } from '../../text/years.ts';
import { isTotalLabel, wordsOf } from '../labels.ts';
import type { ReadRow } from '../rows.ts';
import type { Column } from '../table.ts';
import { kindOfHeading } from './leaves.ts';
import { isWholeCode } from './tokens.ts';
import { isTornHeading } from './wholeHeadings.ts';

/**
 * Whether headings say what their columns hold: names over words, and no names over amounts. Where nothing
 * but the order of the cells tells which heading is whose, one that does not fit shows that the order is lost.
 */
export function areHeadingsFitting(columns: readonly Column[], header: readonly ReadRow[]): boolean {
  // All cells behind one that lost its year may stand one too far on.
  if (header.some(({ node }) => node.cells.some(({ text }) => LOST_YEAR.test(text)))) return false;
  if (header.some(({ node }) => hasTornHeading(node)) || areNamesInGroups(columns, header)) return false;
  return columns.every(({ index, kind, aside }) => {
    const heading = headingOver(index, header);
    if (aside) return false;
    if (heading === undefined || kind === 'empty') return true;
    const says = kindOfHeading(heading);
    if (kind === 'text') return says === 'name' || says === 'text';
    return kind === 'code' ? says === 'code' || says === 'name' : says === 'figure';
  });
}

/** Whether parts of a heading stand beside each other, as if they were headings of columns: one that goes over lines was torn. */
function hasTornHeading({ cells }: RowNode): boolean {
  const torn = cells.map((cell) => cell.whole === undefined && cell.text !== '' && isTornHeading(cell.text));
  return torn.some((isTorn, at) => isTorn && torn[at + 1] === true);
}

/** Whether each of several columns that name rows has a heading of its own over that of the column, or a year: one group has them all. */
function areNamesInGroups(columns: readonly Column[], header: readonly ReadRow[]): boolean {
  const first = columns.findIndex(({ kind }) => kind === 'amount');
  const groups = columns.slice(0, Math.max(first, 0)).flatMap(({ index }) => {
    const texts = header.map(({ node }) => compactLabel(wordsOf(node.cells[index] ?? { text: '' })));
    const filled = texts.filter((text) => text !== '');
    return filled.length > 1 ? filled.slice(0, 1) : [];
  });
  return new Set(groups).size > 1 || groups.some((group) => YEAR.test(group));
}

const YEAR = /^(?:19|20)\d{2}年?$/;

/** A figure among the words of a heading is that of a row that was taken for one. */
const FIGURE = /\d{5}|\d\.\d|\d\.$/;

/** Fewer codes may be figures. */
const MIN_CODES = 3;
/** So many digits of a code tell its 类. */
const CLASS = 3;
/** A 类 is counted from 01 on, so that this is an amount. */
const NO_CLASS = /^\d00$/;

/** Whether a column that was taken for one of amounts holds nothing but codes: then it is not where it seems. */
export function holdsCodesOnly({ kind, index }: Column, rows: readonly RowNode[]): boolean {
  const texts = rows.flatMap(({ cells }) => {
    const text = cells[index]?.text ?? '';
    return /\d/.test(text) ? text : [];
  });
  return kind === 'amount' && areCodesAlone(texts);
}

/** Whether the texts of a column are nothing but codes, and so many that they are no amounts which look like some. */
export function areCodesAlone(texts: readonly string[]): boolean {
  const areCodes = texts.every((text) => isWholeCode(text) && !NO_CLASS.test(text.trim()));
  return texts.length >= MIN_CODES && areCodes && areRelated(new Set(texts));
}

/** Whether a column behind the names holds nothing but codes, and its heading says so (政府经济科目编码): it is no column of amounts. */
export function isHeadedAsCodes(
  { index, kind }: Column,
  header: readonly ReadRow[],
  rows: readonly RowNode[],
): boolean {
  const heading = headingOver(index, header);
  const texts = rows.flatMap(({ cells }) => {
    const text = cells[index]?.text ?? '';
    return /\d{3}/.test(text) ? text : [];
  });
  return (
    kind === 'quantity' &&
    heading !== undefined &&
    kindOfHeading(heading) === 'code' &&
    texts.length > 0 &&
    texts.every(isWholeCode)
  );
}

/** Whether a column that is headed as one of codes has nothing but the word of a total: where there are no other rows. */
export function holdsTotalsOfCodes(
  { index, kind }: Column,
  header: readonly ReadRow[],
  rows: readonly RowNode[],
): boolean {
  const heads = new Set(header.map(({ node }) => node.line));
  const texts = rows.flatMap(({ line, cells }) => (heads.has(line) ? [] : cells[index]?.text || []));
  const heading = headingOver(index, header);
  return (
    kind === 'text' && heading !== undefined && kindOfHeading(heading) === 'code' && texts.every(isTotalLabel)
  );
}

/** Whether codes are those of 类, or most of one 类 with others; whole amounts that look like codes begin in all ways. */
function areRelated(codes: ReadonlySet<string>): boolean {
  const all = [...codes];
  const groups = all.map((code) => code.slice(0, CLASS));
  const related = groups.filter(
    (group, index) => groups.indexOf(group) !== index || groups.includes(group, index + 1),
  );
  return all.every(({ length }) => length === CLASS) || 2 * related.length >= all.length;
}

/**
 * Whether headings that were put over columns by their place on the page can be right: none that names or
 * describes rows stands over amounts, none that stands aside was taken for that of a column of them, and where
 * headings go over several lines none is known to be a part of a longer one.
 */
export function canHeadingsFit(columns: readonly Column[], header: readonly ReadRow[]): boolean {
  const isStacked = header.length > 1 || header.some(({ node }) => node.cells.some(({ whole }) => whole));
  return columns.every(({ kind, path, aside }) => {
    const heading = path.at(-1);
    if (kind !== 'amount' || heading === undefined) return true;
    const isFitting = !FIGURE.test(heading) && kindOfHeading(heading) === 'figure';
    return !aside && isFitting && !(isStacked && isTornHeading(heading) && !areAlikeAbreast(columns));
  });
}

/** 项目 | 预算 | 项目 | 预算: in lists abreast every column of amounts has the same heading, and each name too. No part of one is so. */
function areAlikeAbreast(columns: readonly Column[]): boolean {
  const amounts = columns.filter(({ kind }) => kind === 'amount');
  const pairs = amounts.map(({ index, path }) => {
    const name = columns[index - 1];
    return name?.kind === 'text' ? `${name.path.at(-1) ?? ''}|${path.at(-1) ?? ''}` : '';
  });
  const [first = '', ...others] = pairs;
  const [name = ''] = first.split('|');
  return kindOfHeading(name) === 'name' && others.length > 0 && others.every((pair) => pair === first);
}

/** The lowest heading that stands straight over a column. */
function headingOver(column: number, header: readonly ReadRow[]): string | undefined {
  const texts = header.map(({ node }) => compactLabel(wordsOf(node.cells[column] ?? { text: '' })));
  return texts.findLast((text) => text !== '');
}
