import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { toHalfWidth } from '../../text/width.ts';
import { type Grid, wordsOfRow } from '../grid.ts';
import { placeListBlanks } from './blanks/listBlanks.ts';
import { filledUp } from './blanks/looseBody.ts';
import { headOf } from './head.ts';
import { type Block, blocksOf, leafOf } from './leaves.ts';
import type { Assigned } from './numberedAbreast.ts';
import type { PlacedGrid } from './place.ts';
import { isFigure, type Token, tokensOf } from './tokens.ts';

const LINE_NUMBER = /^行\s*次$/;
/** A form of income and expenditure, each with its own numbers. */
const SIDES = 2;

/** The lines of both sides that a row has. */
interface Numbers {
  readonly left: number;
  readonly right: number;
}

/**
 * Places a form in which each line of both sides has a number (项目 行次 金额 项目 行次 金额): the numbers go on by one from
 * row to row, so that it is known which they are, and what stands in front of one is a name and behind it an amount,
 * whichever names and amounts are blank. Undefined where a row does not have both of its numbers.
 */
export function placedByLineNumbers(grid: Grid): PlacedGrid | undefined {
  const head = headOf(grid.rows);
  const labels = head?.rows.findLast(({ cells }) => cells.filter(isLineNumber).length === SIDES);
  if (!head || !labels) return undefined;
  const headings = new Set(head.rows.map(wordsOfRow));
  const leaves = labels.cells.filter((cell) => cell.text !== '' && !isLineNumber(cell));
  const blocks = blocksOf(leaves.map((cell, column) => leafOf({ ...cell, column })));
  const body = grid.rows
    .slice(head.body)
    .filter((row) => row.cells.length > 0 && !headings.has(wordsOfRow(row)));
  const parted = partedRows(body.map(tokensOf));
  if (!parted || blocks.length !== SIDES) return undefined;
  const placed = placeListBlanks(
    body.map((node) => ({ node, tokens: tokensOf(node), placed: { fit: 'partial', cells: node.cells } })),
    blocks,
    parted.map((row) => assignedTo(row, blocks)),
  );
  if (!placed) return undefined;
  const rows = body.map((row, index): RowNode => {
    const { fit, cells } = placed.rows[index] ?? { fit: 'partial', cells: row.cells };
    const isKnown = fit === 'whole' || fit === 'label';
    return { line: row.line, separator: false, cells: filledUp(cells), ...(!isKnown && { unsure: true }) };
  });
  const top: RowNode = { line: labels.line, separator: false, cells: placed.headings };
  return { grid: { ...grid, rows: [top, ...rows] }, partial: true, sums: placed.sums };
}

function isLineNumber({ text }: CellNode): boolean {
  return LINE_NUMBER.test(text.trim());
}

/** The two sides of each row without their numbers; undefined where a row lacks one of these. */
function partedRows(rows: readonly (readonly Token[])[]): Token[][][] | undefined {
  const first = rows[0] && firstNumbers(rows[0]);
  if (!first) return undefined;
  const parted = rows.map((tokens, index) =>
    partedAt(tokens, { left: first.left + index, right: first.right + index }),
  );
  return parted.every((row) => row !== undefined) ? parted : undefined;
}

/** The numbers of the first row: 1, and the one behind the name on the right. */
function firstNumbers(tokens: readonly Token[]): Numbers | undefined {
  const left = tokens.findIndex((token) => numberOf(token) === 1);
  const right = tokens.findIndex(
    (token, index) => index > left + 1 && isBehindName(tokens, index) && numberOf(token),
  );
  const value = tokens[right] && numberOf(tokens[right]);
  return left !== -1 && value !== undefined && value > 1 ? { left: 1, right: value } : undefined;
}

function partedAt(tokens: readonly Token[], { left, right }: Numbers): Token[][] | undefined {
  const first = tokens.findIndex((token) => numberOf(token) === left);
  const places = tokens.flatMap((token, index) => (index > first && numberOf(token) === right ? index : []));
  const second = places.find((index) => isBehindName(tokens, index)) ?? places[0];
  if (first === -1 || second === undefined || !tokens.slice(0, first).every(isWord)) return undefined;
  const between = tokens.slice(first + 1, second);
  const name = between.findIndex(isWord);
  const amounts = name === -1 ? between : between.slice(0, name);
  const words = name === -1 ? [] : between.slice(name);
  const behind = tokens.slice(second + 1);
  if (![...amounts, ...behind].every(isFigure) || !words.every(isWord)) return undefined;
  return [
    [...tokens.slice(0, first), ...amounts],
    [...words, ...behind],
  ];
}

/** Each side under its headings; a side without a name is blank. */
function assignedTo(sides: readonly (readonly Token[])[], blocks: readonly Block[]): readonly Assigned[] {
  return blocks.flatMap((_, block) => {
    const part = sides[block];
    return part?.some(isWord) ? [{ part, block }] : [];
  });
}

function isBehindName(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before !== undefined && isWord(before);
}

function isWord({ kind }: Token): boolean {
  return kind === 'words';
}

function numberOf({ cell }: Token): number | undefined {
  const text = toHalfWidth(cell.text).trim();
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}
