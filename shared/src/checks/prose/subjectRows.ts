import { isPrefix } from '../../disclosure/codeTree.ts';
import type { Scope, Subject } from '../../disclosure/prose/vocabulary/concepts.ts';
import {
  type AmountCell,
  isAmountCell,
  type PlacedTable,
  type Row,
  type Table,
  type TableRole,
} from '../../disclosure/table.ts';
import { groupedBy } from '../../text/lists.ts';
import { remember } from '../../text/remember.ts';
import { compactLabel } from '../../text/width.ts';

/** The row in which a table prints the money of a 科目. */
export interface SubjectRow {
  readonly home: PlacedTable;
  /** All of its amounts, the total first. */
  readonly cells: readonly AmountCell[];
}

/** An amount with the table it stands in. */
export interface TableCell {
  readonly home: PlacedTable;
  readonly cell: AmountCell;
}

type Fund = 'general-budget-expenditure' | 'government-fund' | 'state-capital';

const FUNDS: readonly Fund[] = ['general-budget-expenditure', 'government-fund', 'state-capital'];
/** The tables that list the 科目 of whose money a sentence speaks. */
const ROLES: Readonly<Record<Scope, readonly TableRole[]>> = {
  all: ['expenditure'],
  fiscal: FUNDS,
  general: ['general-budget-expenditure'],
  fund: ['government-fund'],
  'state-capital': ['state-capital'],
};
/** The tables that balance income and expenditure of one kind of money, and list the 类 of expenditure by name alone. */
const BALANCES: Readonly<Partial<Record<Scope, TableRole>>> = {
  all: 'income-expenditure',
  fiscal: 'fiscal-income-expenditure',
};
/** 类, 款 and 项 of 支出功能分类 by the digits of their codes. */
const LENGTHS = { 类: 3, 款: 5, 项: 7 } as const;
const FUNCTIONAL = /^2\d{2}(?:\d{2}){0,2}$/;

/**
 * The rows of a 科目 of 支出功能分类 in the tables of one kind of money. None where its name is that of several codes,
 * or a table prints it more than once or has rows of several bodies: then it lists what single bodies spend.
 *
 * @param scope whose money is spoken of; where that is not known, that of the budgets
 */
export function rowsOfSubject(
  subject: Subject,
  scope: Scope | undefined,
  tables: readonly PlacedTable[],
): readonly SubjectRow[] {
  const roles = ROLES[scope ?? 'fiscal'];
  const found = tables
    .filter(({ table }) => table.coded && roles.includes(table.role))
    .map((home) => ({ home, rows: rowsIn(home.table, subject) }));
  // A page that was not joined to the one before goes on with the bodies listed there.
  if (found.some(({ home }) => listsBodies(home.table))) return [];
  const codes = new Set(found.flatMap(({ rows }) => rows.map(({ code }) => code?.digits)));
  if (codes.size !== 1) return [];
  return found.flatMap(({ home, rows }) => {
    const [row] = rows;
    const cells = row ? amountsOf(row, home.table) : [];
    if (rows.length !== 1 || !row?.bound || row.unplaced || cells.length === 0) return [];
    return [{ home, cells }];
  });
}

/** 3xx and 3xxxx: 类 and 款 of the departments' 经济分类. */
const ECONOMIC = /^3\d{2}(?:\d{2})?$/;

/**
 * The row of a 类 or 款 of the 经济分类 in the table of 基本支出. None where the table has it more than once, or lists
 * several bodies.
 */
export function rowOfEconomic({ name }: Subject, home: PlacedTable): SubjectRow | undefined {
  const { table } = home;
  const own = economicName(name);
  const rows = table.rows.filter(
    ({ code }) => code && ECONOMIC.test(code.digits) && economicName(code.name) === own,
  );
  const [row] = rows;
  if (!row || rows.length > 1 || !row.bound || row.unplaced || row.torn || listsBodies(table))
    return undefined;
  const cells = amountsOf(row, table);
  return cells.length === 0 ? undefined : { home, cells };
}

/** 对个人和家庭的补助支出 and 对个人和家庭补助 are one. */
function economicName(name: string): string {
  return compactLabel(name).replace(/支出$/, '').replace('的补助', '补助');
}

/**
 * The amounts beside the name of a 科目 in the table that balances the money spoken of: with what was carried over,
 * which the tables of the budgets may leave out.
 */
