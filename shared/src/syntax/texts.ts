import type { BlockNode } from './nodes.ts';

/** The lines of prose of a block, or the cells of its table. */
export function textsOf(node: BlockNode): readonly string[] {
  if (node.kind === 'text') return node.lines.map(({ text }) => text);
  return node.kind === 'table' ? node.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : [];
}
