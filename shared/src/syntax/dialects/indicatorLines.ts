import { toHalfWidth } from '../../text/width.ts';
import { isBarrier } from '../barrier.ts';
import type { CellNode, RowNode } from '../nodes.ts';
import { cellOf, type DialectReader } from './dialect.ts';

/** Words of the heading of such a list, in their order. */
const HEADING = [/^一级指标$/, /^二级指标$/, /^(?:三级指标|指标内容|指标名称)$/, /指标值/];
const MAX_HEADING = 160;
/** Blanks between the cells of a heading that stand below each other, as `pdftotext -layout` writes them. */
const WIDE = /\s{2,}/;
const WIDE_CELL = /\S+(?: \S+)*/g;
const CELL = /\S+/g;
/** A heading of a group, whole or cut off by the end of its line: 数量指标, 服务对象满意, 度指标. */
const GROUP = /指标$|^(?:产出|效益|满意度|服务对象|社会公众)/;
/** What only values are: ≥90%, =12.00(次), 6月底前, 50万元, 不少于4次的活动. */
const VALUE =
  /^[≥≧≤≦<>=]|\d[\d,.]*(?:\([^)]*\)|[%％]|\p{Script=Han}{1,4})?$|(?:至少|不[低少]于|不超过|不高于)\d/u;
/**
 * Lines that nothing shows to be of the list are of it where others that are follow: a wrapped name, blanks between
 * rows, a name with words for a value. The latter come one after the other.
 */
const MAX_BETWEEN = 24;
const STRAY = 6;
const PAIR = 1;
/** What stands below such a list, or heads the next form, or is of a table of amounts. */
const END =
  /表$|^\d{3,7}\s|\d\.\d{2,6}\s+[\d,]+\.\d{2}|单位[:：]|^[(（]?\d{4}年|^(?:项目(?:名称|资金|主管)|主管部门|实施单位|填[表报]|联系|单位|部门|备?注|说明|附|表\d|第?-?\s*\d+\s*-?页?$)|^[一二三四五六七八九十]+、|。$/;
const LONGEST = 200;

/**
 * Lists of performance indicators without separators: `数量指标 培训人次 ≥200人次`, as PDF text has them, with their
 * heading 一级指标 二级指标 三级指标 指标值 above. Amounts of money do not show where they end, but values do, and the
 * headings of groups. The order of the cells is all that is left.
 */
export const indicatorLinesDialect: DialectReader = { dialect: 'flattened', extent, read };

function extent(lines: readonly string[], first: number): number {
  if (!isHeading(lines[first])) return 0;
  let end = first + 1;
  let between = 0;
  for (let at = end; between < MAX_BETWEEN; at++) {
    const line = lines[at];
    if (line === undefined || isBarrier(line) || line.startsWith('\f') || isHeading(line)) break;
    const text = toHalfWidth(line).trim();
    if (text.length > LONGEST || END.test(text)) break;
    if (isRow(text)) {
      end = at + 1;
      between = 0;
    } else between += isPair(text) ? PAIR : STRAY;
  }
  return end - first > 1 ? end - first : 0;
}

/** Two cells of words. */
function isPair(text: string): boolean {
  const [name, value, ...others] = text.split(/\s+/);
  return others.length === 0 && [name, value].every((cell) => /\p{Script=Han}/u.test(cell ?? ''));
}

function isHeading(line: string | undefined): boolean {
  if (line === undefined || line.length > MAX_HEADING || !line.includes('一级指标')) return false;
  if (/[\t|,]/.test(line)) return false;
  const cells = line.trim().split(/\s+/);
  const places = HEADING.map((word) => cells.findIndex((cell) => word.test(cell)));
  return places.every((place, index) => place > (places[index - 1] ?? -1));
}

/** A group with something behind it, or something with a value behind it. */
function isRow(text: string): boolean {
  const cells = text.split(/\s+/);
  return cells.some((cell) => GROUP.test(cell)) || (cells.length > 1 && VALUE.test(cells.at(-1) ?? ''));
}

function read(lines: readonly string[]): RowNode[] {
  const pattern = WIDE.test((lines[0] ?? '').trim()) ? WIDE_CELL : CELL;
  return lines.flatMap((text, line) => {
    const cells = [...text.matchAll(pattern)].map(
      ({ 0: cell, index }, column): CellNode => cellOf(text, index, index + cell.length, line, column),
    );
    return cells.length > 0 ? [{ line, separator: false, cells }] : [];
  });
}
