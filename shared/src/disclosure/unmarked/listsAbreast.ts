import type { RowNode } from '../../syntax/nodes.ts';
import { maxOf } from '../../text/lists.ts';
import type { Grid } from '../grid.ts';
import { isTotalLabel, wordsOf } from '../labels.ts';
import { filledUp } from './blanks/looseBody.ts';
import { type Block, namelessBlock } from './leaves.ts';
import { placedByNumbers } from './numberedAbreast.ts';
import type { PlacedGrid } from './place.ts';
import { labelled, placeRow } from './placeRow.ts';
import { withGluedCodes } from './stub.ts';
import { isFigure, type Token, tokensOf } from './tokens.ts';

/** So many rows must have a label of each list. */
const MIN_FULL = 2;
/** 收入, 支出功能分类, 支出经济分类 and 支出用途. */
const MAX_LISTS = 4;

/**
 * Places the figures of lists abreast (收支总表) without their headings, where these were torn: the rows with most
 * labels show how many lists there are, one of them with figures for each how many columns these have, and a row of
 * totals that they are lists. Undefined where that is not shown.
 */
export function placedAsLists(grid: Grid): PlacedGrid | undefined {
  const rows = grid.rows.map((node) => ({ node, tokens: withGluedCodes(tokensOf(node), false) }));
  const body = rows.slice(rows.findIndex(({ tokens }) => tokens.some(isFigure)));
  const abreast = body
    .map(({ tokens }) => labelled(tokens))
    .filter((parts) => parts.length > 1 && parts.every(isEntry));
  const full = abreast.filter((parts) => parts.every((part) => part.length > 1));
  const count = maxOf(full, ({ length }) => length, 0);
  const widest = abreast.filter(({ length }) => length === count);
  const isShown = widest.length >= MIN_FULL && full.some((parts) => parts.every(isTotal));
  if (!isShown || count > MAX_LISTS || abreast.some(({ length }) => length > count)) return undefined;
  const widthOf = (list: number) => maxOf(widest, (parts) => figuresOf(parts[list]).length);
  const blocks = listBlocks(Array.from({ length: count }, (_, list) => widthOf(list)));
  const placed = placedByNumbers(
    body.map(({ tokens }) => ({ tokens, placed: placeRow(tokens, blocks) })),
    blocks,
  );
  const nodes = body.map(({ node }, index): RowNode => {
    const { fit = 'partial', cells = [] } = placed[index] ?? {};
    const isKnown = fit === 'whole' || fit === 'label';
    return { line: node.line, separator: false, cells: filledUp(cells), ...(!isKnown && { unsure: true }) };
  });
  return { grid: { ...grid, rows: nodes }, partial: true, unheaded: true };
}

/** A name with nothing but figures behind it. */
function isEntry([name, ...figures]: readonly Token[]): boolean {
  return name?.kind === 'words' && figures.every(isFigure);
}

function isTotal([name]: readonly Token[]): boolean {
  return name !== undefined && isTotalLabel(wordsOf(name.cell));
}

function figuresOf(part: readonly Token[] = []): readonly Token[] {
  return part.filter(isFigure);
}

/** Blocks of a name and so many columns of figures each. */
export function listBlocks(widths: readonly number[]): Block[] {
  let start = 0;
  return widths.map((width) => {
    const block = namelessBlock(['name'], width, start);
    start += 1 + width;
    return block;
  });
}
