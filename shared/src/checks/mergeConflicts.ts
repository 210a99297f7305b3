import type { FindingOf } from '../findings.ts';
import { RULES } from '../rules.ts';
import { conflictsOf, isConflictMark } from '../syntax/conflict.ts';
import type { PlacedBlock, SyntaxTree } from '../syntax/nodes.ts';
import { rememberEach } from '../text/rememberEach.ts';

/** What parts the cells of a row: a line of equals signs between two rows underlines no heading. */
const ROW = /[\t|｜]/;

/**
 * Flags each merge conflict once, on its first line, and single marks that were left when one was resolved
 * (`merge-conflict`). `lines`: those of the document.
 */
export function checkMergeConflicts(
  tree: SyntaxTree,
  lines: readonly string[],
): FindingOf<'merge-conflict'>[] {
  const conflicts = conflictsOf(tree);
  const leftOver = marksIn(tree.blocks).filter((line) => isLeftOver(lines, line));
  return [
    ...conflicts.map(({ line, node }) => finding(lines, line, node.lineCount)),
    ...leftOver.map((line) => finding(lines, line, 1)),
  ];
}

/** The lines that are marks: all dialects stop at them, so that they stand in no table. */
const marksIn = rememberEach(({ line, node }: PlacedBlock): readonly number[] =>
  node.kind === 'text' ? node.lines.flatMap((own) => (isConflictMark(own.text) ? line + own.line : [])) : [],
);

function isLeftOver(lines: readonly string[], line: number): boolean {
  return (
    !lines[line]?.startsWith('=') || [lines[line - 1], lines[line + 1]].every((row) => ROW.test(row ?? ''))
  );
}

function finding(lines: readonly string[], line: number, lineCount: number): FindingOf<'merge-conflict'> {
  return {
    rule: 'merge-conflict',
    severity: RULES['merge-conflict'].severity,
    range: { start: { line, character: 0 }, end: { line, character: lines[line]?.length ?? 0 } },
    params: { lineCount },
    related: [],
    fixes: [],
  };
}
