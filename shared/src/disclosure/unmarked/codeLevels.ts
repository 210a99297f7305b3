import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { compactLabel } from '../../text/width.ts';

const LEVEL = /^[类款项]$/;
const CODES = /(?:编码|代码)$/;
const NAMES = /名称$/;

/**
 * Puts the headings 类, 款 and 项 in front of that of the names. In headings of several rows 科目编码 and 科目名称 do not
 * stand on one line: the lower half of the one, 类 款 项, is printed below the other, which is as tall as both.
 * Rows keep their places; what was moved is missing where it stood.
 */
export function withCodeLevels(rows: readonly RowNode[]): readonly RowNode[] {
  const bottom = rows.findIndex((row) => levelsOf(row).length > 1);
  const above = rows.slice(0, Math.max(0, bottom));
  const names = above.findLastIndex(({ cells }) => filled(cells).slice(0, 1).some(isOf(NAMES)));
  const codes = above.findIndex(({ cells }) => cells.some(isOf(CODES)));
  const lower = rows[bottom];
  if (!lower || names === -1 || codes === -1 || codes === names) return rows;
  const levels = levelsOf(lower);
  return rows.map((row, index): RowNode => {
    if (index === bottom) return { ...row, cells: row.cells.filter((cell) => !levels.includes(cell)) };
    if (index === codes) return { ...row, cells: row.cells.filter((cell) => !isOf(CODES)(cell)) };
    return index === names ? { ...row, cells: [...levels, ...row.cells] } : row;
  });
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

function isOf(pattern: RegExp): (cell: CellNode) => boolean {
  return ({ text }) => pattern.test(compactLabel(text));
}
