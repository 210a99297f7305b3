import { remember, rememberLast } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { isSameValue } from '../text/sameValue.ts';
import type { CellNode, PlacedBlock, RowNode, SyntaxTree, TableNode } from './nodes.ts';

/** A figure with a fraction, as OCR spaces it too: no code, number or year is written so. */
const FIGURE = /^-?\d[\d, ]*\. ?\d+$/;

/**
 * A tree in which the figures of tables are blotted out: each keeps its place, its form and whether it is nothing, but not
 * what it says. An edit of a figure leaves it the very same tree, and what was found out from it holds: whoever looks for
 * words alone should ask it, and not the tree itself.
 */
export const withoutFigures = remember(
  ({ blocks, lineCount }: SyntaxTree): SyntaxTree => treeOf(blottedBlocks(blocks), lineCount),
);

const treeOf = rememberLast(
  (blocks: readonly PlacedBlock[], lineCount: number): SyntaxTree => ({
    lineCount,
    blocks,
  }),
);

const blottedBlocks = rememberEach(
  (block: PlacedBlock): readonly PlacedBlock[] => [
    block.node.kind === 'table' ? { line: block.line, node: blottedTable(block.node) } : block,
  ],
  isSameValue,
);

const blottedTable = remember((node: TableNode): TableNode => {
  const { rows, inOrder, flattened } = node;
  return {
    ...node,
    rows: rows.map(blottedRow),
    ...(inOrder && { inOrder: inOrder.map(blottedRow) }),
    ...(flattened && { flattened: flattened.map(blottedRow) }),
  };
});

function blottedRow(row: RowNode): RowNode {
  return row.cells.some(({ text }) => isFigure(text)) ? { ...row, cells: row.cells.map(blottedCell) } : row;
}

function blottedCell(cell: CellNode): CellNode {
  return isFigure(cell.text) ? { ...cell, text: blotted(cell.text) } : cell;
}

/** Whether a text is a figure, and nothing else. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text);
}

/** A figure of the same form: one that is nothing stays so, and any other has ones for digits. */
export function blotted(figure: string): string {
  return /[1-9]/.test(figure) ? figure.replace(/\d/g, '1') : figure;
}
