import type { Amount } from '../text/amount.ts';
import type { Span } from '../text/range.ts';
import { remember } from '../text/remember.ts';
import { compactLabel } from '../text/width.ts';
import { hasWords, totalRank } from './labels.ts';
import type { Cell, Column, Row, Side, Table } from './table.ts';

/** How sure a reading is. `unknown` is left unknown: nothing may be concluded from it. */
export type Certainty = 'certain' | 'likely' | 'unknown';

/**
 * Why a binding is as sure as it is.
 * - `straight`: row and heading stand where they should.
 * - `aside`: the heading does not stand straight over the column and was worked out.
 * - `form`: no header; the label beside the amount names it.
 * - `no-heading`, `no-label`: row or column could not be named.
 * - `slid`: the row stands off its columns.
 * - `columns-lost`: flattened, or empty cells dropped.
 */
export type BindingReason =
  | 'straight'
  | 'aside'
  | 'form'
  | 'no-heading'
  | 'no-label'
  | 'slid'
  | 'columns-lost';

/** What an amount in the body of a table belongs to. */
export interface Binding {
  /** Where the number stands; lines count from the table's first line. */
  readonly span: Span;
  readonly amount: Amount;
  readonly row?: { readonly label: string; readonly code?: string };
  /** Headings over it, and their column in the header. Absent in forms, where the label says it all. */
  readonly column?: { readonly path: readonly string[]; readonly heading: number };
  readonly certainty: Certainty;
  readonly reason: BindingReason;
}

/** Words of a label or heading under which a bare whole number is money. */
const MONEY_WORDS = /资金|金额|预算|拨款|经费|收入|支出|合计|总计|总额|安排/;

/** Headings inside a form are close to what they head. */
const FORM_HEIGHT = 12;

/** Every amount in the body of a table with what it belongs to, in the order of the text. */
export const bindingsOf = remember((table: Table): readonly Binding[] =>
  table.rows.flatMap((row) => (isBody(row) ? rowBindings(table, row) : [])),
);

/** Whether a table has amounts, and of none of them it is known what it belongs to. */
export function hasUnknownAmountsOnly(table: Table): boolean {
  const bindings = bindingsOf(table);
  return bindings.length > 0 && bindings.every(({ certainty }) => certainty === 'unknown');
}

function isBody(row: Row): boolean {
  return row.kind === 'data' || row.kind === 'total';
}

function rowBindings(table: Table, row: Row): Binding[] {
  return row.cells.flatMap((cell) => {
    if (!cell?.amount) return [];
    const { span, amount } = cell;
    if (row.code?.spans.some(({ line, start }) => line === span.line && start === span.start)) return [];
    const place = { line: span.line, start: span.start + amount.start, end: span.start + amount.end };
    const bound = bind(table, row, cell);
    return bound ? [{ span: place, amount, ...bound }] : [];
  });
}

type Bound = Omit<Binding, 'span' | 'amount'>;

function bind(table: Table, row: Row, cell: Cell): Bound | undefined {
  const column = table.columns[cell.column];
  if (!column || row.unplaced) return { certainty: 'unknown', reason: 'columns-lost' };
  const side = column.kind === 'amount' ? sideOf(table, column) : undefined;
  if (side) return row.bound ? inColumn(table, column, side, row) : { certainty: 'unknown', reason: 'slid' };
  if (column.kind === 'amount' && hasNoLabels(table, row)) return inOnlyRow(column);
  if (column.kind === 'quantity' || column.kind === 'code') return undefined;
  return inForm(table, row, cell);
}

/** Some tables (“三公”经费) have a single row of figures, which needs no name. */
function hasNoLabels(table: Table, row: Row): boolean {
  return table.sides.length === 0 && table.rows.filter(isBody).length === 1 && isBody(row);
}

function inOnlyRow({ heading, path, aside }: Column): Bound {
  if (heading === undefined) return { row: { label: '' }, certainty: 'unknown', reason: 'no-heading' };
  const reason = aside ? 'aside' : 'straight';
  return { row: { label: '' }, column: { path, heading }, certainty: aside ? 'likely' : 'certain', reason };
}

function sideOf(table: Table, column: Column): Side | undefined {
  return table.sides.find(({ amountColumns }) => amountColumns.includes(column));
}

function inColumn(table: Table, column: Column, side: Side, row: Row): Bound {
  const label = rowLabel(table, side, row);
  if (label === undefined) return { certainty: 'unknown', reason: 'no-label' };
  const code = row.code?.digits ?? row.unitCode;
  const named = { label, ...(code !== undefined && { code }) };
  if (column.heading === undefined) return { row: named, certainty: 'unknown', reason: 'no-heading' };
  return {
    row: named,
    column: { path: column.path, heading: column.heading },
    certainty: column.aside ? 'likely' : 'certain',
    reason: column.aside ? 'aside' : 'straight',
  };
}

/**
 * What a row is called. A nameless amount beside the total of another block is that block's own total, and
 * one below a label without amounts is that label's: OCR parts tall rows. Undefined where nothing names it.
 */
function rowLabel(table: Table, side: Side, row: Row): string | undefined {
  const index = side.rows.findIndex((entry) => entry.row === row);
  const label = compactLabel(side.rows[index]?.label ?? '');
  if (label !== '' || row.unitCode !== undefined || row.code) return label;
  if (table.sides.some((other) => totalRank(other.rows[index]?.label ?? '') > 0)) return '';
  const above = side.rows[index - 1];
  const emptyAbove = above && !above.row.cells.some((cell) => cell?.amount);
  return emptyAbove && hasWords(above.label) ? compactLabel(above.label) : undefined;
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
  if (isMoneyLabel(beside)) return { row: { label: compactLabel(beside.text) }, ...likely };
  const heading = headingAbove(table, row, cell.column);
  const label = before.find((each) => hasWords(each.text));
  if (!heading || !label || !MONEY_WORDS.test(heading.text)) return undefined;
  const column = { path: [compactLabel(heading.text)], heading: heading.column };
  return { row: { label: compactLabel(label.text) }, column, ...likely };
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
