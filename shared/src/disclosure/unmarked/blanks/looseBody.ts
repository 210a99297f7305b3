import type { CellNode, RowNode } from '../../../syntax/nodes.ts';
import { totalRank, wordsOf } from '../../labels.ts';
import { type ReadRow, readRows } from '../../rows.ts';
import type { Block } from '../leaves.ts';
import { looseParts, type PlacedRow, type RowParts } from '../placeRow.ts';
import type { Token } from '../tokens.ts';
import { figureOf, finestPlace } from './figure.ts';
import type { LooseRow, Possible } from './fillBlanks.ts';

/** A row of the body with what is known of it. */
export interface BodyRow {
  readonly node: RowNode;
  readonly tokens: readonly Token[];
  readonly placed: PlacedRow;
}

/** The rows of a body with their names and figures parted. */
export interface LooseBody {
  readonly parts: readonly (RowParts | undefined)[];
  readonly rows: readonly LooseRow[];
}

/** Parts names and figures of all rows, and reads their codes. */
export function looseBody(rows: readonly BodyRow[], block: Block): LooseBody {
  const parts = rows.map(({ tokens }) => looseParts(tokens, block));
  const place = finestPlace(parts.flatMap((each) => each?.figures ?? []));
  const nodes = rows.map((row, index) => inOrder(row, parts[index], block.stub.length));
  // Behind the first column only a heading tells codes from whole amounts.
  const head = {
    line: 0,
    separator: false,
    cells: block.stub.map(({ cell }, column) => ({ ...cell, column })),
  };
  const [, ...read] = readRows({ dialect: 'flattened', lineCount: 0, rows: [head, ...nodes] });
  return { parts, rows: parts.map((each, index) => looseRow(each, read[index], place)) };
}

/** The row as it can be read for its code: names in their columns, and figures in their order behind them. */
function inOrder({ node, placed }: BodyRow, parts: RowParts | undefined, width: number): RowNode {
  const figures = parts?.figures.map(({ cell }, index) => ({ ...cell, column: width + index })) ?? [];
  const cells = parts ? filledUp([...parts.stub, ...figures]) : placed.cells;
  return { line: node.line, separator: false, cells };
}

function looseRow(parts: RowParts | undefined, read: ReadRow | undefined, place: number): LooseRow {
  const isBody = read?.kind === 'data' || read?.kind === 'total';
  const figures = isBody ? (parts?.figures ?? []) : [];
  const label = parts?.stub.map(wordsOf).find((words) => totalRank(words) > 0) ?? '';
  return {
    ...(read?.code && { code: read.code }),
    ...(read?.body && { body: read.body }),
    bound: parts !== undefined,
    hasAmounts: figures.length > 0,
    isTotal: read?.kind === 'total' && totalRank(label) > 1,
    figures: figures.map((figure) => figureOf(figure, place)),
    percents: figures.map(({ cell }) => /[%％]$/.test(cell.text)),
  };
}

/** The cells of a row in their columns; undefined where not one of its figures has a place. */
export function inColumns(
  { stub, figures }: RowParts,
  possible: Possible,
  columns: readonly number[],
): CellNode[] | undefined {
  if (!possible?.columns.some(({ size }) => size === 1)) return undefined;
  const byColumn = new Map(stub.map((cell) => [cell.column, cell]));
  const put = (figure: number, index: number): void => {
    const column = columns[index];
    const cell = figures[figure]?.cell;
    if (!cell || column === undefined || byColumn.has(column)) return;
    const isPlaced = possible.columns[figure]?.size === 1;
    byColumn.set(column, { ...cell, column, ...(!isPlaced && { unplaced: true }) });
  };
  // Where several figures may stand in one column each has a column of its own first.
  for (const [figure, index] of possible.example.entries()) put(figure, index);
  for (const [figure, own] of possible.columns.entries()) for (const index of own) put(figure, index);
  return filledUp([...byColumn.values()].sort((a, b) => a.column - b.column));
}

/** A row has a cell for each of its columns; those that hold nothing are empty, in front of the next. */
export function filledUp(placed: readonly CellNode[]): CellNode[] {
  const cells: CellNode[] = [];
  for (const cell of placed) {
    while (cells.length < cell.column) {
      const { line, start } = cell.span;
      cells.push({ span: { line, start, end: start }, column: cells.length, text: '' });
    }
    cells.push(cell);
  }
  return cells;
}
