import type { CellNode, RowNode } from '../../syntax/nodes.ts';
import { codeTree, walk } from '../codeTree.ts';
import type { Grid } from '../grid.ts';
import { isTotalLabel } from '../labels.ts';
import { type ReadRow, readRows } from '../rows.ts';
import type { ColumnSum } from './blanks/columnSums.ts';
import { type Figure, figureOf, finestPlace, meet, NOTHING, plus } from './blanks/figure.ts';
import { filledUp } from './blanks/looseBody.ts';
import type { PlacedGrid } from './place.ts';
import { withGluedCodes } from './stub.ts';
import { isFigure, joined, type Token, tokensOf } from './tokens.ts';

/** A row whose code, name and figures stand in this order. */
interface CodedRow {
  readonly node: RowNode;
  readonly codes: readonly CellNode[];
  readonly name: CellNode;
  readonly figures: readonly Token[];
}

/** So many sums must hold before the order of figures is believed. */
const MIN_HOLDING = 3;
/** And so many for each that fails: one wrong figure breaks the sum above it and that below. */
const PER_FAILING = 2;
/** 类, 款 and 项. */
const LEVELS = 3;
/** Digits of a whole code. */
const WHOLE = /^[1235]\d{2}(?:\d{2}){0,2}$/;

/**
 * Places the figures of a table by codes alone, where its headings were torn or stand elsewhere: the first figures
 * of all rows are one column if they add up as the codes say. Behind it figures are placed in rows that have as many
 * as any other, and in all rows where all have as many and a zero shows that no blanks were left out.
 * Undefined where nothing adds up.
 */
export function placedByCodes(grid: Grid): PlacedGrid | undefined {
  const rows = grid.rows.flatMap((node) => codedRow(node) ?? []);
  const width = rows.reduce((most, { figures }) => Math.max(most, figures.length), 0);
  const stub = rows.some(({ codes }) => codes.length > 1) ? LEVELS : 1;
  const filled = rows.filter(({ figures }) => figures.length > 0);
  const isEven = filled.every(({ figures }) => figures.length === width);
  const isWhole = isEven && (width === 1 || filled.some(({ figures }) => figures.some(isZero)));
  const nodes = new Map(rows.map((row) => [row.node, placedRow(row, { stub, width, isWhole })]));
  if (width === 0 || !addUpByCodes([...nodes.values()], rows, stub + 1)) return undefined;
  const first = grid.rows.findIndex((row) => nodes.has(row));
  const body = grid.rows.slice(first).map((row): RowNode => nodes.get(row) ?? { ...row, unsure: true });
  return {
    grid: { ...grid, rows: body },
    partial: true,
    headless: true,
    sums: sumsAcross(rows, stub + 1, width),
  };
}

function codedRow(node: RowNode): CodedRow | undefined {
  const tokens = withGluedCodes(tokensOf(node), true);
  const behindCodes = tokens.findIndex(({ kind }) => kind !== 'code');
  const start = tokens.findIndex((token, index) => index > behindCodes && isFigure(token));
  const end = start === -1 ? tokens.length : start;
  const codes = tokens.slice(0, Math.max(behindCodes, 0)).map(({ cell }) => cell);
  const [name, ...more] = tokens.slice(behindCodes, end).map(({ cell }) => cell);
  const figures = tokens.slice(end);
  const isNamed = tokens.slice(behindCodes, end).every(({ kind }) => kind === 'words');
  if (!name || behindCodes === -1 || !isNamed || !figures.every(isFigure)) return undefined;
  const digits = codes.map(({ text }) => text).join('');
  const isKnown = codes.length === 0 ? isTotalLabel(name.text) : WHOLE.test(digits) && codes.length <= LEVELS;
  return isKnown ? { node, codes, name: joined([name, ...more], 0), figures } : undefined;
}

function placedRow(
  { node, codes, name, figures }: CodedRow,
  { stub, width, isWhole }: { readonly stub: number; readonly width: number; readonly isWhole: boolean },
): RowNode {
  const first = stub + 1;
  const isSure = (index: number): boolean => index === 0 || isWhole || figures.length === width;
  const own = figures.flatMap(({ cell }, index): CellNode[] =>
    isSure(index)
      ? [{ ...cell, column: first + index }]
      : Array.from({ length: width - 1 }, (_, other) => ({
          ...cell,
          column: first + 1 + other,
          unplaced: true,
        })),
  );
  const taken = new Map<number, CellNode>();
  for (const cell of own) if (!taken.has(cell.column)) taken.set(cell.column, cell);
  const labels = [...codes.map((cell, column) => ({ ...cell, column })), { ...name, column: stub }];
  return { ...node, cells: filledUp([...labels, ...taken.values()]) };
}

/** Whether the first figures are sums of those of the codes below, but for one that may be wrong. */
function addUpByCodes(nodes: readonly RowNode[], rows: readonly CodedRow[], column: number): boolean {
  const place = finestPlace(rows.flatMap(({ figures }) => figures));
  const figureIn = ({ node }: ReadRow): Figure => {
    const cell = node.cells[column];
    return cell && cell.text !== '' ? figureOf({ cell, kind: 'figure' }, place) : NOTHING;
  };
  const read = readRows({ dialect: 'flattened', lineCount: 0, rows: nodes });
  const tree = codeTree(
    read.filter(({ kind }) => kind === 'data'),
    (row) => ({ ...row, bound: true, hasAmounts: true }),
    true,
  );
  let holding = 0;
  let failing = 0;
  for (const { entry, children, complete } of tree ? walk(tree.roots) : []) {
    const whole = figureIn(entry);
    if (!complete || !whole || children.length === 0) continue;
    const sum = children.reduce((all, child) => plus(all, figureIn(child.entry) ?? NOTHING), NOTHING);
    if (meet(whole, sum)) holding++;
    else failing++;
  }
  return holding >= MIN_HOLDING && holding >= PER_FAILING * failing;
}

/** The first column as the sum of all others, where rows with several parts show it. */
function sumsAcross(rows: readonly CodedRow[], first: number, width: number): ColumnSum[] {
  const place = finestPlace(rows.flatMap(({ figures }) => figures));
  const several = rows.filter(({ figures }) => figures.filter((figure) => !isZero(figure)).length > 2);
  const holding = several.filter(({ figures }) => {
    const [whole, ...parts] = figures.map((figure) => figureOf(figure, place) ?? NOTHING);
    return whole && meet(whole, parts.reduce(plus, NOTHING));
  });
  const isShown =
    holding.length >= MIN_HOLDING && holding.length >= PER_FAILING * (several.length - holding.length);
  const parts = Array.from({ length: width - 1 }, (_, index) => first + 1 + index);
  return isShown ? [{ total: first, parts }] : [];
}

function isZero({ cell }: Token): boolean {
  return /^[-—0.]+$/.test(cell.text);
}
