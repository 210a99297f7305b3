import type { Dialect } from '../syntax/nodes.ts';
import type { Amount, AmountUnit } from '../text/amount.ts';
import { isWithin, type Span } from '../text/range.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { readHeaderUnit } from './context.ts';
import { isNaming } from './headerFit.ts';
import { hasWords, isTotalLabel, totalRank, wordsOf } from './labels.ts';
import {
  type Cell,
  type Column,
  holdsMoney,
  isBodyRow,
  type Row,
  type Side,
  type Table,
  type TableRole,
} from './table.ts';
import { hasMoreThanName, isWholeAbove, isWholeBehind, isWholeName } from './wholeNames.ts';

/** How sure a reading is. `unknown` is left unknown: nothing may be concluded from it. */
export type Certainty = 'certain' | 'likely' | 'unknown';

/**
 * Why a binding is as sure as it is.
 * - `straight`: row and heading stand where they should.
 * - `aside`: the heading does not stand straight over the column and was worked out.
 * - `partial`: the heading is known; a group beside it may reach over it and is not in its path.
 * - `form`: no header; the label beside the amount names it.
 * - `no-heading`, `no-label`: row or column could not be named.
 * - `slid`: the row stands off its columns.
 * - `columns-lost`: flattened, or empty cells dropped.
 */
export type BindingReason =
  | 'straight'
  | 'aside'
  | 'partial'
  | 'form'
  | 'no-heading'
  | 'no-label'
  | 'slid'
  | 'columns-lost';

/** What tells a row from others. */
export interface RowName {
  readonly label: string;
  /** 科目编码 or 单位编码. */
  readonly code?: string;
  /** All words that name or describe the row, where there are several: body, project, what is bought. */
  readonly names?: readonly string[];
}

/** What an amount in the body of a table belongs to. */
export interface Binding {
  /** Where the number stands; lines count from the table's first line. */
  readonly span: Span;
  readonly amount: Amount;
  readonly row?: RowName;
  /** Headings over it, and their column in the header. Absent in forms, where the label says it all. */
  readonly column?: { readonly path: readonly string[]; readonly heading: number };
  /** What the amount is counted in: told beside it, over its column or for its table, in this order. */
  readonly unit?: AmountUnit;
  readonly certainty: Certainty;
  readonly reason: BindingReason;
}

/** Words of a label or heading under which a bare whole number is money. */
const MONEY_WORDS = /资金|金额|预算|拨款|经费|收入|支出|合计|总计|总额|安排/;

/** Headings inside a form are close to what they head. */
const FORM_HEIGHT = 12;

/** Every amount in the body of a table with what it belongs to, in the order of the text. */
export const bindingsOf = remember((table: Table): readonly Binding[] =>
  table.rows.flatMap((row) => (isBodyRow(row) ? rowBindings(table, row) : [])),
);

/** Whether a table has amounts, and of none of them it is known what it belongs to. */
export function hasUnknownAmountsOnly(table: Table): boolean {
  const bindings = bindingsOf(table);
  return bindings.length > 0 && bindings.every(({ certainty }) => certainty === 'unknown');
}

function rowBindings(table: Table, row: Row): Binding[] {
  // A cell that may belong to several columns stands in each of them.
  return [...new Set(row.cells)].flatMap((cell) => {
    if (!cell?.amount || row.code?.spans.some((span) => isWithin(span, cell.span))) return [];
    if (isIndicatorValue(table, row, cell)) return [];
    const { span, amount } = cell;
    const place = { line: span.line, start: span.start + amount.start, end: span.start + amount.end };
    const bound = bind(table, row, cell);
    const unit = bound && (amount.unit ?? toldUnit(bound) ?? table.unit?.unit);
    return bound ? [{ span: place, amount, ...(unit && { unit }), ...bound }] : [];
  });
}

/** 满意率 | 100%: what stands below 指标值 is no amount, whatever the form above has in its column. */
function isIndicatorValue({ indicators }: Table, { line }: Row, { column }: Cell): boolean {
  return indicators?.value === column && line > indicators.line;
}

/** The unit that the label or a heading tells (资金总额（万元）), the nearest first. */
function toldUnit({ row, column }: Bound): AmountUnit | undefined {
  const words = [row?.label ?? '', ...(column?.path.toReversed() ?? [])];
  for (const each of words) {
    const unit = readHeaderUnit(each);
    if (unit) return unit;
  }
  return undefined;
}

type Bound = Omit<Binding, 'span' | 'amount' | 'unit'>;

