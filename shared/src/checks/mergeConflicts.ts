import type { Finding } from '../findings.ts';
import { RULES } from '../rules.ts';
import type { SyntaxTree } from '../syntax/nodes.ts';

/** Flags each merge conflict once, on its first line (`merge-conflict`). `lines`: those of the document. */
export function checkMergeConflicts(tree: SyntaxTree, lines: readonly string[]): Finding[] {
  return tree.blocks.flatMap(({ line, node }): Finding | [] => {
    if (node.kind !== 'conflict') return [];
    return {
      rule: 'merge-conflict',
      severity: RULES['merge-conflict'].severity,
      range: { start: { line, character: 0 }, end: { line, character: lines[line]?.length ?? 0 } },
      params: { lineCount: node.lineCount },
      related: [],
      fixes: [],
    };
  });
}
