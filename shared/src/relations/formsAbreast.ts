import { type AmountCell, type Cell, isAmountCell, type Row, type Table } from '../disclosure/table.ts';
import { parseAmount } from '../text/amount.ts';
import { compactLabel } from '../text/width.ts';
import { areAll, conceptOf, isLabel, nameOf, relationOf } from './formSums.ts';
import type { Term } from './relation.ts';
import type { Proposal } from './terms.ts';

/** 资金总额, alone in its cell or with its figure behind a colon. */
const TOTAL_OF_FUNDS = /^(?:年度)?资金总额\s*[:：]?/;
/** The headings of the two lists that stand abreast below it. */
const BY_SOURCE = /^按(?:收入|资金)(?:性质|来源)分?:?$/;
const BY_NATURE = /^按支出性质分?:?$/;
const EXPENDITURE = /^部门预算支出$/;
const INCOME = /^收入来源$/;
const AMOUNTS = /^(?:预算)?金额/;
/** The lists are short. */
const MAX_ROWS = 8;

/** A line of one of the lists: what it is of, and its figure where it has one. */
interface Line {
  readonly label: string;
  readonly concept: NonNullable<ReturnType<typeof conceptOf>>;
  readonly amount: AmountCell | undefined;
}

/**
 * 资金总额 of a department that is broken down twice, by where it comes from and by what it is spent on, in two lists
 * abreast (B21). Each list counts only if it is all there is.
 */
export function sumsOfFormsAbreast(table: Table): Proposal[] {
  if (table.role !== 'overall-performance') return [];
  return table.rows.flatMap((row, index) => {
    const [source, nature] = [BY_SOURCE, BY_NATURE].map((heading) => columnOf(row, heading));
    const above = table.rows[index - 1];
    const total = above && totalIn(above, table);
    if (source === undefined || nature === undefined || !total) return [];
    const rows = table.rows.slice(index + 1, index + 1 + MAX_ROWS);
    return [source, nature].flatMap((column) => sumOf(total, linesAt(rows, column, table)));
  });
}

/**
 * The form of a department that sets what it spends, 基本支出 and 项目支出, beside where the money comes from (部门预算支出 |
 * 预算金额 | 收入来源 | 预算金额): both are all there is, and come to the same.
 */
export function balanceOfForm(table: Table): Proposal[] {
  return table.rows.flatMap((row, index) => {
    const [nature, source] = [EXPENDITURE, INCOME].map((heading) => columnOf(row, heading));
    if (nature === undefined || source === undefined) return [];
    if (![nature, source].every((column) => AMOUNTS.test(compactLabel(row.cells[column + 1]?.text ?? ''))))
      return [];
    const below = table.rows.slice(index + 1, index + 1 + MAX_ROWS);
    const [spent, given] = [nature, source].map((column) => linesAt(below, column, table));
    return spent && given ? balanceOf(spent, given) : [];
  });
}

/** What is spent, and the only source that gives anything. */
function balanceOf(spent: readonly Line[], given: readonly Line[]): Proposal[] {
  if (!areAll(spent) || !areAll(given) || !spent.every(({ amount }) => amount)) return [];
  const [source, other] = termsOf(given).filter(({ cell }) => !cell.amount.value.isZero());
  return source && !other
    ? [{ relation: relationOf('numbered-sum', source, termsOf(spent)), certain: true }]
    : [];
}

function columnOf({ cells }: Row, heading: RegExp): number | undefined {
  const at = cells.findIndex((cell) => cell && heading.test(compactLabel(cell.text)));
  return at === -1 ? undefined : at;
}

function totalIn({ cells }: Row, table: Table): Term | undefined {
  const at = cells.findIndex((cell) => cell && TOTAL_OF_FUNDS.test(cell.text));
  const cell = cells[at];
  const label = cell && TOTAL_OF_FUNDS.exec(cell.text)?.[0];
  if (!cell || !label) return undefined;
  const own = behind(cell, label.length) ?? cells.slice(at + 1).find((each) => each && each.text !== '');
  const printed = inUnitOf(table, own);
  return printed && { cell: printed, label: '资金总额' };
}

/** The amount of a cell; a figure with another unit of its own is not in that of the table. */
function inUnitOf({ unit }: Table, cell: Cell | undefined): AmountCell | undefined {
  return isAmountCell(cell) && (cell.amount.unit ?? unit?.unit) === unit?.unit ? cell : undefined;
}

/** What stands in a cell behind its label, as a cell of its own; undefined where that is no amount. */
function behind(cell: Cell, length: number): Cell | undefined {
  const text = cell.text.slice(length);
  const amount = parseAmount(text);
  const { line, start, end } = cell.span;
  return amount && { ...cell, text, amount, span: { line, start: start + length, end } };
}

/** The lines of a list, down to the first row that has none. */
function linesAt(rows: readonly Row[], column: number, table: Table): Line[] {
  const lines = rows.map(({ cells }): Line | undefined => {
    const label = cells[column]?.text ?? '';
    const concept = isLabel(label) ? conceptOf(label) : undefined;
    return concept && { label: nameOf(label), concept, amount: inUnitOf(table, cells[column + 1]) };
  });
  const end = lines.indexOf(undefined);
  return (end === -1 ? lines : lines.slice(0, end)).flatMap((line) => line ?? []);
}

function sumOf(total: Term, lines: readonly Line[]): Proposal[] {
  const parts = termsOf(lines);
  if (!areAll(lines) || parts.length === 0) return [];
  return [{ relation: relationOf('numbered-sum', total, parts), certain: true }];
}

function termsOf(lines: readonly Line[]): Term[] {
  return lines.flatMap(({ label, amount }) => (amount ? [{ label, cell: amount }] : []));
}
