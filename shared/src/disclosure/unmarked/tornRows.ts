import type { RowNode } from '../../syntax/nodes.ts';
import { parseNumbering } from '../../text/numbering.ts';
import { isOfWhich, isTotalLabel } from '../labels.ts';
import { isFigure, isWholeCode, joined, type Token, tokensOf } from './tokens.ts';

/** Of a name so many lines may stand between the code and the figures, in narrow columns. */
const MAX_REST = 3;
/** Digits of a 类. */
const CLASS = 3;

/**
 * Makes one row again of the lines over which a row of a flattened table was torn: its code with the beginning of its
 * name, its number with that, or the word 合计, the rest of the name if there is more of it, and the figures. A row keeps its first line.
 * Blank lines, at which pages end, are no rows. A code whose figures may be on the next page is unsure, and so is a torn
 * total where the rows do not begin with a 类: rows may be on the page before.
 */
export function withTornRows(lines: readonly RowNode[]): readonly RowNode[] {
  const rows = lines.filter(({ cells }) => cells.length > 0);
  const begins = rows.map(tokensOf).find(([first]) => first?.kind === 'code');
  const isWhole = begins?.[0]?.cell.text.length === CLASS && begins[1]?.kind !== 'code';
  const whole: RowNode[] = [];
  for (let index = 0; index < rows.length; ) {
    const near = rows.slice(index, index + 2 + MAX_REST).map(tokensOf);
    const size = tornSize(near);
    const [row, ...below] = rows.slice(index, index + size);
    const isCut = size === 1 && isCoded(near[0] ?? []) && rows[index + 1]?.line !== (row?.line ?? 0) + 1;
    const isLoose = size > 1 && isTotalAlone(near[0] ?? []) && !isWhole;
    const own = row && below.length > 0 ? joinedRow(row, below) : row;
    if (own) whole.push(isCut || isLoose ? { ...own, unsure: true } : own);
    index += size;
  }
  return whole;
}

/** Over how many lines a row goes. */
function tornSize([first = [], ...below]: readonly (readonly Token[])[]): number {
  const isTotal = isTotalAlone(first);
  const isNamed = isTotal || first.at(-1)?.kind === 'words';
  if (!isTotal && !isCoded(first) && !endsInItem(first)) return 1;
  const rest = below.findIndex((tokens) => !isRest(tokens));
  const isWhole = areFigures(below[rest] ?? []) && (isTotal ? rest === 0 : isNamed || rest > 0);
  return isWhole ? rest + 2 : 1;
}

function isTotalAlone([only, ...others]: readonly Token[]): boolean {
  return only?.kind === 'words' && others.length === 0 && isTotalLabel(only.cell.text);
}

/** A code, or its levels, alone or with the beginning of its name. */
function isCoded(tokens: readonly Token[]): boolean {
  const codes = tokens.filter(({ kind }) => kind === 'code');
  const [name, ...others] = tokens.slice(codes.length);
  const digits = codes.map(({ cell }) => cell.text).join('');
  return isWholeCode(digits) && others.length === 0 && (name === undefined || name.kind === 'words');
}

/** Whether a line ends in an item with its number: its figures, and those of no other one, stand below. */
function endsInItem(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return last?.kind === 'words' && parseNumbering(last.cell.text) !== undefined;
}

function isRest([name, ...others]: readonly Token[]): boolean {
  if (name?.kind !== 'words' || others.length > 0) return false;
  return !parseNumbering(name.cell.text) && !isTotalLabel(name.cell.text) && !isOfWhich(name.cell.text);
}

function areFigures(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }) => kind === 'figure') && tokens.every(isFigure);
}

function joinedRow(row: RowNode, below: readonly RowNode[]): RowNode {
  const tokens = tokensOf(row);
  const last = tokens.at(-1);
  const isNamed = last?.kind === 'words';
  const front = (isNamed ? tokens.slice(0, -1) : tokens).map(({ cell }) => cell);
  const rest = below.slice(0, -1).flatMap(({ cells }) => cells);
  const [name, ...more] = [...(isNamed ? [last.cell] : []), ...rest];
  const all = [...front, ...(name ? [joined([name, ...more], 0)] : []), ...(below.at(-1)?.cells ?? [])];
  return { ...row, cells: all.map((cell, column) => ({ ...cell, column })) };
}
