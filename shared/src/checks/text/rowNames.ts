import type { Catalogue } from '../../catalogue/catalogue.ts';
import { BALANCE_ROLES } from '../../disclosure/balanceRoles.ts';
import { isFunctionalClass } from '../../disclosure/prose/vocabulary/subjects.ts';
import {
  type AmountCell,
  isAmountCell,
  type PlacedTable,
  type SideRow,
  type Table,
  type TableRole,
} from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { RULES } from '../../rules.ts';
import { rangeOf } from '../../text/range.ts';
import { remember } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';
import { compactLabel } from '../../text/width.ts';

const CODED: ReadonlySet<TableRole> = new Set(['expenditure', 'general-budget-expenditure', 'income']);
/** More tables by codes are those of several disclosures. */
const MAX_TABLES = 12;
const NUMBERING = /^(?:(?:[一二三四五六七八九十]+|\d{1,2})[、.]|\d{3})/;

/** An amount of a 类 in a table. */
interface Classed {
  readonly name: string;
  readonly cell: AmountCell;
}

/**
 * A 类 in a table of income and expenditure that has the amount of another one (`row-name`, N18): tables by codes
 * print the amount for a 类 that this table lacks, and have none for the name that is printed. What the same 类 was
 * called in other years is no other one.
 */
export function wrongRowNames(tables: readonly PlacedTable[], catalogue: Catalogue): Finding[] {
  const coded = tablesByCodes(tables);
  if (coded.length === 0 || coded.length > MAX_TABLES) return [];
  const classes = coded.map(({ table }) => classesOf(table));
  return tablesByClass(tables).flatMap((placed) =>
    listed(placed.table).flatMap((entry) => misnamed(entry, placed, classes, catalogue) ?? []),
  );
}

const tablesByCodes = rememberEach((placed: PlacedTable) =>
  CODED.has(placed.table.role) && placed.table.coded ? [placed] : [],
);

const tablesByClass = rememberEach((placed: PlacedTable) =>
  BALANCE_ROLES.has(placed.table.role) ? [placed] : [],
);

function misnamed(
  { label, entry, cell }: Listed,
  { line, table }: PlacedTable,
  coded: readonly (readonly Classed[])[],
  catalogue: Catalogue,
): Finding | undefined {
  const names = new Set(listed(table).map((each) => each.label));
  const isKnown = coded.some((classes) => classes.some(({ name }) => name === label));
  if (isKnown || cell.amount.value.isZero()) return undefined;
  const meant = new Set(
    coded.flatMap((classes) =>
      classes.filter((each) => each.cell.amount.value.eq(cell.amount.value)).map(({ name }) => name),
    ),
  );
  const [name] = meant;
  const labelCell = entry.row.cells.find(
    (each) => each !== undefined && compactLabel(each.text).includes(label),
  );
  if (meant.size !== 1 || name === undefined || names.has(name) || !labelCell) return undefined;
  const records = catalogue.byName(name, 'functional');
  if (catalogue.byName(label, 'functional').some((record) => records.includes(record))) return undefined;
  const start = labelCell.span.start + Math.max(0, labelCell.text.indexOf(label));
  const range = rangeOf(
    { line: labelCell.span.line, start, end: Math.min(start + label.length, labelCell.span.end) },
    line,
  );
  return {
    rule: 'row-name',
    severity: RULES['row-name'].severity,
    range,
    params: { printed: label, meant: name },
    related: [],
    fixes: [{ action: { kind: 'replace-name', name }, preferred: false, edits: [{ range, newText: name }] }],
  };
}

interface Listed {
  readonly label: string;
  readonly entry: SideRow;
  readonly cell: AmountCell;
}

/** The rows of 类 that have an amount. */
const listed = remember((table: Table): readonly Listed[] =>
  table.sides.flatMap(({ rows, amountColumns }) =>
    rows.flatMap((entry) => {
      const label = compactLabel(entry.label).replace(NUMBERING, '');
      const cell = amountColumns.map(({ index }) => entry.row.cells[index]).find(isAmountCell);
      return cell && entry.row.bound && isFunctionalClass(label) ? [{ label, entry, cell }] : [];
    }),
  ),
);

/** The totals of the 类 of a table by codes. */
const classesOf = remember((table: Table): readonly Classed[] => {
  const total = table.columns.find(({ kind, totalRank }) => kind === 'amount' && totalRank > 0);
  if (!total) return [];
  return table.rows.flatMap(({ code, cells, bound }) => {
    const cell = cells[total.index];
    if (!code || !/^2\d{2}$/.test(code.digits) || !bound || !isAmountCell(cell)) return [];
    return [{ name: compactLabel(code.name), cell }];
  });
});
