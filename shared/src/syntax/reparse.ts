import { commonHead, commonTail } from '../text/lists.ts';
import { finish, type Steps } from '../text/steps.ts';
import { LOOKAHEAD } from './dialects/dialect.ts';
import type { PlacedBlock, SyntaxTree } from './nodes.ts';
import { readBlock } from './parse.ts';

/** A text that was read before. */
export interface ParsedLines {
  readonly lines: readonly string[];
  readonly tree: SyntaxTree;
}

/**
 * Reads a text again after an edit. Blocks before the edit and behind it are taken over as they are (the very
 * same nodes, so that what was found out about them holds on); only what lies between is read. The result
 * equals that of reading the text afresh.
 */
export function reparse(previous: ParsedLines, lines: readonly string[]): SyntaxTree {
  return finish(reparsing(previous, lines));
}

/** {@link reparse} in steps, one a block that is read. */
export function* reparsing(previous: ParsedLines, lines: readonly string[]): Steps<SyntaxTree> {
  const old = previous.tree.blocks;
  const head = commonHead(previous.lines, lines);
  const tail = commonTail(previous.lines, lines, head);
  const shift = lines.length - previous.lines.length;
  const blocks: PlacedBlock[] = [];
  for (const block of old) {
    if (endOf(block) + LOOKAHEAD > head) break;
    blocks.push(block);
  }
  let line = endOf(blocks.at(-1));
  let next = blocks.length;
  while (line < lines.length) {
    while (next < old.length && (old[next]?.line ?? 0) + shift < line) next++;
    if (line >= lines.length - tail && old[next] && (old[next]?.line ?? 0) + shift === line) {
      for (const block of old.slice(next))
        blocks.push(shift === 0 ? block : { ...block, line: block.line + shift });
      break;
    }
    const node = readBlock(lines, line);
    const before = old[blocks.length];
    blocks.push(before && endOf(before) <= head && isSame(before, { line, node }) ? before : { line, node });
    line += node.lineCount;
    yield;
  }
  return { lineCount: lines.length, blocks };
}

/** Whether two blocks of the same lines took as many of them in the same way: then they are equal. */
function isSame(a: PlacedBlock, b: PlacedBlock): boolean {
  const dialectOf = ({ node }: PlacedBlock) => (node.kind === 'table' ? node.dialect : undefined);
  return (
    a.line === b.line &&
    a.node.kind === b.node.kind &&
    a.node.lineCount === b.node.lineCount &&
    dialectOf(a) === dialectOf(b)
  );
}

function endOf(block: PlacedBlock | undefined): number {
  return block ? block.line + block.node.lineCount : 0;
}
