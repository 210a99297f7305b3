import { BALANCE_ROLES } from '../disclosure/balanceRoles.ts';
import { totalRank } from '../disclosure/labels.ts';
import {
  type Column,
  isAmountCell,
  isBodyRow,
  type Side,
  type SideRow,
  type Table,
  type TableRole,
} from '../disclosure/table.ts';
import {
  isBesideThreePublic,
  namedThreePublicItem,
  nameOfItem,
  type ThreePublicItem,
  vehiclePartCalled,
} from '../syntax/threePublicHeadings.ts';
import { onlyOf } from '../text/lists.ts';
import { remember } from '../text/remember.ts';
import { ENDS_IN_WHOLE_TOTAL, WHOLE_TOTAL } from '../text/totalWords.ts';
import { compactLabel } from '../text/width.ts';
import { totalsOfLists } from './codeBlockSums.ts';
import { arePartsContradicted } from './contradictedParts.ts';
import { isOfThisYear, ofOwnStage, ofOwnYear, ownColumns } from './ownColumns.ts';
import type { Term } from './relation.ts';
import { sideTotal } from './sideTotals.ts';
import { termAt } from './terms.ts';

/** What a figure is of the whole disclosure, within the scope of its table's role. */
export type Anchor =
  /** 收入总计, 本年收入合计, 支出总计, 本年支出合计. */
  | 'income'
  | 'income-of-year'
  | 'expenditure'
  | 'expenditure-of-year'
  /** The same for 一般公共预算, 政府性基金 and 国有资本经营 in the table of fiscal funds. */
  | `${Budget}-${'expenditure' | 'expenditure-of-year'}`
  /** What one of them gives this year, in a table that sets income beside expenditure. */
  | `${Budget}-income`
  /** The total row of a table of codes: 合计 and its columns. */
  | 'total'
  | 'basic'
  | 'project'
  | 'staff'
  | 'public'
  /** “三公”经费, its parts, and 机关运行经费 where its table has that too. */
  | 'three-public'
  | 'vehicles'
  | 'agency-running'
  | 'abroad'
  | 'vehicle-purchase'
  | 'vehicle-running'
  | 'reception';

/** The budgets that a table may speak of: 一般公共预算, 政府性基金 and 国有资本经营. */
export type Budget = 'general' | 'fund' | 'capital';

/** Titles and headings of columns name a budget among other words. */
const BUDGETS: readonly (readonly [Budget, RegExp])[] = [
  ['general', /一般公共预算/],
  ['fund', /政府性基金/],
  ['capital', /国有资本/],
];

const COLUMNS: readonly (readonly [Anchor, RegExp])[] = [
  ['basic', /^基本支出$/],
  ['project', /^(?:项目|专项业务经费)支出$/],
  ['staff', /^人员(?:经费|支出|经费支出)$/],
  ['public', /^(?:日常)?公用(?:经费|支出|经费支出)$/],
];

/** What the items of “三公”经费 are among the figures of the disclosure. */
const THREE_PUBLIC: Readonly<Partial<Record<ThreePublicItem, Anchor>>> = {
  ...{ abroad: 'abroad', reception: 'reception' },
  ...{ vehicles: 'vehicles', purchase: 'vehicle-purchase', running: 'vehicle-running' },
};
const AGENCY_RUNNING = /^(?:20\d{2}年度?)?机关运行(?:经费)?(?:预算|决算)?数?$/;
/** Figures of a table that other tables print too; only those that one cell alone can be. */
export const anchorsOf = remember((table: Table): ReadonlyMap<Anchor, Term> => {
  const found: (readonly [Anchor, Term])[] = [...readers(table.role).flatMap((read) => read(table))];
  const counts = new Map<Anchor, number>();
  for (const [anchor] of found) counts.set(anchor, (counts.get(anchor) ?? 0) + 1);
  return new Map(found.filter(([anchor]) => counts.get(anchor) === 1));
});

type Reader = (table: Table) => readonly (readonly [Anchor, Term])[];

function readers(role: TableRole): readonly Reader[] {
  if (role === 'income-expenditure' || role === 'fiscal-income-expenditure') return [bothSides];
  if (role === 'three-public') return [(table) => threePublic(table)];
  return [totalRow, listTotals];
}

/**
 * The totals of tables that set income beside expenditure, in the first column of their block. Of several blocks that
 * break the same expenditure down the first counts: within the table each must equal it (A1).
 */
function bothSides(table: Table): (readonly [Anchor, Term])[] {
  const known = new Set<Anchor>();
  return table.sides.flatMap((side) => {
    const own = totalsOfSide(table, side).filter(([anchor]) => !known.has(anchor));
    for (const [anchor] of own) known.add(anchor);
    return own;
  });
}

