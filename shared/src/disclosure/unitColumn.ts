import type { CellNode, RowNode } from '../syntax/nodes.ts';
import { compactLabel, toHalfWidth } from '../text/width.ts';
import { isBodyName, readUnitCode } from './codes.ts';
import { hasWords } from './labels.ts';
import type { UnitCodeReading } from './table.ts';

/** Heads the numbers of bodies, or in front of what they buy or do those of the body each row is of. */
const UNIT_HEADING = /^(?:预算)?单位(?:代码|编码|编号)$/;

/** Heads names that are those of 科目 wherever a row has a code. */
const ACCOUNT_HEADING = /科目|功能|经济分类/;

/** A number of a body; the whole code of a 科目 may stand in the same column. */
const UNIT_NUMBER = /^\d{6}$/;

/** The column of 单位代码 that stands between the codes of 类, 款, 项 and the names. */
export interface UnitColumn {
  readonly index: number;
  /** Whether the names behind it are those of 科目: then a number between a code and its name parts nothing. */
  readonly inFrontOfAccounts: boolean;
}

/** The column of 单位代码 behind the codes that begin at `start`; undefined where the header has none. */
export function unitColumn(header: readonly RowNode[], start: number): UnitColumn | undefined {
  for (const { cells } of header) {
    const cell = cells.find(({ text, column }) => column > start && UNIT_HEADING.test(compactLabel(text)));
    if (!cell) continue;
    const index = cell.column;
    const names = header.flatMap((row) => row.cells[index + 1]?.text ?? []);
    return { index, inFrontOfAccounts: names.some((text) => ACCOUNT_HEADING.test(text)) };
  }
  return undefined;
}

/** The cells of a row as its 科目编码 and its name are read in them: without the number of a body between the two. */
export function cellsOfCode(cells: readonly CellNode[], units: UnitColumn | undefined): readonly CellNode[] {
  if (!units?.inFrontOfAccounts || !isOfUnit(cells, units)) return cells;
  return cells.map((cell) => (cell.column === units.index ? { ...cell, text: '' } : cell));
}

/** Whether a row with a code prints the number of the body it is of. */
export function isOfUnit(cells: readonly CellNode[], units: UnitColumn | undefined): boolean {
  return units !== undefined && UNIT_NUMBER.test(toHalfWidth(cells[units.index]?.text ?? ''));
}

/**
 * Whether a row without a number is what the body of a row above it buys: that one has the name of the body and no other
 * words, so that its amounts are those of all its purchases.
 */
export function isBoughtBy(
  body: readonly CellNode[],
  cells: readonly CellNode[],
  units: UnitColumn,
): boolean {
  const [name, second] = body.filter(({ text }) => hasWords(text));
  const isTotalOfBody = name !== undefined && !second && isBodyName(name.text);
  const words = cells.filter(({ text }) => hasWords(text));
  return isTotalOfBody && cells[units.index]?.text === '' && words.length > 0;
}

/** The number and name of a body, where no code stands in front of it. */
export function unitBehindCodes(cells: readonly CellNode[], units: UnitColumn): UnitCodeReading | undefined {
  const isBare = cells.slice(0, units.index).every(({ text }) => text === '');
  return isBare ? readUnitCode(cells, units.index) : undefined;
}

/** The name of a body in a row that prints no number at all, whose names stand behind the column of numbers. */
export function unnumberedUnit(cells: readonly CellNode[], units: UnitColumn): UnitCodeReading | undefined {
  const isBare = cells.slice(0, units.index + 1).every(({ text }) => text === '');
  const [named, second] = cells.filter(({ text }) => hasWords(text));
  return isBare && named && !second && isBodyName(named.text) ? { code: '', name: named.text } : undefined;
}
