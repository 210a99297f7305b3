import { isForm } from '../disclosure/roles.ts';
import {
  type AmountCell,
  type Column,
  isAmountCell,
  type PlacedTable,
  type SideRow,
  type Table,
} from '../disclosure/table.ts';
import { type Finding, placeFindings } from '../findings.ts';
import { amountRange } from '../relations/amountFix.ts';
import { relationsOf } from '../relations/tableRelations.ts';
import { RULES } from '../rules.ts';
import { beginsWithOneOf, type Range } from '../text/range.ts';
import { remember } from '../text/remember.ts';
import { rememberEach } from '../text/rememberEach.ts';
import { compactLabel } from '../text/width.ts';

/** What may be below zero: changes, balances, and what is taken back or set off. */
const MAY_BE_NEGATIVE =
  /增|减|变[动化]|比|差|率|结余|结转|结存|余额|盈|亏|赤字|弥补|调[整剂]|冲|退|[收缴]回|抵|扣|净|超支|上解|转[出入]|更正/;

/**
 * Amounts of tables below zero (`negative-amount`, A20), one a table: what is planned or spent is not below zero unless
 * something is taken back, which the row or the column says. Where a sum already says that one of them is wrong
 * nothing more is said.
 *
 * @param sums what is wrong with the figures of the tables
 */
export function negativeFindings(tables: readonly PlacedTable[], sums: readonly Finding[]): Finding[] {
  const all = findingsOf(tables);
  if (all.length === 0) return [];
  const told = sums.filter(({ severity }) => severity === 'error').flatMap(rangesOf);
  return all.filter((finding) => !rangesOf(finding).some((range) => beginsWithOneOf(range, told)));
}

function rangesOf({ range, related }: Finding): readonly Range[] {
  return [range, ...related.map((place) => place.range)];
}

const findingsOf = rememberEach(({ line, table }: PlacedTable) => placeFindings(findingsIn(table), line));

const findingsIn = remember((table: Table): readonly Finding[] => {
  if (table.role === 'other' || isForm(table) || mayBeNegative(table.title?.text ?? '')) return [];
  const negatives = negativesIn(table);
  // Totals, and the 类 and 款 above it, follow from the figure of the row itself.
  const first = negatives.findLast(isPart) ?? negatives[0];
  if (!first || table.cut || relationsOf(table).misread) return [];
  const home: PlacedTable = { line: 0, table };
  return [
    {
      rule: 'negative-amount',
      severity: RULES['negative-amount'].severity,
      range: amountRange(first.cell, home),
      params: { row: first.entry.label, column: first.column.label, actual: first.cell.amount },
      related: negatives
        .filter(({ cell }) => cell !== first.cell)
        .map(({ cell }) => ({ range: amountRange(cell, home), role: 'compared', label: cell.text })),
      fixes: [],
    },
  ];
});

/** An amount below zero, with its row and its column. */
interface Negative {
  readonly cell: AmountCell;
  readonly entry: SideRow;
  readonly column: Column;
}

/** The amounts below zero whose row and column are known and say nothing of why they are. */
function negativesIn({ sides }: Table): Negative[] {
  return sides.flatMap(({ rows, amountColumns }) =>
    rows.flatMap((entry) => {
      const { cells, bound, unplaced } = entry.row;
      if (!bound || unplaced || mayBeNegative(entry.label)) return [];
      return amountColumns.flatMap((column): Negative[] => {
        const cell = cells[column.index];
        if (!isAmountCell(cell) || !cell.amount.value.isNegative() || cell.amount.value.isZero()) return [];
        return column.path.length === 0 || column.path.some(mayBeNegative) ? [] : [{ cell, entry, column }];
      });
    }),
  );
}

function mayBeNegative(label: string): boolean {
  return MAY_BE_NEGATIVE.test(compactLabel(label));
}

function isPart({ entry, column }: Negative): boolean {
  return entry.row.kind !== 'total' && column.totalRank === 0;
}
