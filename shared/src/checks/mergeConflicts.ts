import type { Finding } from '../findings.ts';
import { RULES } from '../rules.ts';
import { conflictsOf } from '../syntax/conflict.ts';
import type { SyntaxTree } from '../syntax/nodes.ts';

/** Flags each merge conflict once, on its first line (`merge-conflict`). `lines`: those of the document. */
export function checkMergeConflicts(tree: SyntaxTree, lines: readonly string[]): Finding[] {
  return conflictsOf(tree).map(
    ({ line, node }): Finding => ({
      rule: 'merge-conflict',
      severity: RULES['merge-conflict'].severity,
      range: { start: { line, character: 0 }, end: { line, character: lines[line]?.length ?? 0 } },
      params: { lineCount: node.lineCount },
      related: [],
      fixes: [],
    }),
  );
}
