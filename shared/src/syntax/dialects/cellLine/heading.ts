import { compactLabel } from '../../../text/width.ts';
import { isFigure, isWords, type Kind } from './kinds.ts';
import type { Cells, Shape } from './shape.ts';

/** Headings that stand over figures, and over words, alone. */
const OF_FIGURES = /^(?:(?:功能|经济|支出)?(?:分类)?(?:科目)?(?:编码|代码)|金额|预算数|合计|总计)$/;
const OF_WORDS = /名称$|^备注$/;
/** What stands below the heading of codes. */
const LEVEL = /^[类款项]$/;

/** What stands in front of the numbers of columns. */
const NUMBERING = /^[栏行]\s*次$/;

/** A cell of a row. */
export interface PlacedCell {
  readonly kind: Kind | undefined;
  readonly text: string;
  readonly column: number;
}

/** How many cells stand in front of the first figure or mark of an index. */
export function headEnd(cells: Cells, count: number): number {
  let index = 0;
  while (index < count && !isFigure(cells.kind(index)) && cells.kind(index) !== 'index') index++;
  return index;
}

/** Whether a cell holds this number and nothing else, written without leading zeros. */
export function isNumber(text: string, number: number): boolean {
  return text.trim() === String(number);
}

/** Whether a row numbers the columns: `** ** 1 2`, or 1 2 3. */
export function isIndexRow(row: readonly Omit<PlacedCell, 'column'>[]): boolean {
  return (
    row.some(({ kind }) => kind === 'index') || row.every(({ text }, index) => isNumber(text, index + 1))
  );
}

/** Whether a heading is among the numbers of the columns, which shows that the rows begin elsewhere. */
export function hasHeading(row: readonly Omit<PlacedCell, 'column'>[]): boolean {
  return row.some(({ kind, text }) => isWords(kind) && !NUMBERING.test(text.trim()));
}

/** Whether one of the rows of headings has words in every column. */
export function hasFullRow(header: readonly (readonly PlacedCell[])[], width: number): boolean {
  return header.some((row) => isFull(row, width));
}

function isFull(row: readonly PlacedCell[], width: number): boolean {
  return row.length === width && row.every(({ kind }) => isWords(kind));
}

/**
 * Whether rows of headings can stand above each other: where one is full, groups with empty cells behind
 * them stand above it, and labels below it.
 */
export function isStacked(
  header: readonly (readonly PlacedCell[])[],
  width: number,
  types: Shape['types'],
): boolean {
  const full = header.findIndex((row) => isFull(row, width));
  if (full === -1) return true;
  const above = header.slice(0, full).every((row) => row.some(({ kind }) => kind === 'blank'));
  const below = header.slice(full + 1);
  return (
    above &&
    below.every((row) =>
      row.every(({ kind, text, column }) => {
        if (LEVEL.test(text.trim())) return types[column] !== 'words';
        return !isWords(kind) || types[column] !== 'figure';
      }),
    )
  );
}

/**
 * The first `end` cells as rows of a table so many columns wide, which all begin in its first column, except that
 * `offset` columns are missing in front of the first one.
 */
export function rowsOf(cells: Cells, width: number, offset: number, end: number): PlacedCell[][] {
  const rows: PlacedCell[][] = [];
  for (let index = 0; index < end; index++) {
    const column = (index + offset) % width;
    const cell = { kind: cells.kind(index), text: cells.text(index), column };
    const open = rows.at(-1);
    if (open && column > 0) open.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

/** Every column that is filled has a heading, and no heading stands twice over one column. */
export function isHeaded(types: Shape['types'], header: readonly (readonly PlacedCell[])[]): boolean {
  return types.every((type, column) => {
    const texts = header.flatMap((row) => {
      const text = row.find((cell) => cell.column === column)?.text.trim() ?? '';
      return text === '' ? [] : text;
    });
    const denied = type === 'words' ? OF_FIGURES : OF_WORDS;
    if (type !== undefined && denied.test(compactLabel(texts.at(-1) ?? ''))) return false;
    return (type === undefined || texts.length > 0) && new Set(texts).size === texts.length;
  });
}

/** What the columns hold as far as the headings right above them tell; undefined where a column has none. */
export function headingTypes(
  header: readonly (readonly PlacedCell[])[],
  width: number,
): Shape['types'] | undefined {
  const types = Array.from({ length: width }, (_, column) => {
    const text = header.flatMap((row) => compactLabel(row[column]?.text ?? '') || []).at(-1);
    if (text === undefined) return text;
    return OF_FIGURES.test(text) || LEVEL.test(text) ? 'figure' : OF_WORDS.test(text) ? 'words' : 'any';
  });
  return types.includes(undefined) ? undefined : types.map((type) => (type === 'any' ? undefined : type));
}

/**
 * Whether the headings tell the columns of each list apart: where two columns have the same ones, those of the groups above
 * them are not among these rows.
 */
export function tellColumns(header: readonly (readonly PlacedCell[])[], types: Shape['types']): boolean {
  let told = new Set<string>();
  return types.every((type, column) => {
    if (type === 'words' && types[column - 1] === 'figure') told = new Set();
    if (type !== 'figure') return true;
    const path = pathOver(header, column);
    const isNew = !told.has(path);
    told.add(path);
    return isNew;
  });
}

/** The heading of a column below the nearest ones to its left in the rows above. */
function pathOver(header: readonly (readonly PlacedCell[])[], column: number): string {
  const texts = header.map((row) => row.map(({ text }) => compactLabel(text)));
  const own = texts.findLastIndex((row) => row[column]);
  const above = texts.slice(0, own).map((row) => row.slice(0, column + 1).findLast((text) => text !== ''));
  return [...above, texts[own]?.[column]].join(' ');
}
