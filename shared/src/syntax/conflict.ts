import { rememberEach } from '../text/rememberEach.ts';
import type { ConflictNode, PlacedBlock, SyntaxTree } from './nodes.ts';

/** The marks git leaves at the start of a line where it could not merge two versions. */
const MARK = /^(?:<{7}|={7}|>{7})(?:\s|$)/;
const FIRST: ReadonlySet<number> = new Set([...'<=>'].map((mark) => mark.charCodeAt(0)));
const OPENING = '<'.repeat(7);
const CLOSING = '>'.repeat(7);

/**
 * Whether a line is a mark of a merge conflict. No table goes over one: which of the two versions holds is not
 * known. A line of seven equals signs may also underline a heading; no row of a table looks like that either.
 */
export function isConflictMark(line: string): boolean {
  // Every line is asked, and hardly any begins so.
  return FIRST.has(line.charCodeAt(0)) && MARK.test(line);
}

/**
 * How many lines from `first` on are a merge conflict, both marks and all between them, 0 where none begins.
 * A conflict that is not closed ends in front of the next one, or with the text.
 */
export function conflictExtent(lines: readonly string[], first: number): number {
  if (!isMark(lines[first], OPENING)) return 0;
  let end = first + 1;
  while (end < lines.length && !isMark(lines[end], OPENING)) {
    end++;
    if (isMark(lines[end - 1], CLOSING)) break;
  }
  return end - first;
}

function isMark(line: string | undefined, mark: string): boolean {
  return line?.startsWith(mark) === true && isConflictMark(line);
}

/** The merge conflicts of a document. */
export function conflictsOf({ blocks }: SyntaxTree): readonly PlacedBlock<ConflictNode>[] {
  return conflictsAmong(blocks);
}

const conflictsAmong = rememberEach((block: PlacedBlock) => (isConflict(block) ? [block] : []));

function isConflict(block: PlacedBlock): block is PlacedBlock<ConflictNode> {
  return block.node.kind === 'conflict';
}
