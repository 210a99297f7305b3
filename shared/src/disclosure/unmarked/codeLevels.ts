import { headingWords } from '../../syntax/headingWords.ts';
import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';
import { isTotalLabel } from '../labels.ts';
import { isFigure, tokensOf } from './tokens.ts';

const LEVEL = /^[类款项]$/;
const CODES = /(?:编码|代码)$/;
const NAMES = /名称$/;

/**
 * Puts the headings 类, 款 and 项 in front of that of the names. In headings of several rows 科目编码 and 科目名称 do not
 * stand on one line: the lower half of the one, 类 款 项, is printed below the other, which is as tall as both; its
 * upper half may go over two lines.
 * Rows keep their places; what was moved is missing where it stood.
 */
export function withCodeLevels(rows: readonly RowNode[]): readonly RowNode[] {
  const bottom = rows.findIndex((row) => levelsOf(row).length > 1);
  const above = rows.slice(0, Math.max(0, bottom));
  const names = above.findLastIndex(({ cells }) => filled(cells).slice(0, 1).some(isCalled(NAMES)));
  const codes = above.findIndex(({ cells }) => cells.some(isCalled(CODES)));
  const lower = rows[bottom];
  if (!lower || names === -1 || codes === -1 || codes === names) return rows;
  const levels = levelsOf(lower);
  const moved = new Set([...levels, ...wrappedAround(rows[codes - 1], rows[codes])]);
  return rows.map((row, index): RowNode => {
    const kept = row.cells.filter((cell) => !moved.has(cell) && !(index === codes && isCalled(CODES)(cell)));
    return { ...row, cells: index === names ? [...levels, ...kept] : kept };
  });
}

/**
 * Parts a row in which the total follows the headings 类, 款 and 项 on one line: their cells are as tall as that of the
 * headings above and the total's together. Both rows stand on that line.
 */
export function withTotalBelowLevels(rows: readonly RowNode[]): readonly RowNode[] {
  return rows.flatMap((row): RowNode | readonly RowNode[] => {
    const levels = levelsOf(row);
    const [total, ...others] = filled(row.cells).slice(levels.length);
    const areFigures = others.length > 0 && tokensOf({ ...row, cells: others }).every(isFigure);
    if (levels.length < 2 || !total || !isTotalLabel(total.text) || !areFigures) return row;
    const rest = [total, ...others].map((cell, column) => ({ ...cell, column }));
    return [
      { ...row, cells: levels },
      { ...row, cells: rest },
    ];
  });
}

/** The beginning of the heading of codes, where it is in the line above: both make one that tables are known to have. */
function wrappedAround(above: RowNode | undefined, row: RowNode | undefined): CellNode[] {
  const end = row?.cells.find(isCalled(CODES));
  const start = filled(above?.cells ?? [])[0];
  const isOne = start && end && !headingWords(end.text).isLeaf && headingWords(start.text + end.text).isLeaf;
  return isOne ? [start] : [];
}

/** The headings of the levels at the beginning of a row. */
function levelsOf({ cells }: RowNode): CellNode[] {
  const own = filled(cells);
  const end = own.findIndex((cell) => !isCodeLevel(cell));
  return end === -1 ? own : own.slice(0, end);
}

/** Whether a heading is that of one level of codes: 类, 款 or 项. */
export function isCodeLevel({ text }: CellNode): boolean {
  return LEVEL.test(compactLabel(text));
}

function filled(cells: readonly CellNode[]): CellNode[] {
  return cells.filter(({ text }) => text !== '');
}

/** Whether the words of a cell, in half width and without blanks, are of a pattern. */
export function isCalled(pattern: RegExp): (cell: CellNode) => boolean {
  return ({ text }) => pattern.test(compactLabel(text));
}
