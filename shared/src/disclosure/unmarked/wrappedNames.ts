import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { parseNumbering } from '../../text/numbering.ts';
import { isBodyName } from '../codes.ts';
import { isOfWhich, isTotalLabel } from '../labels.ts';
import { isFigure, isWholeCode, joined, type Token, tokensOf } from './tokens.ts';

/**
 * Headings stand over the first row, where nothing tells them from the beginning of its name; 机关事业单位基本养老保险 and
 * 行政单位离退休 are names.
 */
const HEADING = /科目|编码|名称|(?<!事业|行政)单位|金额|预算|[类款项]$/;

/** Of the name of an item so much may stand in a line of its own. */
const MAX_REST = 3;
/** Over so many lines the longest names go in narrow columns. */
const MAX_LINES = 4;

/** What a line has, by itself: `coded` is a code with a name, `bare` a code with figures, `named` a name with figures. */
type LineKind = 'coded' | 'bare' | 'named' | 'word' | 'other';

interface Line {
  readonly row: RowNode;
  readonly kind: LineKind;
  /** Codes, name and figures. */
  readonly codes: readonly Token[];
  readonly words: readonly Token[];
  readonly figures: readonly Token[];
}

/**
 * Makes one row again of a name that goes over lines in a flattened list of codes: figures beside its last line
 * (`20103 政府办公厅（室）及相关机构` over `事务 300.00`), or beside its code alone in the middle (民主党派及 over
 * `20128 190.00` over 工商联事务). A list with other rows that have no code is left alone: there the line may be one.
 * A row keeps its first line.
 */
export function withWrappedNames(rows: readonly RowNode[]): readonly RowNode[] {
  const lines = rows.map(lineOf);
  const sizes = lines.map((_, index) => wrappedSize(lines, index));
  const parts = new Set(sizes.flatMap((size, index) => Array.from({ length: size }, (_, at) => index + at)));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  // A line that two rows claim belongs to neither for sure.
  if (whole === 0 || parts.size < whole) return rows;
  if (lines.some(({ kind }, index) => kind === 'named' && !parts.has(index))) return rows;
  return lines.flatMap(({ row }, index) => {
    const size = sizes[index] ?? 0;
    if (size > 0) return joinedRow(lines.slice(index, index + size));
    return parts.has(index) ? [] : row;
  });
}

/**
 * Makes one row again of an item without figures whose name goes on in the line below (十七、国土海洋气象等支 over 出), which
 * the end of a page may part from it.
 */
export function withRestsOfItems(rows: readonly RowNode[]): readonly RowNode[] {
  return rows.flatMap((row, index) => {
    const [above, own, below] = [rows[index - 1], row, rows[index + 1]].map(
      (each) => each && wordAlone(each),
    );
    if (own && above && isRest(own, above)) return [];
    if (!own || !below || !isRest(below, own)) return row;
    return { ...row, cells: [joined([own, below], 0)] };
  });
}

/** The name in a row that has nothing else. */
function wordAlone(row: RowNode): CellNode | undefined {
  const [name, ...others] = tokensOf(row);
  return name?.kind === 'words' && others.length === 0 ? name.cell : undefined;
}

function isRest({ text }: CellNode, item: CellNode): boolean {
  if (text.length > MAX_REST || isTotalLabel(text) || isOfWhich(text)) return false;
  return !parseNumbering(text) && parseNumbering(item.text) !== undefined;
}

function lineOf(row: RowNode): Line {
  const tokens = tokensOf(row);
  const behindCodes = tokens.findIndex(({ kind }) => kind !== 'code');
  const codes = tokens.slice(0, behindCodes);
  const words = tokens.slice(codes.length).filter(({ kind }) => kind === 'words');
  const figures = tokens.slice(codes.length + words.length);
  return { row, codes, words, figures, kind: kindOf(codes, words, figures) };
}

function kindOf(codes: readonly Token[], words: readonly Token[], figures: readonly Token[]): LineKind {
  const [name, ...others] = words;
  const isCoded = isWholeCode(codes.map(({ cell }) => cell.text).join(''));
  if (others.length > 0 || !figures.every(isFigure) || (codes.length > 0 && !isCoded)) return 'other';
  if (name && (parseNumbering(name.cell.text) || isTotalLabel(name.cell.text))) return 'other';
  if (figures.length === 0) return name ? (isCoded ? 'coded' : 'word') : 'other';
  // A body stands below the 科目 that it is given money for.
  if (name) return isCoded || isBodyName(name.cell.text) ? 'other' : 'named';
  return isCoded ? 'bare' : 'other';
}

/** Over how many lines a wrapped row goes that begins here, or 0. */
function wrappedSize(lines: readonly Line[], index: number): number {
  const [first, second, third] = lines.slice(index, index + 3);
  if (!first || !second || second.row.line !== first.row.line + 1) return 0;
  if (first.kind === 'coded') return sizeBelowCode(lines.slice(index, index + MAX_LINES));
  const isMiddle = first.kind === 'word' && second.kind === 'bare' && third?.kind === 'word';
  if (!isMiddle || third.row.line !== second.row.line + 1) return 0;
  const isHeading = first.words.some(({ cell }) => HEADING.test(cell.text));
  const isBelowRow = lines.slice(0, index).some(({ figures }) => figures.length > 0);
  return isBelowRow && !isHeading ? 3 : 0;
}

/** Over how many lines a name goes that begins behind its code and ends in front of its figures, or 0. */
function sizeBelowCode([, ...below]: readonly Line[]): number {
  const end = below.findIndex(({ kind }) => kind !== 'word');
  return below[end]?.kind === 'named' ? end + 2 : 0;
}

function joinedRow(lines: readonly Line[]): RowNode | [] {
  const [first] = lines;
  const cellsOf = (part: 'codes' | 'words' | 'figures') =>
    lines.flatMap((line) => line[part].map(({ cell }) => cell));
  const [name, ...rest] = cellsOf('words');
  if (!first || !name) return [];
  const cells = [...cellsOf('codes'), joined([name, ...rest], 0), ...cellsOf('figures')];
  return { ...first.row, cells: cells.map((cell, column) => ({ ...cell, column })) };
}
