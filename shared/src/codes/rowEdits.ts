import type { NamedCode } from '../codeRuleParams.ts';
import { styleIn } from '../disclosure/numberStyle.ts';
import { type Cell, isAmountCell, type PlacedTable, type Row, type Table } from '../disclosure/table.ts';
import type { Edit } from '../findings.ts';
import { formatAmount } from '../text/amount.ts';
import { maxOf } from '../text/lists.ts';
import { Money } from '../text/money.ts';
import type { Span } from '../text/range.ts';
import { bracketsLike } from './brackets.ts';
import { isLineOfItsOwn, rewritten } from './rowLines.ts';

/** A row that begins with a whole code, so that its line can be moved or copied. */
type CodedRow = Row & { readonly code: NonNullable<Row['code']> };

/**
 * Puts the rows around a line in the order of their codes: those that stand line below line, each with its
 * whole code. Undefined where the row cannot be moved, or nothing is to be done. Each edit replaces one line.
 */
export function sortRows(lines: readonly string[], placed: PlacedTable, line: number): Edit[] | undefined {
  const run = runAround(lines, placed, line);
  if (isFollowedByParts(placed.table, run)) return undefined;
  const sorted = [...run].sort((a, b) => compare(a.code.digits, b.code.digits));
  const edits = run.flatMap((row, index): Edit[] => {
    const at = placed.line + row.line;
    const newText = lines[placed.line + (sorted[index]?.line ?? row.line)] ?? '';
    const old = lines[at] ?? '';
    if (newText === old) return [];
    return [
      { range: { start: { line: at, character: 0 }, end: { line: at, character: old.length } }, newText },
    ];
  });
  return edits.length > 0 ? edits : undefined;
}

/**
 * Inserts the row of a 类 or 款 in front of the first of its parts, written like that one, with the sums of the
 * parts. Undefined where the row's line cannot serve as a model.
 *
 * @param line the document line of the first part
 */
export function insertSubtotal(
  lines: readonly string[],
  placed: PlacedTable,
  line: number,
  missing: NamedCode,
): Edit | undefined {
  const { table } = placed;
  const run = runAround(lines, placed, line);
  const first = run.find((row) => placed.line + row.line === line);
  const text = lines[line];
  if (!first || text === undefined) return undefined;
  if (goesOnBehind(table, run, missing.code)) return undefined;
  const parts = outermost(run.slice(run.indexOf(first)), missing.code);
  const codePieces = piecesFor(first.code.spans, missing.code);
  if (!codePieces || parts.some((part) => !part.bound)) return undefined;
  const index = table.rows.indexOf(first);
  const { nameSpan } = first.code;
  const writes: [Span, string][] = first.code.spans.map((span, order) => [span, codePieces[order] ?? '']);
  if (nameSpan) writes.push([nameSpan, bracketsLike(table, index)(missing.name)]);
  for (const cell of first.cells) {
    if (!cell || writes.some(([span]) => isInside(span, cell.span))) continue;
    writes.push([cell.span, sumText(table, parts, cell)]);
  }
  const isComplete = table.columns.every(
    ({ index: column }) => first.cells[column] || !parts.some(({ cells }) => isAmountCell(cells[column])),
  );
  const newText = isComplete ? rewritten(text, writes, table) : undefined;
  if (newText === undefined) return undefined;
  const start = { line, character: 0 };
  return { range: { start, end: start }, newText: `${newText}\n` };
}

/** The coded rows around a line between which nothing else stands, each on a line of its own. */
function runAround(lines: readonly string[], { line: base, table }: PlacedTable, line: number): CodedRow[] {
  const at = table.rows.findIndex((row) => base + row.line === line);
  const isPart = (row: Row | undefined): row is CodedRow =>
    row?.kind === 'data' &&
    row.code !== undefined &&
    row.code.printed === row.code.digits &&
    isLineOfItsOwn(row, table, lines[base + row.line] ?? '');
  if (!isPart(table.rows[at])) return [];
  const follows = (index: number) => table.rows[index]?.line === (table.rows[index - 1]?.line ?? 0) + 1;
  let first = at;
  while (isPart(table.rows[first - 1]) && follows(first)) first--;
  let end = at + 1;
  while (isPart(table.rows[end]) && follows(end)) end++;
  return table.rows.slice(first, end).filter(isPart);
}

/** 其中：个人: a row without a code behind the last one belongs to it, and would stay where it is. */
function isFollowedByParts(table: Table, run: readonly CodedRow[]): boolean {
  const last = run.at(-1);
  const next = last && table.rows[table.rows.indexOf(last) + 1];
  return next?.kind === 'data' && next.code === undefined && next.body === undefined && hasText(next);
}

/** Whether other rows below a code stand behind those around a line: then these are not all of it. */
function goesOnBehind(table: Table, run: readonly CodedRow[], code: string): boolean {
  const last = run.at(-1);
  if (!last?.code.digits.startsWith(code)) return false;
  return table.rows
    .slice(table.rows.indexOf(last) + 1)
    .some((row) => row.code?.digits.startsWith(code) === true);
}

function hasText({ cells }: Row): boolean {
  return cells.some((cell) => cell !== undefined && cell.text.trim() !== '');
}

/** The rows below a code that are in no other row below it. */
function outermost(run: readonly CodedRow[], code: string): CodedRow[] {
  const parts: CodedRow[] = [];
  for (const row of run) {
    if (!row.code.digits.startsWith(code)) break;
    const isPart = parts.some((above) => row.code.digits.startsWith(above.code.digits));
    if (!isPart || parts.some((above) => above.code.digits === row.code.digits)) parts.push(row);
  }
  return parts;
}

/** The digits for each cell of a code; cells of levels that the code does not have stay empty. */
function piecesFor(spans: readonly Span[], code: string): string[] | undefined {
  if (spans.length === 1) return [code];
  let at = 0;
  const pieces = spans.map(({ start, end }) => {
    const piece = code.slice(at, at + end - start);
    at += piece.length;
    return piece;
  });
  return at === code.length ? pieces : undefined;
}

/** The sum of the parts in a column of amounts, written like them; empty in other columns and over blanks. */
function sumText(table: Table, parts: readonly CodedRow[], { column }: Cell): string {
  const kind = table.columns[column]?.kind;
  if (kind !== 'amount' && kind !== 'of-which') return '';
  const figures = parts.map(({ cells }) => cells[column]).filter(isAmountCell);
  const [model] = figures;
  if (!model) return '';
  const sum = figures.reduce((total, { amount }) => total.plus(amount.value), new Money(0));
  const decimals = maxOf(figures, ({ amount }) => amount.decimals);
  return formatAmount(sum, decimals, styleIn(table, model));
}

function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