function bind(table: Table, row: Row, cell: Cell): Bound | undefined {
  const bound = bindInPlace(table, row, cell);
  return bound && row.slid ? { certainty: 'unknown', reason: 'slid' } : bound;
}

function bindInPlace(table: Table, row: Row, cell: Cell): Bound | undefined {
  const column = table.columns[cell.column];
  if (!column || row.unplaced || cell.unplaced) return { certainty: 'unknown', reason: 'columns-lost' };
  if (column.kind === 'amount' && hasNoLabels(table, row)) return inOnlyRow(table, column, row);
  const side = holdsMoney(column) ? sideOf(table, column) : undefined;
  if (side) return row.bound ? inColumn(table, column, side, row) : { certainty: 'unknown', reason: 'slid' };
  if (column.kind === 'quantity' || column.kind === 'code') return undefined;
  const form = inForm(table, row, cell);
  return form && (isColumnar(table, row) || isLoose(table) || table.headless)
    ? { certainty: 'unknown', reason: 'no-heading' }
    : form;
}

/** Tables that always have columns of amounts. Of the others each place has forms of its own. */
const COLUMNAR: ReadonlySet<TableRole> = new Set([
  'income-expenditure',
  'income',
  'expenditure',
  'fiscal-income-expenditure',
  'general-budget-expenditure',
  'basic-expenditure',
  'three-public',
  'government-fund',
  'state-capital',
]);

/** Each row of these may be laid out in its own way. */
const FORMS: ReadonlySet<TableRole> = new Set(['performance-target', 'overall-performance']);

/** In these nothing but its place tells what stands beside or above an amount. */
const UNMARKED: ReadonlySet<Dialect> = new Set<Dialect>(['aligned', 'flattened', 'cell-line']);

/** Whether what looks like a form may be a page of a table that lost its headings. */
function isLoose({ dialect, role, indicators }: Table): boolean {
  return UNMARKED.has(dialect) && !indicators && !FORMS.has(role);
}

/** A row of a table with columns of amounts under headings, or of lists abreast, is no form: its figures belong to one of them. */
function isColumnar(table: Table, row: Row): boolean {
  if (COLUMNAR.has(table.role)) return table.sides.length > 0 || table.rows.filter(isBodyRow).length > 1;
  return (
    !table.indicators &&
    !FORMS.has(table.role) &&
    (table.sides.length > 1 ||
      table.sides.some(({ amountColumns }) => amountColumns.some(({ heading }) => heading !== undefined))) &&
    table.sides.some(({ amountColumns }) => amountColumns.some(({ index }) => row.cells[index]?.amount))
  );
}

/** Some tables (“三公”经费) have a single row of figures, which needs no name. */
function hasNoLabels(table: Table, row: Row): boolean {
  const isNamed = row.cells.some((cell) => cell && !cell.amount && hasWords(cell.text));
  // Of cells one a line the name of the row may have been taken for a heading.
  const mayBeNamed = table.dialect === 'cell-line' && table.sides.length > 0;
  const areNamed = mayBeNamed || table.sides.some(({ rows }) => rows.some(({ label }) => hasWords(label)));
  return !areNamed && table.rows.filter(isBodyRow).length === 1 && isBodyRow(row) && row.bound && !isNamed;
}

function inOnlyRow({ columns }: Table, column: Column, row: Row): Bound {
  const naming = columns.findLast(
    ({ index, kind, path }) => index < column.index && (kind === 'code' || isNaming(path.at(-1) ?? '')),
  );
  const cell = naming && row.cells[naming.index];
  const words = cell && hasWords(cell.text) ? cell : undefined;
  return { row: { label: words ? compactLabel(wordsOf(words)) : '' }, ...under(column) };
}

/** What the header says of a column. */
function under({ heading, path, aside, partial }: Column): Bound {
  if (heading === undefined) return { certainty: 'unknown', reason: 'no-heading' };
  const reason = partial ? 'partial' : aside ? 'aside' : 'straight';
  return {
    column: { path, heading },
    certainty: reason === 'straight' ? 'certain' : 'likely',
    reason,
  };
}

function sideOf(table: Table, { index }: Column): Side | undefined {
  return table.sides.findLast(({ amountColumns }) => (amountColumns[0]?.index ?? index + 1) <= index);
}

/** Codes name the rows of a coded table, and of others the block that they stand in: the first. */
function codeOf(table: Table, side: Side, { code, body }: Row): string | undefined {
  return side === table.sides[0] ? (code?.digits ?? body?.code) : undefined;
}

