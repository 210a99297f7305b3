import type { PlacedTable, Table } from '../disclosure/table.ts';
import { type Finding, placeFindings } from '../findings.ts';
import { amountFix, amountRange } from '../relations/amountFix.ts';
import { type WrongPercent, wrongPercents } from '../relations/percentColumns.ts';
import { relationsOf } from '../relations/tableRelations.ts';
import { RULES } from '../rules.ts';
import { beginsWithOneOf } from '../text/range.ts';
import { remember } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';

/**
 * Percentages of tables that are not what their row gives (`table-percent`, A18, A19). One that only follows from a
 * figure of which another finding says that it is wrong is left to that.
 *
 * @param sums what is wrong with the figures of the tables
 */
export function percentFindings(tables: readonly PlacedTable[], sums: readonly Finding[]): Finding[] {
  const all = findingsOf(tables);
  if (all.length === 0) return [];
  const wrong = sums
    .filter(({ severity }) => severity === 'error')
    .flatMap(({ rule, range, related }) =>
      rule === 'slid-column' ? [range, ...related.map((place) => place.range)] : range,
    );
  return all.filter(({ related }) => !related.some(({ range }) => beginsWithOneOf(range, wrong)));
}

const findingsOf = rememberEach(({ line, table }: PlacedTable) => placeFindings(findingsIn(table), line));

const findingsIn = remember((table: Table): readonly Finding[] =>
  table.cut || relationsOf(table).misread
    ? []
    : wrongPercents(table).map((wrong) => finding(wrong, { line: 0, table })),
);

function finding(wrong: WrongPercent, home: PlacedTable): Finding {
  const { cell, entry, column, kind, part, whole, right, witnesses } = wrong;
  const { byCell } = relationsOf(home.table);
  const isConfirmed = [part, whole].every((each) =>
    byCell.get(each)?.some(({ standing }) => standing !== 'broken'),
  );
  const decimals = cell.amount.decimals;
  return {
    rule: 'table-percent',
    severity: RULES['table-percent'].severity,
    range: amountRange(cell, home),
    params: {
      row: entry.label,
      column: column.label,
      kind,
      actual: { value: cell.amount.value, decimals },
      expected: { value: right, decimals },
      part: { value: part.amount.value, decimals: part.amount.decimals },
      whole: { value: whole.amount.value, decimals: whole.amount.decimals },
      witnesses,
    },
    related: [part, whole].map((each) => ({
      range: amountRange(each, home),
      role: 'compared',
      label: each.text,
    })),
    fixes: [amountFix(cell, right, decimals, isConfirmed, home)],
  };
}
