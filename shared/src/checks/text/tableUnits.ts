import { isTableTitle, readDocumentUnit, readUnitLine } from '../../disclosure/context.ts';
import { isRatioLabel } from '../../disclosure/labels.ts';
import {
  type AmountCell,
  isAmountCell,
  type PlacedTable,
  type Table,
  type TableRole,
} from '../../disclosure/table.ts';
import type { Finding } from '../../findings.ts';
import { areInYuanUnder } from '../../relations/scale.ts';
import { RULES } from '../../rules.ts';
import type { BlockNode, PlacedBlock, SyntaxTree } from '../../syntax/nodes.ts';
import { YUAN_IN } from '../../text/amountUnits.ts';
import { sameItems } from '../../text/lists.ts';
import type { Decimal } from '../../text/money.ts';
import { type Range, rangeOf, shiftRange } from '../../text/range.ts';
import { remember, rememberLast } from '../../text/remember.ts';
import { rememberEach } from '../../text/rememberEach.ts';

/** Forms in which amounts are a few words among many, with their units beside them. */
const FORMS: ReadonlySet<TableRole> = new Set(['performance-target', 'overall-performance', 'other']);
const PRINCIPAL: ReadonlySet<TableRole> = new Set(['income-expenditure', 'income', 'expenditure']);
/** A table with fewer amounts may be a form, or be told in words. */
const MIN_AMOUNTS = 3;
/** A longer line is a sentence, and declares nothing for all tables. */
const LONGEST_DECLARATION = 100;
/** Shorter figures are equal by chance. */
const MIN_DIGITS = 5;
const MIN_MATCHES = 2;

/**
 * Tables that do not say their unit in a document in which others do (`missing-unit`, domain rules §6.2).
 *
 * @param lines those of the document
 */
export function missingUnits(
  tables: readonly PlacedTable[],
  tree: SyntaxTree,
  lines: readonly string[],
): Finding[] {
  const declared = tables.filter(
    ({ table }) => table.unit?.origin === 'line' || table.unit?.origin === 'header',
  );
  if (declared.length === 0 || declarations(tree.blocks).length > 0) return [];
  return tables.flatMap(({ line, table }): Finding[] => {
    const { title, unit, role, open, headless, cut } = table;
    if (!title || (unit && unit.origin !== 'document') || FORMS.has(role) || open || headless || cut)
      return [];
    if (!hasAmounts(table)) return [];
    const at = line + title.offset;
    const text = lines[at] ?? '';
    if (!isTitle(table, text) || namesUnit(table, lines.slice(at, line + table.lineCount + 2))) return [];
    const start = text.length - text.trimStart().length;
    return [
      {
        rule: 'missing-unit',
        severity: RULES['missing-unit'].severity,
        range: rangeOf({ line: at, start, end: text.trimEnd().length }),
        params: { title: title.text },
        related: [],
        fixes: [],
      },
    ];
  });
}

/** Whether the line of a table's title is a title and nothing else. */
const isTitle = rememberLast((_table: Table, text: string): boolean => isTableTitle(text));

/** Whether a line of the table or near it names a unit. */
const namesUnit = rememberLast(
  (_table: Table, near: readonly string[]): boolean => near.some((line) => readUnitLine(line) !== undefined),
  sameItems,
);

const declarations = rememberEach((block: PlacedBlock) => (declaresForAll(block.node) ? [block] : []));

const declaresForAll = remember(
  (node: BlockNode): boolean =>
    node.kind === 'text' &&
    node.lines.some(({ text }) => text.length < LONGEST_DECLARATION && readDocumentUnit(text) !== undefined),
);

const hasAmounts = remember((table: Table): boolean => amountsOf(table).length >= MIN_AMOUNTS);

/** The amounts of a table with the unit that its columns do not say themselves. */
const amountsOf = remember((table: Table): readonly AmountCell[] => {
  const columns = new Set(
    table.columns
      .filter(({ kind, label }) => kind === 'amount' && !isRatioLabel(label))
      .map(({ index }) => index),
  );
  return table.rows.flatMap(({ cells, kind }) =>
    kind === 'data' || kind === 'total'
      ? cells.flatMap((cell) => (isAmountCell(cell) && columns.has(cell.column) ? cell : []))
      : [],
  );
});

/**
 * Figures in 元 under a unit of 万元 (`unit-scale`, N12): a total in 万元 over rows that come to ten thousand
 * times as much, or figures that are exactly ten thousand times those of other tables.
 */