function inColumn(table: Table, column: Column, side: Side, row: Row): Bound {
  const label = rowLabel(table, side, row);
  if (label === undefined || (row.torn && !isWhole(table, side, row, label)) || hasMoreThanName(row))
    return { certainty: 'unknown', reason: 'no-label' };
  const code = codeOf(table, side, row);
  const names = namesOf(table, side, row);
  const named = { label, ...(code !== undefined && { code }), ...(names.length > 1 && { names }) };
  return { row: named, ...under(column) };
}

/** Whether the name of a torn row is whole all the same; of cells one a line only its beginning may stand elsewhere, in front. */
function isWhole(table: Table, side: Side, row: Row, label: string): boolean {
  const { coded, dialect, rows } = table;
  if (isWholeName(row, label) || (coded && isTotalLabel(label))) return true;
  const at = rows.indexOf(row);
  if (dialect === 'cell-line') return isWholeBehind(row, label, rows[at - 1]);
  // Of several names in front of the amounts another one may be torn.
  const isOnly = namesOf(table, side, row).length < 2;
  const isListed = dialect === 'aligned' && !coded && isOnly && isWholeBehind(row, label, rows[at - 1]);
  return isListed && isWholeAbove(label, rows[at + 1]);
}

/**
 * What a row is called. A nameless amount beside the total of another block is that block's own total, and
 * one below a label without amounts is that label's: OCR parts tall rows. Undefined where nothing names it.
 */
function rowLabel(table: Table, side: Side, row: Row): string | undefined {
  const index = side.rows.findIndex((entry) => entry.row === row);
  const label = compactLabel(side.rows[index]?.label ?? '');
  if (hasName(label) || row.code) return label;
  const [name = row.body?.name] = namesOf(table, side, row);
  if (name !== undefined) return name;
  if (table.sides.some((other) => totalRank(other.rows[index]?.label ?? '') > 0)) return '';
  const above = side.rows[index - 1];
  const emptyAbove = above && !above.row.cells.some((cell) => cell?.amount);
  return emptyAbove && hasWords(above.label) ? compactLabel(above.label) : undefined;
}

/** Whether a label is more than a figure that took the place of one. */
function hasName(label: string): boolean {
  return /[^-—\d.,%\s]/.test(label);
}

/** The words in front of the amounts of a row, from left to right. */
function namesOf(table: Table, side: Side, row: Row): string[] {
  const before = table.sides[table.sides.indexOf(side) - 1];
  const from = (before?.amountColumns.at(-1)?.index ?? -1) + 1;
  return row.cells
    .slice(from, side.amountColumns[0]?.index)
    .flatMap((cell) => (cell && !cell.amount && hasWords(cell.text) ? compactLabel(wordsOf(cell)) : []));
}

/**
 * A form names its amounts by a label in front (`资金总额（万元） | 590`), or by a label at the row's beginning
 * and a heading above.
 */
function inForm(table: Table, row: Row, cell: Cell): Bound | undefined {
  if (cell.amount?.style.percent) return undefined;
  const before = row.cells.slice(0, cell.column).flatMap((each) => (each && each.text !== '' ? [each] : []));
  const beside = before.at(-1);
  if (!beside) return undefined;
  const likely = { certainty: 'likely', reason: 'form' } as const;
  if (isMoneyLabel(beside)) return { row: { label: compactLabel(wordsOf(beside)) }, ...likely };
  const heading = headingAbove(table, row, cell.column);
  const label = before.find((each) => hasWords(each.text));
  if (!heading || !label || !MONEY_WORDS.test(heading.text)) return undefined;
  const column = { path: [compactLabel(heading.text)], heading: heading.column };
  return { row: { label: compactLabel(wordsOf(label)) }, column, ...likely };
}

function isMoneyLabel(cell: Cell): boolean {
  return hasWords(cell.text) && !cell.amount && MONEY_WORDS.test(cell.text);
}

/** The nearest words above in the same column, if their row is one of headings: words only, and several. */
function headingAbove(table: Table, row: Row, column: number): Cell | undefined {
  const index = table.rows.indexOf(row);
  for (let above = index - 1; above >= Math.max(0, index - FORM_HEIGHT); above--) {
    const cells = table.rows[above]?.cells ?? [];
    const cell = cells[column];
    if (!cell || !hasWords(cell.text) || cell.amount) continue;
    const filled = cells.filter((each) => each && each.text !== '');
    return filled.length > 1 && filled.every((each) => each && !each.amount) ? cell : undefined;
  }
  return undefined;
}
