import type { Analysis } from '#core/analyse.ts';
import type { IndicatorCategory } from '#core/catalogue/indicatorHeadings.ts';
import { insertSubtotal, sortRows } from '#core/codes/rowEdits.ts';
import { tableAt } from '#core/disclosure/locate.ts';
import type { PlacedTable } from '#core/disclosure/table.ts';
import type { Finding, Fix } from '#core/findings.ts';
import type { IndicatorGroupState } from '#core/indicatorRuleParams.ts';
import { moveRow, removeRows } from '#core/indicators/rowEdits.ts';

/** Fixes that insert, move or remove whole rows. They need the text of the lines, so they are made when asked for. */
export function rowFixes(analysis: Analysis, finding: Finding): Fix[] {
  const { lines, disclosure } = analysis;
  const { line } = finding.range.start;
  const placed = tableAt(disclosure, line);
  if (!placed) return [];
  switch (finding.rule) {
    case 'code-order': {
      const edits = sortRows(lines, placed, line);
      return edits ? [{ action: { kind: 'sort-rows' }, preferred: false, edits }] : [];
    }
    case 'code-subtotal': {
      const edit = insertSubtotal(lines, placed, line, finding.params);
      const action = { kind: 'insert-row', ...finding.params } as const;
      return edit ? [{ action, preferred: false, edits: [edit] }] : [];
    }
    case 'indicator-template':
      return finding.params.state === 'row' ? removals(analysis, placed, line) : [];
    case 'indicator-group': {
      const move = moveRow(lines, placed, line, CATEGORIES[finding.params.state]);
      if (!move) return [];
      return [{ action: { kind: 'move-row', group: move.group }, preferred: false, edits: move.edits }];
    }
    default:
      return [];
  }
}

/** Where an indicator belongs that stands under the wrong heading. */
const CATEGORIES: { readonly [S in IndicatorGroupState]: IndicatorCategory } = {
  'satisfaction-name': '服务对象满意度指标',
  'satisfaction-of-quality': '服务对象满意度指标',
  'satisfaction-value': '服务对象满意度指标',
  thing: '数量指标',
  time: '时效指标',
  cost: '成本指标',
};

/** The row of a line that was not filled in, and all such rows of its table, where there are more. A row with a heading stays. */
function removals({ lines, findings }: Analysis, placed: PlacedTable, line: number): Fix[] {
  const end = placed.line + placed.table.lineCount;
  const all = findings
    .filter((finding) => finding.rule === 'indicator-template' && finding.params.state === 'row')
    .map(({ range }) => range.start.line)
    .filter((each) => placed.line <= each && each < end);
  const one = removeRows(lines, placed, [line]);
  const more = removeRows(lines, placed, all);
  if (!one || !more) return [];
  return (more.length > 1 ? [one, more] : [one]).map((edits) => ({
    action: { kind: 'remove-rows', count: edits.length },
    preferred: false,
    edits,
  }));
}
