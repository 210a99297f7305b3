import { leavesOf, type ModelBlock, type ModelDisclosure, type ModelRow, type ModelTable } from '../model.ts';
import { decimalText } from '../numbers.ts';
import type { Mark } from './line.ts';

/** What a reader has to make of a figure in a table. */
export interface ExpectedFigure {
  readonly table: ModelTable;
  readonly block: ModelBlock;
  readonly row: ModelRow;
  /** The true headings over the cell, from the top down; `figure.headings` of the mark are those printed. */
  readonly path: readonly string[];
  readonly kind: 'amount' | 'ratio' | 'quantity';
  /** As a plain decimal number with all the table's decimals: `1200.00`. */
  readonly value: string;
}

/** What the model says of a figure in a table; undefined for a sentence's. */
export function expectedOf(model: ModelDisclosure, mark: Mark): ExpectedFigure | undefined {
  if (mark.of !== 'cell') return undefined;
  const { figure } = mark;
  const table = model.tables[mark.table];
  const block = table?.blocks[figure.block];
  const row = block?.rows[figure.row];
  const leaf = block === undefined ? undefined : leavesOf(block.columns)[figure.column];
  if (table === undefined || block === undefined || row === undefined || leaf === undefined) return undefined;
  if (figure.kind === 'text') return undefined;
  return { table, block, row, path: leaf.path, kind: figure.kind, value: decimalText(figure.rounded) };
}
