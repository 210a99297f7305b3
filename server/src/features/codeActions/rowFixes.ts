import type { Analysis } from '#core/analyse.ts';
import { insertSubtotal, sortRows } from '#core/codes/rowEdits.ts';
import { tableAt } from '#core/disclosure/locate.ts';
import type { Finding, Fix } from '#core/findings.ts';

/** Fixes that insert or move whole rows. They need the text of the lines, so they are made when asked for. */
export function rowFixes({ lines, disclosure }: Analysis, finding: Finding): Fix[] {
  const { line } = finding.range.start;
  const placed = tableAt(disclosure, line);
  if (!placed) return [];
  if (finding.rule === 'code-order') {
    const edits = sortRows(lines, placed, line);
    return edits ? [{ action: { kind: 'sort-rows' }, preferred: false, edits }] : [];
  }
  if (finding.rule !== 'code-subtotal') return [];
  const edit = insertSubtotal(lines, placed, line, finding.params);
  return edit ? [{ action: { kind: 'insert-row', ...finding.params }, preferred: false, edits: [edit] }] : [];
}
