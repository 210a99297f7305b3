import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Analysis } from '#core/analyse.ts';
import { totalRank } from '#core/disclosure/labels.ts';
import { type OutlinePart, outlineOf } from '#core/disclosure/outline.ts';
import { headingText } from '#core/disclosure/prose/headings.ts';
import {
  isAmountCell,
  type PlacedTable,
  type Side,
  type SideRow,
  type Table,
} from '#core/disclosure/table.ts';
import { amountText } from '#core/messages/format.ts';
import { isUnread } from '#core/relations/lookUp.ts';
import type { Decimal } from '#core/text/money.ts';
import { rangeOf } from '#core/text/range.ts';
import type { Words } from '../words.ts';
import type { FeatureContext } from './context.ts';
import { lineRange } from './lineRange.ts';

type Lines = readonly string[];

/** A sentence has fewer numbers that stand alone. */
const FIGURES_OF_A_ROW = 3;
const MAX_ROW = 2_000;

/** The outline: sections, the tables in them, and the top rows and totals of each table. */
export function documentSymbolsOf(analysis: Analysis, { words }: FeatureContext): DocumentSymbol[] {
  const { disclosure, lines } = analysis;
  return outlineOf(disclosure, lines.length).map((part) => partSymbol(part, analysis, words));
}

/** The same outline for clients that know no hierarchy: one flat list, each entry with its container. */
export function flatSymbolsOf(symbols: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  const flat: SymbolInformation[] = [];
  const visit = (symbol: DocumentSymbol, containerName?: string): void => {
    const { name, kind, range } = symbol;
    flat.push({
      name,
      kind,
      location: { uri, range },
      ...(containerName !== undefined && { containerName }),
    });
    for (const child of symbol.children ?? []) visit(child, name);
  };
  for (const symbol of symbols) visit(symbol);
  return flat;
}

function partSymbol(part: OutlinePart, analysis: Analysis, words: Words): DocumentSymbol {
  const { lines, relations } = analysis;
  const { first, last, table, heading, children } = part;
  const range = lineRange(first, last, lines);
  const place = { range, selectionRange: lineRange(first, first, lines) };
  const named = heading && headingText({ line: first, heading }, lines);
  if (table) {
    const detail = tableDetail(table.table, isUnread(table, relations), words);
    return {
      name: table.table.title?.text || named || words.untitledTable,
      kind: SymbolKind.Struct,
      ...place,
      children: table.table.sides.flatMap((side) => rowSymbols(side, table, lines)),
      ...(detail !== '' && { detail }),
    };
  }
  const unread = heading?.kind === 'table-title' && lines.slice(first + 1, last + 1).some(hasFigures);
  return {
    name: named || words.untitledTable,
    kind: heading?.kind === 'table-title' ? SymbolKind.Struct : SymbolKind.Namespace,
    ...place,
    children: children.map((child) => partSymbol(child, analysis, words)),
    ...(unread && { detail: words.unreadTable }),
  };
}

/**
 * `350.00 万元 · 2022`: the total, if it is clear which it is, the unit and the year; and that nothing is said of a table
 * which was evidently misread.
 */
function tableDetail(table: Table, unread: boolean, words: Words): string {
  const total = totalOf(table);
  const amount = [total && amountText(total), table.unit?.unit].filter((each) => each !== undefined);
  const facts = [amount.join(' '), table.year?.toString() ?? '', unread ? words.unreadTable : ''];
  return facts.filter((each) => each !== '').join(' · ');
}

/**
 * The amount of the highest total row of the first side, under its highest total column or its only column of
 * amounts; undefined where that leaves a choice.
 */
function totalOf({ sides: [side] }: Table): { value: Decimal; decimals: number } | undefined {
  const highest = side?.rows
    .filter(({ row }) => row.kind === 'total' && row.bound)
    .reduce<SideRow | undefined>(
      (best, entry) => (best && totalRank(best.label) > totalRank(entry.label) ? best : entry),
      undefined,
    );
  const columns = side?.amountColumns.filter(({ kind }) => kind === 'amount') ?? [];
  const rank = Math.max(...columns.map(({ totalRank: each }) => each));
  const [column, ...others] = columns.filter(({ totalRank: each }) => each === rank);
  const cell = column && others.length === 0 ? highest?.row.cells[column.index] : undefined;
  return isAmountCell(cell) ? cell.amount : undefined;
}

/** Whether a line reads like a row of a table: a few figures with blanks between them. */
function hasFigures(line: string): boolean {
  const figures = line.slice(0, MAX_ROW).match(/(?<=^|\s)\d[\d,.]*(?=\s|$)/g);
  return (figures?.length ?? 0) >= FIGURES_OF_A_ROW;
}

/** The rows of the outermost level and the totals of one side. */
function rowSymbols(side: Side, { line: baseLine, table }: PlacedTable, lines: Lines): DocumentSymbol[] {
  return side.rows.filter(topRows(side, table)).flatMap((entry): DocumentSymbol | [] => {
    const { row, label } = entry;
    if (label.trim() === '') return [];
    const range = lineRange(baseLine + row.line, baseLine + row.line, lines);
    const span = row.code?.spans[0] ?? row.cells.find((cell) => cell?.text === label)?.span;
    const amount = side.amountColumns.map(({ index }) => row.cells[index]).find((cell) => cell?.amount);
    return {
      name: label,
      kind: row.kind === 'total' ? SymbolKind.Constant : SymbolKind.Field,
      range,
      selectionRange: span ? rangeOf(span, baseLine) : range,
      ...(amount && { detail: amount.text }),
    };
  });
}

/** Which rows of a side are of the outermost level: bodies and the shortest codes, or the first kind of numbering. */
function topRows(side: Side, table: Table): (entry: SideRow) => boolean {
  if (table.coded) {
    const shortest = side.rows.reduce(
      (least, { row }) => Math.min(least, row.code?.digits.length ?? least),
      Number.POSITIVE_INFINITY,
    );
    // Where 科目 are listed once for each body (118001 某某馆), the bodies say whose they are.
    return ({ row }) =>
      row.kind === 'total' || row.body !== undefined || row.code?.digits.length === shortest;
  }
  const outermost = side.rows.find(({ numbering }) => numbering)?.numbering?.kind;
  return ({ row, numbering }) =>
    row.kind === 'total' || (numbering !== undefined && numbering.kind === outermost);
}