export function wrongScales(tables: readonly PlacedTable[]): Finding[] {
  return [
    ...mixedScales(tables),
    ...tablesInYuan(tables).flatMap((placed) => inOtherScale(placed, principalTables(tables))),
  ];
}

const mixedScales = rememberEach(({ line, table }: PlacedTable): readonly Finding[] => {
  const mixed = mixedScale(table);
  return mixed ? [shifted(mixed, line)] : [];
});

/** Tables said to be in 万元 in which no figure is as small as those mostly are. */
const tablesInYuan = rememberEach((placed: PlacedTable) => {
  const large = largeAmounts(placed.table);
  return placed.table.unit?.unit === '万元' &&
    large.length >= MIN_MATCHES &&
    large.length === countOf(placed.table) &&
    !mixedScale(placed.table)
    ? [placed]
    : [];
});

const principalTables = rememberEach((placed: PlacedTable) =>
  PRINCIPAL.has(placed.table.role) && placed.table.unit?.unit === '万元' ? [placed] : [],
);

function countOf({ rows }: Table): number {
  return rows.flatMap(({ cells }) =>
    cells.filter((cell) => isAmountCell(cell) && !cell.amount.value.isZero()),
  ).length;
}

function shifted(finding: Finding, line: number): Finding {
  return { ...finding, range: shiftRange(finding.range, line) };
}

/** A total and the first of the rows below it. */
interface Column {
  readonly total: AmountCell;
  readonly first: AmountCell;
  /** The total is a ten-thousandth of its rows. */
  readonly isMixed: boolean;
}

/** A table of which a column shows that its totals are a ten-thousandth of its rows; its first column tells so. */
const mixedScale = remember((table: Table): Finding | undefined => {
  if (table.unit?.unit !== '万元') return undefined;
  const columns = table.columns.flatMap(({ kind, index }) =>
    kind === 'amount' ? (columnOf(table, index) ?? []) : [],
  );
  const [said] = columns;
  if (!said || !columns.some(({ isMixed }) => isMixed)) return undefined;
  return finding(rangeOf(said.first.span), said.first.text.trim(), `${said.total.text.trim()}万元`);
});

function columnOf(table: Table, index: number): Column | undefined {
  const cells = table.rows.flatMap(({ cells: row }) => (isAmountCell(row[index]) ? row[index] : []));
  const [total] = cells;
  if (!total || total.amount.value.isZero() || cells.length < MIN_AMOUNTS) return undefined;
  // A total may be printed for the department and again for its only unit.
  const rows = cells.filter(({ amount: { value } }) => !value.eq(total.amount.value) && !value.isZero());
  const [first] = rows;
  if (!first || rows.length < 2) return undefined;
  const figures = rows.map(({ amount }) => amount.value);
  return { total, first, isMixed: areInYuanUnder(total.amount.value, figures) };
}

function inOtherScale({ line, table }: PlacedTable, tables: readonly PlacedTable[]): Finding[] {
  const matched = largeAmounts(table).flatMap((cell) => {
    const other = inWan(cell.amount.value);
    const stands = tables.some((each) => each.table !== table && wanOf(each.table).has(other));
    return stands ? [{ cell, other }] : [];
  });
  const [first] = matched;
  if (!first || matched.length < MIN_MATCHES) return [];
  return [finding(rangeOf(first.cell.span, line), first.cell.text.trim(), `${first.other}万元`)];
}

/** Figures of so many digits that another of the same digits is no chance. */
const largeAmounts = remember((table: Table): readonly AmountCell[] =>
  table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      isAmountCell(cell) &&
      cell.amount.value.abs().gte(YUAN_IN.万元) &&
      inWan(cell.amount.value).length > MIN_DIGITS
        ? cell
        : [],
    ),
  ),
);

const wanOf = remember(
  (table: Table): ReadonlySet<string> =>
    new Set(
      table.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => (isAmountCell(cell) ? cell.amount.value.toFixed(2) : [])),
      ),
    ),
);

function inWan(value: Decimal): string {
  return value.div(YUAN_IN.万元).toFixed(2);
}

function finding(range: Range, figure: string, other: string): Finding {
  return {
    rule: 'unit-scale',
    severity: RULES['unit-scale'].severity,
    range,
    params: { printed: '万元', meant: '元', figure, other },
    related: [],
    fixes: [],
  };
}
