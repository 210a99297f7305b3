import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { maxOf } from '../../text/lists.ts';
import { codeTree, walk } from '../codeTree.ts';
import type { Grid } from '../grid.ts';
import { isTotalLabel, wordsOf } from '../labels.ts';
import type { ColumnSum } from './blanks/columnSums.ts';
import { type Figure, type Interval, meet, NOTHING, plus } from './blanks/figure.ts';
import { fillBlanks, type LooseRow, waysShown } from './blanks/fillBlanks.ts';
import { type BodyRow, filledUp, inColumns, looseBody } from './blanks/looseBody.ts';
import { sumsOf } from './blanks/placeBlanks.ts';
import { type Block, namelessBlock } from './leaves.ts';
import type { PlacedGrid } from './place.ts';
import { placeRow, type RowParts } from './placeRow.ts';
import { withGluedCodes } from './stub.ts';
import { isFigure, isWholeCode, type Token, tokensOf } from './tokens.ts';

/** So many sums must hold before the order of figures is believed. */
const MIN_HOLDING = 3;
/** And so many for each that fails: one wrong figure breaks the sum above it and that below. */
const PER_FAILING = 2;
/** So many rows that add up show as much. */
const MIN_ACROSS = 10;
/** So many rows with several parts show how columns hang together. */
const MIN_WHOLE = 2;
/** 类, 款 and 项. */
const LEVELS = 3;

/**
 * Places the figures of a table by codes alone, where its headings were torn or stand elsewhere: the first figures
 * of all rows are one column if they add up as the codes say. Behind it figures are placed as far as sums across rows
 * and down the codes tell their columns. Undefined where nothing adds up.
 */
export function placedByCodes(grid: Grid): PlacedGrid | undefined {
  const coded = grid.rows.map((node) => ({ node, tokens: codedTokens(node) }));
  const block = blockOf(coded.flatMap(({ tokens }) => (tokens ? [tokens] : [])));
  const rows = coded.flatMap(({ node, tokens }): BodyRow[] =>
    tokens ? [{ node, tokens, placed: placeRow(tokens, [block]) }] : [],
  );
  const { parts, rows: loose } = looseBody(rows, block);
  if (block.rest.length === 0 || !isFirstCertain(loose) || !addUpByCodes(loose)) return undefined;
  const width = block.rest.length;
  const columns = block.rest.map((_, index) => block.stub.length + index);
  const ways = waysOf(loose, width);
  const possible = fillBlanks(loose, { width, ways, ratios: columns.map(() => false) });
  const cellsOf = new Map(
    rows.flatMap(({ node }, index): [RowNode, CellNode[]][] => {
      const own = parts[index];
      return own ? [[node, inColumns(own, possible[index], columns) ?? firstAlone(own, columns)]] : [];
    }),
  );
  const first = grid.rows.findIndex((row) => cellsOf.has(row));
  const body = grid.rows.slice(first).map((row): RowNode => {
    const cells = cellsOf.get(row);
    return cells ? { ...row, cells } : { ...row, unsure: true };
  });
  return { grid: { ...grid, rows: body }, partial: true, headless: true, sums: sumsOf(ways, columns) };
}

/** The cells of a row that begins with a code and its name, or with the word of a total, and goes on with figures. */
function codedTokens(node: RowNode): readonly Token[] | undefined {
  const tokens = withGluedCodes(tokensOf(node), true);
  const codes = tokens.findIndex(({ kind }) => kind !== 'code');
  const name = tokens[codes];
  const digits = tokens.slice(0, codes).map(({ cell }) => cell.text);
  const isKnown =
    codes === 0 ? isTotalLabel(wordsOf(name?.cell ?? { text: '' })) : isWholeCode(digits.join(''));
  const behind = tokens.slice(codes).findIndex(({ kind }) => kind !== 'words');
  const figures = behind === -1 ? [] : tokens.slice(codes + behind);
  return name?.kind === 'words' && isKnown && codes <= LEVELS && figures.every(isFigure) ? tokens : undefined;
}