export function balanceCellsOf(
  { name }: Subject,
  scope: Scope | undefined,
  tables: readonly PlacedTable[],
): readonly TableCell[] {
  const role = scope && BALANCES[scope];
  const own = compactLabel(name);
  return tables
    .filter(({ table }) => table.role === role)
    .flatMap((home) => cellsOfRows(home, (label) => label === own));
}

/** 一、本年收入 above 二、上年结转. */
const OF_YEAR = /^[本当]年(?:财政拨款)?(?:收入|支出)$/;

/** The amounts beside what a table calls the income or the expenditure of the year. */
export function yearCellsOf(home: PlacedTable): readonly TableCell[] {
  return cellsOfRows(home, (label) => OF_YEAR.test(label));
}

/** The amounts of the rows whose names, without their numbers, are meant. */
function cellsOfRows(home: PlacedTable, isMeant: (label: string) => boolean): TableCell[] {
  return home.table.sides.flatMap(({ rows, amountColumns }) =>
    rows
      .filter(({ label, numbering }) => isMeant(compactLabel(label.slice(numbering?.length ?? 0))))
      .flatMap(({ row }) => amountColumns.flatMap(({ index }) => row.cells[index] ?? []))
      .filter(isAmountCell)
      .map((cell) => ({ home, cell })),
  );
}

/** A name without quotation marks, which sentences are read without: “两庭”建设. */
function plainName(name: string): string {
  return compactLabel(name).replace(/["'“”‘’「」『』]/g, '');
}

/** 死亡抚恤（项）支出4.78万元: the 支出 behind the mark need not be of the name, as it is in 教育（类）支出. */
function nameBeforeSpending(name: string, level: Subject['level']): string {
  return level === undefined ? '' : plainName(name).replace(/支出$/, '');
}

function rowsIn(table: Table, { name, code, level, within = [] }: Subject): readonly Row[] {
  const rows = functionalRows(table);
  const length = level && LENGTHS[level];
  const own = (rows.get(plainName(name)) ?? rows.get(nameBeforeSpending(name, level)) ?? []).filter(
    ({ code: reading }) => {
      const digits = reading?.digits ?? '';
      if (code !== undefined) return digits === code;
      return length === undefined || digits.length === length;
    },
  );
  return own.filter(({ code: reading }) =>
    within.every((outer) => isBelow(reading, rows.get(plainName(outer)))),
  );
}

/** Whether one of the rows of a name is over a code. A table that leaves the outer levels out cannot contradict them. */
function isBelow(code: Row['code'], outer: readonly Row[] | undefined): boolean {
  const digits = code?.digits ?? '';
  return (
    outer === undefined || outer.some((each) => each.code !== undefined && isPrefix(each.code.digits, digits))
  );
}

/**
 * Whether a table lists its 科目 once for every body: one of them has less than the whole of the table, or there are
 * several that are not of each other.
 */
const listsBodies = remember((table: Table): boolean => {
  const bodies = table.rows.filter(({ body }) => body !== undefined);
  if (bodies.length === 0) return false;
  const wholes = [...bodies, ...table.rows.filter(({ kind }) => kind === 'total')];
  const all = wholes.map((row) => amountsOf(row, table)[0]?.amount.value);
  const [first] = all;
  return !first || all.some((value) => !value?.eq(first));
});

/** The rows with codes of 支出功能分类, by their names. */
const functionalRows = remember(({ rows }: Table) =>
  groupedBy(rows, ({ code, torn }) =>
    code && !torn && FUNCTIONAL.test(code.digits) ? plainName(code.name) : undefined,
  ),
);

/** The amounts of a row from its total on; none where it has no total or a figure could not be placed. */
function amountsOf({ cells }: Row, { columns }: Table): readonly AmountCell[] {
  const total = columns.find(({ kind, totalRank }) => kind === 'amount' && totalRank > 0);
  const first = total && cells[total.index];
  if (!total || !isAmountCell(first)) return [];
  const rest = columns.flatMap(({ index, kind }) => {
    const cell = index === total.index || kind !== 'amount' ? undefined : cells[index];
    return isAmountCell(cell) ? [cell] : [];
  });
  return [first, ...rest].some(({ unplaced }) => unplaced) ? [] : [first, ...rest];
}
