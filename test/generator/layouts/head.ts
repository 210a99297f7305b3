import type { ModelColumn } from '../model.ts';
import type { HeadCell } from './grid.ts';

/** A heading and those below it. */
export interface HeadNode {
  readonly text: string;
  readonly below: readonly HeadNode[];
}

/** A heading over nothing but its column. */
export function head(text: string): HeadNode {
  return { text, below: [] };
}

export function headsOf(columns: readonly ModelColumn[]): HeadNode[] {
  return columns.map(({ label, children }) => ({ text: label, below: headsOf(children) }));
}

/** How many columns stand under a heading. */
function widthOf(node: HeadNode): number {
  return node.below.length === 0 ? 1 : node.below.reduce((sum, child) => sum + widthOf(child), 0);
}

function depthOf(nodes: readonly HeadNode[]): number {
  return nodes.reduce((depth, node) => Math.max(depth, 1 + depthOf(node.below)), 0);
}

/** The headings over each column, from the top down. */
export function headPaths(nodes: readonly HeadNode[], over: readonly string[] = []): string[][] {
  return nodes.flatMap(({ text, below }) => {
    const path = text === '' ? [...over] : [...over, text];
    return below.length === 0 ? [path] : headPaths(below, path);
  });
}

/**
 * One row of headings for stacked ones: 基本支出 › 小计 becomes 基本支出, its parts keep their own words.
 */
export function flattened(nodes: readonly HeadNode[]): HeadNode[] {
  return nodes.flatMap((node) => {
    if (node.below.length === 0) return [node];
    const [first, ...rest] = flattened(node.below);
    if (first === undefined) return [];
    const isTotal = /^(?:小计|合计)$/.test(first.text);
    return [isTotal ? head(node.text) : first, ...rest];
  });
}

/** Places the headings in rows. A heading that has none below it spans the rest of the head. */
export function placeHeads(
  nodes: readonly HeadNode[],
  anchor: 'top' | 'bottom',
): { cells: HeadCell[]; rows: number } {
  const rows = depthOf(nodes);
  const cells: HeadCell[] = [];
  const place = (node: HeadNode, row: number, column: number): void => {
    const leaf = node.below.length === 0;
    const rowSpan = leaf ? rows - row : 1;
    const textRow = anchor === 'top' ? row : row + rowSpan - 1;
    cells.push({ text: node.text, row, column, rowSpan, columnSpan: widthOf(node), textRow });
    let at = column;
    for (const child of node.below) {
      place(child, row + 1, at);
      at += widthOf(child);
    }
  };
  let column = 0;
  for (const node of nodes) {
    place(node, 0, column);
    column += widthOf(node);
  }
  return { cells, rows };
}