/** Codes, in one column or in those of their levels, a name, and the columns of figures of the widest row. */
function blockOf(rows: readonly (readonly Token[])[]): Block {
  const levels = rows.some(([, second]) => second?.kind === 'code') ? LEVELS : 1;
  const countOf = (tokens: readonly Token[]) =>
    tokens.length - 1 - tokens.findLastIndex(({ kind }) => kind === 'words');
  return namelessBlock([...Array(levels).fill('code'), 'name'], maxOf(rows, countOf, 0), 0);
}

/**
 * Whether the first figures of all rows are of one column: that of the total, which no other figure of its row exceeds
 * but for one that may be wrong. A column in front that is none, as that of the year before, has blanks of its own, and in
 * rows of unequal length the first figure may then be of any other.
 */
function isFirstCertain(rows: readonly LooseRow[]): boolean {
  const filled = rows.filter(({ figures }) => figures.length > 0);
  const exceeded = filled.filter(({ figures: [first, ...others] }) =>
    others.some((figure) => first !== undefined && figure !== undefined && figure.low > first.high),
  );
  return exceeded.length <= 1 || filled.every(({ figures }) => figures.length === filled[0]?.figures.length);
}

/** Whether the first figures are sums of those of the codes below, but for one that may be wrong. */
function addUpByCodes(rows: readonly LooseRow[]): boolean {
  const tree = codeTree(
    rows.filter(({ code }) => code),
    (row) => ({ ...row, bound: true }),
    true,
  );
  const figureOf = ({ figures: [first = NOTHING] }: LooseRow): Figure => first;
  let holding = 0;
  let failing = 0;
  for (const { entry, children, complete } of tree ? walk(tree.roots) : []) {
    const whole = figureOf(entry);
    if (!whole || children.length === 0) continue;
    const sum = children.reduce((all, child) => plus(all, figureOf(child.entry) ?? NOTHING), NOTHING);
    if (meet(whole, sum)) holding++;
    else if (complete) failing++;
  }
  const isShown = holding >= MIN_HOLDING || addUpAcross(rows);
  return isShown && holding >= PER_FAILING * failing;
}

/** Whether the first figure of many rows is the sum of all others, but for one that may be wrong. */
function addUpAcross(rows: readonly LooseRow[]): boolean {
  return rows.filter(({ figures }) => figures.length > 1).length > MIN_ACROSS && failingAcross(rows) <= 1;
}

/** How many rows have a first figure that is not the sum of all others. */
function failingAcross(rows: readonly LooseRow[]): number {
  const failing = rows.filter(({ figures: [first, ...others] }) => {
    const sum = others.reduce<Interval>((all, each) => plus(all, each ?? NOTHING), NOTHING);
    return others.length > 0 && first !== undefined && !meet(first, sum);
  });
  return failing.length;
}

/**
 * How the columns hang together, where enough rows show it that fill all of them and have several parts, and all others
 * add up too, but for one. That a column is alike in all rows shows nothing: 其中：财政拨款 may be all there is of most.
 */
function waysOf(rows: readonly LooseRow[], width: number): readonly (readonly ColumnSum[])[] {
  const several = rows.filter(
    ({ figures }) => figures.length === width && figures.filter(isMoney).length > 2,
  );
  return several.length >= MIN_WHOLE && failingAcross(rows) <= 1 ? waysShown(rows, width) : [];
}

function isMoney(figure: Figure): boolean {
  return figure !== undefined && figure.low + figure.high !== 0n;
}

/** The first figure in its column; each of the others may stand in any column behind it. */
function firstAlone({ stub, figures }: RowParts, [first = 0, ...others]: readonly number[]): CellNode[] {
  const [total, ...parts] = figures.map(({ cell }) => cell);
  const loose = others.flatMap((column, index): CellNode[] => {
    const cell = parts[Math.min(index, parts.length - 1)];
    return cell ? [{ ...cell, column, unplaced: true }] : [];
  });
  return filledUp([...stub, ...(total ? [{ ...total, column: first }] : []), ...loose]);
}