function totalsOfSide(table: Table, side: Side): (readonly [Anchor, Term])[] {
  const columns = ownColumns(table, side.amountColumns);
  const [first] = columns;
  return side.rows.flatMap((entry): (readonly [Anchor, Term])[] => {
    const name = first && (sideTotal(entry, side) ?? purposeOf(entry) ?? sourceOf(entry));
    if (!name) return [];
    const term = termAt(entry, first);
    const whole = term ? [[name, term] as const] : [];
    if (name !== 'expenditure' && name !== 'expenditure-of-year') return whole;
    return [...whole, ...budgetTotals(columns, entry, name)];
  });
}

function budgetTotals(
  columns: readonly Column[],
  entry: SideRow,
  name: 'expenditure' | 'expenditure-of-year',
): (readonly [Anchor, Term])[] {
  return BUDGETS.flatMap(([budget, words]) => {
    const column = onlyOf(columns.filter(({ path }) => words.test(path.at(-1) ?? '')));
    const term = column && termAt(entry, column);
    return term ? [[`${budget}-${name}`, term] as const] : [];
  });
}

/** 一、基本支出 and 二、项目支出, in a block that breaks expenditure down by its purpose. */
function purposeOf({ label, numbering }: SideRow): Anchor | undefined {
  const name = compactLabel(label).slice(numbering?.length ?? 0);
  return COLUMNS.slice(0, 2).find(([, pattern]) => pattern.test(name))?.[0];
}

/** 一、一般公共预算拨款收入; the same words below 上年结转 make two of them, which count for none. */
function sourceOf({ label, numbering }: SideRow): Anchor | undefined {
  const name = compactLabel(label).slice(numbering?.length ?? 0);
  const budget = /^[^，。]{0,6}预算(?:财政)?拨款(?:收入|资金)?$/.test(name)
    ? BUDGETS.find(([, words]) => words.test(name))?.[0]
    : undefined;
  return budget && `${budget}-income`;
}

/** The one 合计 row of a table, column by column; a table without it may be of one row that has no name. */
function totalRow(table: Table): (readonly [Anchor, Term])[] {
  const [side, second] = table.sides;
  if (second || table.open || !side) return [];
  const totals = side.rows.filter(({ row, label }) => row.kind === 'total' && totalRank(label) > 1);
  const isNameless = totals.length === 0 && side.labelColumn === -1;
  const total = onlyOf(isNameless ? side.rows.filter(({ row }) => row.cells.some(isAmountCell)) : totals);
  if (!total) return [];
  if (!table.coded && !isNameless) return totalOfList(table, side, total);
  const own = ownColumns(table, side.amountColumns);
  const columns = own.flatMap((column): (readonly [Anchor, Column])[] => {
    const anchor = columnAnchor(own, column);
    return anchor ? [[anchor, column]] : [];
  });
  if (arePartsContradicted(side, new Map(columns))) return [];
  return columns.flatMap(([anchor, column]): (readonly [Anchor, Term])[] => {
    const term = termAt(total, column);
    return term ? [[anchor, term]] : [];
  });
}

/**
 * The total of a table whose rows are named by words: that of its first column, whatever heads it. Of several without
 * headings the first may be that of another year.
 */
function totalOfList(table: Table, side: Side, total: SideRow): (readonly [Anchor, Term])[] {
  const [first, second] = side.amountColumns.filter(({ kind }) => kind === 'amount');
  if (!first || (second && first.path.length === 0)) return [];
  const [own] = ofOwnYear(table, [first]);
  const isWhole = own !== undefined && isOfThisYear(own) && own.path.length < 2;
  const term = isWhole ? termAt(total, first) : undefined;
  return term ? [['total', term]] : [];
}

/** 人员经费合计 and 公用经费合计 below lists of codes abreast, and 合计 of both. */
function listTotals(table: Table): (readonly [Anchor, Term])[] {
  if (table.open) return [];
  return totalsOfLists(table).flatMap((term): (readonly [Anchor, Term])[] => {
    const own = compactLabel(term.label).replace(ENDS_IN_WHOLE_TOTAL, '');
    const anchor = own === '' ? 'total' : COLUMNS.find(([, pattern]) => pattern.test(own))?.[0];
    return anchor === undefined ? [] : [[anchor === 'basic' ? 'total' : anchor, term]];
  });
}

/**
 * What the figures of a column are, each in its row: of the whole, or of 基本支出 and so on. In a table of income
 * and expenditure that of all expenditure stands in the first column of the first block that sums it.
 */
export function anchorOfColumn(table: Table, column: Column): Anchor | undefined {
  const side = table.sides.find(({ amountColumns }) => amountColumns.includes(column));
  const own = side ? ownColumns(table, side.amountColumns) : [];
  if (!side || !own.includes(column)) return undefined;
  if (table.coded) return columnAnchor(own, column);
  if (!BALANCE_ROLES.has(table.role)) return undefined;
  const sums = (other: Side) =>
    other.rows.some((entry) => totalRank(entry.label) > 1 && /支出/.test(compactLabel(entry.label)));
  if (table.sides.find(sums) !== side) return undefined;
  const budget = BUDGETS.find(([, words]) => words.test(column.path.at(-1) ?? ''))?.[0];
  if (budget) return `${budget}-expenditure`;
  return own[0] === column ? 'expenditure' : undefined;
}

/** 基本支出 › 小计 is 基本支出; a total over nothing narrower is the whole. */
function columnAnchor(own: readonly Column[], column: Column): Anchor | undefined {
  if (column.kind !== 'amount') return undefined;
  const words = column.path.map((text) => compactLabel(text).replace(/^\d{4}年/, ''));
  const last = words.at(-1) ?? '';
  const narrowed = words.slice(0, -1).filter((text) => !/^(?:本年)?预算数/.test(text));
  const named = (text: string) => COLUMNS.find(([, pattern]) => pattern.test(text))?.[0];
  if (column.totalRank > 0) {
    const over = narrowed.at(-1);
    const isFirst = own.find(({ kind }) => kind === 'amount') === column;
    if (over === undefined) return isFirst ? 'total' : undefined;
    return named(over) ?? (isFirst && narrowed.length === 1 && /支出$/.test(over) ? 'total' : undefined);
  }
  return narrowed.length <= 1 ? named(last) : undefined;
}

/** What was planned, beside what was spent, in the table of “三公”经费 of a final account. */
export const plannedThreePublic = remember(
  (table: Table): ReadonlyMap<Anchor, Term> =>
    new Map(table.role === 'three-public' ? threePublic(table, plannedColumns) : []),
);

/** The one list of 预算数 beside that of 决算数; 年初预算数 and 全年预算数 together leave it open which is meant. */
function plannedColumns(_: Table, columns: readonly Column[]): readonly Column[] {
  const kindOf = ({ path }: Column) => {
    const words = path.map((text) => compactLabel(text)).join(' ');
    return /决算/.test(words) ? 'final' : /(?:年初|全年|调整)?预算(?=数| |$)/.exec(words)?.[0];
  };
  const kinds = new Set(columns.map(kindOf));
  const [planned, ...others] = [...kinds].filter((kind) => kind !== 'final' && kind !== undefined);
  const isClear = kinds.has('final') && planned !== undefined && others.length === 0;
  return isClear ? columns.filter((column) => kindOf(column) === planned) : [];
}

/** “三公” tables print their parts in rows or in columns; where both fit, neither is sure. */
function threePublic(
  table: Table,
  choose: (table: Table, columns: readonly Column[]) => readonly Column[] = ofOwnStage,
): (readonly [Anchor, Term])[] {
  const [side] = table.sides;
  if (table.sides.length > 1) return [];
  // A table of one row needs no names of rows.
  const all = side?.amountColumns ?? table.columns.filter(({ kind }) => kind === 'amount');
  const rows = side?.rows ?? table.rows.filter(isBodyRow).map((row) => ({ row, label: '' }));
  const columns = choose(table, ofOwnYear(table, all.filter(isOfThisYear)));
  const [first, second] = columns;
  if (!first || (second && first.path.length === 0)) return [];
  const names = [...rows.map(({ label }) => label), ...columns.map(({ label }) => label)];
  const isAlone = !names.some(isBesideThreePublic);
  const anchorOf = (path: readonly string[]): Anchor | undefined =>
    threePublicAnchor(path) ?? (isAlone || path.length > 1 ? totalOfThreePublic(path) : undefined);
  const inRows = rows.flatMap((entry) => {
    const anchor = anchorOf([entry.label]);
    const term = anchor && termAt(entry, first);
    return anchor && term ? [[anchor, term] as const] : [];
  });
  const row = onlyOf(rows);
  const inColumns = columns.flatMap((column) => {
    const anchor = anchorOf(column.path);
    const term = anchor && row && termAt(row, column);
    return anchor && term ? [[anchor, term] as const] : [];
  });
  const isBoth = inRows.some(isOfPart) && inColumns.some(isOfPart);
  return isBoth ? [] : [...inRows, ...inColumns];
}

/** 合计 may head a column of a table whose rows are the parts. */
function isOfPart([anchor]: readonly [Anchor, Term]): boolean {
  return anchor !== 'three-public';
}

/** 公务用车购置及运行费 › 小计 is 公务用车购置及运行费, and › 购置费 is 公务用车购置费. */
function threePublicAnchor(path: readonly string[]): Anchor | undefined {
  const words = path.map(compactLabel).filter((text) => text !== '小计');
  const last = words.at(-1) ?? '';
  if (AGENCY_RUNNING.test(last)) return 'agency-running';
  const short = words.at(-2)?.startsWith('公务用车') ? vehiclePartCalled(last) : undefined;
  const item = short ?? namedThreePublicItem(nameOfItem(last));
  return item && THREE_PUBLIC[item];
}

/** 合计, or “三公”经费预算数 › 合计. */
function totalOfThreePublic(path: readonly string[]): Anchor | undefined {
  const words = path.map((text) => compactLabel(text).replace(/[“”"]/g, ''));
  const isTotal = WHOLE_TOTAL.test(words.at(-1) ?? '');
  return isTotal && words.slice(0, -1).every((text) => /三公/.test(text)) ? 'three-public' : undefined;
}
